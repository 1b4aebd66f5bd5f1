"""Words of the calendar in Danish and English, and the arithmetic of months and years."""

from __future__ import annotations

import calendar
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar january jan",
            "februar february feb",
            "marts march mar",
            "april apr",
            "maj may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
"""Month by name or abbreviation, lower case without a full stop."""

MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?!\w)"
WEEKDAY = (
    r"(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|man|tirs?|ons|tors?|fre|lør|søn)(?!\w)"
)
SEASONS = {"forår": 3, "spring": 3, "sommer": 6, "summer": 6, "efterår": 9, "autumn": 9, "fall": 9, "vinter": 12, "winter": 12}
"""First month of a season of three months."""

ORDINALS = {"første": 1, "first": 1, "anden": 2, "andet": 2, "second": 2, "tredje": 3, "third": 3, "fjerde": 4, "fourth": 4}


def month_number(name: str) -> int:
    """Give the number of the month named in full or abbreviated."""
    return MONTHS[name.lower().rstrip(".")]


def last_day(year: int, month: int) -> date:
    """Give the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def months(year: int, first: int, count: int) -> tuple[date, date]:
    """Give the first and last day of `count` months from month `first` of `year`; the period may run into the next year."""
    index = year * 12 + first - 1 + count - 1
    return date(year, first, 1), last_day(index // 12, index % 12 + 1)


def full_year(digits: str) -> int:
    """Read a year of four digits, or of two: 00–69 is 2000–2069, 70–99 is 1970–1999."""
    number = int(digits.lstrip("'’"))
    if number >= 100:
        return number
    return number + (2000 if number < 70 else 1900)


def nearest_year(month: int, day: int, reference: date) -> int | None:
    """Give the year in which day and month come nearest to the reference date (the later on a tie); None for no such day."""
    candidates = [date(year, month, day) for year in range(reference.year - 1, reference.year + 2) if _exists(year, month, day)]
    if not candidates:
        return None
    return min(candidates, key=lambda found: (abs((found - reference).days), -found.toordinal())).year


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def real_date(year: int, month: int, day: int) -> date | None:
    """Give the date, or None if the calendar has no such day or the year is not one a document would speak of."""
    if not 1800 <= year <= 2200 or not _exists(year, month, day):
        return None
    return date(year, month, day)
