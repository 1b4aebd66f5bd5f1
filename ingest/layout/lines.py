"""Printed lines with their surroundings: what the later steps of layout decide on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.records import Block, Box, Line, Page

NEIGHBOURS = 12  # lines on each side that tell how wide the text is set and how its paragraphs are spaced
UNWRAPPED = 180  # characters: a longer line of plain text is a whole paragraph, so its neighbours are not wrapped either
SPACED_SHARE = 0.75  # of line breaks with a blank line: then blank lines do not make paragraphs
RAGGED = 0.1  # of the width: lines ending this close to the edge are full
LEAST_LINE = 60.0  # characters of a full line of plain text where no line shows it
NARROWEST = 30.0  # characters of a full line of plain text: shorter ones beside long ones are labels, whatever they share
LEAST_FULL = 3  # lines that show a right edge
LEAST_FULL_SHARE = 0.4
MOST_OVERLONG = 2  # lines that may run beyond the right edge
SLACK = 0.04  # of a full line that may stay free though the next word would have fitted
WIDER_GAP = 0.3  # font sizes beyond the usual pitch: a gap between paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """A line with its place.

    `indent` counts leading blanks or, with positions, points from the left edge of the page. `gap` says that blank space
    stands above it; `spaced` that blank space stands above nearly every line here, so that it means nothing. `new_page`:
    it is the first of its page. `room` is the space left over at its end, `first_word` the width of its first word, both
    as shares of a full line.
    """

    text: str
    page_number: int | None
    box: Box | None
    font_size: float | None
    bold: bool
    indent: float
    gap: bool
    spaced: bool
    new_page: bool
    room: float
    first_word: float
    wrapped: bool

    @property
    def has_tabs(self) -> bool:
        """Whether it is a row of a plain text table."""
        return "\t" in self.text

    @property
    def has_one_blank(self) -> bool:
        """Whether it is plain text behind one blank: what is left of a bullet that was lost, or of a page break."""
        return self.box is None and self.indent == 1


def printed_lines(pages: Sequence[Page]) -> list[PrintedLine | Block]:
    """The lines of the pages that have text, and their ready blocks, in order."""
    lines = [item for page in pages for item in page.content if isinstance(item, Line) and item.text.strip()]
    edge = _right_edge(lines)
    return [item for page in pages for item in _of_page(page, edge)]


def _of_page(page: Page, edge: float) -> list[PrintedLine | Block]:
    lines = [item for item in page.content if isinstance(item, Line) and item.text.strip()]
    gaps = _gaps(page)
    printed: list[PrintedLine | Block] = []
    number = 0
    for item in page.content:
        if isinstance(item, Block):
            printed.append(item)
        elif item.text.strip():
            printed.append(_printed(page, lines, gaps, number, edge, not printed))
            number += 1
    return printed


def _printed(page: Page, lines: Sequence[Line], gaps: Sequence[bool], number: int, edge: float, first: bool) -> PrintedLine:
    line = lines[number]
    near = lines[max(number - NEIGHBOURS, 0) : number + NEIGHBOURS + 1]
    near_gaps = gaps[max(number - NEIGHBOURS, 1) : number + NEIGHBOURS + 1]
    left, right = _extent(near, line, edge, page.width)
    full = max(right - left, 1.0)
    stripped = line.text.strip()
    word = len(stripped.split()[0]) / max(len(stripped), 1) * _length(line)
    return PrintedLine(
        text=_cleaned(line.text),
        page_number=page.number,
        box=line.box,
        font_size=line.font_size,
        bold=line.bold,
        indent=line.box.x0 if line.box else len(line.text) - len(line.text.lstrip()),
        gap=gaps[number],
        spaced=len(near_gaps) > 3 and sum(near_gaps) >= SPACED_SHARE * len(near_gaps),
        new_page=first and page.number is not None,
        room=(right - _end(line)) / full,
        first_word=word / full + SLACK,
        wrapped=line.box is not None or right - left <= UNWRAPPED,
    )


def _cleaned(text: str) -> str:
    if "\t" in text:
        return text
    return re.sub(r"[ \xa0\u2000-\u200a\u3000]+", " ", text).strip()


def _length(line: Line) -> float:
    return line.box.x1 - line.box.x0 if line.box else float(len(line.text.strip()))


def _end(line: Line) -> float:
    return line.box.x1 if line.box else float(len(line.text.rstrip()))


def _extent(near: Sequence[Line], line: Line, edge: float, page_width: float) -> tuple[float, float]:
    """Where the text around the line begins and where its full lines end.

    A right edge shows in lines that end close to it; where hardly any do (names, labels), the file's own, `edge`, holds, and
    no less than a right margin as wide as the left.
    """
    if line.box:
        column = [other for other in near if other.box and other.box.x0 < line.box.x1 and other.box.x1 > line.box.x0]
        column = column or [line]  # a box without width overlaps nothing, not even itself
        left = min(other.box.x0 for other in column if other.box)
    else:
        column, left = list(near), 0.0
    ends = sorted((_end(other) for other in column), reverse=True)
    for end in ends[: MOST_OVERLONG + 1]:
        close = sum(end - RAGGED * (end - left) <= other <= end for other in ends)
        if line.box is None and end < NARROWEST < ends[0]:
            break
        if close >= max(LEAST_FULL, len(ends) * LEAST_FULL_SHARE):
            return left, end
    return left, max(ends[0], edge, page_width - left if line.box else LEAST_LINE)


def _right_edge(lines: Sequence[Line]) -> float:
    """Where the full lines of a file end: only one in twenty ends further right."""
    ends = sorted(_end(line) for line in lines)
    return ends[int(len(ends) * 0.95)] if ends else 0.0


def _gaps(page: Page) -> list[bool]:
    """Whether blank space stands above each line with text."""
    gaps: list[bool] = []
    blank = False
    previous: Line | None = None
    pitch = _line_pitch([item for item in page.content if isinstance(item, Line)])
    for item in page.content:
        if isinstance(item, Block):
            blank, previous = True, None
        elif not item.text.strip():
            blank = True
        else:
            gaps.append(blank or (previous is not None and _is_gap(previous, item, pitch)))
            blank, previous = False, item
    return gaps


def _line_pitch(lines: Sequence[Line]) -> float:
    """The usual distance from line to line inside paragraphs, in font sizes: the smallest that is common on the page."""
    found = (_pitch(above, below) for above, below in pairwise(lines))
    pitches = Counter(round(pitch, 1) for pitch in found if pitch is not None and 0.9 <= pitch <= 2.5)
    common = [pitch for pitch, count in pitches.items() if count * 8 >= pitches.total()]
    return min(common, default=1.3)


def _pitch(above: Line, below: Line) -> float | None:
    if above.box is None or below.box is None or not below.font_size:
        return None
    distance = below.box.bottom - above.box.bottom
    return distance / below.font_size if distance > 0 else None


def _is_gap(above: Line, below: Line, pitch: float) -> bool:
    found = _pitch(above, below)
    return found is not None and found > pitch + WIDER_GAP
