"""Tables that were drawn as one but are two: a legend of terms and meanings in the first columns under a wider table."""

from __future__ import annotations

from dataclasses import replace

from ingest.records import Cell, Table

LEGEND_COLUMNS = 2
LEAST_COLUMNS = 4  # of the table above, so that a sparse last row is not taken for a legend
LEAST_LEGEND_ROWS = 2


def parted_tables(table: Table) -> tuple[Table, ...]:
    """The table, or the table and the legend under it (two columns, no header)."""
    first = _legend_start(table)
    if first is None:
        return (table,)
    above = tuple(cell for cell in table.cells if cell.row < first)
    rest = (cell for cell in table.cells if cell.row >= first and cell.column < LEGEND_COLUMNS)
    below = tuple(replace(cell, row=cell.row - first, column_span=1) for cell in rest)
    legend = Table(cells=below, header_rows=0, row_count=table.row_count - first, column_count=LEGEND_COLUMNS)
    return replace(table, cells=above, row_count=first), legend


def _legend_start(table: Table) -> int | None:
    """The first of at least two closing rows that fill the first two columns and no other, under rows that fill more."""
    if table.column_count < LEAST_COLUMNS:
        return None
    columns = _filled_columns(table.cells)
    first = table.row_count
    while first > 0 and columns.get(first - 1) == frozenset(range(LEGEND_COLUMNS)):
        first -= 1
    spans_over = any(cell.row < first < cell.row + cell.row_span for cell in table.cells)
    if first <= table.header_rows or table.row_count - first < LEAST_LEGEND_ROWS or spans_over:
        return None
    wide = sum(len(columns.get(row, ())) >= LEAST_COLUMNS - 1 for row in range(table.header_rows, first))
    return first if wide * 2 > first - table.header_rows else None


def _filled_columns(cells: tuple[Cell, ...]) -> dict[int, frozenset[int]]:
    rows: dict[int, set[int]] = {}
    for cell in cells:
        if cell.text.strip():
            rows.setdefault(cell.row, set()).add(cell.column)
    return {row: frozenset(columns) for row, columns in rows.items()}
