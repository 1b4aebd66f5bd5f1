"""Tables of plain text: consecutive lines with tabs, empty cells read as cells merged with their neighbour."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.records import Cell, Table
from ingest.tables.header import header_rows


def tabbed_table(rows: Sequence[str]) -> Table:
    """The table of lines with tabs, one row a line.

    Leading empty cells belong to the merged cell above them. In a first row, empty cells after a text belong to that text
    where the next row fills them.
    """
    split = [[cell.strip() for cell in row.split("\t")] for row in rows]
    columns = max(len(row) for row in split)
    grid = [row + [""] * (columns - len(row)) for row in split]
    cells = [cell for row in range(len(grid)) for cell in _row_cells(grid, row)]
    spanned = tuple(_reaching_down(cells, grid))
    return Table(
        cells=spanned,
        header_rows=header_rows(spanned, len(grid), columns),
        row_count=len(grid),
        column_count=columns,
    )


def _row_cells(grid: list[list[str]], row: int) -> list[Cell]:
    texts = grid[row]
    cells: list[Cell] = []
    column = 0
    while column < len(texts):
        span = _column_span(grid, row, column)
        cells.append(Cell(text=texts[column], row=row, column=column, column_span=span))
        column += span
    return cells


def _column_span(grid: list[list[str]], row: int, column: int) -> int:
    """In the first row, a text reaches over the empty cells right of it that the second row fills, if that row only splits it."""
    if row > 0 or len(grid) < 2 or not grid[0][column] or not grid[1][column]:
        return 1
    below_leads = not any(grid[1][:column])
    span = 1
    while below_leads and column + span < len(grid[0]) and not grid[0][column + span] and grid[1][column + span]:
        span += 1
    return span


def _reaching_down(cells: list[Cell], grid: list[list[str]]) -> list[Cell]:
    """Leading empty cells become part of the filled cell above them in their column."""
    leading = {(row, column) for row, texts in enumerate(grid) for column in range(_leading_empty(texts)) if row > 0}
    kept = []
    for cell in cells:
        if (cell.row, cell.column) in leading and _anchor(grid, leading, cell.row, cell.column) is not None:
            continue
        span = 1
        while cell.text and (cell.row + span, cell.column) in leading:
            span += 1
        kept.append(
            Cell(text=cell.text, row=cell.row, column=cell.column, row_span=span, column_span=cell.column_span)
            if span > 1
            else cell
        )
    return kept


def _leading_empty(texts: list[str]) -> int:
    count = next((column for column, text in enumerate(texts) if text), len(texts))
    return count if count < len(texts) else 0


def _anchor(grid: list[list[str]], leading: set[tuple[int, int]], row: int, column: int) -> int | None:
    """The row of the filled cell that reaches down to this one."""
    while (row, column) in leading:
        row -= 1
    return row if grid[row][column] else None
