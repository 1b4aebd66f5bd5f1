"""What becomes of files that are encrypted, broken, empty, lying, without text, or too large; and what a PDF says of itself."""

from __future__ import annotations

import csv
from pathlib import Path

import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import EmptyDocument, EncryptedDocument, IngestError, LimitExceeded, UnknownFormat, UnreadableDocument
from ingest.limits import Limits
from ingest.readers.pdf import PdfReader
from ingest.readers.pdf_claims import is_garbage
from ingest.records import Line

SHARED = Path(__file__).parents[4] / "shared"


def letter(path: Path, pages: int = 1) -> Path:
    """A letter with metadata and a bookmark for each page."""
    canvas = Canvas(str(path))
    canvas.setTitle("Referat af bestyrelsesmøde")
    canvas.setAuthor("Sekretariatet")
    for number in range(1, pages + 1):
        canvas.bookmarkPage(f"s{number}")
        canvas.addOutlineEntry(f"Afsnit {number}", f"s{number}")
        canvas.drawString(72, 700, f"Bestyrelsen godkendte regnskabet på side {number}.")
        canvas.showPage()
    canvas.save()
    return path


def encrypted(path: Path, user_password: str) -> Path:
    """The letter locked with a password."""
    writer = pypdf.PdfWriter(clone_from=letter(path.with_name("plain.pdf")))
    writer.encrypt(user_password, owner_password="ejer", algorithm="AES-256")
    writer.write(path)
    return path


def test_a_file_locked_with_a_password_says_so(tmp_path: Path) -> None:
    """The reason tells the reader what to do."""
    path = encrypted(tmp_path / "a.pdf", "hemmelig")
    with pytest.raises(EncryptedDocument, match="protected by a password"):
        PdfReader().read(path, Limits())


def test_a_file_locked_with_the_empty_password_is_read(tmp_path: Path) -> None:
    """Any viewer opens it without asking, and so does the reader; the metadata says so."""
    found = PdfReader().read(encrypted(tmp_path / "a.pdf", ""), Limits())
    assert isinstance(found.pages[0].content[0], Line)
    assert found.metadata["encrypted"] == "with the empty password"


@pytest.mark.parametrize(
    ("content", "error", "reason"),
    [
        (b"", UnreadableDocument, "0 bytes"),
        (b"PK\x03\x04 en helt anden fil", UnknownFormat, "not PDF"),
        (b"%PDF-1.7\n%%EOF og intet mere", UnreadableDocument, "broken"),
    ],
)
def test_an_empty_a_lying_and_a_broken_file_each_give_their_reason(
    tmp_path: Path, content: bytes, error: type[IngestError], reason: str
) -> None:
    """One sentence each, never a traceback of a library."""
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    with pytest.raises(error, match=reason):
        PdfReader().read(path, Limits())


def test_a_file_without_any_text_is_empty(tmp_path: Path) -> None:
    """Two blank pages hold nothing to recognise either."""
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    with pytest.raises(EmptyDocument, match="no text on its 2 pages"):
        PdfReader().read(tmp_path / "a.pdf", Limits())


@pytest.mark.parametrize("limits", [Limits(max_pages=2), Limits(max_characters=50), Limits(max_file_bytes=100)])
def test_a_file_beyond_a_limit_names_it(tmp_path: Path, limits: Limits) -> None:
    """Pages, characters and bytes are bounded, and the reason says what the limit is."""
    with pytest.raises(LimitExceeded, match="the limit"):
        PdfReader().read(letter(tmp_path / "a.pdf", pages=3), limits)


def test_a_file_tells_its_title_author_and_bookmarks(tmp_path: Path) -> None:
    """The file's own claims, each bookmark with its page."""
    metadata = PdfReader().read(letter(tmp_path / "a.pdf", pages=2), Limits()).metadata
    assert metadata["title"] == "Referat af bestyrelsesmøde"
    assert metadata["author"] == "Sekretariatet"
    assert metadata["bookmarks"] == "1\tAfsnit 1\n2\tAfsnit 2"


def test_text_of_controls_and_private_characters_is_garbage() -> None:
    """More than 15 in 100 characters without a meaning; a page number is too short to tell."""
    assert is_garbage("\ue001\ue002\ue003\ue004 abcdefgh")
    assert not is_garbage("Udvalget godkendte indstillingen – uden bemærkninger.")
    assert not is_garbage("\ue001 2")


@pytest.mark.shared
def test_every_hostile_file_is_read_or_gives_its_reason() -> None:
    """Plain and turned files are read; encrypted, broken and textless ones are read or refused with one of our errors."""
    manifest = SHARED / "hostile" / "manifest.csv"
    if not manifest.exists():
        pytest.skip("the shared hostile files are not beside the project")
    with manifest.open(encoding="utf-8") as file:
        rows = [(",".join(row[:-2]), row[-2]) for row in csv.reader(file)][1:]
    failed = {"encrypted": 0, "error": 0, "notext": 0, "rotated": 0, "plain": 0}
    for name, kind in rows:
        try:
            PdfReader().read(SHARED / "hostile" / name, Limits(timeout_seconds=0.0))  # no time for OCR
        except UnreadableDocument:
            failed[kind] += 1
    assert len(rows) == 120
    assert failed == {"encrypted": 10, "error": 21, "notext": 24, "rotated": 0, "plain": 0}
