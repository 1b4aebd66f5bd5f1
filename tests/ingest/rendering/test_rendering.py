"""Pages as pictures with highlights and masks, and the place of quotes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import UnreadableDocument
from ingest.records import Box
from ingest.rendering import MOST_PIXELS, locate, render_page

TEXT = ("Udvalget besluttede at åbne to nye daginstitu-", "tioner i 2027, når bevillingen er givet.", "Imod stemte ingen.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Three lines on the first page, one on the second."""
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.setFont("Helvetica", 12)
    for number, line in enumerate(TEXT):
        canvas.drawString(72, 700 - 16 * number, line)
    canvas.showPage()
    canvas.drawString(72, 700, "Side to")
    canvas.save()
    return tmp_path / "a.pdf"


def picture(png: bytes) -> Image.Image:
    """The PNG opened."""
    return Image.open(io.BytesIO(png)).convert("RGB")


def test_a_page_is_as_large_as_its_scale_says(path: Path) -> None:
    """A4 is 595 × 842 points, at two pixels a point 1191 × 1684 pixels."""
    assert picture(render_page(path, 1, scale=2.0)).size == (1191, 1684)


def test_a_highlight_turns_white_yellow_and_leaves_black_black(path: Path) -> None:
    """The text stays readable under the marker; outside the box nothing changes."""
    box = Box(page_number=1, x0=60, top=120, x1=300, bottom=160)
    plain, marked = picture(render_page(path, 1, scale=1.0)), picture(render_page(path, 1, scale=1.0, highlights=[box]))
    assert marked.getpixel((65, 125)) == (255, 236, 92)
    assert marked.getpixel((400, 400)) == plain.getpixel((400, 400)) == (255, 255, 255)
    assert min(marked.crop((60, 120, 300, 160)).convert("L").tobytes()) < 60


def test_a_mask_is_opaque(path: Path) -> None:
    """Nothing of what stands under a mask can be seen."""
    box = Box(page_number=1, x0=60, top=120, x1=300, bottom=160)
    masked = picture(render_page(path, 1, scale=1.0, masks=[box]))
    assert set(masked.crop((60, 120, 300, 160)).convert("L").tobytes()) == {0}


def test_boxes_of_other_pages_are_left_out(path: Path) -> None:
    """A passage over two pages brings the boxes of both."""
    box = Box(page_number=2, x0=60, top=120, x1=300, bottom=160)
    assert render_page(path, 1, masks=[box]) == render_page(path, 1)


def test_a_picture_is_bounded(path: Path) -> None:
    """A scale out of all measure gives a picture of at most so many pixels, and boxes beyond the page harm nothing."""
    box = Box(page_number=1, x0=-50, top=-50, x1=9_000, bottom=9_000)
    width, height = picture(render_page(path, 1, scale=1_000.0, highlights=[box])).size
    assert width * height <= MOST_PIXELS * 1.01


def test_a_page_that_is_not_there_is_named(path: Path) -> None:
    """Pages count from 1."""
    for number in (0, 3):
        with pytest.raises(UnreadableDocument, match=f"no page {number}"):
            render_page(path, number)


def test_a_quote_is_found_across_lines_and_repaired_hyphens(path: Path) -> None:
    """The quote has "daginstitutioner" whole where the page breaks it; one box a line."""
    first, second = locate(path, 1, "åbne to nye daginstitutioner i 2027")
    assert first.x0 > 72 + 60
    assert second.x0 == pytest.approx(72, abs=2)
    assert 842 - 700 - 12 < first.top < first.bottom < 842 - 700 + 5
    assert second.top - first.top == pytest.approx(16, abs=3)


def test_a_quote_of_which_most_words_stand_on_the_page_is_marked_there(path: Path) -> None:
    """Six of its nine words are there in a row: the rest is on another page."""
    assert len(locate(path, 1, "noget andet: bevillingen er givet. Imod stemte ingen. Tiltrådt")) == 2


def test_a_quote_of_which_less_than_half_is_there_is_not_marked(path: Path) -> None:
    """No mark is better than a wrong one."""
    assert locate(path, 1, "Imod stemte et flertal af de konservative medlemmer i rådet") == ()
    assert locate(path, 1, "") == ()
    assert locate(path, 2, "Imod stemte ingen.") == ()
