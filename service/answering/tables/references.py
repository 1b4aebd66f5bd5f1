"""Cells that send the reader to another cell: "Samme som Herlev", "se Stevns", "do."."""

from __future__ import annotations

import re

from index.opened import OpenIndex
from index.records import Filters
from ingest.records import Fact
from service.answering.tables.grids import TableGrid, grid_of
from service.answering.tables.table_rows import TableRow
from service.understanding.vocabulary import task_name
from service.understanding.words import same_word, words_of

_AT = r"(?:\s(?:i|for|på|ved|hos|under|in|at))?"
_SENDS = re.compile(
    rf"^\W*(?:(?:det\s)?samme\s(?:sted\s)?som{_AT}|(?:lige)?som{_AT}|se(?:\sunder)?|jf\.?|svarer til|deles med"
    rf"|(?:same\s)?as{_AT}|see(?:\sunder)?)\s+(?P<where>\w[\w\s.,/-]{{0,60}}?)\W*$",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    r"^\W*(?:do|ditto|dito|id|idem|som ovenfor|samme|same(?: as above)?|as above)\W*$|^\s*[\"”“〃´'’]{1,2}\s*$", re.IGNORECASE
)
MOST_STEPS = 4
"""References followed one after the other: one may send on to the next."""


def followed(cell: Fact, index: OpenIndex, filters: Filters) -> Fact | None:
    """The cell that a reference means, through further references; None where the cell is none or leads nowhere."""
    if not (_SENDS.match(cell.object) or _ABOVE.match(cell.object)):
        return None
    grid = grid_of(cell, index, filters)
    row = next((row for row in grid.rows if cell in row.cells), None) if grid is not None else None
    return _followed(cell, row, grid) if grid is not None and row is not None else None


def _followed(cell: Fact, row: TableRow, grid: TableGrid) -> Fact | None:
    wording = cell.object
    for _ in range(MOST_STEPS):
        place = _meant(wording, row, cell.relation, grid)
        if place is None:
            return None
        other_row, relation = place
        target = grid.cell(other_row, relation)
        if target is None:
            return None
        if not (_SENDS.match(target.object) or _ABOVE.match(target.object)):
            return target
        if _ABOVE.match(wording) and _SENDS.match(target.object) and not _names_row(target.object, grid):
            wording = target.object  # "do." below "som Faxe" is "som Faxe" in its own row
            continue
        cell, row, wording = target, other_row, target.object
    return None


def _meant(wording: str, row: TableRow, relation: str, grid: TableGrid) -> tuple[TableRow, str] | None:
    """The row and column that a reference in this row and column means."""
    sends = _SENDS.match(wording)
    if sends is None:
        above = grid.rows[grid.rows.index(row) - 1] if grid.rows.index(row) else None
        return (above, relation) if above is not None else None
    column = next((each for each in grid.relations if each != relation and _is(sends["where"], task_name(each))), None)
    if column is not None:
        return row, column
    other = next((each for each in grid.rows if each is not row and _is_row(sends["where"], each, grid)), None)
    return (other, relation) if other is not None else None


def _names_row(wording: str, grid: TableGrid) -> bool:
    sends = _SENDS.match(wording)
    return sends is not None and any(_is_row(sends["where"], row, grid) for row in grid.rows)


def _is_row(where: str, row: TableRow, grid: TableGrid) -> bool:
    """Whether the words behind "som" name a row: by its name, a word that its table's other rows have not, or header and name."""
    if _is(where, row.subject) or _is(where, f"{grid.head} {row.subject}"):
        return True
    own = [word for word in words_of(row.subject) if sum(word in words_of(each.subject) for each in grid.rows) == 1]
    return bool(own) and all(any(same_word(word, each) for each in words_of(where)) for word in own)


def _is(where: str, name: str) -> bool:
    said, own = words_of(where), words_of(name)
    return len(said) == len(own) > 0 and all(any(same_word(word, each) for each in own) for word in said)
