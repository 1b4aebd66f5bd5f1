"""Where characters of a printed line stand on the page, from the line's box alone."""

from __future__ import annotations

from dataclasses import replace

from ingest.records import Box

# Widths relative to a digit, as in common fonts; the margin makes up for what they get wrong.
_NARROW = frozenset("ijltfrI.,:;'’|!()[] -")
_WIDE = frozenset("mwMWÆ@%")
_MARGIN = 2.0


def box_of_characters(text: str, box: Box, start: int, end: int) -> Box:
    """The part of a line's box that holds characters [start, end), with a margin of two digits on both sides."""
    widths = [_width(character) for character in text]
    total = sum(widths) or 1.0
    scale = (box.x1 - box.x0) / total
    left = box.x0 + (sum(widths[:start]) - _MARGIN) * scale
    right = box.x0 + (sum(widths[:end]) + _MARGIN) * scale
    return replace(box, x0=max(box.x0, left), x1=min(box.x1, right))


def _width(character: str) -> float:
    if character in _NARROW:
        return 0.55
    if character in _WIDE:
        return 1.5
    return 1.2 if character.isupper() else 1.0
