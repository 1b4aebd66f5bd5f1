"""Where the pages of a plain text begin: form feeds, or the lone leading space that some extractors leave (noise fault 8)."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARK = re.compile(r" \S")

# A page of text has rarely fewer lines than this; leading spaces closer together are bullets.
_MIN_LINES = 12
_MIN_MARKS = 3


def split_pages(lines: Sequence[str]) -> list[list[str]]:
    """The lines of each page, in order; one page when nothing marks a page."""
    if any("\f" in line for line in lines):
        return _at_form_feeds(lines)
    starts = set(_page_starts(lines))
    if len(starts) < _MIN_MARKS:
        return [list(lines)]
    pages: list[list[str]] = [[]]
    for number, line in enumerate(lines):
        if number in starts and number > 0:
            pages.append([])
        pages[-1].append(line[1:] if number in starts else line)
    return pages


def _at_form_feeds(lines: Sequence[str]) -> list[list[str]]:
    pages = [page.split("\n") for page in "\n".join(lines).split("\f")]
    return pages if any(line.strip() for line in pages[-1]) else pages[:-1]


def _page_starts(lines: Sequence[str]) -> list[int]:
    """Lines with one leading space that stand alone: far from the next such line on both sides."""
    marked = [number for number, line in enumerate(lines) if _MARK.match(line) and line[1] not in "-•–"]
    starts = []
    for position, number in enumerate(marked):
        before = number - marked[position - 1] if position else _MIN_LINES
        after = marked[position + 1] - number if position + 1 < len(marked) else _MIN_LINES
        if before >= _MIN_LINES and after >= _MIN_LINES:
            starts.append(number)
    return starts
