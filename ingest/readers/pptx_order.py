"""The order in which people read the shapes of a slide: cut at the widest blank strip, then again in each part.

The recursive XY-cut (Nagy & Seth 1984, "Hierarchical representation of optically scanned documents"): a heading stands
closer to its text than to the heading beside it, so that cards in a row are read card by card.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_MOST_SHAPES = 200  # of a slide; more are a drawing


def in_reading_order(shapes: Sequence[Any]) -> list[Any]:
    """The shapes as they are read; those of a drawing with very many from the top."""
    if len(shapes) > _MOST_SHAPES:
        return sorted(shapes, key=_corner)
    if len(shapes) < 2:
        return list(shapes)
    gap_down, below = _widest_gap(shapes, "top", "height")
    gap_across, beside = _widest_gap(shapes, "left", "width")
    if max(gap_down, gap_across) < 0:
        return sorted(shapes, key=_corner)
    name, edge = ("top", below) if gap_down >= gap_across else ("left", beside)
    first = [shape for shape in shapes if _place(shape, name) < edge]
    rest = [shape for shape in shapes if _place(shape, name) >= edge]
    return [*in_reading_order(first), *in_reading_order(rest)]


def _widest_gap(shapes: Sequence[Any], name: str, extent: str) -> tuple[int, int]:
    """The widest strip that no shape crosses, and where the shapes after it begin; (-1, 0) where there is none."""
    widest, at = -1, 0
    ordered = sorted(shapes, key=lambda shape: _place(shape, name))
    end = _place(ordered[0], name) + _place(ordered[0], extent)
    for shape in ordered[1:]:
        gap = _place(shape, name) - end
        if gap > widest:
            widest, at = gap, _place(shape, name)
        end = max(end, _place(shape, name) + _place(shape, extent))
    return widest, at


def _corner(shape: Any) -> tuple[int, int]:
    return _place(shape, "top"), _place(shape, "left")


def _place(shape: Any, name: str) -> int:
    return int(getattr(shape, name) or 0)
