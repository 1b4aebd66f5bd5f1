"""Table cells as facts: row header × column header path → cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.facts.found import Found
from ingest.passages.table_reading import ReadTable, Row, own_header_column, row_header_columns, says_of_row
from ingest.records import FactKind


def cell_facts(read: ReadTable, rows: Sequence[Row]) -> Iterator[Found]:
    """Read the cells of the given rows; nothing from a table without headers above or beside its cells."""
    own = own_header_column(read)
    if own is None or not any(read.headers):
        return
    others = tuple(column for column in row_header_columns(read) if column != own and not says_of_row(read.header(column)))
    for row in rows:
        subject = row.text(own)
        if not subject:
            continue
        qualifiers = tuple((read.header(column), row.text(column)) for column in others if row.text(column))
        for column in _value_columns(read, own, others):
            if row.text(column) and read.headers[column]:
                yield Found(
                    kind=FactKind.CELL,
                    subject=subject,
                    relation=read.header(column),
                    object=row.text(column),
                    qualifiers=qualifiers,
                )


def _value_columns(read: ReadTable, own: int, others: Sequence[int]) -> tuple[int, ...]:
    return tuple(column for column in range(len(read.headers)) if column != own and column not in others)
