"""Whether the thing asked for is named only as one of some examples: "krav om fx bemanding og udstyr" tells no staffing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.analysis.folding import fold
from index.analysis.stems import stem
from service.answering.extracts.words import WORD

_WHICH = re.compile(
    r"\b(?:hvilke[nt]?|which|what)\s+(?:(?:slags|type|form for|kind of|type of)\s+)?(?P<noun>[a-zæøå-]{3,})"
    r"(?=\s+(?:[a-zæøå]+[rdets]|må|skal|kan|is|are|will|can|must|do|did)\b)",
    re.IGNORECASE,
)
"""The noun and then a verb: "hvilken bemanding kræver …"; of "hvilke krav til bemanding" the noun is no single word."""

_EXAMPLES = re.compile(
    r"\b(?:fx|f\.\s?eks\.?|for eksempel|eksempelvis|såsom|bl\.\s?a\.?|blandt andet|e\.g\.|for example|such as|including)\s+"
    r"(?P<items>[^.;:()]+)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r",\s*(?:(?:og|eller|samt|and|or)\s+)?|\s+(?:og|eller|samt|and|or)\s+|\s*/\s*")
MOST_WORDS = 2
"""An example of more words says something of the thing."""


def only_example(question: str, texts: Iterable[str]) -> float:
    """1 when a question asks which of a kind, and all that the texts say of the kind is that it is an example, else 0."""
    found = _WHICH.search(question)
    if found is None:
        return 0.0
    noun, listed, said = stem(fold(found["noun"])), 0, 0
    for text in texts:
        listed += sum(_is_of(item, noun) for match in _EXAMPLES.finditer(text) for item in _BETWEEN.split(match["items"]))
        said += sum(stem(fold(word)) == noun for word in WORD.findall(text))
    return float(0 < said == listed)


def _is_of(item: str, noun: str) -> bool:
    words = item.split()
    return 0 < len(words) <= MOST_WORDS and stem(fold(words[-1].strip("»«”\"'"))) == noun
