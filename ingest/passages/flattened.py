"""Rows of a table that lost its columns: each begins with the next number or ends its first line with the row's marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.records import Block, BlockKind

LEAST_WORDS = 15  # from one numbered row to the next: less is a list of points
_NUMBERED = re.compile(r"^(\d{1,3})\.?\s+[A-ZÆØÅ]\w{2}")
_MARKED = re.compile(r"^\W?[A-ZÆØÅ]\w.*\w\W*(?:\s\(?[xX✓+÷]\)?\*?){3,}$")


def row_openers(blocks: Sequence[Block]) -> frozenset[int]:
    """The places of the blocks that open a row; points of a list open none."""
    marked = [place for place, block in enumerate(blocks) if block.table is None and _MARKED.match(block.text)]
    return frozenset((*(marked if len(marked) > 1 else ()), *_numbered(blocks)))


def _numbered(blocks: Sequence[Block]) -> set[int]:
    """Lines numbered one after the other, with the text of their rows between them."""
    found = [
        (place, int(match[1]))
        for place, block in enumerate(blocks)
        if block.kind is not BlockKind.LIST_ITEM and (match := _NUMBERED.match(block.text)) is not None
    ]
    rows: set[int] = set()
    for (place, number), (coming, next_number) in pairwise(found):
        words = sum(len(block.text.split()) for block in blocks[place:coming])
        if next_number == number + 1 and coming > place + 1 and words >= LEAST_WORDS:
            rows |= {place, coming}
    return rows
