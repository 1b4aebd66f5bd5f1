"""Lists of members as tables that say who came."""

from __future__ import annotations

import pytest

from ingest.minutes.attendance_tables import attended
from ingest.minutes.bodies import body_of_title
from ingest.records import Block, BlockKind, Cell, Table


def table(*rows: tuple[str, ...]) -> Block:
    """A table as a word processor keeps it: nothing says that its first row is a header."""
    cells = tuple(Cell(text=text, row=row, column=at) for row, texts in enumerate(rows) for at, text in enumerate(texts))
    made = Table(cells=cells, header_rows=0, row_count=len(rows), column_count=len(rows[0]))
    return Block(kind=BlockKind.TABLE, text="", table=made)


def test_yes_and_no_in_a_column_tell_who_came() -> None:
    """Who came late came all the same; where somebody works is the role."""
    found = attended(
        [
            table(
                ("Deltager", "Repræsenterer", "Til stede"),
                ("Eva Holm, direktør", "Rebild Kommune", "Ja"),
                ("Bo Lind", "Region Nordjylland", "Nej"),
                ("Ida Sø", "Morsø Kommune", "Ja, fra kl. 10.15"),
            )
        ]
    )
    assert [(each.name, each.role) for each in found.present] == [
        ("Eva Holm", "direktør, Rebild Kommune"),
        ("Ida Sø", "Morsø Kommune"),
    ]
    assert [each.name for each in found.absent] == ["Bo Lind"]


def test_a_mark_in_the_column_of_apologies_tells_who_stayed_away() -> None:
    """An empty cell there is somebody who came."""
    found = attended([table(("Navn", "Afbud"), ("Eva Holm", ""), ("Bo Lind", "x"), ("Ida Sø", ""))])
    assert [each.name for each in found.present] == ["Eva Holm", "Ida Sø"]
    assert [each.name for each in found.absent] == ["Bo Lind"]


def test_a_table_without_such_a_column_says_nothing_of_who_came() -> None:
    """A list of tasks holds names as well."""
    found = attended([table(("Hvem", "Hvad"), ("Eva Holm", "Skriver"), ("Bo Lind", "Ringer"))])
    assert (found.present, found.absent) == ((), ())


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("BYRÅDET, REBILD", "Byrådet"),
        ("BYRÅDET I FJORDBY", "Byrådet i Fjordby"),
        ("Udvalget for Vej & Park", "Udvalget for Vej & Park"),
        ("KKR", None),
    ],
)
def test_a_body_on_a_line_of_its_own_is_named_as_it_is_written(line: str, body: str | None) -> None:
    """Also in capitals, with its place behind it, and with a sign for "og"."""
    assert body_of_title(["Referat", line]) == body
