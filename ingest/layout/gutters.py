"""Narrow gaps between words: the edge of a column or table cell where lines above and below begin there too, else a blank."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ingest.layout.rows import joined_lines, rows_of
from ingest.records import Box, Line

WIDE_GAP = 1.5  # line heights: no blank is wider, also in justified text
SAME_PLACE_POINTS = 1.5
SAME_END_POINTS = 3.0  # lines may end in a blank
NEAR_POINTS = 120.0  # how far above and below other lines speak for an edge
LEAST_OTHERS = 2  # lines that begin or end at the same place


def rejoined(lines: Sequence[Line]) -> list[Line]:
    """The lines, parts of a row that stand close together as one where nothing near begins or ends at the gap; in their order."""
    starts = sorted((line.box.x0, line.box.top) for line in lines if line.box)
    ends = sorted((line.box.x1, line.box.top) for line in lines if line.box)
    place = {id(line): number for number, line in enumerate(lines)}
    kept: list[tuple[int, Line]] = []
    for row in rows_of(lines, with_markers=False):
        parts = [row.segments[0]]
        number = place[id(row.segments[0])]
        for line in row.segments[1:]:
            if _is_blank(parts[-1], line, starts, ends):
                parts[-1] = joined_lines([parts[-1], line])
                number = min(number, place[id(line)])
            else:
                kept.append((number, parts[-1]))
                parts.append(line)
                number = place[id(line)]
        kept.append((number, parts[-1]))
    return [line for _, line in sorted(kept, key=lambda pair: pair[0])]


def _is_blank(left: Line, right: Line, starts: list[tuple[float, float]], ends: list[tuple[float, float]]) -> bool:
    """Whether the gap between two neighbours is no wider than a blank may be, and no edge that other lines share."""
    if left.box is None or right.box is None:
        return False
    height = max(left.box.bottom - left.box.top, right.box.bottom - right.box.top)
    if right.box.x0 - left.box.x1 > WIDE_GAP * height:
        return False
    beginning = _near(starts, right.box.x0, right.box, SAME_PLACE_POINTS)
    return max(beginning, _near(ends, right.box.x1, right.box, SAME_END_POINTS)) <= LEAST_OTHERS


def _near(edges: list[tuple[float, float]], x: float, box: Box, slack: float) -> int:
    """How many lines near the box, itself among them, have an edge at x."""
    first = bisect_left(edges, (x - slack, -1e9))
    last = bisect_right(edges, (x + slack, 1e9))
    return sum(abs(top - box.top) <= NEAR_POINTS for _, top in edges[first:last])
