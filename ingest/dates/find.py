"""Finding the dates of a text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ingest.dates.days import DAYS
from ingest.dates.found import FoundDate, Precision
from ingest.dates.periods import PERIODS

_AHEAD = timedelta(days=150)


def around_due(written: date | None) -> date | None:
    """The `reference` for what is due: such days lie at most a month behind the day of the text and eleven months ahead of it."""
    return None if written is None else written + _AHEAD


def find_dates(text: str, *, reference: date | None = None) -> tuple[FoundDate, ...]:
    """Find dates and periods in a Danish or English text, in printed order and without overlaps.

    A day or month without a year takes the year that brings it nearest to `reference` (the day the text was written);
    without a reference it is left out. Days that no calendar has are left out.
    """
    found: list[FoundDate] = []
    taken = bytearray(len(text))
    for date_found in _candidates(text, reference):
        if not any(taken[date_found.char_start : date_found.char_end]):
            taken[date_found.char_start : date_found.char_end] = b"\x01" * (date_found.char_end - date_found.char_start)
            found.append(date_found)
    return tuple(sorted(found, key=lambda each: each.char_start))


def days_in(text: str, *, reference: date | None = None) -> tuple[FoundDate, ...]:
    """Find the single days of a text, as `find_dates` does; periods are left out."""
    return tuple(found for found in find_dates(text, reference=reference) if found.precision is Precision.DAY)


def _candidates(text: str, reference: date | None) -> Iterator[FoundDate]:
    lower = text.lower()
    looked: dict[tuple[str, ...], bool] = {}
    for words, pattern, read in (*DAYS, *PERIODS):
        if words not in looked:
            looked[words] = any(word in lower for word in words)
        if not looked[words]:
            continue
        for match in pattern.finditer(text):
            period = read(match, reference)
            if period is not None:
                first, last, precision = period
                yield FoundDate(first=first, last=last, char_start=match.start(), char_end=match.end(), precision=precision)
