"""Which rows of a table meet the conditions of a question, column by column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.opened import OpenIndex
from ingest.records import Fact
from service.answering.facts.claims import denies
from service.answering.tables.grids import TableGrid, column_words
from service.answering.tables.numbers import value_of
from service.answering.tables.rows_asked import RowsAsked
from service.answering.tables.states import are_states, fits
from service.answering.tables.table_rows import TableRow
from service.answering.tables.told import meaning_of
from service.understanding.vocabulary import task_name
from service.understanding.words import words_of

_SAYS_YES = re.compile(r"^(?:ja|yes|[✓✔☑xX])\W*$", re.IGNORECASE)
_OF_MONEY = re.compile(r"\w*(?:takst|pris|betaling|andel|udgift|gebyr)\w*|\bkr\b|price|fee|cost", re.IGNORECASE)
MOST_ROWS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsFound:
    """A table's column with the rows whose cell meets the condition, and what the code of the first of them means.

    `told` are the conditions that the cells themselves meet.
    """

    rows: tuple[TableRow, ...]
    cells: tuple[Fact, ...]
    meaning: Fact | None
    column: str
    told: int


def columns_meeting(grid: TableGrid, asked: RowsAsked, index: OpenIndex) -> list[RowsFound]:
    """The columns of which some cells meet the whole condition."""
    found = []
    if asked.state is not None:
        found = [each for relation in grid.relations if (each := _of_state(grid, relation, asked, of_states=True)) is not None]
        if not found:
            found = [
                each for relation in grid.relations if (each := _of_state(grid, relation, asked, of_states=False)) is not None
            ]
    if not found and (asked.conditions or asked.wants_none):
        found = [each for relation in grid.relations if (each := _of_cells(grid, relation, asked, index)) is not None]
        found += _of_groups(grid, asked)
    return [each for each in found if 0 < len(each.rows) <= MOST_ROWS]


def _of_state(grid: TableGrid, relation: str, asked: RowsAsked, *, of_states: bool) -> RowsFound | None:
    """The rows that are as far as is asked, by a column that tells how far they are, or one that tells it of some."""
    column = grid.column(relation)
    if asked.state is None or are_states([cell for _, cell in column]) is not of_states:
        return None
    around = (*grid.above, *column_words(relation))
    if not all(each.stands_in(around) for each in asked.conditions):
        return None
    meeting = [(row, cell) for row, cell in column if fits(asked.state, cell)]
    return _found(meeting, relation, len(asked.conditions) + 1, None) if meeting else None


def _of_groups(grid: TableGrid, asked: RowsAsked) -> list[RowsFound]:
    """The rows of a group that the question names: "område Nord"."""
    found = []
    for name in dict.fromkeys(column for row in grid.rows for column, _ in row.cells[0].qualifiers):
        meeting = []
        for row in grid.rows:
            group = words_of(dict(row.cells[0].qualifiers).get(name, ""))
            around = (*group, *words_of(name), *grid.context)
            if (
                group
                and all(each.stands_in(around) for each in asked.conditions)
                and any(each.stands_in(group, in_compounds=False) for each in asked.conditions)
            ):
                meeting.append((row, row.cells[0]))
        if meeting:
            found.append(_found(meeting, name, len(asked.conditions), None))
    return found


def _of_cells(grid: TableGrid, relation: str, asked: RowsAsked, index: OpenIndex) -> RowsFound | None:
    column = grid.column(relation)
    if asked.wants_none:
        meeting = [(row, cell) for row, cell in column if value_of(cell) == 0.0]
        siblings = [word for each in grid.relations for word in column_words(each)]
        around = (*siblings, *grid.above)
        named = any(each.stands_in(column_words(relation)) for each in asked.conditions)
        is_price = asked.wants_free and _OF_MONEY.search(task_name(relation)) is not None
        if not meeting or not (named or is_price) or not all(each.stands_in(around) for each in asked.conditions):
            return None
        return _found(meeting, relation, len(asked.conditions), None)
    told = [(row, cell, count) for row, cell in column if (count := _told(cell, grid, asked, index))]
    if not told:
        return None
    meaning = meaning_of(told[0][1], asked.understood, index)
    return _found([(row, cell) for row, cell, _ in told], relation, max(count for _, _, count in told), meaning)


def _found(meeting: Sequence[tuple[TableRow, Fact]], relation: str, told: int, meaning: Fact | None) -> RowsFound:
    return RowsFound(
        rows=tuple(row for row, _ in meeting),
        cells=tuple(cell for _, cell in meeting),
        meaning=meaning,
        column=relation,
        told=told,
    )


def _told(cell: Fact, grid: TableGrid, asked: RowsAsked, index: OpenIndex) -> int:
    """How many conditions a cell, or what its code means, tells; 0 unless header and context account for all others.

    Under a header that says all of it, a yes or a mark is enough.
    """
    if value_of(cell) is not None:
        return 0
    meaning = meaning_of(cell, asked.understood, index)
    if meaning is not None and denies(meaning.object):
        return 0
    own = words_of(f"{cell.object} {meaning.object if meaning else ''}")
    header = column_words(cell.relation)
    if _SAYS_YES.match(cell.object.strip()):
        by_header = sum(each.stands_in(header, in_compounds=False) for each in asked.conditions)
        return by_header * all(each.stands_in((*header, *grid.context)) for each in asked.conditions)
    told = [each for each in asked.conditions if each.stands_in(own, in_compounds=False)]
    return len(told) * all(each in told or each.stands_in((*header, *grid.context)) for each in asked.conditions)
