"""When: dates, periods, weeks, and times told from another event ("tre måneder efter …")."""

from __future__ import annotations

import re
from datetime import date

from ingest.dates.find import find_dates
from service.answering.extracts.spans.found import Span, spans_of
from service.answering.extracts.spans.numerals import NUMERAL

NO_REFERENCE = date(2000, 1, 1)
"""A day without a year is a date all the same; which year it takes does not matter here."""

_HOLIDAY = (
    r"(?:sommer|efterårs|jule|vinter|påske)ferien?|jul|juleaften|nytår|årsskiftet|påske|pinse|sommeren|"
    r"(?:summer|christmas|autumn|easter) (?:holidays?|break)|christmas|new year|easter|summer|autumn|winter|spring"
)
"""Times of the year that are told by their feast or holiday."""

_RELATIVE = re.compile(
    rf"\b(?:i|fra|til|inden|senest|ultimo|primo|medio|by|in)?\s?(?:det tidlige |sen\w* )?"
    rf"(?:foråret|efteråret|sommeren|vinteren|forår|efterår|sommer|vinter)\b"
    rf"(?: \d{{4}})?|\b(?:første|andet|1\.|2\.) halvår(?: af)?(?: \d{{4}})?"
    rf"|\buge \d{{1,2}}\b|\b{NUMERAL} (?:dage?|uger?|måneder|måned|år|timer?|hverdage|days?|weeks?|months?|years?)"
    rf" (?:efter|før|inden|forud|fra|after|before|from)\b"
    rf"|\b(?:et |en )?(?:halv\w*|{NUMERAL}) (?:års?|måneds?|ugers?|dages?) (?:efter|før|inden|forud)\b"
    rf"|\b(?:den|d\.|pr\.|senest|fra|til|inden|by|on) \d{{1,2}}/\d{{1,2}}(?![/\d])"
    rf"|\bden \d{{1,2}}\. (?:i|hver) (?:hver )?(?:måned\w*|kvartal\w*)"
    rf"|\b(?:først når|så snart|lige så snart|fra den dag|efter at|as soon as|from the day|not until)\b"
    rf"|, (?:når|once) (?!det |der )[\w-]+(?: [\w-]+)?(?= (?:er|har|bliver|is|has|are|have)\b)"
    rf"|\b(?:snarest|løbende|dagligt|ugentligt|månedligt|årligt|\w*dagen før)\b"
    rf"|\b(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)(?:e|en|ene)?\b"
    rf"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
    rf"|\b(?:samme|næste|følgende) (?:\w+ )?(?:dag|hverdag|arbejdsdag|uge)\b"
    rf"|\b(?:the )?(?:same|next|following) (?:\w+ )?(?:day|week)\b"
    rf"|\b(?:om|i) (?:natten|aftenen|morgenen|formiddagen|eftermiddagen|dagtimerne|weekende[nr]\w*)\b"
    rf"|\b(?:in the (?:morning|afternoon|evening)|at night|at weekends)\b"
    rf"|\b(?:inden|før|efter|over|til|op til|omkring|before|after|by) (?:the )?(?:{_HOLIDAY})\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,])20\d\d(?!\d)")
_UNTIL = re.compile(
    r"\b(?:til og med|t\.o\.m\.|indtil|frem til|til|udløbe[rt]|udløb|ophøre[rt]|slutte[rt]|until|till|through|expires?|ends?)"
    r"(?: (?:og med|med|den|d\.|ved|udgangen af|slutningen af|ultimo|i|on|the end of|in))*\W{0,2}$",
    re.IGNORECASE,
)
"""Before the day on which something ends."""

_CLOCK = re.compile(
    r"\b(?:kl\.?|klokken|at)\s?\d{1,2}(?:[.:]\d{2})?(?:\s?[-–]\s?\d{1,2}(?:[.:]\d{2})?)?(?:\s?[ap]\.?m\b)?|\b\d{1,2}[:]\d{2}\b|"
    rf"\b\d{{1,2}}(?:[.:]\d{{2}})?\s?[ap]\.?m\b|\b(?:kl\.?|klokken)\s{NUMERAL}(?!\w)|{NUMERAL} o'clock\b",
    re.IGNORECASE,
)


def find_times(text: str) -> tuple[Span, ...]:
    """Dates, periods and relative times; overlaps are left in, the calendar's first."""
    calendar = tuple(Span(start=found.char_start, end=found.char_end) for found in find_dates(text, reference=NO_REFERENCE))
    return calendar + spans_of(_RELATIVE.finditer(text))


def find_ends(text: str) -> tuple[Span, ...]:
    """Until when: "til og med 3. maj", "indtil udgangen af 2027", "udløber den 1. juni"."""
    times = [*find_times(text), *spans_of(_YEAR.finditer(text))]
    return tuple(span for span in times if _UNTIL.search(text[: span.start]))


def find_clocks(text: str) -> tuple[Span, ...]:
    """Times of day: "kl. 14.00", "15:00"."""
    return spans_of(_CLOCK.finditer(text))
