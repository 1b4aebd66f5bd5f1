"""The clause of a sentence that a value stands in: semicolons end clauses."""

from __future__ import annotations

import re

from service.answering.extracts.units import Unit
from service.answering.extracts.words import Word

_CLAUSE_END = re.compile(r";\s")


def clause_text(unit: Unit, start: int, end: int) -> str:
    """The clause of a unit around a half-open range of characters."""
    first, last = _bounds(unit, start, end)
    return unit.text[first:last]


def clause_words(unit: Unit, start: int, end: int) -> tuple[list[Word], list[Word]]:
    """The words of the clauses before a half-open range of characters, and those of its own."""
    first, last = _bounds(unit, start, end)
    before = [word for word in unit.words if word.start < first]
    return before, [word for word in unit.words if first <= word.start < last]


def _bounds(unit: Unit, start: int, end: int) -> tuple[int, int]:
    ends = [found.end() for found in _CLAUSE_END.finditer(unit.text)]
    first = max((each for each in ends if each <= start), default=0)
    return first, min((each for each in ends if each >= end), default=len(unit.text))
