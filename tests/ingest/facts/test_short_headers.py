"""Cells under headers that a document shortens in one place and explains in another."""

from __future__ import annotations

from ingest.assemble import assemble
from ingest.facts.abbreviations import abbreviation_facts
from ingest.records import Block, BlockKind, Cell, FactKind, Table

ROWS = (("Kommune", "HT", "MP"), ("Rebild", "K", "R"), ("Thisted", "R", "R"))
EXPLAINED = "Kolonnerne er: hjemmetræning (HT) og midlertidige pladser (MP)."


def table() -> Table:
    """Two municipalities, two tasks under short headers."""
    cells = tuple(Cell(text=text, row=row, column=column) for row, texts in enumerate(ROWS) for column, text in enumerate(texts))
    return Table(cells=cells, header_rows=1, row_count=3, column_count=3)


def test_a_cell_stands_under_what_its_header_is_short_for() -> None:
    """The question names the task, not the two letters over the column."""
    blocks = (
        Block(kind=BlockKind.HEADING, text="Hvem driver hvad", level=1, page_number=1),
        Block(kind=BlockKind.PARAGRAPH, text=EXPLAINED, page_number=1),
        Block(kind=BlockKind.TABLE, text="", table=table(), page_number=2),
    )
    facts = assemble("oversigt.pdf", "0" * 64, blocks, {}, ()).facts
    cells = {(fact.subject, fact.relation): fact.object for fact in facts if fact.kind is FactKind.CELL}
    assert cells[("Rebild", "hjemmetræning")] == "K"
    assert cells[("Thisted", "midlertidige pladser")] == "R"


def test_a_compound_is_a_long_form_where_several_short_forms_are_explained() -> None:
    """Alone in its sentence a bracket of capitals behind a compound may be anything: a place, a party, a ward."""
    assert {each.subject for each in abbreviation_facts(EXPLAINED)} == {"HT", "MP"}
    assert not list(abbreviation_facts("Der er meget hjemmetræning (HT)."))
