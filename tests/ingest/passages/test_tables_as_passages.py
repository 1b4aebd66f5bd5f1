"""Table rows as passages, and their cells as facts."""

from __future__ import annotations

import time

from ingest.facts.cells import cell_facts
from ingest.facts.legends import legend_facts
from ingest.facts.numbers import number_cell_facts
from ingest.passages.stretch import Stretch
from ingest.passages.table_reading import ReadTable, Row, own_header_column, read_table, row_header_columns
from ingest.passages.tables import table_drafts
from ingest.records import Block, BlockKind, Box, Cell, Table

LONG = "Opgaven løses af kommunen indtil videre, fordi afstanden til sygehuset er stor, og overgår senere til regionen."


def box(page: int, row: int) -> Box:
    """A box of a row on a page."""
    return Box(page_number=page, x0=40, top=100 + 20 * row, x1=500, bottom=118 + 20 * row)


def table_of_tasks() -> Table:
    """Two header rows with a group over two columns, a region merged over two rows, the second row on the next page."""
    cells = [
        Cell(text="Region", row=0, column=0, row_span=2),
        Cell(text="Råd", row=0, column=1, row_span=2),
        Cell(text="Opgaver", row=0, column=2, column_span=2),
        Cell(text="Pleje", row=1, column=2),
        Cell(text="Genoptræning", row=1, column=3),
        Cell(text="Nord", row=2, column=0, row_span=2, box=box(3, 2)),
        Cell(text="Kysten", row=2, column=1, box=box(3, 2)),
        Cell(text=LONG, row=2, column=2, box=box(3, 2)),
        Cell(text="Delt.", row=2, column=3, box=box(3, 2)),
        Cell(text="Skoven", row=3, column=1, box=box(4, 0)),
        Cell(text=LONG, row=3, column=2, box=box(4, 0)),
        Cell(text="Fælles.", row=3, column=3, box=box(4, 0)),
    ]
    return Table(cells=tuple(cells), header_rows=2, row_count=4, column_count=4)


def pairs(*rows: tuple[str, str], header_rows: int = 0) -> Table:
    """A table of two columns."""
    cells = tuple(Cell(text=text, row=r, column=c) for r, row in enumerate(rows) for c, text in enumerate(row))
    return Table(cells=cells, header_rows=header_rows, row_count=len(rows), column_count=2)


def rows_of(table: Table, *numbers: int) -> tuple[ReadTable, list[Row]]:
    """A table as read, and its rows of these 0-based numbers."""
    read = read_table(table)
    return read, [row for row in read.rows if row.number in numbers]


def drafts_of(table: Table) -> list[str]:
    """The texts of a table's passages."""
    block = Block(kind=BlockKind.TABLE, text="", table=table)
    return [draft.text for draft in table_drafts(block, Stretch(blocks=(block,)))]


def test_a_row_stands_with_its_headers_and_the_merged_cell_carried_down() -> None:
    """The second row repeats the region it lies under."""
    assert drafts_of(table_of_tasks())[1] == (
        f"Region: Nord\nRåd: Skoven\nOpgaver / Pleje: {LONG}\nOpgaver / Genoptræning: Fælles."
    )


def test_a_row_has_the_boxes_and_the_page_of_its_own_cells() -> None:
    """The merged cell's box on the page before is not the second row's."""
    block = Block(kind=BlockKind.TABLE, text="", table=table_of_tasks(), page_number=3)
    second = list(table_drafts(block, Stretch(blocks=(block,))))[1]
    assert second.pages == (4,)
    assert {each.page_number for each in second.boxes} == {4}


def test_the_columns_left_of_a_group_head_the_rows() -> None:
    """Region and Råd head the row; Råd tells the rows apart."""
    read = read_table(table_of_tasks())
    assert row_header_columns(read) == (0, 1)
    assert own_header_column(read) == 1


def test_a_cell_is_a_fact_of_row_header_and_column_path() -> None:
    """The other header of the row qualifies it."""
    facts = list(cell_facts(*rows_of(table_of_tasks(), 3)))
    assert [(fact.subject, fact.relation, fact.object) for fact in facts] == [
        ("Skoven", "Opgaver / Pleje", LONG),
        ("Skoven", "Opgaver / Genoptræning", "Fælles."),
    ]
    assert facts[0].qualifiers == (("Region", "Nord"),)


def test_a_small_table_of_two_columns_is_one_passage() -> None:
    """A first row of words over numbers is the header, even if the file does not say so."""
    table = pairs(("Område", "Antal"), ("Nord", "169"), ("Syd", "193"), ("I alt", "362"))
    assert drafts_of(table) == ["Område: Antal\nNord: 169\nSyd: 193\nI alt: 362"]
    assert [(fact.subject, fact.object) for fact in cell_facts(*rows_of(table, 1, 2, 3))] == [
        ("Nord", "169"),
        ("Syd", "193"),
        ("I alt", "362"),
    ]
    assert [fact.qualifiers[0] for fact in number_cell_facts(*rows_of(table, 3))] == [("value", "362")]


def test_a_legend_defines_its_terms() -> None:
    """A short term on the left, a sentence on the right."""
    legend = pairs(
        ("Delt", "Kommunen og regionen løser opgaven i fællesskab."),
        ("Fælles drift", "Regionen har ansvaret, og kommunen driver opgaven."),
    )
    assert [(fact.subject, fact.object) for fact in legend_facts(*rows_of(legend, 0, 1))] == [
        ("Delt", "Kommunen og regionen løser opgaven i fællesskab."),
        ("Fælles drift", "Regionen har ansvaret, og kommunen driver opgaven."),
    ]


def test_a_table_of_numbers_is_no_legend() -> None:
    """Numbers explain nothing."""
    assert list(legend_facts(*rows_of(pairs(("Nord", "169"), ("Syd", "193")), 0, 1))) == []


def test_short_rows_are_put_together() -> None:
    """Ten rows of six words are one passage, not ten."""
    cells = tuple(Cell(text=f"v{r}{c}", row=r, column=c) for r in range(11) for c in range(3))
    assert len(drafts_of(Table(cells=cells, header_rows=1, row_count=11, column_count=3))) == 1


def test_a_long_table_takes_time_in_step_with_its_rows() -> None:
    """Eight times the rows take well under the 64 times of a table read again for every row."""

    def seconds(rows: int) -> float:
        cells = tuple(Cell(text=f"celle {r} {c}", row=r, column=c) for r in range(rows) for c in range(30))
        block = Block(kind=BlockKind.TABLE, text="", table=Table(cells=cells, header_rows=1, row_count=rows, column_count=30))
        started = time.process_time()
        for draft in table_drafts(block, Stretch(blocks=(block,))):
            assert draft.table is not None
            list(cell_facts(draft.table, draft.rows))
        return time.process_time() - started

    seconds(50)
    assert seconds(400) < 30 * seconds(50)


def test_words_above_codes_are_a_header_though_the_file_marks_none() -> None:
    """A word processor's table of codes: the first row names the columns, "K*" is a code with a note."""
    table = grid(("Kommune", "Kompost", "Glas"), ("Struer", "K*", "F"), ("Skive", "F", "–"))
    facts = [(fact.subject, fact.relation, fact.object) for fact in cell_facts(*rows_of(table, 1, 2))]
    assert facts == [("Struer", "Kompost", "K*"), ("Struer", "Glas", "F"), ("Skive", "Kompost", "F"), ("Skive", "Glas", "–")]


def test_labels_beside_an_empty_corner_head_their_columns() -> None:
    """A matrix names its columns above and its rows on the left; what the columns hold does not matter."""
    table = grid(("", "Model A", "Model B"), ("Bemanding", "to læger", "én læge"), ("Pris", "4 mio. kr.", "2 mio. kr."))
    facts = [(fact.subject, fact.relation, fact.object) for fact in cell_facts(*rows_of(table, 1, 2))]
    assert ("Bemanding", "Model B", "én læge") in facts
    assert ("Pris", "Model A", "4 mio. kr.") in facts


def test_a_column_that_groups_the_rows_is_not_what_a_row_is_about() -> None:
    """Areas that repeat themselves, or are printed once and left blank, stand beside places that do not."""
    rows = (
        ("Område", "Sted", "Bus", "Tog"),
        ("Vest", "Struer", "x", "x"),
        ("", "Lemvig", "x", ""),
        ("Øst", "Skive", "", "x"),
        ("", "Viborg", "x", "x"),
    )
    read = read_table(grid(*rows, header_rows=1))
    assert row_header_columns(read) == (0, 1)
    assert own_header_column(read) == 1


def grid(*rows: tuple[str, ...], header_rows: int = 0) -> Table:
    """A table of as many columns as its first row has."""
    cells = tuple(Cell(text=text, row=r, column=c) for r, row in enumerate(rows) for c, text in enumerate(row))
    return Table(cells=cells, header_rows=header_rows, row_count=len(rows), column_count=len(rows[0]))


def test_names_on_lines_of_a_cell_stay_apart() -> None:
    """A word that was broken over two lines, or a sentence, is put on one line as it is."""
    table = pairs(("Medlemmer", "Ib Holm\nLis Dam"), ("Formål", "At binde\nbåde bedre"), ("Sted", "Havby\nKaj 2\nRum 3"))
    assert drafts_of(table) == ["Medlemmer: Ib Holm, Lis Dam\nFormål: At binde både bedre\nSted: Havby, Kaj 2, Rum 3"]


def test_a_label_that_ends_in_a_colon_gets_no_second() -> None:
    """Some writers set the colon into the cell."""
    assert drafts_of(pairs(("Pris:", "40 kr."), ("Frist:", "Uge 9"))) == ["Pris: 40 kr.\nFrist: Uge 9"]
