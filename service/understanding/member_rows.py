"""The rows of the tables that say what goes for which municipalities, rebuilt from cell facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from ingest.records import Fact
from service.understanding.member_columns import (
    column_of_members,
    column_of_names,
    column_of_one,
    columns_before,
    listed_municipalities,
)
from service.understanding.tables import Row, rows_of_cells, tables_of
from service.understanding.turned_tables import turned_rows

_NUMBER = re.compile(r"^\W*\d[\d.,\s]*\W*(?:%|pct\.?|kr\.?|mio\.?|mia\.?)*\s*(?:kr\.?)?$", re.IGNORECASE)
_NOTE_MARK = re.compile(r"(?<=\S)\s*(?:\*+|\d\))\s*$")


def member_rows(facts: Iterable[Fact], keys: Mapping[str, frozenset[str]] = MappingProxyType({})) -> tuple[Row, ...]:
    """All rows of all member tables among cell facts in printed order; `keys` are the numbers that a document's key explains."""
    return tuple(row for rows in tables_of(rows_of_cells(facts)) for row in _rows(rows, keys))


def _rows(table: Sequence[Sequence[Fact]], keys: Mapping[str, frozenset[str]]) -> Iterable[Row]:
    """The rows of one table when it has a member column, else none."""
    fields = [_fields(cells) for cells in table]
    member_column = column_of_members(fields)
    if member_column is None:
        single = column_of_one(fields)
        yield from turned_rows(table) if single is None else _rows_of_one(table, fields, single, keys)
        return
    before = columns_before(table[0], member_column)
    name_column = column_of_names(before, fields, own_header=bool(table[0][0].qualifiers))
    listed = [listed_municipalities(values.get(member_column, "")) or () for values in fields]
    once = len({name for names in listed for name in names}) == sum(len(names) for names in listed)
    for cells, values, members in zip(table, fields, listed, strict=True):
        tasks = tuple(cell for cell in cells if cell.relation != member_column and cell.relation not in before)
        yield Row(
            document_id=cells[0].document_id,
            passage_id=cells[0].passage_id,
            date=cells[0].date,
            access=cells[0].access,
            name=values.get(name_column, ""),
            name_column=name_column,
            member_column=member_column,
            member_text=values.get(member_column, ""),
            members=members,
            is_council=once and bool(members),
            headers=tuple((column, values[column]) for column in before if column in values),
            cells=tasks,
        )


def _fields(cells: Sequence[Fact]) -> dict[str, str]:
    """Everything a row says by column, as printed from the left: its own header under "", the other headers, its cells."""
    return {"": cells[0].subject, **dict(cells[0].qualifiers), **{cell.relation: cell.object for cell in cells}}


def _rows_of_one(
    table: Sequence[Sequence[Fact]], fields: Sequence[dict[str, str]], member_column: str, keys: Mapping[str, frozenset[str]]
) -> Iterable[Row]:
    """The rows of a table with one municipality a row; its numbers are figures, not tasks, but for those a key explains."""
    for cells, values in zip(table, fields, strict=True):
        members = listed_municipalities(values.get(member_column, "")) or ()
        explained = keys.get(cells[0].document_id, frozenset())
        tasks = tuple(cell for cell in cells if cell.relation != member_column and not _is_figure(cell.object, explained))
        if len(members) == 1 and tasks:
            yield Row(
                document_id=cells[0].document_id,
                passage_id=cells[0].passage_id,
                date=cells[0].date,
                access=cells[0].access,
                name=values[member_column],
                name_column="",
                member_column=member_column,
                member_text=values[member_column],
                members=members,
                is_council=False,
                headers=tuple((column, text) for column, text in cells[0].qualifiers if column != member_column),
                cells=tasks,
            )


def _is_figure(text: str, explained: frozenset[str]) -> bool:
    """Whether a cell is a number; one that a key explains is a code, and "– 1)" a dash with a note."""
    return _NUMBER.match(_NOTE_MARK.sub("", text)) is not None and text.strip() not in explained
