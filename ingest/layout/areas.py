"""Framed and shaded boxes of a page: the text in one is read as a whole, not line by line with the text beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.layout.rows import rows_of
from ingest.records import Box, Line

INSIDE_POINTS = 3.0  # how far a line may reach over the frame
OVERFLOW = 0.1  # of the box's width that a line too long for it may reach over its right side
LEAST_ROWS = 2
LARGEST = 0.6  # of the page's area
ADJOINING_POINTS = 4.0  # boxes closer than this, edge to edge, are cells of a table


@dataclass(frozen=True, slots=True, kw_only=True)
class SetApart:
    """A box and the lines that stand in it, in the page's order."""

    area: Box
    lines: tuple[Line, ...]


def set_apart(lines: Sequence[Line], areas: Sequence[Box], page_area: float) -> tuple[list[Line], list[SetApart]]:
    """The lines that stand in no box, and the boxes with other text beside them, outermost first; all lines have boxes."""
    free = list(lines)
    found: list[SetApart] = []
    for area in sorted(_boxes(areas, page_area), key=lambda area: (-_size(area), area.top, area.x0)):
        inside = [line for line in free if line.box and _holds(area, line.box)]
        taken = set(map(id, inside))  # a page may hold thousands of lines and a hundred boxes
        outside = [line for line in lines if id(line) not in taken]
        if len(rows_of(inside)) < LEAST_ROWS or _is_crossed(area, outside) or not _stands_beside(area, outside):
            continue
        found.append(SetApart(area=area, lines=tuple(inside)))
        free = [line for line in free if id(line) not in taken]
    return free, found


def _boxes(areas: Sequence[Box], page_area: float) -> list[Box]:
    """The boxes, each once, that are no page background and no cells of a table drawn by their shades."""
    single = list(dict.fromkeys(areas))
    return [area for area in single if _size(area) <= LARGEST * page_area and not any(_adjoin(area, other) for other in single)]


def _size(box: Box) -> float:
    return (box.x1 - box.x0) * (box.bottom - box.top)


def _holds(area: Box, box: Box) -> bool:
    return (
        area.x0 - INSIDE_POINTS <= box.x0
        and box.x1 <= area.x1 + max(INSIDE_POINTS, OVERFLOW * (area.x1 - area.x0))
        and area.top - INSIDE_POINTS <= (box.top + box.bottom) / 2 <= area.bottom + INSIDE_POINTS
    )


def _is_crossed(area: Box, outside: Sequence[Line]) -> bool:
    """Whether a line runs in from outside: then the box is a drawing behind text."""
    return any(
        line.box.x0 < area.x1 - INSIDE_POINTS
        and line.box.x1 > area.x0 + max(INSIDE_POINTS, OVERFLOW * (area.x1 - area.x0))
        and area.top < (line.box.top + line.box.bottom) / 2 < area.bottom
        for line in outside
        if line.box and not _holds(area, line.box)
    )


def _stands_beside(area: Box, outside: Sequence[Line]) -> bool:
    return any(line.box.top < area.bottom and line.box.bottom > area.top for line in outside if line.box)


def _adjoin(area: Box, other: Box) -> bool:
    """Whether two boxes of equal height stand side by side, or of equal width on each other, with hardly a gap."""
    if area == other:
        return False
    level = abs(area.top - other.top) <= 1 and abs(area.bottom - other.bottom) <= 1
    stacked = abs(area.x0 - other.x0) <= 1 and abs(area.x1 - other.x1) <= 1
    across = max(area.x0, other.x0) - min(area.x1, other.x1)
    down = max(area.top, other.top) - min(area.bottom, other.bottom)
    return (level and -1 <= across <= ADJOINING_POINTS) or (stacked and -1 <= down <= ADJOINING_POINTS)
