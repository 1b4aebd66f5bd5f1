"""Marks of bold type in plain text that came out of a web page or a converter: "**Beslutning**"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.records import Block, Line

_MARK = "**"
_OPENS = re.compile(r"(?<![*\w])\*\*(?=[^\s*])")
_CLOSES = re.compile(r"(?<=[^\s*])\*\*(?![*\w])")
_MOST_LINES = 4  # of a bold text; one that does not close so soon was none


def without_emphasis(content: Iterable[Line | Block]) -> Iterator[Line | Block]:
    """The lines without their marks of bold type, those that are nothing else set as bold; blocks as they are."""
    parts = list(content)
    place = 0
    while place < len(parts):
        closed = _bold_until(parts, place)
        for part in parts[place : closed + 1]:
            yield replace(part, text=part.text.replace(_MARK, ""), bold=True) if isinstance(part, Line) else part
        if closed < place:
            part = parts[place]
            yield replace(part, text=_unmarked(part.text)) if isinstance(part, Line) else part
        place = max(closed, place) + 1


def _bold_until(parts: list[Line | Block], place: int) -> int:
    """The last line of a bold text that begins at `place` and has its lines for itself; less than `place` if there is none."""
    for number in range(place, min(place + _MOST_LINES, len(parts))):
        part = parts[number]
        text = part.text.strip() if isinstance(part, Line) else ""
        if not text or (number == place) != text.startswith(_MARK):
            return place - 1
        marks = text.count(_MARK) - (number == place)
        if marks:
            return number if marks == 1 and text.endswith(_MARK) and len(text) > len(_MARK) else place - 1
    return place - 1


def _unmarked(text: str) -> str:
    """The text without pairs of marks around some of its words."""
    if text.count(_MARK) % 2 or len(_OPENS.findall(text)) != len(_CLOSES.findall(text)):
        return text
    return _CLOSES.sub("", _OPENS.sub("", text))
