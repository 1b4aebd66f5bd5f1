"""Civil registration numbers: which are found, and that they are masked everywhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.bench.privacy import measured
from ingest.privacy.cpr import century_of, find_numbers, has_checksum
from ingest.privacy.mask import MASK, mask_pages, mask_repairs, mask_text
from ingest.records import Block, BlockKind, Box, Cell, Line, Page, Repair, Table


@pytest.mark.parametrize(
    "text",
    [
        "borger 010170-1234",
        "(010170-1234)",
        "CPR-010170-1234",
        "cpr.nr. 010170 1234",
        "personnummer 0101701234",
        "f. 01.01.70-1234",
        "010170–1234",
        "erstatningsnummer 610170-1234",
        "29022 0-5123".replace(" ", ""),  # 29 February 2020: the 5 tells the century
    ],
)
def test_a_number_is_found_however_it_is_written(text: str) -> None:
    """With and without hyphen, space, points, label and checksum."""
    assert len(list(find_numbers(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Dok ID: 12494335",
        "EMN-2022-08440",
        "Sagsnr. 010170-1234",
        "kontonr. 0101701234",
        "tlf. 01 01 70 12 34",
        "320170-1234",  # no 32nd day
        "310470-1234",  # April has 30 days
        "290219-5123",  # 2019 was no leap year
        "1010170-1234",
        "010170-12345",
        "SAG-010170-1234",
        "budget 120 010170 1234 55",
        "010170 1234",  # two numbers side by side, no label, no checksum
        "https://example.dk/wm12345678",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    """Document, case, account and telephone numbers, and dates that are none."""
    assert list(find_numbers(text)) == []


def test_the_checksum_is_the_weighted_sum_modulo_11() -> None:
    """070761-4285, the example of the authorities: 4·0+3·7+2·0+7·7+6·6+5·1+4·4+3·2+2·8+1·5 = 154 = 14 · 11."""
    assert 4 * 0 + 3 * 7 + 2 * 0 + 7 * 7 + 6 * 6 + 5 * 1 + 4 * 4 + 3 * 2 + 2 * 8 + 1 * 5 == 14 * 11
    assert has_checksum("0707614285")
    assert not has_checksum("0707614286")


@pytest.mark.parametrize(
    ("year", "seventh", "century"),
    [(70, 0, 1900), (5, 3, 1900), (36, 4, 2000), (37, 4, 1900), (57, 5, 2000), (58, 8, 1800), (36, 9, 2000), (37, 9, 1900)],
)
def test_the_seventh_digit_tells_the_century(year: int, seventh: int, century: int) -> None:
    """The table of the authorities, at its edges."""
    assert century_of(year, seventh) == century


def test_precision_and_recall_on_the_made_set_of_500() -> None:
    """Every number of the set is found, and nothing else."""
    result = measured()
    assert (result.precision, result.recall) == (1.0, 1.0)


def test_lines_blocks_and_cells_are_masked_and_their_places_kept() -> None:
    """A page image can then be painted over, whole lines and cells where nothing better is known."""
    box = Box(page_number=1, x0=0.0, top=10.0, x1=180.0, bottom=20.0)
    line = Line(text="Sag om 010170-1234 her", box=box)
    cell = Cell(text="010170-1234", row=0, column=0, box=box)
    table = Block(
        kind=BlockKind.TABLE, text="010170-1234", table=Table(cells=(cell,), header_rows=0, row_count=1, column_count=1)
    )
    masked = mask_pages([Page(number=1, content=(line, table))])
    assert [part.text for part in masked.pages[0].content] == [f"Sag om {MASK} her", MASK]
    assert masked.count == 2
    assert masked.boxes == (box, box)


def test_records_of_repairs_are_masked_also_where_they_were_cut_off() -> None:
    """A shortened record may end inside a number."""
    cut = Repair(step="x", page_number=1, before="cpr 010170-12", after="cpr 010170-1234")
    assert mask_repairs([cut]) == (Repair(step="x", page_number=1, before="cpr …", after=f"cpr {MASK}"),)


def test_a_page_about_one_patient_is_flagged_for_a_person() -> None:
    """An age and a person near a word of illness; officials and statistics are not flagged."""
    about = Page(number=3, content=(Line(text="En 54-årig kvinde blev indlagt på sygehuset."),))
    general = Page(number=4, content=(Line(text="Udvalget drøftede børn på 14-16 år og tilbud til ældre."),))
    assert mask_pages([about, general]).warnings == (
        "page 3 seems to be about one patient or citizen; let a person check whether it may be published",
    )


@given(st.text(max_size=80), st.sampled_from(["010170-1234", "cpr 0707614285"]), st.text(max_size=80))
def test_masking_twice_is_masking_once(before: str, number: str, after: str) -> None:
    """A mask is never taken for a number."""
    once, _ = mask_text(f"{before} {number} {after}")
    assert mask_text(once) == (once, [])


@pytest.mark.parametrize(
    ("first", "second", "masked"),
    [
        ("Sagen gælder 010170-", "1234 i Havnsø", ("Sagen gælder ██████-", "████ i Havnsø")),
        ("Borgerens cpr-nr. er 010170", "1234, som er kendt", ("Borgerens cpr-nr. er ██████-", "████, som er kendt")),
        ("070761", "4285", ("██████-", "████")),  # no word for it, but the checksum
        ("Budgettet var 010170", "1234 kr. i alt", None),
        ("Sagsnr. 010170-", "1234 er lukket", None),
        ("i 2025-", "2026", None),
    ],
)
def test_a_number_split_over_two_lines_is_masked_in_both(first: str, second: str, masked: tuple[str, str] | None) -> None:
    """A blank line may stand between; the same numbers are no civil registration numbers without a word, dash or checksum."""
    lines = (Line(text=first), Line(text=""), Line(text=second))
    found = mask_pages([Page(number=1, content=lines)])
    expected = masked or (first, second)
    assert [part.text for part in found.pages[0].content] == [expected[0], "", expected[1]]
    assert found.count == (1 if masked else 0)


def test_a_number_split_over_two_cells_is_masked_in_both() -> None:
    """Birthday and serial number in columns of their own; also in the table's text."""
    cells = tuple(Cell(text=text, row=0, column=n) for n, text in enumerate(("Karen", "010170-", "1234")))
    table = Table(cells=cells, header_rows=0, row_count=1, column_count=3)
    block = Block(kind=BlockKind.TABLE, text="Karen\t010170-\t1234", page_number=1, table=table)
    found = mask_pages([Page(number=1, content=(block,))])
    (part,) = found.pages[0].content
    assert isinstance(part, Block)
    assert part.text == "Karen\t██████-\t████"
    assert part.table is not None
    assert [cell.text for cell in part.table.cells] == ["Karen", "██████-", "████"]
    assert found.count == 1
