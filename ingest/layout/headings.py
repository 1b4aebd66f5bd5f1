"""Which lines are headings and of what depth: by font size and weight where there are any, else by their words and place."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.layout.lines import PrintedLine
from ingest.layout.markers import bullet_of
from ingest.layout.plain_headings import is_item, plain_level
from ingest.layout.standard_headings import is_standard
from ingest.records import Block

LARGER = 1.08  # times the body's font size
LONGEST = 160  # characters


def font_levels(lines: Sequence[PrintedLine | Block], body: float) -> dict[tuple[float, bool], int]:
    """Depth of heading (1 is the top) for each style (size, bold) larger or bolder than the body: by size, bold first."""
    styles = {_style(line) for line in lines if isinstance(line, PrintedLine) and line.font_size and is_heading_style(line, body)}
    return {style: depth for depth, style in enumerate(sorted(styles, key=lambda style: (-style[0], not style[1])), start=1)}


def is_heading_style(line: PrintedLine, body: float) -> bool:
    """Whether the line is printed larger than the body, or bold at no less than its size."""
    if not line.font_size or not body:
        return False
    return line.font_size > body * LARGER or (line.bold and line.font_size >= body * 0.95)


def heading_level(
    line: PrintedLine,
    above: PrintedLine | Block | None,
    below: PrintedLine | Block | None,
    body: float,
    levels: dict[tuple[float, bool], int],
) -> int:
    """The depth of the heading that the line is, 0 when it is none; `above` and `below` are what stands around it."""
    text = line.text
    if len(text) > LONGEST or line.has_tabs or bullet_of(text):
        return 0
    if line.font_size and body:
        if is_heading_style(line, body):
            return levels.get(_style(line), 1)
        # printed like the body: agenda items, and standard names alone on a line
        if not levels:
            return plain_level(line, above, below)
        by_words = is_item(line, below) or is_standard(line.text)
        return len(levels) + 1 if by_words else 0
    return plain_level(line, above, below)


def _style(line: PrintedLine) -> tuple[float, bool]:
    return round((line.font_size or 0.0) * 2) / 2, line.bold
