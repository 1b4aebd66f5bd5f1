"""Groups the blocks of a flowing document into pages."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from ingest.records import Block, Page


def pages_of_blocks(blocks: Iterable[Block]) -> tuple[Page, ...]:
    """One page for each run of blocks with the same page number, in order."""
    return tuple(
        Page(number=number, content=tuple(group)) for number, group in groupby(blocks, key=lambda block: block.page_number)
    )
