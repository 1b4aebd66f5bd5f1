"""Tables among the blocks of a file: texts of cells on one line, parts on consecutive pages joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.records import Block
from ingest.tables.continued import continues_table, joined_table
from ingest.tables.text import table_text


def folded_table(block: Block) -> Block:
    """The block with line breaks inside its cells folded to blanks; other blocks as they are.

    A printed line break says nothing; in a format without positions (Word, web) the writer made it, and it stays.
    """
    if block.table is None or not any(cell.box for cell in block.table.cells):
        return block
    cells = tuple(replace(cell, text=_folded(cell.text)) for cell in block.table.cells)
    table = replace(block.table, cells=cells)
    return replace(block, text=table_text(table), table=table)


def with_joined_tables(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with each table that goes on over a page break as one."""
    joined: list[Block] = []
    put_together: set[int] = set()  # their texts are made in the end: at each of a hundred pages it would take a minute
    for block in blocks:
        above = joined[-1] if joined else None
        if above and above.table and block.table and _on_next_page(above, block) and continues_table(above, block):
            joined[-1] = replace(above, boxes=(*above.boxes, *block.boxes), table=joined_table(above.table, block.table))
            put_together.add(len(joined) - 1)
        else:
            joined.append(block)
    return tuple(_with_text(block) if number in put_together else block for number, block in enumerate(joined))


def _with_text(block: Block) -> Block:
    """A table put together of parts with the text of all, and cells that the page break cut on one line."""
    folded = folded_table(block)
    return replace(folded, text=table_text(folded.table)) if folded.table else folded


def _on_next_page(above: Block, below: Block) -> bool:
    if not above.boxes or not below.boxes:
        return False
    return below.boxes[0].page_number == above.boxes[-1].page_number + 1


def _folded(text: str) -> str:
    """A cell's lines as one; a hyphen that is left at the end of a line belongs to the word, before og and eller it ends it."""
    joined = re.sub(r"(?<=\w)([-‐])\n(?!(?:og|eller|samt)\b)(?=\w)", r"\1", text)
    return " ".join(joined.split())
