"""Legends: tables of two columns that explain words, term → what it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.facts.found import Found
from ingest.passages.table_reading import is_number, read_table
from ingest.records import FactKind, Table

_LONGEST_TERM = 6
_SHORTEST_MEANING = 4
RELATION = "betyder"


def legend_facts(table: Table, rows: Sequence[int]) -> Iterator[Found]:
    """Read a legend's rows (0-based); nothing unless most rows have a short term on the left and a sentence on the right."""
    if table.column_count != 2:
        return
    read = read_table(table)
    if any(read.headers) and not _explains(read.header(1)):
        return
    pairs = [(row.number, row.text(0).rstrip(":"), row.text(1)) for row in read.rows]
    fitting = [(number, term, meaning) for number, term, meaning in pairs if _fits(term, meaning)]
    if len(fitting) < max(1, round(0.7 * len(pairs))):
        return
    for number, term, meaning in fitting:
        if number in rows:
            yield Found(kind=FactKind.DEFINITION, subject=term, relation=RELATION, object=meaning)


def _fits(term: str, meaning: str) -> bool:
    return (
        0 < len(term.split()) <= _LONGEST_TERM
        and not is_number(term)
        and not is_number(meaning)
        and len(meaning.split()) >= _SHORTEST_MEANING
        and len(meaning.split()) > len(term.split())
    )


def _explains(header: str) -> bool:
    return header.lower().startswith(("betydning", "definition", "forklaring", "beskrivelse", "meaning", "explanation"))
