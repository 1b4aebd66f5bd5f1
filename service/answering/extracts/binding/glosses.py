"""English names behind which a question says the Danish one in brackets: what is said twice need be met once."""

from __future__ import annotations

import re

from index.analysis.folding import fold
from index.analysis.language import is_english
from index.analysis.words import words_of
from service.answering.extracts.words import WORD

_GLOSS = re.compile(r"(?P<name>[A-Z][a-z]+(?: (?:[A-Z][a-z]+|of|and|for|the))* [A-Z][a-z]+) \([^()]*[a-zæøå][^()]*\)")


def glossed(question: str) -> frozenset[str]:
    """The folded words of an English name with its Danish one behind it: "the Danish Health Authority (Sundhedsstyrelsen)"."""
    names = (found.group("name") for found in _GLOSS.finditer(question)) if is_english(words_of(question)) else ()
    return frozenset(fold(word) for name in names for word in WORD.findall(name))
