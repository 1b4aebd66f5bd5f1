"""Dates as terms: every spelling of a day becomes one term such as `2025-08-22`, a month `2025-08`."""

from __future__ import annotations

import re
from datetime import date

from index.analysis.folding import fold

_NAMES = (
    ("januar", "january", "jan"),
    ("februar", "february", "feb"),
    ("marts", "march", "mar"),
    ("april", "april", "apr"),
    ("maj", "may", "maj"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("august", "august", "aug"),
    ("september", "september", "sep", "sept"),
    ("oktober", "october", "okt", "oct"),
    ("november", "november", "nov"),
    ("december", "december", "dec"),
)
MONTH_OF: dict[str, int] = {name: number for number, names in enumerate(_NAMES, start=1) for name in names}
"""Folded Danish or English name of a month, or its short form → 1 to 12."""

_MONTH = "|".join(sorted(MONTH_OF, key=len, reverse=True))
_YEAR = r"(\d{4}|\d{2})\b"
_DAY_NAME = re.compile(rf"\b(\d{{1,2}})(?:\.|st|nd|rd|th)?\s*(?:of\s+)?({_MONTH})\b\.?,?\s*(?:{_YEAR})?")
_NAME_DAY = re.compile(rf"\b({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?\b,?\s*(\d{{4}})")
_NUMBERS = re.compile(r"\b(\d{1,2})[./\-](\d{1,2})[./\- ]\s?(\d{4}|\d{2})\b")
_DIGIT = re.compile(r"\d")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_NAME_YEAR = re.compile(rf"\b({_MONTH})\s+(\d{{4}})\b")


def date_terms(text: str) -> list[str]:
    """The days and months a text names, as terms. A day without a year gives `--08-22`."""
    if not _DIGIT.search(text):
        return []
    folded = fold(text)
    terms = [_day(year, MONTH_OF[month], day) for day, month, year in _DAY_NAME.findall(folded)]
    terms += [_day(year, MONTH_OF[month], day) for month, day, year in _NAME_DAY.findall(folded)]
    terms += [_day(year, int(month), day) for day, month, year in _NUMBERS.findall(folded)]
    terms += [_day(year, int(month), day) for year, month, day in _ISO.findall(folded)]
    terms += [f"{year}-{MONTH_OF[month]:02}" for month, year in _NAME_YEAR.findall(folded)]
    return [term for term in terms if term]


def terms_of_date(day: date) -> list[str]:
    """All terms under which a passage of this date is found."""
    return [day.isoformat(), day.isoformat()[:7], f"--{day.month:02}-{day.day:02}", str(day.year)]


def _day(year: str, month: int, day: str) -> str:
    if not 1 <= month <= 12 or not 1 <= int(day) <= 31:
        return ""
    if not year:
        return f"--{month:02}-{int(day):02}"
    return f"{int(year) + (2000 if len(year) == 2 else 0):04}-{month:02}-{int(day):02}"
