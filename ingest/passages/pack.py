"""Packing: the blocks of a stretch become passages of about 40 to 200 words."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.passages.draft import Draft
from ingest.passages.sentences import pieces_of
from ingest.passages.stretch import Stretch
from ingest.records import Block, BlockKind

FEWEST_WORDS = 40
FULL_WORDS = 120  # a passage that has this many takes no more
MOST_WORDS = 200


def word_count(text: str) -> int:
    """Count the words of a text as white space separates them."""
    return len(text.split())


def pack(stretch: Stretch) -> Iterator[Draft]:
    """Cut a stretch into drafts, in order; every word of its blocks stands in exactly one draft."""
    waiting: list[Block] = []
    for block in stretch.blocks:
        for piece in pieces_of(block, MOST_WORDS):
            if waiting and _is_full(waiting, piece):
                yield _draft(waiting, stretch)
                waiting = []
            waiting.append(piece)
    if waiting:
        yield _draft(waiting, stretch)


def _is_full(waiting: list[Block], coming: Block) -> bool:
    have = sum(word_count(block.text) for block in waiting)
    if have + word_count(coming.text) > MOST_WORDS:
        return True
    opens_a_list = waiting[-1].text.rstrip().endswith(":") or coming.kind is BlockKind.LIST_ITEM
    return have >= FULL_WORDS and not opens_a_list


def _draft(blocks: list[Block], stretch: Stretch) -> Draft:
    kinds = {block.kind for block in blocks}
    return Draft(
        text="\n".join(block.text for block in blocks),
        stretch=stretch,
        boxes=tuple(box for block in blocks for box in block.boxes),
        pages=tuple(sorted({page for block in blocks for page in _pages(block)})),
        kind=kinds.pop() if len(kinds) == 1 else BlockKind.PARAGRAPH,
    )


def _pages(block: Block) -> set[int]:
    pages = {box.page_number for box in block.boxes}
    return pages | ({block.page_number} if block.page_number is not None and not pages else set())
