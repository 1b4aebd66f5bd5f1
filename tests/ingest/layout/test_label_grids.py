"""The head of a letter as a table of labels and values: a line for each field."""

from __future__ import annotations

from ingest.layout.label_grids import with_fields
from ingest.records import Block, BlockKind, Cell, Table
from ingest.tables.text import table_text


def grid(*rows: tuple[str, ...]) -> Block:
    """A table without a header."""
    cells = tuple(Cell(text=text, row=row, column=column) for row, texts in enumerate(rows) for column, text in enumerate(texts))
    table = Table(cells=cells, header_rows=0, row_count=len(rows), column_count=len(rows[0]))
    return Block(kind=BlockKind.TABLE, text=table_text(table), table=table)


def test_labels_and_values_side_by_side_are_a_line_for_each_field() -> None:
    """Two pairs in a row, read from the left; a label without a value stays."""
    head = grid(("Til:", "Havneudvalget", "Dato:", "3. maj 2026"), ("Fra:", "Havnefogeden", "Kopi:", ""))
    assert [block.text for block in with_fields([head])] == [
        "Til: Havneudvalget",
        "Dato: 3. maj 2026",
        "Fra: Havnefogeden",
        "Kopi:",
    ]


def test_a_table_whose_labels_have_no_colon_stays() -> None:
    """Names and offices."""
    table = grid(("Havnefoged", "Ib Holm"), ("Vagt", "Lis Dam"))
    assert with_fields([table]) == (table,)


def test_pairs_further_down_in_a_text_stay_a_table() -> None:
    """Only the front of a file holds its head."""
    text = [Block(kind=BlockKind.PARAGRAPH, text=f"Afsnit {number}") for number in range(9)]
    table = grid(("Pris:", "40 kr."), ("Frist:", "1. maj"))
    assert with_fields([*text, table])[-1] == table
