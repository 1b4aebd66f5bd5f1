"""Headings that slides set as loose text boxes: the line above a slide without a title, the label above a card or column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

LONGEST_TITLE = 15  # words
LONGEST_LABEL = 6
LEAST_OVERLAP = 0.6  # of the narrower of label and text
FARTHEST = 1.5  # heights of the label between it and its text
SLACK = 0.25  # of the label's height that it may reach into its text
WIDER = 1.5  # times the label: what is so wide stands under the whole slide, not under a card of it


def loose_title(shapes: Sequence[Any]) -> Any | None:
    """The shape that stands above all others of a slide without a title, if it holds one short line; None for a lone shape."""
    texts = [shape for shape in shapes if _text(shape)]
    if len(texts) < 2:
        return None
    first = min(texts, key=lambda shape: (_top(shape), _left(shape)))
    others = [shape for shape in shapes if shape is not first and _is_placed(shape)]
    alone = _is_placed(first) and all(_top(shape) >= _bottom(first) - SLACK * _height(first) for shape in others)
    return first if alone and _is_line(first, LONGEST_TITLE) else None


def labels(shapes: Sequence[Any]) -> frozenset[int]:
    """The ids of the shapes that hold a label of the text right below them, at least two on a slide."""
    texts = [shape for shape in shapes if _text(shape) and _is_placed(shape)]
    found = [shape for shape in texts if _is_line(shape, LONGEST_LABEL) and any(_heads(shape, below) for below in texts)]
    return frozenset(shape.shape_id for shape in found) if len(found) > 1 else frozenset()


def stands_outside(shape: Any, label: Any) -> bool:
    """Whether a shape is so much wider than a label that it is not part of what that heads."""
    return _is_placed(shape) and _is_placed(label) and _width(shape) > WIDER * _width(label)


def _heads(label: Any, below: Any) -> bool:
    if label is below or len(_text(below).split()) <= len(_text(label).split()):
        return False
    gap = _top(below) - _bottom(label)
    overlap = min(_left(label) + _width(label), _left(below) + _width(below)) - max(_left(label), _left(below))
    near = -SLACK * _height(label) <= gap <= FARTHEST * _height(label)
    return near and overlap >= LEAST_OVERLAP * min(_width(label), _width(below)) and not stands_outside(below, label)


def _is_line(shape: Any, longest: int) -> bool:
    text = _text(shape)
    return "\n" not in text and len(text.split()) <= longest and text[-1] not in ".,;:" and any(map(str.isalpha, text))


def _text(shape: Any) -> str:
    return str(shape.text_frame.text).strip() if shape.has_text_frame else ""


def _is_placed(shape: Any) -> bool:
    return None not in (shape.left, shape.top) and bool(shape.width) and bool(shape.height)


def _top(shape: Any) -> int:
    return int(shape.top or 0)


def _left(shape: Any) -> int:
    return int(shape.left or 0)


def _height(shape: Any) -> int:
    return int(shape.height or 0)


def _width(shape: Any) -> int:
    return int(shape.width or 0)


def _bottom(shape: Any) -> int:
    return _top(shape) + _height(shape)
