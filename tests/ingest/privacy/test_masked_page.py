"""The boxes of masked numbers cover the digits on a real PDF page."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ingest.limits import Limits
from ingest.pipeline.file import ingest_file
from ingest.privacy.mask import MASK

NUMBER = "010170-1234"


def printed(path: Path, text: str, font: str) -> Path:
    """A page with one line of text."""
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont(font, 11)
    canvas.drawString(60, 600, text)
    canvas.drawString(60, 560, "Udvalget drøftede sagen på sit møde.")
    canvas.save()
    return path


def extent(path: Path, words: str) -> tuple[float, float]:
    """Where the words begin and end on the page, in points, by PDFium's own search."""
    page = pdfium.PdfDocument(path)[0].get_textpage()
    start, count = page.search(words).get_next()
    boxes = [page.get_charbox(index) for index in range(start, start + count)]
    return min(box[0] for box in boxes), max(box[2] for box in boxes)


@pytest.mark.parametrize("font", ["Helvetica", "Times-Roman", "Courier", "Helvetica-Bold"])
@pytest.mark.parametrize(
    "text",
    [
        f"{NUMBER} er borgerens nummer i sagen",
        f"Sagen vedrører borger {NUMBER}",
        f"illi till fritliggende lille hytte, {NUMBER}, MMM WWW OMKOSTNINGER MM",
        f"MANGE OMKOMMENDE MÆND MED MMM {NUMBER} illi til lille fritliggende hytte i et lille il",
    ],
)
def test_the_box_covers_every_digit_and_not_the_whole_line(text: str, font: str, tmp_path: Path) -> None:
    """Whatever the font; the text itself holds only the mask."""
    path = printed(tmp_path / "a.pdf", text, font)
    ingested = ingest_file(path, "a.pdf", Limits())
    (box,) = ingested.report.masked
    left, right = extent(path, NUMBER)
    assert box.x0 <= left < right <= box.x1
    line_left, line_right = extent(path, text)
    assert box.x1 - box.x0 < 0.75 * (line_right - line_left)
    assert not any(NUMBER in passage.text for passage in ingested.passages)
    assert any(MASK in passage.text for passage in ingested.passages)


def test_a_number_broken_over_two_lines_hides_the_line_with_the_birthday(tmp_path: Path) -> None:
    """Better too much than too little; four digits alone name nobody."""
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.drawString(60, 600, "Sagen vedrører borgeren med nummer cpr 010170-")
    canvas.drawString(60, 586, "1234 og hendes ansøgning om hjælp")
    canvas.save()
    ingested = ingest_file(tmp_path / "a.pdf", "a.pdf", Limits())
    assert ingested.report.masked_count == 1
    left, right = extent(tmp_path / "a.pdf", "010170")
    assert any(box.x0 <= left < right <= box.x1 for box in ingested.report.masked)
    assert not any("1234" in passage.text for passage in ingested.passages)
