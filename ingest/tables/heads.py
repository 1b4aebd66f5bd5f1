"""Header rows above an unruled table whose labels are wider than their columns, or stand over several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.layout.rows import Row
from ingest.records import Cell, Line

MOST_HEADS = 3
LONGEST_HEAD = 60  # characters
WIDEST_GAP = 1.6  # line heights between a header row and what it stands over
ALIGNED_POINTS = 6.0  # how well the estimated place of a word fits its column
NEAR_POINTS = 12.0  # how far beside its column a label may stand


def heads_above(rows: Sequence[Row], first: Row, columns: Sequence[tuple[float, float]]) -> list[Row]:
    """The header rows among `rows`, those above the table's `first` row, from the top.

    Each has at least two labels, and every label stands over columns (x0, x1) of its own.
    """
    found: list[Row] = []
    below = first
    for row in reversed(rows[-MOST_HEADS:]):
        height = max(row.bottom - row.top, 1.0)
        if below.top - row.bottom > WIDEST_GAP * height or len(row.segments) < 2 or not _are_labels(row, columns):
            break
        found.insert(0, row)
        below = row
    return found


def head_cells(row: Row, number: int, columns: Sequence[tuple[float, float]]) -> list[Cell]:
    """The labels of a header row as cells, with the columns they stand over."""
    labels = [label for line in row.segments for label in _parted(line, columns)]
    placed = [(_columns(line, columns), line) for line in labels]
    return [
        Cell(text=line.text.strip(), row=number, column=over[0], column_span=over[-1] - over[0] + 1, box=line.box)
        for over, line in placed
        if over
    ]


def reaching_down(cells: Sequence[Cell], row_count: int, column_count: int) -> list[Cell]:
    """The cells of header rows, each down to the next label of its columns; empty ones where no label stands over a column."""
    taken = {(cell.row, column): cell for cell in cells for column in range(cell.column, cell.column + cell.column_span)}
    found = []
    for cell in cells:
        own = range(cell.column, cell.column + cell.column_span)
        span = 1
        while cell.row + span < row_count and not any((cell.row + span, column) in taken for column in own):
            span += 1
        found.append(replace(cell, row_span=span))
    tops = {column: min((row for row, other in taken if other == column), default=row_count) for column in range(column_count)}
    empty = [Cell(text="", row=row, column=column) for column, top in tops.items() for row in range(top)]
    return sorted([*found, *empty], key=lambda cell: (cell.row, cell.column))


def _are_labels(row: Row, columns: Sequence[tuple[float, float]]) -> bool:
    over = [_columns(line, columns) for line in row.segments]
    if not all(over) or any(len(line.text) > LONGEST_HEAD or line.text.rstrip().endswith(":") for line in row.segments):
        return False
    return all(left[-1] < right[0] for left, right in pairwise(over))


def _parted(line: Line, columns: Sequence[tuple[float, float]]) -> list[Line]:
    """Labels that stand so close that they were read as one, where each word begins or ends with a column of its own."""
    words, over = line.text.split(), _columns(line, columns)
    if line.box is None or len(over) < 2 or len(words) != len(over):
        return [line]
    text = " ".join(words)
    width = (line.box.x1 - line.box.x0) / len(text)
    parts: list[Line] = []
    at = 0
    for word, column in zip(words, over, strict=True):
        x0, x1 = line.box.x0 + at * width, line.box.x0 + (at + len(word)) * width
        if min(abs(x0 - columns[column][0]), abs(x1 - columns[column][1])) > ALIGNED_POINTS:
            return [line]
        parts.append(replace(line, text=word, box=replace(line.box, x0=x0, x1=x1)))
        at += len(word) + 1
    return parts


def _columns(line: Line, columns: Sequence[tuple[float, float]]) -> list[int]:
    """The columns that a label stands over: those it overlaps, else the one it stands close beside."""
    if line.box is None:
        return []
    box = line.box
    over = [number for number, (x0, x1) in enumerate(columns) if box.x0 < x1 and box.x1 > x0]
    if over:
        return over
    near = [(max(x0 - box.x1, box.x0 - x1), number) for number, (x0, x1) in enumerate(columns)]
    distance, number = min(near, default=(NEAR_POINTS + 1, 0))
    return [number] if distance <= NEAR_POINTS else []
