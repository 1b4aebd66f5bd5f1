"""Pieces of a printed line of a PDF page: where the gaps between them cut it, and which of them belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.boxes import around
from ingest.records import Box, Line

WORD = re.compile(r"[^\W_]{2}|[^\W_](?=\s|$)")
BLANK = 0.15  # line heights: a narrower gap is no blank
GAP_IN_ROW = 0.4  # line heights, in a line that is cut elsewhere: the labels over a table stand closer than its cells
GAP = 0.7  # line heights: blanks are hardly wider; the layout joins again what it finds no column edge between


def after_gaps(boxes: Sequence[Box]) -> list[int]:
    """Which text objects of a line begin after a gap wider than blanks are, or on a line below."""
    height = max(box.bottom - box.top for box in boxes)
    gaps = [after.x0 - before.x1 for before, after in pairwise(boxes)]
    least = GAP_IN_ROW if any(gap > GAP * height for gap in gaps) else GAP
    return [
        number
        for number, (gap, (before, after)) in enumerate(zip(gaps, pairwise(boxes), strict=True), start=1)
        if gap > least * height or (after.x0 < before.x0 and after.top > before.bottom)
    ]


def holds(box: Box, x: float, y: float) -> bool:
    """Whether the point lies in the box, or within a point of it."""
    return box.x0 - 1 <= x <= box.x1 + 1 and box.top - 1 <= y <= box.bottom + 1


def touches(left: Line, right: Line) -> bool:
    """Whether a line goes on right where the other ends: PDFium begins a new line after raised or lowered characters."""
    if left.box is None or right.box is None:
        return False
    if _is_upended(left) or _is_upended(right):
        return False
    height = min(left.box.bottom - left.box.top, right.box.bottom - right.box.top)
    shared = min(left.box.bottom, right.box.bottom) - max(left.box.top, right.box.top)
    return shared > 0.5 * height and -1.0 <= right.box.x0 - left.box.x1 < 0.6 * height


def _is_upended(line: Line) -> bool:
    """Whether a line runs up or down the page; of a few letters it cannot be told."""
    return line.box is not None and len(line.text) > 3 and line.box.bottom - line.box.top > line.box.x1 - line.box.x0


def put_together(left: Line, right: Line) -> Line:
    """Two lines that touch as one, with a blank between where the gap is as wide as one."""
    if left.box is None or right.box is None:
        return left
    height = right.box.bottom - right.box.top
    apart = right.box.x0 - left.box.x1 > BLANK * height and not left.text[-1:].isspace() and not right.text[:1].isspace()
    text = left.text + (" " if apart else "") + right.text
    bold = left.bold and (right.bold or not WORD.search(right.text))
    return replace(left, text=text, box=around([left.box, right.box]), bold=bold)
