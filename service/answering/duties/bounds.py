"""The last day a question sets: "inden jul", "før sommerferien", "before 1 June"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ingest.dates.find import find_dates

_BOUND = re.compile(
    r"\b(?:inden|før|senest|before|by)\s+(?:den\s+|the\s+|d\.\s*)?"
    r"(?:(?P<christmas>jul(?:en|eferien)?\b|christmas)"
    r"|(?P<newyear>nytår\w*|årsskiftet|årets udgang|new year\w*|the end of the year)"
    r"|(?P<summer>sommer(?:en|ferien)?\b|(?:the )?summer(?: holidays?)?)|(?P<autumn>efterårsferien|the autumn holidays?))",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(r"\b(?:inden|før|senest|before|by)\s+(?:den\s+|the\s+|d\.\s*)?$", re.IGNORECASE)
_DAYS = {"christmas": (12, 24), "newyear": (12, 31), "summer": (6, 30), "autumn": (10, 10)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """The last day that counts, and the words of the question that say so (half-open character range)."""

    last: date
    char_start: int
    char_end: int


def bound_in(text: str, reference: date | None) -> Bound | None:
    """The bound a question sets; a holiday without a year is that of the reference's year. None when it sets none."""
    match = _BOUND.search(text)
    if match and reference:
        month, day = next(_DAYS[name] for name, said in match.groupdict().items() if said)
        return Bound(last=date(reference.year, month, day), char_start=match.start(), char_end=match.end())
    for found in find_dates(text, reference=reference):
        before = _BEFORE_DATE.search(text[: found.char_start])
        if before:
            return Bound(last=found.last, char_start=before.start(), char_end=found.char_end)
    return None
