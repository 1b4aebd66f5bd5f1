"""What a file is, by its content."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ingest.errors import UnknownFormat
from ingest.readers.detect import Format, format_of, name_warning
from ingest.readers.registry import known_suffixes, reader_for


def written(path: Path, data: bytes) -> Path:
    """Write a file and return its path."""
    path.write_bytes(data)
    return path


def test_a_pdf_named_txt_is_read_as_pdf_and_the_report_says_so(tmp_path: Path) -> None:
    """The content decides; the name only gets a warning."""
    path = written(tmp_path / "referat.txt", b"%PDF-1.4\n")
    assert format_of(path) is Format.PDF
    assert name_warning(path, Format.PDF) == "the name says text, but the content is PDF; read as PDF"


def test_a_web_page_named_txt_is_read_as_a_web_page(tmp_path: Path) -> None:
    """Otherwise its tags would become text."""
    assert format_of(written(tmp_path / "side.txt", b"\xef\xbb\xbf\n<!DOCTYPE html><html><p>Hej")) is Format.HTML


def test_a_docx_that_is_plain_text_is_refused_with_advice(tmp_path: Path) -> None:
    """A lying name is an `UnknownFormat`, not a crash in the Word reader."""
    with pytest.raises(UnknownFormat, match="the name says DOCX"):
        format_of(written(tmp_path / "notat.docx", b"bare tekst"))


def test_an_old_or_locked_office_file_is_named_as_such(tmp_path: Path) -> None:
    """Both begin with the OLE signature; the advice helps for both."""
    with pytest.raises(UnknownFormat, match="old or locked"):
        format_of(written(tmp_path / "notat.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)))


def test_a_zip_of_something_else_is_refused(tmp_path: Path) -> None:
    """Archives are not unpacked."""
    with zipfile.ZipFile(tmp_path / "bilag.docx", "w") as package:
        package.writestr("a.txt", "x")
    with pytest.raises(UnknownFormat, match="Unpack it"):
        format_of(tmp_path / "bilag.docx")


def test_binary_rubbish_named_txt_is_refused(tmp_path: Path) -> None:
    """Zero bytes that are not UTF-16 mean that it is no text."""
    with pytest.raises(UnknownFormat, match="binary"):
        format_of(written(tmp_path / "a.txt", b"abc\x00\x01def" * 50))


def test_a_type_that_nobody_reads_is_refused_by_name(tmp_path: Path) -> None:
    """The report names the suffix."""
    with pytest.raises(UnknownFormat, match=r"\.mp3"):
        format_of(written(tmp_path / "lyd.mp3", b"ID3"))


@pytest.mark.parametrize("suffix", sorted(known_suffixes()))
def test_every_known_suffix_has_a_reader_that_knows_it(suffix: str, tmp_path: Path) -> None:
    """The table of readers and the readers' own claims agree."""
    from ingest.readers.detect import BY_SUFFIX
    from ingest.readers.registry import reader_of

    assert suffix in reader_of(BY_SUFFIX[suffix]).suffixes


def test_text_goes_to_the_text_reader(tmp_path: Path) -> None:
    """`reader_for` looks into the file."""
    assert type(reader_for(written(tmp_path / "a.txt", "æøå".encode()))).__name__ == "TextReader"
