"""What the PDF reader says of printed lines: text, place, size, weight, footnote marks, hyphens, rotation."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from ingest.limits import Limits
from ingest.readers.pdf import PdfReader
from ingest.readers.pdf_spacing import is_letter_spaced
from ingest.records import Line, Page


def lines_of(page: Page) -> list[Line]:
    """The lines of a page without its tables."""
    return [item for item in page.content if isinstance(item, Line)]


def read(path: Path) -> tuple[Page, ...]:
    """The pages of a file."""
    return PdfReader().read(path, Limits()).pages


def drawn(path: Path, *texts: tuple[float, float, str, str, float]) -> Path:
    """A page of A4 with texts at (x, y from the bottom, text, font, size)."""
    canvas = Canvas(str(path), pagesize=A4)
    for x, y, text, font, size in texts:
        canvas.setFont(font, size)
        canvas.drawString(x, y, text)
    canvas.showPage()
    canvas.save()
    return path


def test_a_line_carries_its_place_from_the_top_left_its_size_and_its_weight(tmp_path: Path) -> None:
    """The foot of a line drawn 700 points above the bottom of A4 (841.89 high) lies about 142 points below the top."""
    path = drawn(tmp_path / "a.pdf", (72, 700, "Punkt 4: Årets budget", "Helvetica-Bold", 14))
    (line,) = lines_of(read(path)[0])
    assert line.text == "Punkt 4: Årets budget"
    assert (line.font_size, line.bold) == (14.0, True)
    assert line.box is not None
    assert line.box.x0 == pytest.approx(72, abs=2)
    assert line.box.top < 841.89 - 700 < line.box.bottom < 841.89 - 700 + 5


def test_a_line_is_measured_by_its_words_and_not_by_its_bullet(tmp_path: Path) -> None:
    """A bullet has a font of its own in most files; the line is as large as its words."""
    path = drawn(tmp_path / "a.pdf", (72, 700, "•", "Helvetica", 7), (82, 700, "Godkendt uden ændringer", "Helvetica", 11))
    (line,) = lines_of(read(path)[0])
    assert line.text == "• Godkendt uden ændringer"
    assert line.font_size == 11.0


def test_a_size_set_by_the_text_matrix_counts(tmp_path: Path) -> None:
    """Some producers set the font at size 1 and scale the page: the line is as large as it is shown."""
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.scale(12, 12)
    canvas.setFont("Helvetica", 1)
    canvas.drawString(6, 50, "Skaleret tekst")
    canvas.save()
    (line,) = lines_of(read(tmp_path / "a.pdf")[0])
    assert line.font_size == pytest.approx(12.0)


def test_columns_on_one_printed_line_are_set_apart(tmp_path: Path) -> None:
    """Wide space between texts on the same height cuts them into segments; a list marker stays with its text."""
    path = drawn(
        tmp_path / "a.pdf",
        (72, 700, "Mette Holm", "Helvetica", 10),
        (250, 700, "Borgmester", "Helvetica", 10),
        (72, 680, "1.", "Helvetica", 10),
        (110, 680, "Godkendelse af dagsorden", "Helvetica", 10),
    )
    assert [line.text.strip() for line in lines_of(read(path)[0])] == ["Mette Holm", "Borgmester", "1. Godkendelse af dagsorden"]


def test_footnote_marks_are_set_apart_from_numbers_and_words(tmp_path: Path) -> None:
    """2700 with note 5 is not 27005; lowered digits and units are no notes' business."""
    style = ParagraphStyle("brød", fontName="Helvetica", fontSize=10)
    words = (
        "I 2018<super>7</super> boede 2700<super>5</super> borgere på 12 m<super>2</super>, "
        "se indsats<super>12</super> om CO<sub>2</sub>."
    )
    SimpleDocTemplate(str(tmp_path / "a.pdf")).build([Paragraph(words, style)])
    (line,) = lines_of(read(tmp_path / "a.pdf")[0])
    assert line.text == "I 2018⁷ boede 2700⁵ borgere på 12 m², se indsats¹² om CO2."


def test_a_hyphen_at_the_end_of_a_line_keeps_both_lines(tmp_path: Path) -> None:
    """PDFium joins hyphenated lines on its own; the reader gives them as printed, repair decides."""
    path = drawn(
        tmp_path / "a.pdf",
        (72, 700, "Udvalget drøftede sundheds-", "Helvetica", 10),
        (72, 687, "opgaverne i kommunen.", "Helvetica", 10),
    )
    assert [line.text.strip() for line in lines_of(read(path)[0])] == ["Udvalget drøftede sundheds-", "opgaverne i kommunen."]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(tmp_path: Path, turn: int) -> None:
    """Text drawn for a page that is shown turned has its lines from the top of the shown page, and wide boxes."""
    upright = drawn(
        tmp_path / "a.pdf",
        (72, 700, "Første linje på siden", "Helvetica", 12),
        (72, 600, "Anden linje på siden", "Helvetica", 12),
    )
    writer = pypdf.PdfWriter(clone_from=upright)
    page = writer.pages[0]
    page.add_transformation(_turned(turn))
    if turn != 180:
        page.mediabox = page.cropbox = pypdf.generic.RectangleObject((0, 0, A4[1], A4[0]))
    page.rotate(turn)
    writer.write(tmp_path / "b.pdf")
    (shown,) = read(tmp_path / "b.pdf")
    assert (round(shown.width), round(shown.height)) == (595, 842)
    first, second = lines_of(shown)
    assert (first.text.strip(), second.text.strip()) == ("Første linje på siden", "Anden linje på siden")
    assert first.box is not None
    assert second.box is not None
    assert first.box.x0 == pytest.approx(72, abs=3)
    assert second.box.top - first.box.top == pytest.approx(100, abs=3)
    assert first.box.x1 - first.box.x0 > 5 * (first.box.bottom - first.box.top)


def _turned(degrees: int) -> pypdf.Transformation:
    """What a producer does so that the page looks upright after a viewer turned it clockwise by `degrees`."""
    width, height = A4
    if degrees == 90:
        return pypdf.Transformation((0, 1, -1, 0, height, 0))
    if degrees == 180:
        return pypdf.Transformation((-1, 0, 0, -1, width, height))
    return pypdf.Transformation((0, -1, 1, 0, 0, width))


def test_a_cropped_page_counts_from_the_crop(tmp_path: Path) -> None:
    """Boxes count from the visible corner: 72 points from the left less 50 cropped away are 22."""
    drawn(tmp_path / "a.pdf", (72, 700, "Beskåret side", "Helvetica", 12))
    writer = pypdf.PdfWriter(clone_from=tmp_path / "a.pdf")
    writer.pages[0].cropbox = pypdf.generic.RectangleObject((50, 100, 500, 800))
    writer.write(tmp_path / "b.pdf")
    (page,) = read(tmp_path / "b.pdf")
    (line,) = lines_of(page)
    assert (page.width, page.height) == (450, 700)
    assert line.box is not None
    assert line.box.x0 == pytest.approx(72 - 50, abs=2)


@pytest.mark.parametrize("words", ["SOCIALUDVALGET", "Mødet om havnen"])
def test_letters_set_apart_are_words_again_by_the_files_own_blanks(tmp_path: Path, words: str) -> None:
    """Between spaced letters PDFium puts blanks of its own; those in the file stand between words."""
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    spaced = canvas.beginText(72, 700)
    spaced.setFont("Helvetica", 14)
    spaced.setCharSpace(6)
    spaced.textOut(words)
    canvas.drawText(spaced)
    canvas.save()
    assert [line.text.strip() for line in lines_of(read(tmp_path / "a.pdf")[0])] == [words]


def test_crosses_in_a_row_are_no_letter_spaced_word() -> None:
    """A word has letters of several kinds."""
    assert not is_letter_spaced("x x x x x x")
    assert is_letter_spaced("D A G S O R D E N")
