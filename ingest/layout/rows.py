"""Lines that stand side by side: one printed row of a page, cut into segments where there is wide space between words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.boxes import around
from ingest.layout.markers import BARE_NUMBER, stands_alone
from ingest.records import Box, Line

MOST_BESIDE_NUMBER = 2  # segments of a row in which a bare number is that of a list item, not the first cell of a table


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The segments of one printed row from left to right; all have boxes."""

    segments: tuple[Line, ...]

    @property
    def top(self) -> float:
        """Distance of its highest segment from the top of the page."""
        return min(box_of(line).top for line in self.segments)

    @property
    def bottom(self) -> float:
        """Distance of its lowest segment's foot from the top of the page."""
        return max(box_of(line).bottom for line in self.segments)


def rows_of(lines: Sequence[Line], *, with_markers: bool = True) -> list[Row]:
    """Lines with boxes grouped into rows, from the top; in a row, middles are closer than half a line's height.

    A bullet or item number that opens a row is joined to its text, unless `with_markers` is False.
    """
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (_middle(line), box_of(line).x0)):
        if rows and _middle(line) - _middle(rows[-1][0]) < _height(line) * 0.5 and _beside(rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    ordered = (sorted(row, key=lambda line: box_of(line).x0) for row in rows)
    return [Row(segments=_with_markers(row) if with_markers else tuple(row)) for row in ordered]


def _with_markers(segments: list[Line]) -> tuple[Line, ...]:
    """The segments, a bullet or item number that opens the row set before its text; a number before cells is one of them."""
    if len(segments) < 2 or not stands_alone(segments[0].text):
        return tuple(segments)
    if len(segments) > MOST_BESIDE_NUMBER and BARE_NUMBER.fullmatch(segments[0].text.strip()):
        return tuple(segments)
    return joined_lines(segments[:2]), *segments[2:]


def merged(row: Row) -> Line:
    """The row as one line, its segments set apart by a blank."""
    return joined_lines(row.segments)


def joined_lines(lines: Sequence[Line]) -> Line:
    """One line with the words of all and a box around all; the size is the longest's, and it is bold when all words are."""
    if len(lines) == 1:
        return lines[0]
    longest = max(lines, key=lambda line: len(line.text))
    bold = all(line.bold for line in lines if not stands_alone(line.text)) and longest.bold
    boxes = [box_of(line) for line in lines]
    box = around(boxes)
    return replace(longest, text=" ".join(line.text.strip() for line in lines), box=box, bold=bold)


def _beside(row: list[Line], line: Line) -> bool:
    box = box_of(line)
    return all(box.x0 >= box_of(other).x1 - 1 or box.x1 <= box_of(other).x0 + 1 for other in row)


def _middle(line: Line) -> float:
    return (box_of(line).top + box_of(line).bottom) / 2


def _height(line: Line) -> float:
    return max(box_of(line).bottom - box_of(line).top, 1.0)


def box_of(line: Line) -> Box:
    """The box of a line that has one. Raises `ValueError` for another: it stands in no row or column."""
    if line.box is None:
        raise ValueError(f"a line without a box stands in no row or column: {line.text[:40]!r}")
    return line.box
