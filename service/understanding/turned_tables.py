"""Tables that have municipalities across and tasks down, turned so that each municipality has its row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.records import Fact
from service.understanding.member_columns import LEAST_COLUMNS, LEAST_SHARE, listed_municipalities
from service.understanding.tables import Row


def turned_rows(table: Sequence[Sequence[Fact]]) -> Iterable[Row]:
    """The rows of a table whose columns are municipalities and whose rows are tasks: one for each column, its cells turned.

    A turned cell has the task as `relation` and the municipality's column as `subject`; above it may stand a council.
    """
    relations = tuple(dict.fromkeys(cell.relation for cells in table for cell in cells))
    single = {each: named[0] for each in relations if len(named := listed_municipalities(each.rsplit(" / ", 1)[-1]) or ()) == 1}
    if len(single) < LEAST_COLUMNS or len(single) < LEAST_SHARE * len(relations):
        return
    for relation, municipality in single.items():
        above, _, printed = relation.rpartition(" / ")
        cells = tuple(cell for row in table for cell in row if cell.relation == relation)
        yield Row(
            document_id=cells[0].document_id,
            passage_id=cells[0].passage_id,
            date=cells[0].date,
            access=cells[0].access,
            name=above.rsplit(" / ", 1)[-1] or printed,
            name_column="",
            member_column="",
            member_text=printed,
            members=(municipality,),
            is_council=bool(above),
            headers=(),
            cells=tuple(replace(cell, subject=relation, relation=cell.subject) for cell in cells),
        )
