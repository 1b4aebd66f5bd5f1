"""Bombs made here: each ends with a status and a reason, in bounded time and memory, and the file beside it is read."""

from __future__ import annotations

import io
import resource
import time
import zipfile
import zlib
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import docx
import openpyxl
import pytest

from ingest.limits import Limits
from ingest.pipeline.run import ingest
from ingest.records import FileReport, FileStatus, Ingested

pytestmark = pytest.mark.xdist_group("bombs")  # they are read once
LIMITS = Limits(timeout_seconds=15.0, max_memory_bytes=1024 * 2**20, max_decompressed_bytes=100 * 2**20, max_characters=2_000_000)
MOST_SECONDS = 40.0  # of a busy machine, starting the process that reads included
READABLE = "Udvalget drøftede badezonen på mødet den 4. maj 2026."


def packed(path: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    """A sound Word document, with its parts changed."""
    file = io.BytesIO()
    document = docx.Document()
    document.add_paragraph(READABLE)
    document.save(file)
    with zipfile.ZipFile(file) as sound:
        parts = {name: sound.read(name) for name in sound.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)


def pdf_of(path: Path, *objects: bytes, stream: bytes = b"") -> None:
    """A PDF of these objects, from object 1 on; `stream` is a deflated content stream in front of them as object 9."""
    body = b"%PDF-1.7\n"
    for number, content in enumerate(objects, start=1):
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    if stream:
        deflated = zlib.compress(stream, 9)
        body += b"9 0 obj\n<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream\nendobj\n" % (len(deflated), deflated)
    path.write_bytes(body + b"trailer\n<</Root 1 0 R/Size 10>>\n%%EOF\n")


def xml_entities(path: Path) -> None:
    """A billion laughs inside a Word document."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">{laughs}]>'.encode()

    def change(parts: dict[str, bytes]) -> None:
        parts["word/document.xml"] = head + parts["word/document.xml"].split(b"?>", 1)[1].replace(b"Udvalget", b"&l9;")

    packed(path, change)


def outer_file(path: Path) -> None:
    """An entity that names a file of this machine."""

    def change(parts: dict[str, bytes]) -> None:
        body = parts["word/document.xml"].split(b"?>", 1)[1].replace(b"Udvalget", b"&host;")
        parts["word/document.xml"] = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY host SYSTEM "file:///etc/passwd">]>' + body

    packed(path, change)


def zip_bomb(path: Path) -> None:
    """Two hundred megabytes of blanks in 200 kB."""
    packed(path, lambda parts: parts.update({"word/document.xml": parts["word/document.xml"] + b" " * 200_000_000}))


def lying_zip(path: Path) -> None:
    """A part that says it unpacks to 100 bytes, and does not."""
    packed(path, lambda parts: parts.update({"word/document.xml": parts["word/document.xml"] + b" " * 150_000_000}))
    content = bytearray(path.read_bytes())
    place = content.rfind(b"word/document.xml") - 46 + 24
    content[place : place + 4] = (100).to_bytes(4, "little")
    path.write_bytes(bytes(content))


def nested_word(path: Path) -> None:
    """Tables in tables, two thousand deep."""
    deep = b"<w:tbl><w:tr><w:tc>" * 2_000 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 2_000

    def change(parts: dict[str, bytes]) -> None:
        parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", b"<w:body>" + deep)

    packed(path, change)


def many_cells(path: Path) -> None:
    """A sheet of ten thousand cells."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for _ in range(100):
        sheet.append(["x"] * 100)
    book.save(path)


def far_cell(path: Path) -> None:
    """A sheet of two cells, of which one stands in the last row and column there can be."""
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "Beløb"
    book.worksheets[0]["XFD1048576"] = "4"
    book.save(path)


def nested_html(path: Path) -> None:
    """Two hundred thousand elements in one another."""
    path.write_text("<html><body>" + "<div>" * 200_000 + READABLE, "utf-8")


def wide_html_table(path: Path) -> None:
    """A cell that says it spans a thousand million columns and rows."""
    cell = f'<td colspan="1000000000" rowspan="1000000000">{READABLE}</td>'
    path.write_text(
        f"<html><body><main><table><tr>{cell}<td>x</td></tr><tr><td>y</td></tr></table></main></body></html>", "utf-8"
    )


def endless_text(path: Path) -> None:
    """Twenty thousand pages."""
    path.write_text("Side\n\f" * 20_000, "utf-8")


def one_line(path: Path) -> None:
    """A word of three million letters."""
    path.write_text("a" * 3_000_000, "utf-8")


def regex_bait(path: Path) -> None:
    """What makes patterns that go back and forth hang: long runs of digits, blanks, dots, dashes and opening brackets."""
    runs = (
        "0" * 40_000,
        " " * 40_000 + ".",
        "1." * 20_000,
        "- " * 20_000,
        "(" * 40_000,
        "a-\n" * 10_000,
        "Punkt 1: " * 5_000,
        "§" * 20_000,
    )
    path.write_text("\n\n".join(runs), "utf-8")


def page_tree_cycle(path: Path) -> None:
    """Pages that are their own children."""
    pdf_of(path, b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1000000/Kids[2 0 R 2 0 R]>>")


def many_pages(path: Path) -> None:
    """One page, named twenty thousand times."""
    kids = b"3 0 R " * 20_000
    pdf_of(
        path,
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 20000/Kids[%s]>>" % kids,
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>",
    )


def deflated_pdf(path: Path) -> None:
    """A content stream of 20 megabytes in 20 kB."""
    pdf_of(
        path,
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 9 0 R>>",
        stream=b"q Q " * 15_000_000,
    )


def huge_page(path: Path) -> None:
    """A page of a hundred kilometres."""
    pdf_of(
        path,
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300000000 300000000]>>",
    )


def nested_pdf(path: Path) -> None:
    """Arrays in arrays, a hundred thousand deep."""
    pdf_of(path, b"<</Type/Catalog/Pages 2 0 R/X %s%s>>" % (b"[" * 100_000, b"]" * 100_000), b"<</Type/Pages/Count 0/Kids[]>>")


def email_in_email(path: Path) -> None:
    """Five thousand messages in one another."""
    inner = "".join(f"Content-Type: message/rfc822\nX-{n}: 1\n\n" for n in range(5_000))
    path.write_text(f"From: a@b.dk\nSubject: x\nMIME-Version: 1.0\n{inner}hej", "utf-8")


BOMBS: tuple[tuple[Callable[[Path], None], str, frozenset[FileStatus]], ...] = (
    (xml_entities, "docx", frozenset({FileStatus.FAILED})),
    (outer_file, "docx", frozenset({FileStatus.FAILED})),
    (zip_bomb, "docx", frozenset({FileStatus.FAILED})),
    (lying_zip, "docx", frozenset({FileStatus.FAILED})),
    (nested_word, "docx", frozenset({FileStatus.FAILED})),
    (nested_html, "html", frozenset({FileStatus.FAILED})),
    (endless_text, "txt", frozenset({FileStatus.FAILED})),
    (one_line, "txt", frozenset({FileStatus.FAILED})),
    (page_tree_cycle, "pdf", frozenset({FileStatus.FAILED, FileStatus.NO_TEXT})),
    (many_pages, "pdf", frozenset({FileStatus.FAILED})),
    (deflated_pdf, "pdf", frozenset({FileStatus.FAILED, FileStatus.NO_TEXT})),
    (huge_page, "pdf", frozenset({FileStatus.FAILED, FileStatus.NO_TEXT})),
    (nested_pdf, "pdf", frozenset({FileStatus.FAILED, FileStatus.NO_TEXT})),
    (email_in_email, "eml", frozenset({FileStatus.FAILED, FileStatus.READ, FileStatus.NO_TEXT})),
    (many_cells, "xlsx", frozenset({FileStatus.READ, FileStatus.FAILED})),
    (far_cell, "xlsx", frozenset({FileStatus.READ, FileStatus.PARTLY})),
    (wide_html_table, "html", frozenset({FileStatus.READ})),
    (regex_bait, "txt", frozenset({FileStatus.READ})),
)
"""Each bomb, its ending, and what may become of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Burst:
    """What became of the bombs, and the most memory that a process which read them held, in bytes."""

    reports: dict[str, FileReport]
    most_memory: int


@pytest.fixture(scope="module")
def read_bombs(tmp_path_factory: pytest.TempPathFactory) -> Burst:
    """All bombs, read in bounded processes one after the other by the way a build reads them.

    From a process of its own, whose children are these readers alone: a test run has had others.
    """
    folder = tmp_path_factory.mktemp("bombs")
    for bomb, suffix, _ in BOMBS:
        bomb(folder / f"{bomb.__name__}.{suffix}")
    (folder / "å_sidst.txt").write_text(READABLE, "utf-8")
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("fork")) as pool:
        return pool.submit(_read, folder).result()


def _read(folder: Path) -> Burst:
    found: dict[str, FileReport] = {}
    item: Ingested
    for item in ingest([folder], workers=2, limits=LIMITS):
        found[item.report.path.rpartition(".")[0]] = item.report
    return Burst(reports=found, most_memory=resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)


@pytest.fixture(scope="module")
def burst(read_bombs: Burst) -> dict[str, FileReport]:
    """What became of all bombs, by name."""
    return read_bombs.reports


@pytest.mark.parametrize(
    ("bomb", "allowed"), [(bomb, allowed) for bomb, _, allowed in BOMBS], ids=lambda value: getattr(value, "__name__", "")
)
def test_a_bomb_ends_with_a_status_and_a_reason(
    bomb: Callable[[Path], None], allowed: frozenset[FileStatus], burst: dict[str, FileReport]
) -> None:
    """Within its time; what is refused says why in a sentence that names no path."""
    report = burst[bomb.__name__]
    assert report.status in allowed, report
    assert report.seconds < LIMITS.timeout_seconds
    if report.status in {FileStatus.FAILED, FileStatus.NO_TEXT}:
        assert report.reason.endswith(".")
        assert str(Path.home()) not in report.reason
        assert "pytest" not in report.reason


def test_the_file_after_the_bombs_is_read(burst: dict[str, FileReport]) -> None:
    """A hostile file harms only itself."""
    assert burst["å_sidst"].status is FileStatus.READ


def test_no_process_took_more_memory_than_its_bound(read_bombs: Burst) -> None:
    """The largest of the processes that have ended, in bytes."""
    assert 0 < read_bombs.most_memory < LIMITS.max_memory_bytes


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("billede.pdf", b"\x89PNG\r\n\x1a\n" + bytes(100)),
        ("program.docx", b"MZ\x90\x00" + bytes(1_000)),
        ("arkiv.pdf", b"PK\x03\x04" + bytes(100)),
        ("gammel.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_000)),
        ("binær.txt", bytes(range(256)) * 100),
    ],
)
def test_a_file_that_lies_about_its_type_is_refused_with_a_reason(name: str, content: bytes, tmp_path: Path) -> None:
    """Its content decides, not its name."""
    from ingest.pipeline.file import ingest_file

    (tmp_path / name).write_bytes(content)
    started = time.monotonic()
    report = ingest_file(tmp_path / name, name, LIMITS).report
    assert report.status in {FileStatus.FAILED, FileStatus.SKIPPED, FileStatus.NO_TEXT}
    assert report.reason
    assert time.monotonic() - started < MOST_SECONDS
