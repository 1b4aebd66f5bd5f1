"""The days a question names, as inclusive periods."""

from __future__ import annotations

from datetime import date

from ingest.dates.find import find_dates


def periods_in(text: str, reference: date | None) -> tuple[tuple[date, date], ...]:
    """The dates and periods of a text in order; a day without a year takes the year that brings it nearest to `reference`."""
    return tuple((found.first, found.last) for found in find_dates(text, reference=reference))
