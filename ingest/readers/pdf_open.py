"""Opening a PDF: one place where PDFium's refusals become errors of ingestion."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ingest.errors import EncryptedDocument, LimitExceeded, UnknownFormat, UnreadableDocument
from ingest.limits import Limits
from ingest.readers.pdf_geometry import PageFrame

HEADER_BYTES = 1024  # PDF readers accept `%PDF-` anywhere in the first kilobyte (PDF 32000-1:2008, annex H.3.4.1)


@contextmanager
def opened_pdf(path: Path, limits: Limits) -> Iterator[pdfium.PdfDocument]:
    """The opened document; a file locked with the empty password opens. Raises the kinds of `UnreadableDocument`."""
    _check_file(path, limits)
    try:
        document = pdfium.PdfDocument(str(path))
    except pdfium.PdfiumError as error:
        raise _translated(path, error) from error
    try:
        if document.get_formtype() != pdfium_c.FORMTYPE_NONE:
            document.init_forms()  # what was filled in can then be asked for
        if len(document) > limits.max_pages:
            raise LimitExceeded(path, f"{len(document)} pages, the limit is {limits.max_pages}. Split the file and build again.")
        yield document
    finally:
        document.close()


def frame_of(page: pdfium.PdfPage) -> PageFrame:
    """The visible rectangle and rotation of a page."""
    left, bottom, right, top = page.get_bbox()
    return PageFrame(left=left, bottom=bottom, right=right, top=top, rotation=page.get_rotation())


def _check_file(path: Path, limits: Limits) -> None:
    size = path.stat().st_size
    if size > limits.max_file_bytes:
        raise LimitExceeded(path, f"{size} bytes, the limit is {limits.max_file_bytes}. Split the file and build again.")
    if size == 0:
        raise UnreadableDocument(path, "the file is empty (0 bytes). Fetch it again from its source.")
    with path.open("rb") as file:
        if b"%PDF-" not in file.read(HEADER_BYTES):
            raise UnknownFormat(path, "named .pdf, but the content is not PDF. Save it again as PDF.")


def _translated(path: Path, error: pdfium.PdfiumError) -> UnreadableDocument:
    code = getattr(error, "err_code", None)
    if code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
        return EncryptedDocument(path)
    return UnreadableDocument(path, "the PDF is broken and could not be opened. Fetch it again from its source.")
