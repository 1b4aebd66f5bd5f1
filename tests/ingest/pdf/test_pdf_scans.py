"""Pages that are pictures of text: recognised where Tesseract with Danish is installed, else named."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import EmptyDocument
from ingest.layout.blocks import blocks_of
from ingest.limits import Limits
from ingest.readers import ocr
from ingest.readers.pdf import PdfReader
from ingest.records import Line

needs_tesseract = pytest.mark.skipif(not ocr.is_installed(), reason="Tesseract with Danish is not installed")


def scan(path: Path, *, with_text_page: bool = False) -> Path:
    """A page of text as a picture, as a scanner makes it; perhaps after a page of real text."""
    typed = path.with_name("typed.pdf")
    canvas = Canvas(str(typed), pagesize=A4)
    canvas.setFont("Helvetica", 14)
    canvas.drawString(72, 700, "Bestyrelsen besluttede at købe en ny bus til skolen.")
    canvas.drawString(72, 640, "Økonomiudvalget følger sagen i foråret.")
    canvas.save()
    document = pdfium.PdfDocument(str(typed))
    picture = io.BytesIO()
    document[0].render(scale=200 / 72).to_pil().save(picture, format="PNG")
    document.close()
    canvas = Canvas(str(path), pagesize=A4)
    if with_text_page:
        canvas.drawString(72, 700, "Første side er skrevet på maskine og kan læses uden videre.")
        canvas.showPage()
    picture.seek(0)
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)
    canvas.save()
    return path


@needs_tesseract
def test_a_scanned_page_is_recognised_with_places(tmp_path: Path) -> None:
    """Danish letters come out right, boxes lie where the words are printed, and a warning says that words may be wrong."""
    found = PdfReader().read(scan(tmp_path / "a.pdf"), Limits())
    (page,) = found.pages
    lines = [line for line in page.content if isinstance(line, Line) and line.text]
    assert page.by_ocr
    assert lines[0].text == "Bestyrelsen besluttede at købe en ny bus til skolen."
    assert lines[0].box is not None
    assert lines[0].box.x0 == pytest.approx(72, abs=4)
    assert lines[0].box.bottom == pytest.approx(842 - 700, abs=6)
    assert found.warnings == ("page 1: recognised from a picture (OCR); words may be wrong.",)


@needs_tesseract
def test_paragraphs_of_a_scan_stay_apart(tmp_path: Path) -> None:
    """Two paragraphs far apart on the picture are two blocks."""
    blocks = blocks_of(PdfReader().read(scan(tmp_path / "a.pdf"), Limits()).pages)
    assert [block.text.split()[0] for block in blocks] == ["Bestyrelsen", "Økonomiudvalget"]


def test_without_tesseract_the_warning_names_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages with text are read, the scanned one is named with what would help."""
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    found = PdfReader().read(scan(tmp_path / "a.pdf", with_text_page=True), Limits())
    assert [bool(page.content) for page in found.pages] == [True, False]
    assert found.unread_pages == (2,)
    assert found.warnings == ("page 2: a picture; install Tesseract with Danish (tesseract-ocr-dan) to read its text.",)


def test_a_scan_alone_without_tesseract_is_a_document_without_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing was read, and the reason says what would help."""
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    with pytest.raises(EmptyDocument, match="install Tesseract"):
        PdfReader().read(scan(tmp_path / "a.pdf"), Limits())


def test_a_scan_for_which_no_time_is_left_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """OCR takes at most a share of the file's time."""
    monkeypatch.setattr(ocr, "is_installed", lambda: True)
    found = PdfReader().read(scan(tmp_path / "a.pdf", with_text_page=True), Limits(timeout_seconds=0.0))
    assert found.warnings == ("page 2: a picture; there was no time left to recognise its text.",)
