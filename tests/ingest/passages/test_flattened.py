"""A table that lost its columns on the way to text keeps the words of each row together."""

from __future__ import annotations

from ingest.passages.flattened import row_openers
from ingest.passages.pack import pack
from ingest.passages.stretch import Stretch
from ingest.records import Block, BlockKind


def paragraphs(*texts: str) -> tuple[Block, ...]:
    """Blocks of text."""
    return tuple(Block(kind=BlockKind.PARAGRAPH, text=text) for text in texts)


def about(thing: str, count: int) -> str:
    """A text of `count` words."""
    return " ".join([thing, *(f"ord{number}" for number in range(count - 1))])


def test_a_numbered_row_and_its_cells_are_one_passage() -> None:
    """What stands in the row's last cell is told in the passage that names the row, not in that of the next."""
    blocks = paragraphs(
        "8 Drift af svømmehallen",
        about("Hallen", 60),
        about("Vandet", 70),
        "Afventer varmeværket.",
        "9 Drift af skøjtebanen",
        about("Banen", 60),
        "Åbner i uge 50.",
    )
    assert row_openers(blocks) == {0, 4}
    first, second = (draft.text for draft in pack(Stretch(blocks=blocks)))
    assert first.endswith("Afventer varmeværket.")
    assert second.startswith("9 Drift af skøjtebanen")


def test_a_line_that_ends_in_the_marks_of_its_row_opens_it() -> None:
    """Marks such as "x x x" are the years in which something happens; one such line alone is no table."""
    rows = paragraphs("Ny badebro x x (x)", about("Broen", 50), "Fælles sauna x x x x", about("Saunaen", 50))
    assert row_openers(rows) == {0, 2}
    assert row_openers(rows[:2]) == frozenset()


def test_points_of_a_list_open_no_rows() -> None:
    """Short numbered lines directly below each other are one list, whatever they are marked as."""
    assert row_openers(paragraphs("1. Godkend budgettet", "2. Vælg en formand", "3. Ansæt en bademester")) == frozenset()
    items = tuple(Block(kind=BlockKind.LIST_ITEM, text=f"{number}. {about('Sag', 30)}") for number in (1, 2, 3))
    assert row_openers(items) == frozenset()
