"""Rows of figures that stand several to a ruled row: tables with a line under every fifth row, or none at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.records import Box, Cell, Table

FIGURE = re.compile(r"^[-–+(]?\d[\d.,\s]*%?\)?$|^[-–]$")
LEAST_COLUMNS = 3
FIGURE_SHARE = 0.5  # of the row's cells whose every line is a figure


def unstacked(table: Table) -> Table:
    """The table with each ruled row that holds as many lines in every cell, most of them figures, as that many rows."""
    heights = [_stacked_lines(table, row) for row in range(table.row_count)]
    if all(height == 1 for height in heights):
        return table
    starts = [sum(heights[:row]) for row in range(table.row_count + 1)]
    cells = [part for cell in table.cells for part in _parts(cell, heights[cell.row], starts)]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    header = starts[min(table.header_rows, table.row_count)]
    return replace(table, cells=tuple(cells), row_count=starts[-1], header_rows=header)


def _stacked_lines(table: Table, row: int) -> int:
    """The number of rows in a ruled row, 1 where its cells do not agree."""
    own = [cell for cell in table.cells if cell.row == row]
    filled = [cell.text.split("\n") for cell in own if cell.text.strip()]
    counts = {len(lines) for lines in filled}
    reaching = any(cell.row < row < cell.row + cell.row_span for cell in table.cells) or any(cell.row_span > 1 for cell in own)
    if row < table.header_rows or reaching or len(filled) < LEAST_COLUMNS or len(counts) != 1:
        return 1
    figures = sum(all(FIGURE.match(line.strip()) for line in lines) for lines in filled)
    return counts.pop() if figures >= FIGURE_SHARE * len(filled) else 1


def _parts(cell: Cell, height: int, starts: Sequence[int]) -> list[Cell]:
    """The cell at its new row, or one cell a line; the box is cut into equal heights."""
    if height == 1:
        last = min(cell.row + cell.row_span, len(starts) - 1)
        return [replace(cell, row=starts[cell.row], row_span=max(starts[last] - starts[cell.row], 1))]
    lines = cell.text.split("\n") if cell.text.strip() else [""] * height
    return [
        replace(cell, text=line, row=starts[cell.row] + number, box=_slice(cell.box, number, height))
        for number, line in enumerate(lines)
    ]


def _slice(box: Box | None, number: int, height: int) -> Box | None:
    if box is None:
        return None
    step = (box.bottom - box.top) / height
    return replace(box, top=box.top + number * step, bottom=box.top + (number + 1) * step)
