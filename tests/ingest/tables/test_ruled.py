"""Ruled tables of PDFs: merged cells, split headers, legends, page breaks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from ingest.layout.blocks import blocks_of
from ingest.limits import Limits
from ingest.readers.pdf import PdfReader
from ingest.records import Block, Line, Page
from ingest.records import Table as ReadTable

SHARED = Path(__file__).parents[4] / "shared"
BODY = ParagraphStyle("brød", fontName="Helvetica", fontSize=9, leading=11)
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.grey)
TOP = ("VALIGN", (0, 0), (-1, -1), "TOP")

ROWS = [
    ["Område", "Kommune", "Opgaver i 2027", ""],
    ["", "", "Aktivitetstilbud", "Kørsel til dagtilbud"],
    ["Nord", "Skagen", "Kommunen driver tilbuddet.", "Regionen"],
    ["", "Løgstør", "Fælles drift. Regionen ejer sundheds- og omsorgscentret.", "Regionen"],
    ["Syd", "Ribe", "Regionen driver tilbuddet.", "Kommunen"],
]
MERGED = [("SPAN", (2, 0), (3, 0)), ("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (1, 1)), ("SPAN", (0, 2), (0, 3))]


def pdf(
    path: Path,
    rows: Sequence[Sequence[str]],
    *styles: tuple[object, ...],
    widths: Sequence[float],
    repeat: int = 0,
    plain: bool = False,
) -> Path:
    """A page (or more) with a ruled table between two paragraphs; plain cells can be cut by the page break."""
    cells = [[text if plain else Paragraph(text, BODY) for text in row] for row in rows]
    style = TableStyle([GRID, TOP, *styles])
    table = Table(cells, colWidths=list(widths), style=style, repeatRows=repeat, splitInRow=int(plain))
    story = [Paragraph("Oversigt over opgaver.", BODY), table, Paragraph("Oversigten er vejledende.", BODY)]
    SimpleDocTemplate(str(path), pagesize=landscape(A4)).build(story)
    return path


def blocks(path: Path) -> tuple[Block, ...]:
    """The blocks of a PDF."""
    return blocks_of(PdfReader().read(path, Limits()).pages)


def tables(path: Path) -> list[ReadTable]:
    """The tables of a PDF."""
    return [block.table for block in blocks(path) if block.table]


def spans(table: ReadTable) -> dict[str, tuple[int, int, int, int]]:
    """Row, column and spans of each cell by its text; the first of equal texts."""
    return {cell.text: (cell.row, cell.column, cell.row_span, cell.column_span) for cell in reversed(table.cells)}


def test_merged_cells_and_a_split_header_keep_their_spans(tmp_path: Path) -> None:
    """The cell "Opgaver i 2027" lies over two columns, "Område" over both header rows, "Nord" over two rows of the body."""
    (table,) = tables(pdf(tmp_path / "a.pdf", ROWS, *MERGED, widths=(60, 90, 220, 120)))
    found = spans(table)
    assert (table.row_count, table.column_count, table.header_rows) == (5, 4, 2)
    assert found["Område"] == (0, 0, 2, 1)
    assert found["Opgaver i 2027"] == (0, 2, 1, 2)
    assert found["Nord"] == (2, 0, 2, 1)
    assert found["Løgstør"] == (3, 1, 1, 1)


def test_a_cell_has_its_text_on_one_line_and_its_box(tmp_path: Path) -> None:
    """Lines of a cell are joined, "sundheds- og" keeps its hyphen; the box is the ruled cell, 100 points wide."""
    (table,) = tables(pdf(tmp_path / "a.pdf", ROWS, *MERGED, widths=(60, 90, 100, 120)))
    cell = next(cell for cell in table.cells if cell.text.startswith("Fælles drift"))
    assert cell.text == "Fælles drift. Regionen ejer sundheds- og omsorgscentret."
    assert cell.box is not None
    assert cell.box.page_number == 1
    assert cell.box.x1 - cell.box.x0 == pytest.approx(100, abs=1)


def test_a_table_stands_between_the_text_above_and_below_it_and_not_in_it(tmp_path: Path) -> None:
    """The lines of the cells are gone from the text."""
    first, table, last = blocks(pdf(tmp_path / "a.pdf", ROWS, *MERGED, widths=(60, 90, 220, 120)))
    assert (first.text, last.text) == ("Oversigt over opgaver.", "Oversigten er vejledende.")
    assert table.text.splitlines()[2] == "Nord\tSkagen\tKommunen driver tilbuddet.\tRegionen"


@pytest.mark.parametrize("repeat", [0, 1])
def test_a_table_over_two_pages_is_one_block_with_a_box_a_page(tmp_path: Path, repeat: int) -> None:
    """Sixty rows under a header, which the second page may repeat: once in the table all the same."""
    rows = [["Nr.", "Projekt", "Beløb"], *([str(n), f"Projekt {n} i byen", f"{n}.500 kr."] for n in range(1, 61))]
    found = [block for block in blocks(pdf(tmp_path / "a.pdf", rows, widths=(60, 200, 100), repeat=repeat)) if block.table]
    (block,) = found
    assert block.table is not None
    assert (block.table.row_count, block.table.header_rows) == (61, 1)
    assert [box.page_number for box in block.boxes] == [1, 2, 3]
    last = block.table.cells[-1]
    assert (last.text, last.row) == ("60.500 kr.", 60)
    assert last.box is not None
    assert last.box.page_number == 3


def test_a_merged_cell_goes_on_over_the_page_break(tmp_path: Path) -> None:
    """A cell "Hele landet" is merged over forty rows; on the second page its part is empty and belongs to it."""
    rows = [["Område", "Sted", "Drift"], *(["Hele landet" if n == 1 else "", f"By {n}", "Kommunen."] for n in range(1, 41))]
    (table,) = tables(pdf(tmp_path / "a.pdf", rows, ("SPAN", (0, 1), (0, 40)), widths=(80, 200, 100), plain=True))
    assert spans(table)["Hele landet"] == (1, 0, 40, 1)


def test_a_row_cut_by_the_page_break_is_one_row(tmp_path: Path) -> None:
    """The number stands on the first page only, the text goes on on the second: one cell with all of it."""
    long = "\n".join(f"linje {n}" for n in range(1, 50))
    rows = [["Nr.", "Beskrivelse", "Pris"], ["1", "Kort", "10"], ["2", long, "20"], ["3", "Slut", "30"]]
    (table,) = tables(pdf(tmp_path / "a.pdf", rows, widths=(40, 100, 60), plain=True))
    assert table.row_count == 4
    assert next(cell.text for cell in table.cells if cell.row == 2 and cell.column == 1) == long.replace("\n", " ")


def test_a_legend_under_a_wide_table_is_a_table_of_its_own(tmp_path: Path) -> None:
    """Closing rows that fill the first two of four columns explain terms: two columns, no header."""
    legend = [["Fælles drift", "Begge parter betaler.", "", ""], ["Regionen", "Regionen betaler det hele.", "", ""]]
    main, terms = tables(pdf(tmp_path / "a.pdf", [*ROWS, *legend], *MERGED, widths=(60, 90, 220, 120)))
    assert main.row_count == 5
    assert (terms.row_count, terms.column_count, terms.header_rows) == (2, 2, 0)
    assert [cell.text for cell in terms.cells] == [
        "Fælles drift",
        "Begge parter betaler.",
        "Regionen",
        "Regionen betaler det hele.",
    ]


def test_a_frame_around_text_is_no_table(tmp_path: Path) -> None:
    """One column is a box around a paragraph: its text stays text."""
    assert tables(pdf(tmp_path / "a.pdf", [["Bemærk: mødet er åbent."], ["Tilmelding er nødvendig."]], widths=(300,))) == []


@pytest.mark.shared
def test_the_same_table_comes_out_of_a_slide_deck_and_its_plain_text() -> None:
    """Nineteen rows by seven columns with merged regions over two pages, and the legend; pages and boxes from the PDF alone."""
    rendered = sorted((SHARED / "corpus" / "rendered").glob("000_*.pdf"))
    original = sorted((SHARED / "corpus" / "original").glob("000_*.txt"))
    if not rendered or not original:
        pytest.skip("the shared corpus is not beside the project")
    lines = tuple(Line(text=line) for line in original[0].read_text(encoding="utf-8").split("\n"))
    from_text = [block.table for block in blocks_of([Page(number=None, content=lines)]) if block.table]
    from_pdf = tables(rendered[0])
    for pdf_table, text_table in zip(from_pdf, from_text, strict=True):
        assert spans(pdf_table) == spans(text_table)
        assert pdf_table.header_rows == text_table.header_rows
    assert [(table.row_count, table.column_count, table.header_rows) for table in from_pdf] == [(19, 7, 2), (4, 2, 0)]
    assert {cell.box.page_number for cell in from_pdf[0].cells if cell.box} == {4, 5}
