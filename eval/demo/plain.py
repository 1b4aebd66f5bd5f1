"""The demo's text files, web page and e-mail, with the faults that extracted text carries."""

from __future__ import annotations

import shutil
from email.message import EmailMessage
from pathlib import Path

from eval.demo.faults import LOST, as_glyph_numbers, with_blank_lines

PAGE = "@page"
CIPHER = "@cipher "


def write_archive(path: Path, source: Path) -> None:
    """Write text drawn from an old system: form feeds between pages, hyphenated lines, a paragraph whose font is broken."""
    lines = [_garbled(line) for line in source.read_text(encoding="utf-8").splitlines()]
    path.write_text("\n".join(lines).replace(f"\n{PAGE}\n", "\n\f"), encoding="utf-8")


def _garbled(line: str) -> str:
    return as_glyph_numbers(line.removeprefix(CIPHER)) + LOST if line.startswith(CIPHER) else line


def write_spaced(path: Path, source: Path) -> None:
    """Write text with a blank line after every line; of a page break only the page's mark and one leading space are left."""
    lines = source.read_text(encoding="utf-8").replace(f"\n{PAGE}\n", "\n ").splitlines()
    path.write_text("\n".join(with_blank_lines(lines)), encoding="utf-8")


def write_page(path: Path, source: Path) -> None:
    """Copy a web page, as saved from a browser."""
    shutil.copyfile(source, path)


def write_mail(path: Path, source: Path) -> None:
    """Write an e-mail; the source's first lines are its headers."""
    head, body = source.read_text(encoding="utf-8").split("\n\n", 1)
    message = EmailMessage()
    for line in head.splitlines():
        name, value = line.split(": ", 1)
        message[name] = value
    message.set_content(body, charset="utf-8", cte="quoted-printable")
    path.write_bytes(message.as_bytes())
