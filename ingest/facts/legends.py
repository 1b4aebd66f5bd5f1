"""Legends: tables of two columns that explain words, term → what it means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ingest.dates.find import find_dates
from ingest.facts.definitions import RELATION
from ingest.facts.found import Found
from ingest.facts.meanings import states
from ingest.passages.table_reading import ReadTable, Row, is_number
from ingest.records import FactKind

_LONGEST_TERM = 6
_SHORTEST_MEANING = 4
_CODE = re.compile(r"[A-ZÆØÅ]{1,3}|[^\w\s]{1,2}")
"""A letter or mark of a key: whatever stands behind it under a header that says so is its meaning, however short."""


def legend_facts(read: ReadTable, rows: Sequence[Row]) -> Iterator[Found]:
    """Read the given rows of a legend; nothing unless most rows have a short term on the left and a sentence on the right."""
    if not _is_legend(read):
        return
    for row in rows:
        term, meaning = _pair(row)
        if _fits(term, meaning) or _is_entry(read, row):
            yield Found(kind=FactKind.DEFINITION, subject=term, relation=RELATION, object=meaning)


@lru_cache(maxsize=4)
def _is_legend(read: ReadTable) -> bool:
    if len(read.headers) != 2 or (any(read.headers) and not _explains(read.header(1))):
        return False
    fitting = sum(_fits(*_pair(row)) or _is_entry(read, row) for row in read.rows)
    return fitting >= max(1, round(0.7 * len(read.rows)))


def _pair(row: Row) -> tuple[str, str]:
    return row.text(0).rstrip(":"), row.text(1)


def _fits(term: str, meaning: str) -> bool:
    return (
        0 < len(term.split()) <= _LONGEST_TERM
        and not is_number(term)
        and not find_dates(term)
        and not any(each.char_start == 0 for each in find_dates(meaning))
        and not is_number(meaning)
        and not states(meaning)
        and len(meaning.split()) >= _SHORTEST_MEANING
        and len(meaning.split()) > len(term.split())
    )


def _is_entry(read: ReadTable, row: Row) -> bool:
    """Whether a row under a header that says "meaning" gives a code and words for it: "S", "Fælles drift"."""
    term, meaning = _pair(row)
    headed = _explains(read.header(1)) or _explains(read.rows[0].text(1))
    return headed and _CODE.fullmatch(term) is not None and any(letter.isalpha() for letter in meaning)


def _explains(header: str) -> bool:
    return header.lower().startswith(("betydning", "definition", "forklaring", "beskrivelse", "meaning", "explanation"))
