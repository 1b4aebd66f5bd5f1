"""Noise faults 5 and 6: hyphens at and from line breaks."""

from __future__ import annotations

import pytest

from ingest.records import Block, BlockKind, Cell, Page, Table
from ingest.repair.repair import repair_pages
from tests.ingest.repair.faults import repaired, repairs


@pytest.mark.parametrize("hyphen", ["-", "‐", "\u00ad", "\ufffe"])
def test_a_word_broken_over_two_lines_is_joined(hyphen: str) -> None:
    """Whatever the hyphen is; the rest of the word moves up with its comma."""
    assert repaired(f"Kommunen løser flere sund{hyphen}\nhedsopgaver, og de koster") == [
        "Kommunen løser flere sundhedsopgaver,",
        "og de koster",
    ]


def test_blank_lines_between_the_halves_do_not_matter() -> None:
    """Some files have one after every line (noise fault 7)."""
    assert repaired("flere sund-\n\nhedsopgaver end før") == ["flere sundhedsopgaver", "", "end før"]


def test_a_word_broken_over_two_pages_is_joined_behind_the_running_lines() -> None:
    """The whole word stands elsewhere in the file, so the page's foot and the next page's head are no part of it."""
    lines = repaired("om rehabilitering\nog rehabili-\nSide 1 af 2", "KKR NORD\ntering af borgere")
    assert lines == ["om rehabilitering", "og rehabilitering", "Side 1 af 2", "KKR NORD", "af borgere"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("et it-system er købt\ndet nye it-\nsystem", "it-system"),
        ("som IV-\nbehandling", "IV-behandling"),
        ("inden for E-\nsundhedsdata", "E-sundhedsdata"),
        ("Anna Hertz-\nHolm", "Hertz-Holm"),
        ("i perioden 2019-\n2023", "2019-2023"),
        ("både offentligt-\nprivat samarbejde", "offentligt-privat"),
    ],
)
def test_real_hyphens_are_kept(text: str, expected: str) -> None:
    """The file's own words decide first, then abbreviations, names and numbers."""
    assert expected in " ".join(repaired(text)).split()


def test_a_suspended_hyphen_is_never_joined() -> None:
    """It stands for the rest of a word that comes later."""
    assert repaired("både sundheds-\nog omsorgspladser") == ["både sundheds-", "og omsorgspladser"]
    assert repaired("både sundheds- og omsorgspladser") == ["både sundheds- og omsorgspladser"]


def test_a_dash_after_a_space_is_no_hyphen() -> None:
    """A line may end in a dash."""
    assert repaired("Planen er klar -\nden følger") == ["Planen er klar -", "den følger"]


def test_a_hyphen_left_inside_a_line_goes_when_the_whole_is_known_and_a_part_is_not() -> None:
    """The scrap "specia-liseret" goes, "Midt-Vest" is not."""
    assert repaired("et specialiseret tilbud\npå specia-liseret niveau\ni Midt-Vest og test-vest") == [
        "et specialiseret tilbud",
        "på specialiseret niveau",
        "i Midt-Vest og test-vest",
    ]


def test_a_word_broken_inside_a_table_cell_is_joined() -> None:
    """Cells keep their printed lines until here; a stacked year is closed up too (noise fault 13)."""
    cells = (Cell(text="2018 (ba-\nseline)", row=0, column=0), Cell(text="20\n20", row=0, column=1))
    table = Block(kind=BlockKind.TABLE, text="", table=Table(cells=cells, header_rows=1, row_count=1, column_count=2))
    pages, _ = repair_pages([Page(number=1, content=(table,))])
    (block,) = pages[0].content
    assert isinstance(block, Block)
    assert block.table is not None
    assert [cell.text for cell in block.table.cells] == ["2018 (baseline)", "2020"]


def test_every_join_is_recorded_with_its_page() -> None:
    """`kildesvar show` lists them."""
    (record,) = repairs("første side", "flere sund-\nhedsopgaver")
    assert (record.step, record.page_number, record.before, record.after) == (
        "hyphenated line break",
        2,
        "sund- hedsopgaver",
        "sundhedsopgaver",
    )


def test_the_records_of_a_step_are_bounded_and_the_rest_is_counted() -> None:
    """A hundred are enough to see what happened."""
    records = repairs("\n".join("flere sund-\nhedsopgaver nu" for _ in range(130)))
    assert len(records) == 101
    assert records[-1].after == "and 30 more"
