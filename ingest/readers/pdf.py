"""Reads PDF: lines with positions through PDFium."""

from __future__ import annotations

from pathlib import Path

from pypdfium2 import PdfPage

from ingest.errors import EmptyDocument, LimitExceeded
from ingest.limits import Limits
from ingest.readers.pdf_geometry import PageFrame
from ingest.readers.pdf_open import frame_of, opened_pdf
from ingest.readers.pdf_tables import placed_tables
from ingest.readers.pdf_text import TextOfPage
from ingest.records import Block, Line, Page, ReadFile
from ingest.tables.grid import grids_of
from ingest.tables.rulings import rulings_of


class PdfReader:
    """Reads `.pdf`; pages come as lines in displayed orientation."""

    suffixes: frozenset[str] = frozenset({".pdf"})

    def read(self, path: Path, limits: Limits) -> ReadFile:
        """All pages of the file. Raises the kinds of `UnreadableDocument`."""
        pages: list[Page] = []
        characters = 0
        with opened_pdf(path, limits) as document:
            for index in range(len(document)):
                page = document[index]
                frame = frame_of(page)
                with TextOfPage(page, frame, index + 1) as text:
                    lines = _content(page, frame, text, index + 1)
                    characters += len(text.text)
                page.close()
                if characters > limits.max_characters:
                    raise LimitExceeded(path, f"more than {limits.max_characters} characters. Split the file and build again.")
                pages.append(Page(number=index + 1, content=lines, width=frame.width, height=frame.height))
        if not any(page.content for page in pages):
            raise EmptyDocument(path, "no text on any page.")
        return ReadFile(pages=tuple(pages))


def _content(page: PdfPage, frame: PageFrame, text: TextOfPage, page_number: int) -> tuple[Line | Block, ...]:
    """Lines and ruled tables, a table standing where its first character is drawn."""
    tables = placed_tables(grids_of(rulings_of(page, frame)), text, page_number)
    inside = frozenset[int]().union(*(table.characters for table in tables))
    placed: list[tuple[int, Line | Block]] = [
        *text.lines(inside),
        *((table.first, block) for table in tables for block in table.blocks),
    ]
    return tuple(item for _, item in sorted(placed, key=lambda pair: pair[0]))
