"""Lines → blocks: what is heading, paragraph, list item or table, in reading order, whole across line and page breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.layout.contents import contents_lines
from ingest.layout.furniture import body_size, without_furniture
from ingest.layout.headings import font_levels, heading_level
from ingest.layout.joining import continues
from ingest.layout.lines import PrintedLine, printed_lines
from ingest.layout.list_levels import ListLevels
from ingest.layout.markers import is_list_marker
from ingest.layout.order import in_reading_order
from ingest.layout.tables import folded_table, with_joined_tables
from ingest.layout.words import Vocabulary, glued
from ingest.records import Block, BlockKind, Page
from ingest.tables.tabbed import tabbed_table
from ingest.tables.text import table_text

CAPTION = re.compile(r"^(?:figur|tabel|billede|foto|kilde|figure|table|source)\s*(?:\d+\s*[.:–-]?\s|:\s)", re.IGNORECASE)
LONGEST_CAPTION = 250
NUMBERED = re.compile(r"^\d{1,3}(?:\.\d{1,2})*\s*[.:)]")
LETTER = re.compile(r"[^\W\d_]")


def blocks_of(pages: Sequence[Page]) -> tuple[Block, ...]:
    """The blocks of a file in reading order; ready blocks pass through, tables cut by a page break are joined."""
    kept = [in_reading_order(page) for page in without_furniture(pages)]
    blocks = _Builder(printed_lines(kept), body_size(kept)).built()
    return with_joined_tables(blocks)


class _Builder:
    """Walks over the lines once and closes a block when the next line does not go on with it."""

    def __init__(self, lines: list[PrintedLine | Block], body: float) -> None:
        self._lines = lines
        self._body = body
        self._levels = font_levels(lines, body)
        self._contents = contents_lines(lines)
        self._vocabulary = Vocabulary(line for line in lines if isinstance(line, PrintedLine))
        self._list_levels = ListLevels()
        self._blocks: list[Block] = []
        self._last: PrintedLine | None = None

    def built(self) -> list[Block]:
        number = 0
        while number < len(self._lines):
            number = self._take(number)
        return self._blocks

    def _take(self, number: int) -> int:
        """Adds the line (or the table that begins) at `number`; returns the number of the next."""
        line = self._lines[number]
        if isinstance(line, Block):
            self._blocks.append(folded_table(line))
            self._last = None
            return number + 1
        if number in self._contents:
            self._add(line, BlockKind.CONTENTS, joins=self._is_open_entry(line))
        elif line.has_tabs:
            return self._take_table(number)
        else:
            self._take_text(line, self._lines[number + 1] if number + 1 < len(self._lines) else None)
        return number + 1

    def _take_text(self, line: PrintedLine, below: PrintedLine | Block | None) -> None:
        level = heading_level(line, below, self._body, self._levels)
        current = self._blocks[-1].kind if self._blocks and self._last else None
        if level and (current is BlockKind.HEADING or LETTER.search(line.text)):
            joins = current is BlockKind.HEADING and self._blocks[-1].level == level and self._goes_on(line)
            self._add(line, BlockKind.HEADING, level, joins=joins)
        elif current in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION) and self._goes_on(line):
            self._add(line, BlockKind.PARAGRAPH, joins=True)
        elif is_list_marker(line.text):
            self._add(line, BlockKind.LIST_ITEM, self._list_levels.level(line))
        else:
            caption = CAPTION.match(line.text) and len(line.text) <= LONGEST_CAPTION
            self._add(line, BlockKind.CAPTION if caption else BlockKind.PARAGRAPH)

    def _goes_on(self, line: PrintedLine) -> bool:
        return self._last is not None and continues(self._last, line, self._blocks[-1].kind is BlockKind.LIST_ITEM)

    def _is_open_entry(self, line: PrintedLine) -> bool:
        """Whether the entry of the contents above has no page number yet and this line is more of it."""
        if not self._blocks or self._blocks[-1].kind is not BlockKind.CONTENTS or self._last is None:
            return False
        if self._last.text.rstrip()[-1:].isdigit() or NUMBERED.match(line.text):
            return False
        return self._goes_on(line)

    def _add(self, line: PrintedLine, kind: BlockKind, level: int = 0, *, joins: bool = False) -> None:
        boxes = (line.box,) if line.box else ()
        text = " ".join(line.text.split())
        if joins and self._last is not None:
            above = self._blocks[-1]
            self._blocks[-1] = replace(
                above, text=glued(above.text, line, self._last, self._vocabulary), boxes=(*above.boxes, *boxes)
            )
        else:
            self._blocks.append(Block(kind=kind, text=text, page_number=line.page_number, level=level, boxes=boxes))
            if kind is not BlockKind.LIST_ITEM:
                self._list_levels.reset()
        self._last = line

    def _take_table(self, number: int) -> int:
        rows: list[PrintedLine] = []
        for line in self._lines[number:]:
            if not isinstance(line, PrintedLine) or not line.has_tabs or (rows and line.gap and not line.spaced):
                break
            rows.append(line)
        table = tabbed_table([row.text for row in rows])
        self._blocks.append(Block(kind=BlockKind.TABLE, text=table_text(table), page_number=rows[0].page_number, table=table))
        self._last = None
        return number + len(rows)
