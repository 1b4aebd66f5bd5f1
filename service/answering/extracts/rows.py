"""One row of a table answers: a window that runs over several rows gives way to the row that speaks most of the question."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.records import BlockKind
from service.answering.extracts.asked import Asked
from service.answering.extracts.units import Unit
from service.answering.extracts.wanted import Wanted
from service.answering.extracts.windows import Window

ROW_ENDS = "\n\n"
"""Between two rows of a table stands a blank line, between two cells of one a line's end."""


def one_row(window: Window, asked: Asked) -> Window:
    """The row the window is about, whole; the window itself outside tables of named cells, or when a list is asked for."""
    if window.units[0].passage.kind is not BlockKind.TABLE or Wanted.LIST in asked.wanted:
        return window
    rows = [row for row in rows_of(window.units) if row[0] <= window.last and row[1] >= window.first]
    if not any(last > first for first, last in rows):
        return window
    shares = [_share(window.units[first : last + 1], asked) for first, last in rows]
    first, last = rows[shares.index(max(shares))]
    return Window(units=window.units, first=first, last=last)


def rows_of(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """The rows of a table's units in order, each as its first and last unit."""
    starts = [0]
    for unit, coming in pairwise(units):
        if ROW_ENDS in unit.passage.text[unit.end : coming.start]:
            starts.append(coming.number)
    return list(zip(starts, [*(start - 1 for start in starts[1:]), len(units) - 1], strict=True))


def _share(row: Sequence[Unit], asked: Asked) -> float:
    return float(asked.meetings.share(asked.meetings.of(word for unit in row for word in unit.words)))
