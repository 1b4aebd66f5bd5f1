"""What a file really is: its content first, its name last."""

from __future__ import annotations

import zipfile
from enum import StrEnum
from pathlib import Path

from ingest.errors import UnknownFormat

_HEAD_BYTES = 4096


class Format(StrEnum):
    """The formats that have a reader."""

    PDF = "PDF"
    DOCX = "DOCX"
    PPTX = "PPTX"
    XLSX = "XLSX"
    ODT = "ODT"
    HTML = "HTML"
    TEXT = "text"
    MARKDOWN = "Markdown"
    CSV = "CSV"
    EMAIL = "e-mail"


BY_SUFFIX = {
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
    ".pptx": Format.PPTX,
    ".xlsx": Format.XLSX,
    ".odt": Format.ODT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".txt": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".csv": Format.CSV,
    ".eml": Format.EMAIL,
}

# Formats that are plain text inside: only the name tells them apart.
_TEXTUAL = frozenset({Format.HTML, Format.TEXT, Format.MARKDOWN, Format.CSV, Format.EMAIL})

_PARTS = {
    "word/document.xml": Format.DOCX,
    "ppt/presentation.xml": Format.PPTX,
    "xl/workbook.xml": Format.XLSX,
}

# Old binary Office files begin with the OLE signature; so do password-protected new ones.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def format_of(path: Path) -> Format:
    """The format of the content of `path`. Raises `UnknownFormat` when no reader fits it."""
    claimed = BY_SUFFIX.get(path.suffix.lower())
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    found = _by_signature(path, head)
    if found is not None:
        return found
    if claimed is None:
        raise UnknownFormat(path, f"no reader for files of type {path.suffix or '(no suffix)'}.")
    if claimed in _TEXTUAL:
        return _textual(path, head, claimed)
    if claimed is Format.PDF:
        return claimed  # broken heads are common; the PDF reader decides
    raise UnknownFormat(path, f"the name says {claimed}, but the content is not. Save it again from its program.")


def name_warning(path: Path, found: Format) -> str | None:
    """A sentence for the report when the name of `path` promises another format than the content has."""
    claimed = BY_SUFFIX.get(path.suffix.lower())
    if claimed in {None, found} or {claimed, found} <= _TEXTUAL - {Format.HTML}:
        return None
    return f"the name says {claimed}, but the content is {found}; read as {found}"


def _by_signature(path: Path, head: bytes) -> Format | None:
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(b"PK\x03\x04"):
        return _in_zip(path)
    if head.startswith(_OLE):
        raise UnknownFormat(path, "an old or locked Office file. Save it without a password as .docx, .pptx or .xlsx.")
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return Format.HTML
    return None


def _in_zip(path: Path) -> Format:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            for part, found in _PARTS.items():
                if part in names:
                    return found
            short = "mimetype" in names and archive.getinfo("mimetype").file_size < 200
            if short and b"opendocument.text" in archive.read("mimetype"):
                return Format.ODT
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise UnknownFormat(path, "a damaged package (zip). Save it again from its program.") from error
    raise UnknownFormat(path, "a package (zip) that is no document known here. Unpack it first.")


def _textual(path: Path, head: bytes, claimed: Format) -> Format:
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not wide and b"\x00" in head and head.count(b"\x00") < len(head) // 4:
        raise UnknownFormat(path, f"the name says {claimed}, but the content is binary.")
    return claimed
