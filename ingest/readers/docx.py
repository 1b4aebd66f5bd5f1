"""Word documents (.docx): headings, lists, tables and footnotes in reading order; headers and footers are left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ingest.errors import EmptyDocument
from ingest.layout.side_labels import LONGEST_TITLE, POINT
from ingest.limits import Limits
from ingest.minutes.section_names import BESIDE_LEVEL
from ingest.readers.docx_notes import endnote_mark, notes_of
from ingest.readers.docx_numbering import Numbering
from ingest.readers.docx_styles import Styles
from ingest.readers.docx_table import sides_of, table_block
from ingest.readers.docx_text import (
    W,
    is_bold,
    note_numbers,
    page_breaks,
    paragraph_text,
    parts_of,
    tab_count,
    tabbed_text,
    text_boxes,
)
from ingest.readers.nearest import nearest
from ingest.readers.package import opened_package
from ingest.readers.paging import pages_of_blocks
from ingest.records import Block, BlockKind, ReadFile
from ingest.tables.tabbed import tabbed_table
from ingest.tables.text import table_text

LONGEST_BOLD = 120  # characters of a bold line that is a heading
DEEPEST = 9
LEAST_TABS = 2  # of each line that tabs set as a table's row
LEAST_ROWS = 2


class DocxReader:
    """Reads `.docx`. Pages are numbered only where Word left marks of the pages it last laid out."""

    suffixes: frozenset[str] = frozenset({".docx"})

    def read(self, path: Path, limits: Limits) -> ReadFile:
        """The blocks of the document. Raises the kinds of `UnreadableDocument`."""
        import docx  # a third of a second to import

        with opened_package(path, limits, "Word") as file:
            document = docx.Document(file)
            walk = _Walk(document, limits)
            blocks = list(walk.blocks())
            metadata = _metadata(document.core_properties)
        if not blocks:
            raise EmptyDocument(path, "the document holds no text.")
        if walk.page == 1:
            blocks = [replace(block, page_number=None) for block in blocks]
        return ReadFile(pages=pages_of_blocks(blocks), metadata=metadata)


class _Walk:
    """Goes through the body of a document, counting pages and list numbers."""

    def __init__(self, document: Any, limits: Limits) -> None:
        self._body = document.element.body
        self._styles = Styles(document)
        self._numbering = Numbering(document)
        self._notes = {kind: notes_of(document, kind) for kind in ("footnote", "endnote")}
        self._heading = 0  # the level of the last heading by style
        self._limits = limits
        self.page = 1

    def blocks(self) -> Iterator[Block]:
        """Every paragraph and table of the body."""
        return self._blocks_in(self._body)

    def _blocks_in(self, parent: Any) -> Iterator[Block]:
        rows: list[Any] = []  # paragraphs in a run that tabs set as a table
        for element in parts_of(parent):
            tabs = tab_count(element) if element.tag == W + "p" and not self._styles.heading_level(element) else 0
            if rows and tabs != tab_count(rows[0]):
                yield from self._tabbed(rows)
                rows = []
            if tabs >= LEAST_TABS:
                rows.append(element)
            elif element.tag == W + "p":
                yield from self._paragraph(element)
            elif element.tag == W + "tbl":
                yield from self._table(element)
        yield from self._tabbed(rows)

    def _tabbed(self, rows: Sequence[Any]) -> Iterator[Block]:
        """Paragraphs with as many tabs each as a table; a single one as it is."""
        if len(rows) < LEAST_ROWS:
            for row in rows:
                yield from self._paragraph(row)
            return
        page = self.page + page_breaks(rows[0])
        self.page += sum(page_breaks(row) for row in rows)
        table = tabbed_table([tabbed_text(row) for row in rows])
        yield Block(kind=BlockKind.TABLE, text=table_text(table), page_number=page, table=table)
        for row in rows:
            yield from self._anchored(row)

    def _paragraph(self, element: Any) -> Iterator[Block]:
        self.page += page_breaks(element)
        text = paragraph_text(element)
        level = self._level(element, text)
        label, depth = self._numbering.label(element, self._styles.style_id(element))
        if text:
            kind = BlockKind.HEADING if level else BlockKind.LIST_ITEM if depth else self._styles.plain_kind(element)
            yield Block(kind=kind, text=f"{label} {text}".strip(), page_number=self.page, level=level or depth)
        yield from self._anchored(element)

    def _anchored(self, element: Any) -> Iterator[Block]:
        """The text boxes of a paragraph, then the notes it refers to."""
        for box in text_boxes(element):
            yield from self._blocks_in(box)
        for sort, notes in self._notes.items():
            for number in note_numbers(element, sort):
                if number in notes:
                    mark = endnote_mark(number) if sort == "endnote" else number
                    yield Block(kind=BlockKind.CAPTION, text=f"Note {mark}: {notes[number]}", page_number=self.page)

    def _level(self, element: Any, text: str) -> int:
        """The level of a heading by its style, or one below the last for a short line set in bold by hand; else 0."""
        level = self._styles.heading_level(element)
        if level:
            self._heading = level
            return level
        by_hand = text and len(text) <= LONGEST_BOLD and text[-1] not in ".,;" and is_bold(element)
        in_cell = next(element.iterancestors(W + "tc"), None) is not None
        return min(self._heading + 1, DEEPEST) if by_hand and not in_cell else 0

    def _table(self, element: Any) -> Iterator[Block]:
        sides = sides_of(element)
        if sides is not None:
            for label, text in sides:
                yield from self._beside(label, text)
            return
        block = table_block(element, self._limits, self.page)
        if block is not None:
            yield block
            self.page += page_breaks(element)
            return
        for cell in nearest(element, {W + "tc"}):  # a table of one column only lays out the page
            yield from self._blocks_in(cell)

    def _beside(self, label: Any, text: Any) -> Iterator[Block]:
        """A label as the heading of the text beside it; the number of an item with its title."""
        words = " ".join(paragraph_text(part) for part in label.iter(W + "p")).strip()
        blocks = list(self._blocks_in(text))
        title = blocks[0].text if len(blocks) == 1 and blocks[0].table is None else ""
        if POINT.match(words) and 0 < len(title.split()) <= LONGEST_TITLE:
            yield Block(kind=BlockKind.HEADING, text=f"{words} {title}", page_number=self.page, level=2)
            return
        if words:
            yield Block(kind=BlockKind.HEADING, text=words, page_number=self.page, level=BESIDE_LEVEL)
        yield from blocks


def _metadata(properties: Any) -> dict[str, str]:
    found = {"title": properties.title, "author": properties.author, "subject": properties.subject}
    if properties.created:
        found["created"] = properties.created.isoformat()
    if properties.modified:
        found["modified"] = properties.modified.isoformat()
    return {name: str(value) for name, value in found.items() if value and value != "python-docx"}
