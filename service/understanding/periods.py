"""The days a question names, as inclusive periods."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from ingest.dates.find import find_dates

OTHER_YEARS = (-1, -2, 1)
"""Where a month without a year is looked for when nobody met in it: the year before first."""


def periods_in(text: str, reference: date | None, met: Callable[[], Iterable[date]] = tuple) -> tuple[tuple[date, date], ...]:
    """The dates and periods of a text in order; a day without a year takes the year that brings it nearest to `reference`.

    `met` gives the days of the meetings known: a period without a year in which none was, while one was in the same days
    of a year near it, is that one.
    """
    dated = {(found.char_start, found.char_end) for found in find_dates(text)}
    return tuple(
        (found.first, found.last)
        if (found.char_start, found.char_end) in dated
        else _of_year_met(found.first, found.last, frozenset(met()))
        for found in find_dates(text, reference=reference)
    )


def _of_year_met(first: date, last: date, met: frozenset[date]) -> tuple[date, date]:
    """The period in the year in which somebody met in it; unchanged when nobody did."""
    for years in (0, *OTHER_YEARS):
        moved = _moved(first, years), _moved(last, years)
        if any(moved[0] <= day <= moved[1] for day in met):
            return moved
    return first, last


def _moved(day: date, years: int) -> date:
    """The same day of another year; the last of February where that year has no 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
