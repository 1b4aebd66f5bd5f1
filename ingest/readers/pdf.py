"""Reads PDF: lines with positions through PDFium."""

from __future__ import annotations

from pathlib import Path

from ingest.errors import EmptyDocument, LimitExceeded
from ingest.limits import Limits
from ingest.readers.pdf_open import frame_of, opened_pdf
from ingest.readers.pdf_text import TextOfPage
from ingest.records import Page, ReadFile


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
                    lines = tuple(text.lines())
                    characters += len(text.text)
                page.close()
                if characters > limits.max_characters:
                    raise LimitExceeded(path, f"more than {limits.max_characters} characters. Split the file and build again.")
                pages.append(Page(number=index + 1, content=lines, width=frame.width, height=frame.height))
        if not any(page.content for page in pages):
            raise EmptyDocument(path, "no text on any page.")
        return ReadFile(pages=tuple(pages))
