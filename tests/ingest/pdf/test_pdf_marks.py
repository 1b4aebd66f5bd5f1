"""Raised small digits of a PDF page, few and very many."""

from __future__ import annotations

import time
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from ingest.limits import Limits
from ingest.readers.pdf import PdfReader


def page(path: Path, before: str, raised: str, after: str = "") -> str:
    """The text of a page with one line: 12 points, with raised digits of 6 points in it."""
    canvas = Canvas(str(path))
    text = canvas.beginText(50, 700)
    for words, size, rise in ((before, 12, 0), (raised, 6, 5), (after, 12, 0)):
        text.setFont("Helvetica", size)
        text.setRise(rise)
        text.textOut(words)
    canvas.drawText(text)
    canvas.save()
    return "\n".join(part.text for page in PdfReader().read(path, Limits()).pages for part in page.content)


def test_a_mark_of_two_digits_is_compared_with_what_stands_before_both(tmp_path: Path) -> None:
    """Note 12 on the year 2027."""
    assert page(tmp_path / "a.pdf", "Fra 2027", "12", " gælder det") == "Fra 2027¹² gælder det"


def test_a_mark_that_opens_a_line_is_compared_with_the_next_letter(tmp_path: Path) -> None:
    """The note itself, at the foot of the page."""
    assert page(tmp_path / "a.pdf", "", "12", " Se bilaget") == "¹² Se bilaget"


def test_a_page_of_raised_digits_takes_no_longer_than_one_of_words(tmp_path: Path) -> None:
    """Going back over the whole run of marks at each of them takes the cube of its length: minutes for this line."""
    started = time.perf_counter()
    assert page(tmp_path / "a.pdf", "Fra 2027", "1" * 3000).endswith("¹")
    assert time.perf_counter() - started < 5.0
