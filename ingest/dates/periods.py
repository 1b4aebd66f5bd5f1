"""Periods: `ultimo august`, `primo 2026`, `foråret 2026`, `1. halvår 2021`, `Q3 2025`, `uge 36`, `maj 2026`, `2024-2027`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ingest.dates.calendar_words import MONTH, ORDINALS, SEASONS, last_day, month_number, months, nearest_year
from ingest.dates.days import Period, Style
from ingest.dates.found import Precision
from ingest.dates.hints import HALF, MONTH_NAME, PART, QUARTER, SEASON, WEEK, YEAR

_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\w|[-.,]\d)"
_IN_YEAR = rf"(?:[\s,-]{{1,2}}(?:af\s|i\s|in\s|of\s)?{_YEAR})?"
_ORDINAL = r"(?P<ordinal>[1-4]\.|1st|2nd|3rd|4th|første|first|anden|andet|second|tredje|third|fjerde|fourth)"
_UNTIL_MONTH = rf"(?:\s?(?:-|–|til|og|eller|/|to|and|or)\s?(?P<until>{MONTH})\.?)?"
_THIRDS = {"primo": 0, "medio": 1, "ultimo": 2}
_THIRD = (
    r"(?P<part>primo|medio|ultimo|starten\saf|begyndelsen\saf|(?:the\s)?(?:start|beginning)\sof|early|midten\saf|mid|"
    r"slutningen\saf|late|udgangen\saf|(?:the\s)?end\sof)"
)


def _year_of(match: re.Match[str], month: int, reference: date | None) -> int | None:
    if match["year"]:
        return int(match["year"])
    return None if reference is None else nearest_year(month, 1, reference)


def _third(part: str) -> int:
    part = part.lower()
    if part in _THIRDS:
        return _THIRDS[part]
    return 1 if part.startswith("mid") else 0 if re.search("start|begyn|begin|early", part) else 2


def _part_of_month(match: re.Match[str], reference: date | None) -> Period | None:
    month = month_number(match["month"])
    year = _year_of(match, month, reference)
    if year is None:
        return None
    end = last_day(year, month)
    if _is_very_end(match["part"]):
        return end, end, Precision.DAY
    third = _third(match["part"])
    return date(year, month, 1 + 10 * third), end if third == 2 else date(year, month, 10 + 10 * third), Precision.PART_OF_MONTH


def _part_of_year(match: re.Match[str], reference: date | None) -> Period | None:
    year = int(match["year"])
    if _is_very_end(match["part"]):
        return date(year, 12, 31), date(year, 12, 31), Precision.DAY
    return *months(year, 1 + 4 * _third(match["part"]), 4), Precision.PART_OF_YEAR


def _is_very_end(part: str) -> bool:
    return re.search(r"udgangen|end\s", part, re.IGNORECASE) is not None


def _season(match: re.Match[str], reference: date | None) -> Period | None:
    first = SEASONS[match["season"].lower()]
    year = _year_of(match, first, reference)
    return None if year is None else (*months(year, first, 3), Precision.SEASON)


def _half(match: re.Match[str], reference: date | None) -> Period | None:
    half = _ordinal(match["ordinal"])
    year = _year_of(match, 6 * half - 5, reference) if half in (1, 2) else None
    return None if year is None else (*months(year, 6 * half - 5, 6), Precision.HALF_YEAR)


def _quarter(match: re.Match[str], reference: date | None) -> Period | None:
    quarter = _ordinal(match["ordinal"])
    year = _year_of(match, 3 * quarter - 2, reference)
    return None if year is None else (*months(year, 3 * quarter - 2, 3), Precision.QUARTER)


def _ordinal(text: str) -> int:
    return ORDINALS.get(text.lower()) or int(text[0])


def _week(match: re.Match[str], reference: date | None) -> Period | None:
    week, until = int(match["week"]), int(match["until"] or match["week"])
    year = int(match["year"]) if match["year"] else _year_of_week(week, reference)
    if year is None or not 1 <= week <= until <= 53:
        return None
    try:
        first, last = date.fromisocalendar(year, week, 1), date.fromisocalendar(year, until, 7)
    except ValueError:  # a year of 52 weeks
        return None
    return first, last, Precision.WEEK


def _year_of_week(week: int, reference: date | None) -> int | None:
    if reference is None or not 1 <= week <= 53:
        return None
    middle = date(reference.year, 1, 1) + timedelta(days=7 * (week - 1))
    return nearest_year(middle.month, middle.day, reference)


def _month(match: re.Match[str], reference: date | None) -> Period | None:
    first = month_number(match["month"])
    last = month_number(match["until"]) if match["until"] else first
    year = _year_of(match, first, reference)
    if year is None or last < first:
        return None
    return *months(year, first, last - first + 1), Precision.MONTH


def _years(match: re.Match[str], reference: date | None) -> Period | None:
    first = int(match["year"])
    text = match["until"]
    last = first if text is None else int(text) if len(text) == 4 else first - first % 100 + int(text)
    if not first <= last <= first + 50:
        return None
    return date(first, 1, 1), date(last, 12, 31), Precision.YEAR if first == last else Precision.YEARS


def _style(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){pattern}", re.IGNORECASE)


PERIODS: tuple[Style, ...] = (
    (PART, _style(rf"{_THIRD}[\s-](?P<month>{MONTH})\.?{_IN_YEAR}"), _part_of_month),
    (PART, _style(rf"{_THIRD}[\s-](?:år\s)?{_YEAR}"), _part_of_year),
    (SEASON, _style(rf"(?P<season>forår|sommer|efterår|vinter)(?:et|en)?{_IN_YEAR}(?:(?<=\d)/(?:20)?\d\d)?(?!\w)"), _season),
    (SEASON, _style(rf"(?P<season>spring|summer|autumn|fall|winter)[\s,](?:of\s)?{_YEAR}"), _season),
    (HALF, _style(rf"{_ORDINAL}\s?(?:halvår|half(?:\s?-?year)?(?=\s(?:of\s)?\d{{4}}))(?:et)?(?!\w){_IN_YEAR}"), _half),
    (HALF, _style(rf"h(?P<ordinal>[12])(?!\w){_IN_YEAR}"), _half),
    (QUARTER, _style(rf"{_ORDINAL}\s?(?:kvartal|quarter)(?!\w){_IN_YEAR}"), _quarter),
    (QUARTER, _style(rf"[qk](?P<ordinal>[1-4])(?!\w){_IN_YEAR}"), _quarter),
    (
        WEEK,
        _style(rf"(?:uge|week)\s(?P<week>[0-5]?\d)(?:\s?(?:-|–|og|til|and|to)\s?(?P<until>[0-5]?\d))?(?!\w){_IN_YEAR}"),
        _week,
    ),
    (
        MONTH_NAME,
        _style(rf"(?<!\d\s)(?<!\d\.\s)(?<!\d\.)(?P<month>{MONTH})\.?{_UNTIL_MONTH}(?:,?\s(?:i\s)?{_YEAR})"),
        _month,
    ),
    (MONTH_NAME, _style(rf"(?<=\bi\s)(?P<month>{MONTH}){_UNTIL_MONTH}(?P<year>(?!))?"), _month),
    (
        YEAR,
        re.compile(
            r"(?<![\w/.,])(?<!\d\s)(?<![-–])(?P<year>(?:19|20)\d\d)(?:\s?[-–/]\s?(?P<until>(?:19|20)\d\d|\d\d))?(?![\w/]|[-–.,]\d)"
        ),
        _years,
    ),
)
"""Styles of periods, the most telling first."""
