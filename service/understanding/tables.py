"""Tables that say what goes for which municipalities, rebuilt from cell facts: which column names them is learnt, not known."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ingest.places.gazetteer import municipality_named
from ingest.records import Access, Fact

LEAST_SHARE = 0.6
"""A column names municipalities when this share of its rows lists nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of such a table: its name, the municipalities (canonical) its member cell lists, its cells as facts."""

    document_id: str
    passage_id: str
    date: date | None
    access: Access
    name: str
    name_column: str
    member_column: str
    member_text: str
    members: tuple[str, ...]
    headers: tuple[tuple[str, str], ...]
    cells: tuple[Fact, ...]

    def cell(self, column: str) -> Fact | None:
        """The cell of the column with this header path, or None where the row has none."""
        return next((cell for cell in self.cells if cell.relation == column), None)


def member_rows(facts: Iterable[Fact]) -> tuple[Row, ...]:
    """All rows of all member tables among cell facts, in the facts' order."""
    tables: dict[tuple[str, tuple[str, ...]], list[list[Fact]]] = defaultdict(list)
    for cells in _grouped(facts):
        columns = tuple(column for column, _ in cells[0].qualifiers)
        tables[(cells[0].document_id, columns)].append(cells)
    return tuple(row for rows in tables.values() for row in _rows(rows))


def _grouped(facts: Iterable[Fact]) -> Iterable[list[Fact]]:
    """Cells of one row together; a row repeats its subject and qualifiers on every cell."""
    rows: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        rows.setdefault((fact.document_id, fact.subject, fact.qualifiers), []).append(fact)
    return rows.values()


def _fields(cells: Sequence[Fact]) -> dict[str, str]:
    """Everything a row says by column: its own header under "", the other headers, its cells."""
    return {"": cells[0].subject, **dict(cells[0].qualifiers), **{cell.relation: cell.object for cell in cells}}


def _rows(table: Sequence[Sequence[Fact]]) -> Iterable[Row]:
    """The rows of one table when it has a member column, else none."""
    fields = [_fields(cells) for cells in table]
    member_column = _member_column(fields)
    if member_column is None:
        return
    name_column = _name_column(table, fields, member_column)
    for cells, values in zip(table, fields, strict=True):
        members = listed_municipalities(values.get(member_column, "")) or ()
        yield Row(
            document_id=cells[0].document_id,
            passage_id=cells[0].passage_id,
            date=cells[0].date,
            access=cells[0].access,
            name=values[name_column],
            name_column=name_column,
            member_column=member_column,
            member_text=values.get(member_column, ""),
            members=members,
            headers=tuple((column, text) for column, text in values.items() if column not in {cell.relation for cell in cells}),
            cells=tuple(cell for cell in cells if cell.relation != member_column),
        )


def _member_column(fields: Sequence[dict[str, str]]) -> str | None:
    """The column that lists municipalities: the one with most of them, and several of them in some row."""
    counts: dict[str, int] = {}
    for column in {column for values in fields for column in values}:
        lists = [listed_municipalities(values.get(column, "")) for values in fields]
        named = [each for each in lists if each]
        if len(named) >= LEAST_SHARE * len(fields) and any(len(each) > 1 for each in named):
            counts[column] = sum(len(each) for each in named)
    return max(sorted(counts), key=lambda column: counts[column], default=None)


def _name_column(table: Sequence[Sequence[Fact]], fields: Sequence[dict[str, str]], member_column: str) -> str:
    """The header column that tells the rows apart best; the row's own header first among equals."""
    headers = ["", *(column for column, _ in table[0][0].qualifiers)]
    candidates = [column for column in headers if column != member_column]
    return max(candidates, key=lambda column: len({values.get(column, "") for values in fields}), default="")


def listed_municipalities(text: str) -> tuple[str, ...] | None:
    """The municipalities (canonical) of a text that lists nothing else ("Hjørring, Læsø og Skive"), in order; None otherwise."""
    parts = [part for part in re.split(r",|;|\n|\bog\b|\bsamt\b|\band\b|&", text) if part.strip()]
    names = [
        municipality_named(re.sub(r"\b(?:regions)?kommuner?\b|\bmunicipalit\w+", "", part, flags=re.IGNORECASE)) for part in parts
    ]
    return tuple(name for name in names if name) if names and all(names) else None
