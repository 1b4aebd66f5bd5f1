"""Days: `22-08-2025`, `27.5.20`, `31/10 2017`, `17.sep 20`, `13. og 14. maj 2024`, `May 29th, 2026`, `2026-05-29`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from ingest.dates.calendar_words import MONTH, WEEKDAY, full_year, month_number, nearest_year, real_date
from ingest.dates.found import Precision
from ingest.dates.hints import DIGITS, MONTH_NAME, SLASH, YEAR

Period = tuple[date, date, Precision]
Style = tuple[tuple[str, ...], re.Pattern[str], Callable[[re.Match[str], date | None], Period | None]]
"""Words of which the text must hold one, the pattern, and how to read a match."""

_BEFORE = rf"(?<![\w/])(?:(?<!\d[-.])|(?<=(?:19|20)\d\d[-–]))(?:{WEEKDAY}\.?,?\s+)?(?:d\.\s?|den\s+|the\s+)?"
_AFTER = r"(?![\w/]|[-.]\d)"
_TO = r"\s?(?:-|–|—|til|to)\s?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d|'\d\d|’\d\d)"


def _iso(match: re.Match[str], reference: date | None) -> Period | None:
    return _one(real_date(int(match["year"]), int(match["month"]), int(match["day"])))


def _numeric(match: re.Match[str], reference: date | None) -> Period | None:
    return _one(real_date(full_year(match["year"]), int(match["month"]), int(match["day"])))


def _short_numeric(match: re.Match[str], reference: date | None) -> Period | None:
    return _one(_day(int(match["day"]), int(match["month"]), None, reference))


def _named(match: re.Match[str], reference: date | None) -> Period | None:
    month, year = month_number(match["month"]), match["year"] or match.groupdict().get("short")
    first = _day(int(match["day"]), month, year, reference)
    until = match.groupdict().get("until")
    if until is None or first is None:
        return _one(first)
    return _between(first, real_date(first.year, month, int(until)))


def _month_first(match: re.Match[str], reference: date | None) -> Period | None:
    return _named(match, reference) if match["month"][0].isupper() else None  # "we may 3 times" is no date


def _span(match: re.Match[str], reference: date | None) -> Period | None:
    last = _day(int(match["until"]), month_number(match["last_month"]), match["last_year"], reference)
    if last is None:
        return None
    first_month = month_number(match["month"])
    year = full_year(match["year"]) if match["year"] else last.year - (first_month > last.month)
    return _between(real_date(year, first_month, int(match["day"])), last)


def _day(day: int, month: int, year: str | None, reference: date | None) -> date | None:
    if year is not None:
        return real_date(full_year(year), month, day)
    if reference is None:
        return None
    completed = nearest_year(month, day, reference)
    return None if completed is None else real_date(completed, month, day)


def _one(day: date | None) -> Period | None:
    return None if day is None else (day, day, Precision.DAY)


def _between(first: date | None, last: date | None) -> Period | None:
    if first is None or last is None or last < first:
        return None
    return first, last, Precision.DAYS


_DAY = r"(?P<{0}>[0-3]?\d)(?:\.|st|nd|rd|th)?"
# A year of two digits is believed after an abbreviated month, or where nothing follows that it could count.
_SHORT_YEAR = r"(?:\s(?P<short>\d\d)(?=\s*(?:$|[.,;:)\n]|kl\b)))?"

DAYS: tuple[Style, ...] = (
    (YEAR, re.compile(r"(?<![\w-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])"), _iso),
    (
        DIGITS,
        re.compile(
            _BEFORE
            + r"(?P<day>[0-3]?\d)(?P<sep>[-./])\s?(?P<month>[01]?\d)(?:(?P=sep)\s?|\.?\s|-)"
            + r"(?P<year>(?:19|20)\d\d(?![\d/])|(?<=[-./])\d\d(?!\d|[-/]\d|[.,]\d))",
            re.IGNORECASE,
        ),
        _numeric,
    ),
    (
        MONTH_NAME,
        re.compile(
            _BEFORE
            + _DAY.format("day")
            + rf"\s?(?P<month>{MONTH})\.?(?:\s{_YEAR.format('year')})?{_TO}(?:d\.\s?|den\s+)?"
            + _DAY.format("until")
            + rf"\s?(?P<last_month>{MONTH})\.?(?:,?\s?{_YEAR.format('last_year')})?{_AFTER}",
            re.IGNORECASE,
        ),
        _span,
    ),
    (
        MONTH_NAME,
        re.compile(
            _BEFORE
            + _DAY.format("day")
            + rf"(?:(?:{_TO}|\s?(?:og|and|/)\s?)(?:d\.\s?|den\s+)?{_DAY.format('until')})?(?:\sof)?"
            + rf"\s?(?P<month>{MONTH})\.?(?:,?\s?{_YEAR.format('year')}{_AFTER}|{_SHORT_YEAR})",
            re.IGNORECASE,
        ),
        _named,
    ),
    (
        MONTH_NAME,
        re.compile(
            rf"(?<!\w)(?:{WEEKDAY},?\s+)?(?P<month>{MONTH})\.?\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\w)"
            rf"(?:{_TO}(?P<until>[0-3]?\d)(?:st|nd|rd|th)?(?!\w))?(?:,?\s{_YEAR.format('year')})?{_AFTER}",
            re.IGNORECASE,
        ),
        _month_first,
    ),
    (
        SLASH,
        re.compile(
            rf"(?<![\w/])(?:{WEEKDAY}\.?,?\s+(?:d\.\s?|den\s+)?|d\.\s?|den\s+|inden\s+|senest\s+|frist\s+)"
            r"(?P<day>[0-3]?\d)/(?P<month>[01]?\d)(?![\d/.-])",
            re.IGNORECASE,
        ),
        _short_numeric,
    ),
)
"""Styles of days, the most telling first."""
