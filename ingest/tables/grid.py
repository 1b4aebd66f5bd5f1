"""The grid behind a ruled table: which rectangle between the lines is which row and column, merged cells included."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from ingest.tables.rulings import Ruling

Rectangle = tuple[float, float, float, float]  # x0, top, x1, bottom

SNAP_POINTS = 3.0  # lines closer than this are one
LEAST_OPEN_COLUMNS = 3  # column lines that must stop together for a table cut off by the page's end
NARROWEST_OPEN_COLUMN = 20.0  # points
MAX_INTERSECTIONS = 4_000
MAX_EDGES = 3_000
MAX_RULINGS = 20_000  # before those that are one are put together: more are a drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A rectangle between lines; merged cells have spans above 1."""

    row: int
    column: int
    row_span: int
    column_span: int
    rectangle: Rectangle


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A ruled table without its text: ascending column and row lines and the cells in reading order."""

    column_lines: tuple[float, ...]
    row_lines: tuple[float, ...]
    cells: tuple[GridCell, ...]

    @property
    def rectangle(self) -> Rectangle:
        """The outline of the table."""
        return self.column_lines[0], self.row_lines[0], self.column_lines[-1], self.row_lines[-1]

    def cell_at(self, x: float, y: float) -> int | None:
        """The index of the cell that holds the point, None where there is no cell."""
        x0, top, x1, bottom = self.rectangle
        if not (x0 <= x <= x1 and top <= y <= bottom):
            return None
        for index, cell in enumerate(self.cells):
            left, upper, right, lower = cell.rectangle
            if left <= x <= right and upper <= y <= lower:
                return index
        return None


def grids_of(rulings: Sequence[Ruling]) -> list[Grid]:
    """The tables that the lines draw, from the top; a frame around text (one column) is none."""
    level = sum(line.is_horizontal for line in rulings)
    if level < 2 or len(rulings) - level < 3 or len(rulings) > MAX_RULINGS:
        return []
    groups = (part for group in _cell_groups([*rulings, *_closing(rulings)]) for part in _parted(group))
    grids = (_grid(group) for group in groups)
    return [grid for grid in grids if len(grid.column_lines) > 2]


def _closing(rulings: Sequence[Ruling]) -> list[Ruling]:
    """The lines that a page break leaves out: between the ends of column lines that stop together where no line joins them."""
    upright = [line for line in rulings if not line.is_horizontal]
    level = [line for line in rulings if line.is_horizontal]
    found: list[Ruling] = []
    tops, bottoms = sorted((line.top, line.x0) for line in upright), sorted((line.bottom, line.x0) for line in upright)
    for ends, onward in ((tops, bottoms), (bottoms, tops)):
        for y in sorted({y for y, _ in ends}):
            if _at_height(onward, y):
                continue  # column lines go on from here, drawn row by row
            columns = sorted({x for _, x in _at_height(ends, y)})
            if len(columns) >= LEAST_OPEN_COLUMNS:
                found += _between(columns, y, [*level, *found], upright)
    return found


def _at_height(ends: Sequence[tuple[float, float]], y: float) -> Sequence[tuple[float, float]]:
    """Of ascending ends of lines (height, x), those at the height y."""
    return ends[bisect_left(ends, (y - SNAP_POINTS, -inf)) : bisect_right(ends, (y + SNAP_POINTS, inf))]


def _between(columns: Sequence[float], y: float, level: Sequence[Ruling], upright: Sequence[Ruling]) -> list[Ruling]:
    pairs = list(pairwise(columns))
    open_pairs = [(left, right) for left, right in pairs if not _is_joined(left, right, y, level, upright)]
    # Where some are joined, a narrow one between them is the space between two boxes side by side, no column.
    least = SNAP_POINTS if len(open_pairs) == len(pairs) else NARROWEST_OPEN_COLUMN
    return [Ruling(x0=left, top=y, x1=right, bottom=y) for left, right in open_pairs if right - left > least]


def _is_joined(left: float, right: float, y: float, level: Sequence[Ruling], upright: Sequence[Ruling]) -> bool:
    """Whether a line runs between two column lines at the height y, or another column line runs through between them."""
    middle = (left + right) / 2
    if any(abs(line.top - y) <= SNAP_POINTS and line.x0 <= middle <= line.x1 for line in level):
        return True
    return any(left < line.x0 < right and line.top < y - SNAP_POINTS and line.bottom > y + SNAP_POINTS for line in upright)


def _cell_groups(rulings: Sequence[Ruling]) -> list[list[Rectangle]]:
    """Touching cells, by pdfplumber's search over intersections (Nurminen 2013, "Algorithmic extraction of data in tables")."""
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    edges = merge_edges([_edge(line) for line in rulings], SNAP_POINTS, SNAP_POINTS, SNAP_POINTS, SNAP_POINTS)
    if len(edges) > MAX_EDGES:
        return []
    intersections = edges_to_intersections(edges, SNAP_POINTS, SNAP_POINTS)
    if len(intersections) > MAX_INTERSECTIONS:
        return []
    groups: list[list[Rectangle]] = cells_to_tables(intersections_to_cells(intersections))
    return groups


def _edge(line: Ruling) -> dict[str, float | str]:
    return {
        "object_type": "line",
        "orientation": "h" if line.is_horizontal else "v",
        "x0": line.x0,
        "x1": line.x1,
        "top": line.top,
        "bottom": line.bottom,
        "width": line.x1 - line.x0,
        "height": line.bottom - line.top,
    }


def _parted(cells: list[Rectangle]) -> list[list[Rectangle]]:
    """Two tables that stand on each other, told apart by inner column lines that have nothing in common."""
    for line in sorted({cell[1] for cell in cells})[1:]:
        if any(cell[1] < line < cell[3] for cell in cells):
            continue
        above = [cell for cell in cells if cell[3] <= line]
        below = [cell for cell in cells if cell[1] >= line]
        over, under = _inner_lines(above), _inner_lines(below)
        if over and under and not any(abs(a - b) <= SNAP_POINTS for a in over for b in under):
            return [above, *_parted(below)]
    return [cells]


def _inner_lines(cells: list[Rectangle]) -> set[float]:
    lines = {cell[0] for cell in cells} | {cell[2] for cell in cells}
    return lines - {min(lines), max(lines)}


def _grid(cells: list[Rectangle]) -> Grid:
    columns = sorted({cell[0] for cell in cells} | {cell[2] for cell in cells})
    rows = sorted({cell[1] for cell in cells} | {cell[3] for cell in cells})
    placed = [_placed(cell, columns, rows) for cell in cells]
    return Grid(
        column_lines=tuple(columns),
        row_lines=tuple(rows),
        cells=tuple(sorted(placed, key=lambda cell: (cell.row, cell.column))),
    )


def _placed(cell: Rectangle, columns: list[float], rows: list[float]) -> GridCell:
    x0, top, x1, bottom = cell
    column, row = bisect_right(columns, x0) - 1, bisect_right(rows, top) - 1
    return GridCell(
        row=row,
        column=column,
        row_span=max(bisect_right(rows, bottom) - 1 - row, 1),
        column_span=max(bisect_right(columns, x1) - 1 - column, 1),
        rectangle=cell,
    )
