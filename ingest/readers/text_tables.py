"""Tables in plain text that show their cells by upright strokes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.limits import Limits
from ingest.readers.grid import Grid
from ingest.records import Block, BlockKind, Line

_CELL = re.compile(r"^(?P<text>[^|]*\S)\s*\|$")  # "Område |": a cell on a line of its own
_ROW = re.compile(r"^\|?[^|]+(?:\|[^|]*)+\|?$")  # "Område | Antal"
_RULE = re.compile(r"^[\s|:+=-]+$")
_MIN_ROWS = 2


def with_tables(lines: Sequence[str], page_number: int | None, limits: Limits) -> Iterator[Line | Block]:
    """The lines of a page, with a table for each run of lines that make one; everything else stays a `Line`."""
    place = 0
    while place < len(lines):
        rows, end = _stacked(lines, place) if lines[place].strip() == "|" else _side_by_side(lines, place)
        block = _table(rows, page_number, limits) if len(rows) >= _MIN_ROWS else None
        if block is None:
            yield Line(text=lines[place])
            place += 1
        else:
            yield block
            place = end


def _stacked(lines: Sequence[str], start: int) -> tuple[list[list[str]], int]:
    """Rows that begin with a lone stroke, their cells below it, each ending in a stroke; and the line after them."""
    rows: list[list[str]] = []
    place = start
    while place < len(lines):
        line = lines[place].strip()
        if line == "|":
            rows.append([])
        elif match := _CELL.match(line):
            rows[-1].append(match["text"])
        elif line:
            break
        place += 1
    rows = [row for row in rows if row]
    return (rows if rows and all(len(row) > 1 for row in rows) else []), place


def _side_by_side(lines: Sequence[str], start: int) -> tuple[list[list[str]], int]:
    """Rows with their cells side by side, all with as many strokes; and the line after them."""
    rows: list[list[str]] = []
    place, strokes = start, lines[start].count("|")
    while place < len(lines) and strokes and lines[place].count("|") == strokes and _ROW.match(lines[place].strip()):
        if not _RULE.match(lines[place]):
            rows.append([cell.strip() for cell in lines[place].strip().strip("|").split("|")])
        place += 1
    return rows, place


def _table(rows: Sequence[Sequence[str]], page_number: int | None, limits: Limits) -> Block | None:
    grid = Grid(limits.max_table_cells)
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            grid.put(number, column, text)
    return grid.block(header_rows=1, kind=BlockKind.TABLE, page_number=page_number)
