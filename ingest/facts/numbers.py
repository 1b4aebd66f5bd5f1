"""Numbers with what they count: "1.237 pladser", "7,5 mio. kr.", "95 pct."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.dates.calendar_words import MONTHS
from ingest.dates.find import find_dates
from ingest.facts.found import Found
from ingest.facts.sentences import sentences_of
from ingest.passages.table_reading import ReadTable, Row, is_number, own_header_column
from ingest.records import FactKind

_NUMBER = re.compile(
    r"(?<![\w./§-])(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[,.]\d+)?)\s?"
    r"(?P<unit>(?:mio\.|mia\.|t\.|tusind|millioner|milliarder)?\s?kr\b\.?|mio\.|mia\.|%|pct\.|procent\b"
    r"|[a-zæøå]{3,}-\s(?:og|eller)\s\w{3,}|(?:[a-zæøå]+e\s)?[a-zæøåA-ZÆØÅ][a-zæøå-]{3,}\b)"
)
# Small words that follow a number without being what it counts.
_NO_UNIT = re.compile(
    r"vedr|eller|samt|hvor|heraf|under|inden|efter|siden|ifølge|således|skal|blev|bliver|havde|være|denne|dette|disse|over|ved|fra|med|uden|mellem",
    re.IGNORECASE,
)


def number_facts(text: str) -> Iterator[Found]:
    """Read the numbers of a passage that say what they count; dates, list numbers and paragraph signs are none.

    `subject` is the unit or noun, `relation` the sentence, the qualifiers hold the value with a decimal point.
    """
    for sentence in sentences_of(text):
        matches = list(_NUMBER.finditer(sentence))
        dates = [(found.char_start, found.char_end) for found in find_dates(sentence)] if matches else []
        for match in matches:
            unit = match["unit"].strip()
            inside = any(first <= match.start() < last for first, last in dates)
            if not inside and not _NO_UNIT.fullmatch(unit) and not _is_clock_or_month(sentence, match):
                yield Found(
                    kind=FactKind.NUMBER,
                    subject=unit,
                    relation=sentence,
                    object=match[0],
                    qualifiers=(("value", _value(match["number"])), ("unit", unit)),
                )


def _is_clock_or_month(sentence: str, match: re.Match[str]) -> bool:
    before = sentence[: match.start()].rstrip().lower()
    return (
        before.endswith(("§", "nr.", "stk.", "pkt.", "kl.", "klokken", "version", "side", "punkt", "case", "bilag"))
        or match["unit"].split()[0].lower() in MONTHS
    )


def number_cell_facts(read: ReadTable, rows: Sequence[Row]) -> Iterator[Found]:
    """Read the cells of the given rows that hold nothing but a number: row header → number, with the column's header."""
    own = own_header_column(read)
    if own is None or not any(read.headers):
        return
    for row in rows:
        if not row.text(own):
            continue
        for column in range(len(read.headers)):
            text = row.text(column)
            if column != own and read.headers[column] and is_number(text):
                number = re.search(r"\d[\d.,\s]*\d|\d", text)
                yield Found(
                    kind=FactKind.NUMBER,
                    subject=row.text(own),
                    relation=read.header(column),
                    object=text,
                    qualifiers=(("value", _value(number[0] if number else text)), ("unit", read.header(column))),
                )


def _value(number: str) -> str:
    """Write a Danish number with a decimal point: "1.237" is 1237, "7,5" is 7.5, "28.5" stays."""
    number = re.sub(r"\s", "", number)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", number) or "," in number:
        number = number.replace(".", "").replace(",", ".")
    return number
