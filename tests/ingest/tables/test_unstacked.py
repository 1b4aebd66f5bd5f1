"""Rows of figures stacked in one ruled row come apart; cells of running text do not."""

from __future__ import annotations

from ingest.records import Box, Cell, Table
from ingest.tables.unstacked import unstacked


def table(*rows: tuple[str, ...]) -> Table:
    """A table of one header row and these rows; each ruled row is 30 points high."""
    cells = tuple(
        Cell(text=text, row=r, column=c, box=Box(page_number=1, x0=0, top=30 * r, x1=50, bottom=30 * r + 30))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    return Table(cells=cells, header_rows=1, row_count=len(rows), column_count=len(rows[0]))


def test_three_rows_of_figures_in_one_ruled_row_are_three_rows() -> None:
    """Each cell holds three lines; the second cut of the box begins ten points below the first."""
    found = unstacked(
        table(("Post", "2026", "2027"), ("Skoler\nVeje\nHavne", "10\n20\n30", "1.1\n2\n-3"), ("I alt", "60", "0,1"))
    )
    assert (found.row_count, found.header_rows) == (5, 1)
    assert [cell.text for cell in found.cells if cell.row == 2] == ["Veje", "20", "2"]
    assert [cell.text for cell in found.cells if cell.row == 4] == ["I alt", "60", "0,1"]
    box = next(cell.box for cell in found.cells if cell.text == "Veje")
    assert box is not None
    assert (box.top, box.bottom) == (40, 50)


def test_texts_of_two_lines_each_stay_one_row() -> None:
    """Sentences wrap, figures do not."""
    rows = table(("Opgave", "Drift", "Ejer"), ("Pleje i\nhjemmet", "Kommunen\ndriver", "Regionen\nejer"))
    assert unstacked(rows) == rows


def test_cells_that_do_not_agree_stay_one_row() -> None:
    """One figure is missing: nobody knows which."""
    rows = table(("Post", "2026", "2027"), ("Skoler\nVeje", "10\n20", "1"))
    assert unstacked(rows) == rows
