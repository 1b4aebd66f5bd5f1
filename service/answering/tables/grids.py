"""Tables as grids of rows and columns, put together again from their cells, learnt once per asker's access."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from index.opened import OpenIndex
from index.records import Filters
from ingest.places.gazetteer import municipality_named
from ingest.records import Access, Fact
from service.answering.facts.legend import is_code
from service.answering.facts.scope import within
from service.answering.tables.remarks import without_mark
from service.answering.tables.table_rows import TableRow, header_of, table_rows
from service.understanding.learnt import Learnt
from service.understanding.vocabulary import task_name, vocabulary_of
from service.understanding.words import words_of

_TOTAL = re.compile(r"^(?:i alt|total\w*|sum|samlet|hele\b.*|alle\b.*|tilsammen)\b", re.IGNORECASE)
LEAST_CODED = 0.6
LEAST_SHARED = 0.5
"""So large a share of the columns of the row with fewer must be the other's too: empty cells are no cells."""


@dataclass(frozen=True, kw_only=True)
class TableGrid:
    """A table: its rows in printed order (totals apart), the columns' header paths, and how its rows are headed.

    `context` are the folded words it stands under, `key` what the letters and marks of its document mean.
    """

    document_id: str
    rows: tuple[TableRow, ...]
    totals: tuple[TableRow, ...]
    relations: tuple[str, ...]
    head: str
    context: tuple[str, ...]
    key: tuple[Fact, ...]

    @cached_property
    def is_coded(self) -> bool:
        """Whether most cells are letters or marks that the key explains."""
        cells = [cell for row in self.rows for cell in row.cells]
        known = {fact.subject for fact in self.key}
        coded = sum(without_mark(cell.object) in known for cell in cells)
        return len(known) > 1 and coded >= LEAST_CODED * len(cells)

    @cached_property
    def is_of_places(self) -> bool:
        """Whether most rows are municipalities."""
        return 2 * sum(municipality_named(row.subject) is not None for row in self.rows) > len(self.rows)

    @cached_property
    def above(self) -> tuple[str, ...]:
        """The folded words of what the table stands under and of how its rows are headed."""
        return (*self.context, *words_of(self.head))

    def cell(self, row: TableRow, relation: str) -> Fact | None:
        """The cell of a row in a column; None where it is empty."""
        return next((cell for cell in row.cells if cell.relation == relation), None)

    def column(self, relation: str) -> tuple[tuple[TableRow, Fact], ...]:
        """The filled cells of a column with their rows, totals left out."""
        return tuple((row, cell) for row in self.rows for cell in row.cells if cell.relation == relation)


def _learn(index: OpenIndex, access: frozenset[Access]) -> tuple[TableGrid, ...]:
    paths: dict[str, tuple[str, ...]] = {}
    groups: list[tuple[tuple[object, ...], list[TableRow]]] = []
    for row in table_rows(index, access).all:
        first = row.cells[0]
        if first.passage_id not in paths:
            paths[first.passage_id] = index.store.passage(first.passage_id, access).heading_path
        place = (first.document_id, tuple(column for column, _ in first.qualifiers), paths[first.passage_id])
        if groups and groups[-1][0][:2] == place[:2] and _goes_on(groups[-1][1], row, index, same_path=groups[-1][0] == place):
            groups[-1][1].append(row)
        else:
            groups.append((place, [row]))
    titles = {document.id: document.title for document in index.store.documents(Filters(access=access))}
    keys = _keys(index, access)
    return tuple(_grid(rows, paths, titles, keys, index, access) for _, rows in groups)


def _goes_on(rows: Sequence[TableRow], row: TableRow, index: OpenIndex, *, same_path: bool) -> bool:
    """Whether a row belongs to the table before it: with columns of it, all of them where it stands under another heading.

    Where a column is another, the rows must be headed alike: a table right below may share places with the one above.
    """
    known, own = {cell.relation for each in rows for cell in each.cells}, {cell.relation for cell in row.cells}
    if not same_path or own <= known:
        return known == own or (same_path and len(known & own) >= LEAST_SHARED * min(len(known), len(own)))
    heads = {header_of(each.cells[0], index, frozenset({each.cells[0].access})) for each in (rows[-1], row)}
    return len(heads) == 1 and len(known & own) >= LEAST_SHARED * min(len(known), len(own))


def _keys(index: OpenIndex, access: frozenset[Access]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for fact in vocabulary_of(index, access).definitions:
        if is_code(fact.subject) and not fact.subject.startswith("*"):
            found.setdefault(fact.document_id, []).append(fact)
    return found


def _grid(
    rows: Sequence[TableRow],
    paths: dict[str, tuple[str, ...]],
    titles: dict[str, str],
    keys: dict[str, list[Fact]],
    index: OpenIndex,
    access: frozenset[Access],
) -> TableGrid:
    first = rows[0].cells[0]
    totals = [row for row in rows if _TOTAL.search(row.subject)]
    return TableGrid(
        document_id=first.document_id,
        rows=tuple(row for row in rows if row not in totals),
        totals=tuple(totals),
        relations=tuple(dict.fromkeys(cell.relation for row in rows for cell in row.cells)),
        head=header_of(first, index, access),
        context=words_of(" ".join((titles.get(first.document_id, ""), *paths[first.passage_id]))),
        key=tuple(keys.get(first.document_id, ())),
    )


_GRIDS = Learnt(_learn)


def grids_within(index: OpenIndex, filters: Filters) -> tuple[TableGrid, ...]:
    """The tables that lie within the asker's bounds."""
    grids = _GRIDS.of(index, filters.access)
    inside = {cell.id for cell in within([_first(grid) for grid in grids], filters, index)}
    return tuple(grid for grid in grids if _first(grid).id in inside)


def grid_of(cell: Fact, index: OpenIndex, filters: Filters) -> TableGrid | None:
    """The table that a cell stands in."""
    inside = (grid for grid in grids_within(index, filters) if grid.document_id == cell.document_id)
    return next((grid for grid in inside for row in (*grid.rows, *grid.totals) if cell in row.cells), None)


def _first(grid: TableGrid) -> Fact:
    return (grid.rows or grid.totals)[0].cells[0]


def column_words(relation: str) -> tuple[str, ...]:
    """The folded words of a column's own header."""
    return words_of(task_name(relation))
