"""Slides saved as PDF: pages wider than high, with little text on each."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.records import Block

_MOST_WORDS_A_PAGE = 220
_WIDER = 1.15
_WIDER_THAN_PAPER = 565.0  # points: text on upright A4 ends left of this, however little of the page it fills


def are_slides(blocks: Sequence[Block]) -> bool:
    """Tell slides by where their text stands: the rightmost text is farther out than the lowest is down."""
    boxes = [box for block in blocks for box in block.boxes]
    if not boxes:
        return False
    pages = {box.page_number for box in boxes}
    words = sum(len(block.text.split()) for block in blocks if block.table is None)
    rightmost = max(box.x1 for box in boxes)
    wide = rightmost > _WIDER * max(box.bottom for box in boxes) and rightmost > _WIDER_THAN_PAPER
    return wide and words <= _MOST_WORDS_A_PAGE * len(pages)
