"""The whole title of an agenda item, also when it is printed over several lines or below its number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.minutes.case_numbers import is_head_line
from ingest.minutes.item_heads import item_heads
from ingest.minutes.section_heads import section_head
from ingest.minutes.section_names import folded
from ingest.records import Block, BlockKind

_LONGEST = 400
_CASE_LABEL = re.compile(r"\s+(?:sags?\s?(?:nummer|nr\.?|id)|j\.?\s?nr\.?)\s*:.*$", re.IGNORECASE | re.DOTALL)

_SUB_POINT = re.compile(r"^\s*[a-zæøå][.)]\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title as printed and the number of blocks it takes, from the item's first block."""

    text: str
    block_count: int


def whole_title(first: str, blocks: Sequence[Block], contents: Sequence[str]) -> Title:
    """Join the title from the item's blocks; `first` stands in the first of them, `contents` are the titles listed in front."""
    text, used = _CASE_LABEL.sub("", first), 1
    if not text and len(blocks) > 1 and _may_be_title(blocks[1]):
        text, used = blocks[1].text.strip(), 2
    while used < len(blocks) and _continues(text, blocks[used - 1], blocks[used], contents):
        text, used = f"{text} {blocks[used].text.strip()}", used + 1
    return Title(text=text.replace("*", "").strip(), block_count=used)


def _may_be_title(block: Block) -> bool:
    return block.table is None and len(block.text) < _LONGEST and section_head(block) is None and not is_head_line(block.text)


def _continues(title: str, above: Block, block: Block, contents: Sequence[str]) -> bool:
    if (
        block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH)
        or not _may_be_title(block)
        or any(True for _ in item_heads((block,)))
    ):
        return False
    if _SUB_POINT.match(block.text):
        return False
    whole = folded(f"{title} {block.text}")
    if len(whole) > _LONGEST:
        return False
    if any(folded(each).startswith(whole) for each in contents):
        return True
    return block.kind is above.kind is BlockKind.HEADING and _directly_below(above, block)


def _directly_below(above: Block, block: Block) -> bool:
    """Tell whether two blocks are lines of one heading: same page, and less than half a line of space between them."""
    if not above.boxes or not block.boxes or above.level != block.level:
        return False
    upper, lower = above.boxes[-1], block.boxes[0]
    height = lower.bottom - lower.top
    return upper.page_number == lower.page_number and -1.0 <= lower.top - upper.bottom < 0.5 * height
