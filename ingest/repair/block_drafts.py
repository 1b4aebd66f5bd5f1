"""Blocks and tables taken apart into lines for repair, and put together again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.records import Block, Page, Table
from ingest.repair.draft import DraftLine


class BlockDraft:
    """A block under repair: its text's lines and, for a table, the lines of each cell."""

    def __init__(self, block: Block, page: int, number: int | None) -> None:
        self._block = block
        self.text = _lines(block.text, page, number)
        self.cells = [_lines(cell.text, page, number) for cell in block.table.cells] if block.table else []

    def stretches(self) -> Iterator[list[DraftLine]]:
        """The lines that belong together: the text, then each cell."""
        yield self.text
        yield from self.cells

    def rebuilt(self) -> Block:
        """The block with its repaired text."""
        text = _text(self.text)
        if self._block.table is None:
            return self._block if text == self._block.text else replace(self._block, text=text)
        return replace(self._block, text=text, table=self._table(self._block.table))

    def _table(self, table: Table) -> Table:
        cells = zip(table.cells, self.cells, strict=True)
        return replace(table, cells=tuple(replace(cell, text=_text(lines)) for cell, lines in cells))


def block_drafts(pages: tuple[Page, ...]) -> dict[tuple[int, int], BlockDraft]:
    """The blocks of all pages by page and place, both from 0."""
    return {
        (number, place): BlockDraft(part, number, page.number)
        for number, page in enumerate(pages)
        for place, part in enumerate(page.content)
        if isinstance(part, Block)
    }


def _lines(text: str, page: int, number: int | None) -> list[DraftLine]:
    return [DraftLine(text=line, page=page, page_number=number) for line in text.split("\n")]


def _text(lines: list[DraftLine]) -> str:
    return "\n".join(line.text for line in lines if not line.dropped)
