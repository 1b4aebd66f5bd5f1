"""Finds the reader for a file by what the file really is."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import cast

from ingest.protocols import Reader
from ingest.readers.detect import BY_SUFFIX, Format, format_of

# Modules are imported when the first file of their format comes, so that a start costs nothing.
_READERS = {
    Format.PDF: "ingest.readers.pdf:PdfReader",
    Format.DOCX: "ingest.readers.docx:DocxReader",
    Format.PPTX: "ingest.readers.pptx:PptxReader",
    Format.XLSX: "ingest.readers.xlsx:XlsxReader",
    Format.ODT: "ingest.readers.odt:OdtReader",
    Format.HTML: "ingest.readers.html:HtmlReader",
    Format.TEXT: "ingest.readers.text:TextReader",
    Format.MARKDOWN: "ingest.readers.markdown:MarkdownReader",
    Format.CSV: "ingest.readers.csv:CsvReader",
    Format.EMAIL: "ingest.readers.email:EmailReader",
}


def known_suffixes() -> frozenset[str]:
    """The file name endings that have a reader, lower case with the dot."""
    return frozenset(BY_SUFFIX)


def reader_for(path: Path) -> Reader:
    """The reader for the content of `path`. Raises `UnknownFormat` when there is none."""
    return reader_of(format_of(path))


def reader_of(found: Format) -> Reader:
    """The reader of a format."""
    module, name = _READERS[found].split(":")
    return cast("Reader", getattr(import_module(module), name)())
