"""Tables that say what goes for which municipalities, rebuilt from cell facts: which column names them is learnt, not known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from ingest.places.gazetteer import municipality_named
from ingest.records import Access, Fact

LEAST_SHARE = 0.6
"""A column names municipalities when this share of its rows lists nothing else."""

LEAST_COLUMNS = 2
"""So many columns headed by a municipality each make a table that has municipalities across."""

_NUMBER = re.compile(r"^\W*\d[\d.,\s]*\W*(?:%|pct\.?|kr\.?|mio\.?|mia\.?)*\s*(?:kr\.?)?$", re.IGNORECASE)
_NOTE_MARK = re.compile(r"(?<=\S)\s*(?:\*+|\d\))\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of such a table: its name, the municipalities (canonical) its member cell lists, its cells as facts.

    It is a council's row where no other row of the table has any of its municipalities.
    """

    document_id: str
    passage_id: str
    date: date | None
    access: Access
    name: str
    name_column: str
    member_column: str
    member_text: str
    members: tuple[str, ...]
    is_council: bool
    headers: tuple[tuple[str, str], ...]
    cells: tuple[Fact, ...]

    def cell(self, column: str) -> Fact | None:
        """The cell of the column with this header path, or None where the row has none."""
        return next((cell for cell in self.cells if cell.relation == column), None)


def member_rows(facts: Iterable[Fact], keys: Mapping[str, frozenset[str]] = MappingProxyType({})) -> tuple[Row, ...]:
    """All rows of all member tables among cell facts in printed order; `keys` are the numbers that a document's key explains."""
    return tuple(row for rows in _tables(rows_of_cells(facts)) for row in _rows(rows, keys))


def _tables(rows: Iterable[list[Fact]]) -> list[list[list[Fact]]]:
    """Rows of one table together: of one document, under the same headers, with cells in the same columns."""
    tables: list[tuple[tuple[object, ...], set[str], list[list[Fact]]]] = []
    for cells in rows:
        head = (cells[0].document_id, tuple(column for column, _ in cells[0].qualifiers))
        relations = {cell.relation for cell in cells}
        table = next((each for each in tables if each[0] == head and 2 * len(each[1] & relations) >= len(relations)), None)
        if table is None:
            tables.append((head, relations, [cells]))
        else:
            table[1].update(relations)
            table[2].append(cells)
    return [table for _, _, table in tables]


def rows_of_cells(facts: Iterable[Fact]) -> list[list[Fact]]:
    """Cells of one row together: a row repeats its headers on every cell, and a column that comes again begins another row."""
    rows: list[list[Fact]] = []
    for fact in facts:
        last = rows[-1] if rows else []
        same = last and (last[0].document_id, last[0].subject, last[0].qualifiers) == (
            fact.document_id,
            fact.subject,
            fact.qualifiers,
        )
        if same and fact.relation not in {cell.relation for cell in last}:
            last.append(fact)
        else:
            rows.append([fact])
    return rows


def _fields(cells: Sequence[Fact]) -> dict[str, str]:
    """Everything a row says by column, as printed from the left: its own header under "", the other headers, its cells."""
    return {"": cells[0].subject, **dict(cells[0].qualifiers), **{cell.relation: cell.object for cell in cells}}


def _rows(table: Sequence[Sequence[Fact]], keys: Mapping[str, frozenset[str]]) -> Iterable[Row]:
    """The rows of one table when it has a member column, else none."""
    fields = [_fields(cells) for cells in table]
    member_column = _member_column(fields)
    if member_column is None:
        single = _single_column(fields)
        yield from _turned(table) if single is None else _rows_of_one(table, fields, single, keys)
        return
    before = _columns_before(table[0], member_column)
    name_column = _name_column(before, fields, own_header=bool(table[0][0].qualifiers))
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


def _single_column(fields: Sequence[dict[str, str]]) -> str | None:
    """The column that names one municipality in most rows, each in one row only; the row's own header before others."""
    for column in sorted({column for values in fields for column in values}):
        named = [each[0] for values in fields if len(each := listed_municipalities(values.get(column, "")) or ()) == 1]
        if len(named) >= max(LEAST_COLUMNS, LEAST_SHARE * len(fields)) and len(set(named)) == len(named):
            return column
    return None


def _turned(table: Sequence[Sequence[Fact]]) -> Iterable[Row]:
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


def _columns_before(cells: Sequence[Fact], member_column: str) -> tuple[str, ...]:
    """The columns that say what a row is: its headers, and the cells left of the members."""
    headers = ["", *(column for column, _ in cells[0].qualifiers)]
    relations = [cell.relation for cell in cells]
    left = relations[: relations.index(member_column)] if member_column in relations else []
    return tuple(column for column in [*headers, *left] if column != member_column)


def _member_column(fields: Sequence[dict[str, str]]) -> str | None:
    """The column that lists municipalities: the one with most of them, and several of them in some row."""
    counts: dict[str, int] = {}
    for column in {column for values in fields for column in values}:
        lists = [listed_municipalities(values.get(column, "")) for values in fields]
        named = [each for each in lists if each]
        if len(named) >= LEAST_SHARE * len(fields) and any(len(each) > 1 for each in named):
            counts[column] = sum(len(each) for each in named)
    return max(sorted(counts), key=lambda column: counts[column], default=None)


def _name_column(columns: Sequence[str], fields: Sequence[dict[str, str]], *, own_header: bool) -> str:
    """The column that tells the rows apart best; among equals the row's own header if it has others too, else the last."""

    def fitness(place: int) -> tuple[int, bool, int]:
        distinct = len({values.get(columns[place], "") for values in fields})
        return distinct, own_header and columns[place] == "", place

    return columns[max(range(len(columns)), key=fitness)] if columns else ""


def listed_municipalities(text: str) -> tuple[str, ...] | None:
    """The municipalities (canonical) of a text that lists nothing else ("Hjørring, Læsø og Skive"), in order; None otherwise."""
    parts = [part for part in re.split(r",|;|\n|\bog\b|\bsamt\b|\band\b|&", text) if part.strip()]
    names = [
        municipality_named(re.sub(r"\b(?:regions)?kommuner?\b|\bmunicipalit\w+", "", part, flags=re.IGNORECASE)) for part in parts
    ]
    return tuple(name for name in names if name) if names and all(names) else None
