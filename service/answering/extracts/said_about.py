"""Whether a quote speaks of the matter that somebody is asked to have spoken about."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.analysis.folding import fold
from service.answering.extracts.asked import Asked
from service.answering.extracts.words import WORD, Word

_SAID_ABOUT = re.compile(
    r"\b(?:sagde|siger|sagt|udtalte|udtaler|mente|mener|svarede|fortalte|lovede|kritiserede|said|say|says|think|thinks|thought|"
    r"promised?|told|comment|commented)\b[^?]*?\b(?:om|til|about|on|regarding)\b (?P<matter>[^?]+)",
    re.IGNORECASE,
)


MET = 0.5
"""A word is met from here: a part of a compound alone is not its matter."""


def matter_unsaid(question: str, asked: Asked, words: Iterable[Word]) -> float:
    """1 when a question asks what somebody said about a matter of which no word is met by these, else 0."""
    found = _SAID_ABOUT.search(question)
    if not found:
        return 0.0
    matter = {fold(word) for word in WORD.findall(found.group("matter"))}
    numbers = [number for number, term in enumerate(asked.terms) if fold(term.text) in matter]
    return float(bool(numbers) and asked.meetings.of(words)[numbers].max() < MET)
