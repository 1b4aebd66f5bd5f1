"""When: dates, periods, weeks, and times told from another event ("tre måneder efter …")."""

from __future__ import annotations

import re
from datetime import date

from ingest.dates.find import find_dates
from service.answering.extracts.spans.found import Span, spans_of
from service.answering.extracts.spans.numerals import NUMERAL

NO_REFERENCE = date(2000, 1, 1)
"""A day without a year is a date all the same; which year it takes does not matter here."""

_RELATIVE = re.compile(
    rf"\b(?:i|fra|til|inden|senest|ultimo|primo|medio|by|in)?\s?(?:det tidlige |sen\w* )?"
    rf"(?:foråret|efteråret|sommeren|vinteren|forår|efterår|sommer|vinter)\b"
    rf"(?: \d{{4}})?|\b(?:første|andet|1\.|2\.) halvår(?: af)?(?: \d{{4}})?"
    rf"|\buge \d{{1,2}}\b|\b{NUMERAL} (?:dage?|uger?|måneder|måned|år|timer?|hverdage|days?|weeks?|months?|years?)"
    rf" (?:efter|før|inden|forud|fra|after|before|from)\b"
    rf"|\b(?:snarest|løbende|dagligt|ugentligt|månedligt|årligt|hverdagen før|dagen før)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b(?:kl\.?|klokken|at)\s?\d{1,2}(?:[.:]\d{2})?(?:\s?[-–]\s?\d{1,2}(?:[.:]\d{2})?)?|\b\d{1,2}[:]\d{2}\b", re.IGNORECASE
)


def find_times(text: str) -> tuple[Span, ...]:
    """Dates, periods and relative times; overlaps are left in, the calendar's first."""
    calendar = tuple(Span(start=found.char_start, end=found.char_end) for found in find_dates(text, reference=NO_REFERENCE))
    return calendar + spans_of(_RELATIVE.finditer(text))


def find_clocks(text: str) -> tuple[Span, ...]:
    """Times of day: "kl. 14.00", "15:00"."""
    return spans_of(_CLOCK.finditer(text))
