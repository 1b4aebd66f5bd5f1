"""Sections set as tables or columns: a row for a section ("Beslutning | Godkendt"), a box around a decision, and labels that
a lost column left at the beginning of their text ("Beslutning Godkendt.").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.minutes.item_heads import Style, item_heads
from ingest.minutes.section_heads import section_head
from ingest.minutes.section_names import NAMES, folded
from ingest.passages.table_reading import Row, read_table
from ingest.records import Block, BlockKind, SectionName

_FEWEST = 2  # so often must a label stand at the beginning of a text before it is believed to be one
_RUN_IN = re.compile(r"^(?P<label>[A-ZÆØÅ][a-zæøåé]+)\s+(?P<text>(?:[A-ZÆØÅ\d”\"«].*))$", re.DOTALL)
_OPENS_TEXT = frozenset(name for name, section in NAMES.items() if section is not SectionName.ATTACHMENTS and " " not in name)


def sections_in_order(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Replace tables and columns that only set sections beside their names by headings with their text; others stay."""
    opened = tuple(each for block in blocks for each in (_of_table(block) or (block,)))
    run_in = _run_in_labels(opened)
    return tuple(each for block in opened for each in _parted(block, run_in))


def _of_table(block: Block) -> tuple[Block, ...]:
    if block.table is None:
        return ()
    rows = read_table(replace(block.table, header_rows=0)).rows
    if block.table.column_count == 1:
        texts = [row.text(0) for row in rows]
        boxed = any(section_head(_text(text, block)) is not None for text in texts)
        return tuple(_text(cell.text.strip(), block) for row in rows if (cell := row.cells[0])) if boxed else ()
    if block.table.column_count != 2 or not all(_is_head(row, block) for row in rows):
        return ()
    names = [section_head(_heading(row.text(0), block)) for row in rows]
    if not any(name is not None and name.name is SectionName.DECISION for name in names):
        return ()
    return tuple(each for row in rows for each in _row(row, block))


def _is_head(row: Row, block: Block) -> bool:
    label = _heading(row.text(0), block)
    return section_head(label) is not None or _is_item(label)


def _is_item(label: Block) -> bool:
    return any(head.style in (Style.POINT, Style.CASE) and not head.title for head in item_heads((label,)))


def _row(row: Row, block: Block) -> Iterator[Block]:
    label, cell = _heading(row.text(0), block), row.cells[1]
    if _is_item(label):
        yield replace(label, text=f"{label.text.rstrip(' :')}: {row.text(1)}")
        return
    yield label
    if cell is not None and cell.text.strip():
        boxes = (cell.box,) if cell.box is not None else block.boxes
        yield replace(_text(cell.text.strip(), block), boxes=boxes)


def _heading(text: str, block: Block) -> Block:
    return Block(kind=BlockKind.HEADING, text=text, page_number=block.page_number, level=3)


def _text(text: str, block: Block) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, text=text, page_number=block.page_number, boxes=block.boxes)


def _run_in_labels(blocks: Sequence[Block]) -> frozenset[str]:
    """Find the labels that begin texts again and again; none unless "Beslutning" or the like is among them."""
    counts: Counter[str] = Counter()
    for block in blocks:
        if section_head(block) is not None and block.table is None and folded(block.text) in NAMES:
            return frozenset()  # sections have headings of their own here
        match = _run_in(block)
        if match is not None:
            counts[folded(match["label"])] += 1
    found = frozenset(label for label, count in counts.items() if count >= _FEWEST)
    return found if any(NAMES[label] is SectionName.DECISION for label in found) else frozenset()


def _run_in(block: Block) -> re.Match[str] | None:
    if block.kind is not BlockKind.PARAGRAPH:
        return None
    match = _RUN_IN.match(block.text)
    return match if match is not None and folded(match["label"]) in _OPENS_TEXT else None


def _parted(block: Block, labels: frozenset[str]) -> Iterator[Block]:
    match = _run_in(block) if labels else None
    if match is None or folded(match["label"]) not in labels:
        yield block
        return
    yield replace(block, kind=BlockKind.HEADING, text=match["label"], level=3)
    yield replace(block, text=match["text"])
