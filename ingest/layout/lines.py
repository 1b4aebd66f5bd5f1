"""Printed lines with their surroundings: what the later steps of layout decide on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.records import Block, Box, Line, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """A line with its place. `indent` counts leading blanks (or, with positions, points from the left edge of the page).

    `blank_before` says that blank space stands above it; `new_page` that it is the first of its page (numbered or
    marked by a form feed or one leading space). `fill` is its length relative to the usual full line, 0 to about 1.
    """

    text: str
    page_number: int | None
    box: Box | None
    font_size: float | None
    bold: bool
    indent: float
    blank_before: bool
    new_page: bool
    fill: float


def printed_lines(page: Page) -> list[PrintedLine | Block]:
    """The lines of a page that have text, and its ready blocks, in the order of the page."""
    lines = [item for item in page.content if isinstance(item, Line)]
    full = _full_length(lines)
    pitch = _line_pitch(lines)
    printed: list[PrintedLine | Block] = []
    previous: Line | None = None
    blank = False
    for item in page.content:
        if isinstance(item, Block):
            printed.append(item)
            previous = None
            continue
        if not item.text.strip():
            blank = True
            continue
        printed.append(
            PrintedLine(
                text=re.sub(r"[ \t\xa0]+", " ", item.text).strip() if "\t" not in item.text else item.text,
                page_number=page.number,
                box=item.box,
                font_size=item.font_size,
                bold=item.bold,
                indent=item.box.x0 if item.box else len(item.text) - len(item.text.lstrip()),
                blank_before=blank or _gap_above(previous, item, pitch),
                new_page=previous is None and not any(isinstance(done, PrintedLine) for done in printed),
                fill=_length(item) / full,
            )
        )
        blank = False
        previous = item
    return printed


def _length(line: Line) -> float:
    return line.box.x1 - line.box.x0 if line.box else float(len(line.text.strip()))


def _full_length(lines: Sequence[Line]) -> float:
    """The length of a full line: the 90th percentile, so that one over-long line does not decide."""
    lengths = sorted(_length(line) for line in lines if line.text.strip())
    return max(lengths[int(len(lengths) * 0.9)], 1.0) if lengths else 1.0


def _line_pitch(lines: Sequence[Line]) -> float:
    """The usual distance between the lines of a paragraph, in font sizes: the smallest that is common on the page."""
    pitches: dict[float, int] = {}
    for above, below in zip(lines, lines[1:], strict=False):
        pitch = _pitch(above, below)
        if pitch is not None:
            pitches[round(pitch, 1)] = pitches.get(round(pitch, 1), 0) + 1
    common = [pitch for pitch, count in pitches.items() if count * 10 >= sum(pitches.values()) and 0.9 <= pitch <= 2.5]
    return min(common, default=1.3)


def _pitch(above: Line, below: Line) -> float | None:
    if above.box is None or below.box is None or not below.font_size:
        return None
    distance = below.box.bottom - above.box.bottom
    return distance / below.font_size if distance > 0 else None


def _gap_above(above: Line | None, below: Line, pitch: float) -> bool:
    found = _pitch(above, below) if above else None
    return found is not None and found > pitch + 0.25
