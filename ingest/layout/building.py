"""One walk over the lines of a file: each opens a block or goes on with an open one."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.layout.contents import contents_lines
from ingest.layout.headings import font_levels, heading_level
from ingest.layout.joining import continues
from ingest.layout.lines import PrintedLine
from ingest.layout.list_levels import ListLevels
from ingest.layout.markers import is_list_marker
from ingest.layout.tables import folded_table
from ingest.layout.words import Vocabulary, glued
from ingest.records import Block, BlockKind
from ingest.tables.tabbed import tabbed_table
from ingest.tables.text import table_text

CAPTION = re.compile(r"^(?:figur|tabel|billede|foto|kilde|figure|table|source)\s*(?:\d+\s*[.:–-]?\s|:\s)", re.IGNORECASE)
LONGEST_CAPTION = 250
NUMBERED = re.compile(r"^\d{1,3}(?:\.\d{1,2})*\s*[.:)]")
LETTER = re.compile(r"[^\W\d_]")
MOST_NOTES = 8  # blocks at the foot of a page that a sentence may run past
SHORT_ROOM = 0.25  # of a full line that stays free after an item without a bullet
NOTE_SIZE = 0.92  # of the text's font size
TEXT_KINDS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION)


class BlockBuilder:
    """Builds the blocks of a file from its lines in reading order; `body` is the font size of its text, 0.0 without fonts."""

    def __init__(self, lines: list[PrintedLine | Block], body: float) -> None:
        self._lines = lines
        self._body = body
        self._levels = font_levels(lines, body)
        self._contents = contents_lines(lines)
        self._vocabulary = Vocabulary(line for line in lines if isinstance(line, PrintedLine))
        self._list_levels = ListLevels()
        self._blocks: list[Block] = []
        self._ends: list[PrintedLine | None] = []  # the last line of each block, None for ready blocks and tables
        self._open: int | None = None  # the block of the line before

    def built(self) -> list[Block]:
        """All blocks in order."""
        number = 0
        while number < len(self._lines):
            number = self._take(number)
        return self._blocks

    def _take(self, number: int) -> int:
        """Adds the line (or the table that begins) at `number`; returns the number of the next."""
        line = self._lines[number]
        if isinstance(line, Block):
            self._close_with(folded_table(line))
        elif number in self._contents:
            self._add(line, BlockKind.CONTENTS, into=self._open_entry(line))
        elif line.has_tabs:
            return self._take_table(number)
        else:
            above = self._lines[number - 1] if number else None
            self._take_text(line, above, self._lines[number + 1] if number + 1 < len(self._lines) else None)
        return number + 1

    def _take_text(self, line: PrintedLine, above: PrintedLine | Block | None, below: PrintedLine | Block | None) -> None:
        level = heading_level(line, above, below, self._body, self._levels)
        current = self._blocks[self._open] if self._open is not None else None
        if level and ((current and current.kind is BlockKind.HEADING) or LETTER.search(line.text)):
            into = self._continued(line, (BlockKind.HEADING,)) if current and current.level == level else None
            self._add(line, BlockKind.HEADING, level, into=into)
            return
        into = self._continued(line, TEXT_KINDS)
        if into is not None:
            self._add(line, BlockKind.PARAGRAPH, into=into)
        elif is_list_marker(line.text) or self._is_bare_item(line, below):
            self._add(line, BlockKind.LIST_ITEM, self._list_levels.level(line))
        else:
            caption = CAPTION.match(line.text) and len(line.text) <= LONGEST_CAPTION
            self._add(line, BlockKind.CAPTION if caption else BlockKind.PARAGRAPH)

    def _is_bare_item(self, line: PrintedLine, below: PrintedLine | Block | None) -> bool:
        """Whether a bullet was lost and left one blank: a short line so indented, beside another one."""
        if not line.has_one_blank or line.room < SHORT_ROOM:
            return False
        end = self._ends[self._open] if self._open is not None else None
        return (isinstance(below, PrintedLine) and below.has_one_blank) or (end is not None and end.has_one_blank)

    def _continued(self, line: PrintedLine, kinds: tuple[BlockKind, ...]) -> int | None:
        """The block the line is more of: the open one or, past the notes at the foot of the page before, the text above."""
        if self._goes_on(self._open, line, kinds):
            return self._open
        if not line.new_page:
            return None
        for number in range(len(self._blocks) - 1, max(len(self._blocks) - 1 - MOST_NOTES, -1), -1):
            end = self._ends[number]
            if end is None or not _is_note(end, line):
                return number if self._goes_on(number, line, kinds) else None
        return None

    def _goes_on(self, number: int | None, line: PrintedLine, kinds: tuple[BlockKind, ...]) -> bool:
        if number is None or self._blocks[number].kind not in kinds:
            return False
        end = self._ends[number]
        return end is not None and continues(end, line, self._blocks[number].kind is BlockKind.LIST_ITEM)

    def _open_entry(self, line: PrintedLine) -> int | None:
        """The entry of the contents above, if it has no page number yet and this line is more of it."""
        end = self._ends[self._open] if self._open is not None else None
        if end is None or end.text.rstrip()[-1:].isdigit() or NUMBERED.match(line.text):
            return None
        return self._open if self._goes_on(self._open, line, (BlockKind.CONTENTS,)) else None

    def _add(self, line: PrintedLine, kind: BlockKind, level: int = 0, *, into: int | None = None) -> None:
        boxes = (line.box,) if line.box else ()
        end = self._ends[into] if into is not None else None
        if into is not None and end is not None:
            above = self._blocks[into]
            text = glued(above.text, line, end, self._vocabulary)
            self._blocks[into] = replace(above, text=text, boxes=(*above.boxes, *boxes))
            self._ends[into] = line
            self._open = into
            return
        text = " ".join(line.text.split())
        self._close_with(Block(kind=kind, text=text, page_number=line.page_number, level=level, boxes=boxes))
        self._ends[-1] = line
        self._open = len(self._blocks) - 1
        if kind is not BlockKind.LIST_ITEM:
            self._list_levels.reset()

    def _close_with(self, block: Block) -> None:
        self._blocks.append(block)
        self._ends.append(None)
        self._open = None

    def _take_table(self, number: int) -> int:
        rows: list[PrintedLine] = []
        for line in self._lines[number:]:
            if not isinstance(line, PrintedLine) or not line.has_tabs or (rows and line.gap and not line.spaced):
                break
            rows.append(line)
        table = tabbed_table([row.text for row in rows])
        self._close_with(Block(kind=BlockKind.TABLE, text=table_text(table), page_number=rows[0].page_number, table=table))
        return number + len(rows)


def _is_note(end: PrintedLine, line: PrintedLine) -> bool:
    """Whether a block is printed so much smaller than the text that it is a note at the foot of a page."""
    return bool(end.font_size and line.font_size and end.font_size < NOTE_SIZE * line.font_size)
