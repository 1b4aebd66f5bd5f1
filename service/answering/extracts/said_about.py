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

_ABOUT = re.compile(r"\b(?:om|over|vedrørende|angående|about|regarding|concerning)\b (?P<matter>[^?,;]+)", re.IGNORECASE)

MET = 0.5
"""A word is met from here: a part of a compound alone is not its matter."""


def matter_unsaid(question: str, asked: Asked, words: Iterable[Word]) -> float:
    """1 when a question asks what somebody said about a matter of which no word is met by these, else 0."""
    numbers = _matter(_SAID_ABOUT.search(question), asked)
    return float(bool(numbers) and asked.meetings.of(words)[numbers].max() < MET)


def matter_strange(question: str, asked: Asked, words: Iterable[Word]) -> float:
    """1 when no word of the matter that something is about ("besluttet om letbanen") is met here or anywhere, else 0."""
    numbers = _matter(_ABOUT.search(question), asked)
    known = any(asked.terms[number].known or asked.terms[number].opaque for number in numbers)
    return float(bool(numbers) and not known and asked.meetings.of(words)[numbers].max() < MET)


def _matter(found: re.Match[str] | None, asked: Asked) -> list[int]:
    """The numbers of the terms that are the matter, [] for none."""
    matter = {fold(word) for word in WORD.findall(found.group("matter"))} if found else set()
    return [number for number, term in enumerate(asked.terms) if fold(term.text) in matter]
