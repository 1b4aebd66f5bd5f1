"""Reads PDF: lines with positions and ruled tables through PDFium, the file's own claims through pypdf, scans through OCR."""

from __future__ import annotations

import logging
from pathlib import Path

import pypdfium2 as pdfium

from ingest.errors import EmptyDocument, LimitExceeded, UnreadableDocument
from ingest.limits import Limits
from ingest.readers.pdf_annotations import filled_in
from ingest.readers.pdf_bullets import with_bullets
from ingest.readers.pdf_claims import Claims, is_garbage
from ingest.readers.pdf_geometry import PageFrame
from ingest.readers.pdf_open import frame_of, opened_pdf
from ingest.readers.pdf_scans import Scans, named
from ingest.readers.pdf_tables import placed_tables
from ingest.readers.pdf_text import TextOfPage
from ingest.records import Block, Box, Line, Page, ReadFile
from ingest.tables.grid import grids_of
from ingest.tables.rulings import drawings_of

log = logging.getLogger(__name__)


class PdfReader:
    """Reads `.pdf`; pages come as lines and tables in displayed orientation, scanned pages by OCR."""

    suffixes: frozenset[str] = frozenset({".pdf"})

    def read(self, path: Path, limits: Limits) -> ReadFile:
        """All pages of the file. Raises the kinds of `UnreadableDocument`."""
        claims = Claims(path)
        try:
            with opened_pdf(path, limits) as document:
                reading = _Pages(path, document, claims, limits)
                pages, warnings = reading.read()
            return ReadFile(
                pages=tuple(pages), metadata=claims.metadata(), warnings=tuple(warnings), unread_pages=reading.unread_pages()
            )
        finally:
            claims.close()


class _Pages:
    """Reads the pages of one opened document in order and gathers what went wrong."""

    def __init__(self, path: Path, document: pdfium.PdfDocument, claims: Claims, limits: Limits) -> None:
        self._path = path
        self._document = document
        self._claims = claims
        self._limits = limits
        self._scans = Scans(limits=limits)
        self._characters = 0
        self._unreadable: list[int] = []

    def read(self) -> tuple[list[Page], list[str]]:
        pages = [self._page(number) for number in range(1, len(self._document) + 1)]
        warnings = self._scans.warnings()
        if self._unreadable:
            warnings.append(f"{named(self._unreadable)}: damaged, could not be read.")
        if not any(page.content for page in pages):
            raise _nothing_read(self._path, len(pages), warnings, damaged=bool(self._unreadable))
        return pages, warnings

    def unread_pages(self) -> tuple[int, ...]:
        """The pages that hold something which could not be read, ascending."""
        return tuple(sorted({*self._unreadable, *self._scans.unread()}))

    def _page(self, number: int) -> Page:
        try:
            page = self._document[number - 1]
        except pdfium.PdfiumError as error:
            log.debug("page could not be loaded", extra={"page": number, "error": str(error)})
            self._unreadable.append(number)
            return Page(number=number, content=())
        try:
            return self._read_page(page, number)
        finally:
            page.close()

    def _read_page(self, page: pdfium.PdfPage, number: int) -> Page:
        frame = frame_of(page)
        with TextOfPage(page, frame, number) as text:
            self._count(len(text.text))
            other = self._second_opinion(text.text, number)
            content, areas = (other, ()) if other else _content(page, frame, text, number)
            content = (*content, *filled_in(self._document, page, frame, number))
            visible = sum(not char.isspace() for char in text.text) if len(text.text) < 400 else len(text.text)
        recognised = self._scans.lines(page, number, visible)
        return Page(
            number=number,
            content=(*content, *recognised),
            width=frame.width,
            height=frame.height,
            by_ocr=bool(recognised),
            areas=areas,
        )

    def _second_opinion(self, text: str, number: int) -> tuple[Line, ...]:
        """Pypdf's lines (without places) of a page that PDFium gives as garbage, if they are better."""
        if not is_garbage(text):
            return ()
        other = self._claims.text_of_page(number)
        if not other.strip() or is_garbage(other):
            return ()
        return tuple(Line(text=line) for line in other.splitlines())

    def _count(self, characters: int) -> None:
        self._characters += characters
        if self._characters > self._limits.max_characters:
            raise LimitExceeded(
                self._path, f"more than {self._limits.max_characters} characters, the limit. Split the file and build again."
            )


def _content(
    page: pdfium.PdfPage, frame: PageFrame, text: TextOfPage, page_number: int
) -> tuple[tuple[Line | Block, ...], tuple[Box, ...]]:
    """Lines and ruled tables, a table standing where its first character is drawn; and the boxes that hold text of their own."""
    drawings = drawings_of(page, frame)
    tables = placed_tables(grids_of(drawings.rulings), text, page_number)
    inside = frozenset[int]().union(*(table.characters for table in tables))
    blocks = ((table.first, block) for table in tables for block in table.blocks)
    placed: list[tuple[int, Line | Block]] = [*with_bullets(text.lines(inside), drawings.dots), *blocks]
    ordered = tuple(item for _, item in sorted(placed, key=lambda pair: pair[0]))
    areas = (Box(page_number=page_number, x0=x0, top=top, x1=x1, bottom=bottom) for x0, top, x1, bottom in drawings.areas)
    outlines = [box for table in tables for block in table.blocks for box in block.boxes]
    return ordered, tuple(area for area in areas if not any(_meet(area, outline) for outline in outlines))


def _meet(first: Box, second: Box) -> bool:
    return first.x0 < second.x1 and first.x1 > second.x0 and first.top < second.bottom and first.bottom > second.top


def _nothing_read(path: Path, page_count: int, warnings: list[str], *, damaged: bool) -> UnreadableDocument:
    if page_count == 0:
        return UnreadableDocument(path, "the PDF has no pages. Fetch it again from its source.")
    counted = f"no text on its {page_count} pages" if page_count > 1 else "no text on its page"
    reason = " ".join([f"{counted}.", *warnings])
    return UnreadableDocument(path, reason) if damaged else EmptyDocument(path, reason)
