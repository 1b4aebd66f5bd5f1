"""The day and the hours that a line of the head of minutes says."""

from __future__ import annotations

import re
from datetime import date

from ingest.dates.find import days_in, find_dates

_CLOCK = re.compile(
    r"(?:kl\.?|klokken)\s*(?P<clock>\d{1,2}(?:[:.]\d{2})?(?:\s*[-–]\s*(?:kl\.?\s*)?\d{1,2}(?:[:.]\d{2})?)?)|(?P<bare>\b\d{1,2}[:.]\d{2}(?:\s*[-–]\s*\d{1,2}[:.]\d{2})?\b)",
    re.IGNORECASE,
)


def day_of(text: str) -> date | None:
    """The first whole day; None where none is named."""
    return next((day.first for day in days_in(text)), None)


def clock_of(text: str, *, labelled: bool = False) -> str | None:
    """The hour or hours as printed, with `labelled` only those behind "kl."; None where none is."""
    for day in find_dates(text):  # "12.11" of a date is no time of day
        text = text[: day.char_start] + " " * (day.char_end - day.char_start) + text[day.char_end :]
    found = _CLOCK.search(text)
    if found is None or (labelled and not found["clock"]):
        return None
    return found["clock"] or found["bare"]


def hours_of(text: str) -> str | None:
    """Whole hours in a field of time: "19-21"."""
    found = re.match(r"\s*(?P<hours>\d{1,2}\s*[-–]\s*\d{1,2})\b(?![./])", text)
    return found["hours"] if found else None
