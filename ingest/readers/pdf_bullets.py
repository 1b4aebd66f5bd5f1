"""Bullets that are drawn and not written: browsers print the marks of lists as small shapes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.boxes import around
from ingest.layout.markers import is_list_marker
from ingest.records import Box, Line
from ingest.tables.rulings import Dot

FARTHEST = 2.5  # line heights between a bullet and its text
FILLED, RING = "•", "◦"


def with_bullets(lines: Sequence[tuple[int, Line]], dots: Sequence[Dot]) -> list[tuple[int, Line]]:
    """The lines (each with its first character), those right of a drawn dot on their height with a bullet before their text."""
    if not dots:
        return list(lines)
    found = list(lines)
    for dot in dots:
        number = _line_beside(found, dot)
        if number is not None:
            place, line = found[number]
            found[number] = place, _with_bullet(line, dot)
    return found


def _line_beside(lines: Sequence[tuple[int, Line]], dot: Dot) -> int | None:
    """The nearest line to the right of the dot whose height takes in the dot's middle, unless text stands left of the dot."""
    middle = (dot.top + dot.bottom) / 2
    level = [(n, line.box) for n, (_, line) in enumerate(lines) if line.box and line.box.top <= middle <= line.box.bottom]
    right = [(box.x0, n, box) for n, box in level if dot.x1 <= box.x0 <= dot.x1 + FARTHEST * (box.bottom - box.top)]
    if not right:
        return None
    _, number, box = min(right, key=lambda found: found[0])
    taller = dot.bottom - dot.top > 0.7 * (box.bottom - box.top)
    return None if taller or is_list_marker(lines[number][1].text.strip()) else number


def _with_bullet(line: Line, dot: Dot) -> Line:
    if line.box is None:
        return line
    mark = Box(page_number=line.box.page_number, x0=dot.x0, top=dot.top, x1=dot.x1, bottom=dot.bottom)
    return replace(line, text=f"{FILLED if dot.is_filled else RING} {line.text.lstrip()}", box=around([line.box, mark]))
