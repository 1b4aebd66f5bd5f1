"""Tables without lines: tabs in plain text, aligned columns on a page; and which rows are headers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ingest.layout.blocks import blocks_of
from ingest.limits import Limits
from ingest.readers.pdf import PdfReader
from ingest.records import Block, BlockKind, Cell
from ingest.tables.header import header_rows
from ingest.tables.tabbed import tabbed_table

ABSENT = [
    ("Hanne Toft", "Borgmester", "Formand", "(A)"),
    ("Per Lund", "Rådmand", "Medlem", "(V)"),
    ("Aase Bro", "Rådmand", "Medlem", ""),
]


def read(path: Path) -> tuple[Block, ...]:
    """The blocks of a PDF."""
    return blocks_of(PdfReader().read(path, Limits()).pages)


def page_with(path: Path, rows: Sequence[tuple[str, ...]], columns: tuple[float, ...]) -> Path:
    """A page with texts that begin at the same places on each row, and a paragraph below."""
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Helvetica", 10)
    for number, row in enumerate(rows):
        for x, text in zip(columns, row, strict=False):
            canvas.drawString(x, 700 - 16 * number, text)
    canvas.drawString(72, 700 - 16 * len(rows) - 30, "Mødet sluttede klokken 17.")
    canvas.save()
    return path


def test_an_absentee_list_without_lines_is_a_table(tmp_path: Path) -> None:
    """Name, office, role and party begin at the same places on three rows; the last party is missing."""
    table, text = read(page_with(tmp_path / "a.pdf", ABSENT, (72, 220, 340, 430)))
    assert table.kind is BlockKind.TABLE
    assert table.text.splitlines() == [
        "Hanne Toft\tBorgmester\tFormand\t(A)",
        "Per Lund\tRådmand\tMedlem\t(V)",
        "Aase Bro\tRådmand\tMedlem",
    ]
    assert text.text == "Mødet sluttede klokken 17."


def test_labels_with_their_values_are_lines_and_no_table(tmp_path: Path) -> None:
    """The head of minutes: a label with a colon and its value read as one line each."""
    rows = [("Dato:", "3. marts 2026"), ("Sted:", "Rådhuset"), ("Tid:", "Klokken 15"), ("Referent:", "Lone Juul")]
    blocks = read(page_with(tmp_path / "a.pdf", rows, (72, 180)))
    assert [block.text for block in blocks][:2] == ["Dato: 3. marts 2026", "Sted: Rådhuset"]
    assert not any(block.table for block in blocks)


def test_text_in_two_columns_is_read_column_by_column(tmp_path: Path) -> None:
    """Running text that fills its column is no table, though its lines stand side by side."""
    left = [f"Venstre spalte linje {n} handler om budgettet" for n in range(1, 9)]
    right = [f"Højre spalte linje {n} handler om skolerne" for n in range(1, 9)]
    blocks = read(page_with(tmp_path / "a.pdf", list(zip(left, right, strict=True)), (60, 320)))
    text = " ".join(block.text for block in blocks)
    assert not any(block.table for block in blocks)
    assert text.index("Venstre spalte linje 8") < text.index("Højre spalte linje 1")


def test_empty_leading_cells_of_plain_text_belong_to_the_cell_above() -> None:
    """The cell "Nord" reaches over two rows; "Opgaver" over the two columns that the second row splits."""
    table = tabbed_table(
        ["Område\tBy\tOpgaver\t", "\t\tKørsel\tPleje", "Nord\tSkagen\tKommunen.\tRegionen.", "\tHirtshals\tRegionen.\tRegionen."]
    )
    places = {cell.text: (cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells if cell.row < 3}
    assert table.header_rows == 2
    assert places["Område"] == (0, 0, 2, 1)
    assert places["Opgaver"] == (0, 2, 1, 2)
    assert places["Nord"] == (2, 0, 2, 1)
    assert not [cell for cell in table.cells if not cell.text]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["Fællesdrift", "Begge parter betaler for opgaven."], ["Udlån", "Kommunen låner bygningen ud."]], 0),
        ([["Dato", "Aktivitet"], ["3. marts", "Høring"], ["9. marts", "Vedtagelse"]], 1),
        ([["Post", "2026", "2027"], ["Skoler", "1.200", "1.250"], ["Veje", "300", "280"]], 1),
        ([["Hanne Toft", "Borgmester", "(A)"], ["Per Lund", "Rådmand", "(V)"]], 0),
    ],
)
def test_a_row_is_a_header_only_when_something_speaks_for_it(rows: list[list[str]], expected: int) -> None:
    """A legend and a list of names have none; words of headings and columns that look otherwise below make one."""
    cells = [Cell(text=text, row=r, column=c) for r, row in enumerate(rows) for c, text in enumerate(row)]
    assert header_rows(cells, len(rows), len(rows[0])) == expected


def test_a_bold_first_row_is_a_header() -> None:
    """Bold against a body that is not, even where the words say nothing."""
    cells = [
        Cell(text=text, row=r, column=c)
        for r, row in enumerate([["Rød", "Grøn"], ["Æble", "Pære"]])
        for c, text in enumerate(row)
    ]
    assert header_rows(cells, 2, 2, bold_rows=frozenset({0})) == 1
    assert header_rows(cells, 2, 2) == 0


def test_numbers_of_rows_are_cells_and_their_header_may_stand_over_several_columns(tmp_path: Path) -> None:
    """A label stands over two years, its neighbours reach down beside them; the first column holds bare numbers."""
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Helvetica", 10)
    for x, text in ((60, "Nr."), (90, "Indsats"), (340, "Økonomi i 2 år")):
        canvas.drawString(x, 715, text)
    rows = [("", "", "2026", "2027"), ("1", "Fælles visitation", "875", "193"), ("2", "Kursus til vagter", "56", "60")]
    for number, row in enumerate(rows):
        for x, text in zip((60, 90, 340, 390), row, strict=True):
            canvas.drawString(x, 700 - 15 * number, text)
    canvas.save()
    table = read(path)[0].table
    assert table is not None
    assert table.header_rows == 2
    assert [(cell.text, cell.row_span, cell.column_span) for cell in table.cells if cell.row < 2] == [
        ("Nr.", 2, 1),
        ("Indsats", 2, 1),
        ("Økonomi i 2 år", 1, 2),
        ("2026", 1, 1),
        ("2027", 1, 1),
    ]
    assert [cell.text for cell in table.cells if cell.row == 2] == ["1", "Fælles visitation", "875", "193"]


def test_an_unruled_table_goes_on_over_the_page_under_its_repeated_header(tmp_path: Path) -> None:
    """Right-aligned numbers of other widths begin elsewhere, but end at the same place: one table."""
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    for numbers in (("5.069", "12", "333"), ("7", "1.204", "80")):
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(60, 640, "Enhed")
        canvas.drawRightString(300, 640, "Budget")
        canvas.drawRightString(400, 640, "Forbrug")
        canvas.setFont("Helvetica", 10)
        for place, number in enumerate(numbers):
            canvas.drawString(60, 624 - 15 * place, f"Sted nr. {place}")
            canvas.drawRightString(300, 624 - 15 * place, number)
            canvas.drawRightString(400, 624 - 15 * place, f"{place + 1}00")
        canvas.showPage()
    canvas.save()
    (block,) = read(path)
    assert block.table is not None
    assert (block.table.row_count, block.table.header_rows) == (7, 1)


def test_boxes_side_by_side_are_no_table(tmp_path: Path) -> None:
    """Cards with a gap between them: each is read from its heading to its end."""
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    for number, name in enumerate(("Samling", "Data", "Måling")):
        x = 50 + 160 * number
        canvas.rect(x, 600, 150, 80)
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(x + 8, 660, f"{name} af alt")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(x + 8, 640, f"Alle får {name.lower()} i år.")
    canvas.save()
    assert [block.text for block in read(path)] == [
        "Samling af alt",
        "Alle får samling i år.",
        "Data af alt",
        "Alle får data i år.",
        "Måling af alt",
        "Alle får måling i år.",
    ]
