"""Lines → blocks: what is heading, paragraph, list item or table, in reading order, whole across line and page breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.layout.lines import PrintedLine, printed_lines
from ingest.records import Block, BlockKind, Page

MARKER = re.compile(r"^(?:[•●▪■◦‣\-–—*]|o(?= )|\(?\d{1,2}[.)](?!\d)|[a-zæøå]\))\s+")
NUMBERED_HEADING = re.compile(r"^(?:punkt|pkt\.?|sag)\s*\d+\b|^\d+(?:\.\d+){1,3}\.?\s+[A-ZÆØÅ]", re.IGNORECASE)
LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d+\s*$")
SENTENCE_END = re.compile(r"[.!?:;]['”\"»)]?$")


def blocks_of(pages: Sequence[Page]) -> tuple[Block, ...]:
    """The blocks of a file in reading order; blocks that a reader already made pass through."""
    blocks: list[Block] = []
    last: PrintedLine | None = None
    body = _body_size(pages)
    for page in pages:
        for item in printed_lines(page):
            if isinstance(item, Block):
                blocks.append(item)
                last = None
                continue
            kind = _kind(item, body)
            if last is not None and kind is BlockKind.PARAGRAPH and _continues(last, item, blocks[-1]):
                blocks[-1] = _joined(blocks[-1], item)
            else:
                blocks.append(_block(item, kind))
            last = item
    return tuple(blocks)


def _body_size(pages: Sequence[Page]) -> float:
    sizes: dict[float, int] = {}
    for page in pages:
        for item in page.content:
            if not isinstance(item, Block) and item.font_size:
                sizes[item.font_size] = sizes.get(item.font_size, 0) + len(item.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _kind(line: PrintedLine, body: float) -> BlockKind:
    if LEADERS.search(line.text):
        return BlockKind.CONTENTS
    if line.font_size and (line.font_size > body * 1.08 or line.bold) and len(line.text) < 150:
        return BlockKind.HEADING
    if MARKER.match(line.text):
        return BlockKind.LIST_ITEM
    if NUMBERED_HEADING.match(line.text) and len(line.text) < 150:
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _continues(above: PrintedLine, line: PrintedLine, block: Block) -> bool:
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return False
    if line.text[:1].islower() and not SENTENCE_END.search(above.text):
        return True
    if line.blank_before or line.new_page:
        return False
    return above.fill > 0.7


def _block(line: PrintedLine, kind: BlockKind) -> Block:
    return Block(
        kind=kind,
        text=line.text,
        page_number=line.page_number,
        level=1 if kind in (BlockKind.HEADING, BlockKind.LIST_ITEM) else 0,
        boxes=(line.box,) if line.box else (),
    )


def _joined(block: Block, line: PrintedLine) -> Block:
    return Block(
        kind=block.kind,
        text=f"{block.text} {line.text}",
        page_number=block.page_number,
        level=block.level,
        boxes=(*block.boxes, line.box) if line.box else block.boxes,
    )
