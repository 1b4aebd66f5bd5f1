"""Rectangles on pages put together."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.records import Box


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box around boxes of one page; at least one is needed."""
    return Box(
        page_number=boxes[0].page_number,
        x0=min(box.x0 for box in boxes),
        top=min(box.top for box in boxes),
        x1=max(box.x1 for box in boxes),
        bottom=max(box.bottom for box in boxes),
    )
