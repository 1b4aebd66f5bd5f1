"""Heads set as tables or with labels beside their values, substitutes, and absence from single items."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document as WordDocument

from ingest.limits import Limits
from ingest.minutes.absences import partly_absent, without_partly
from ingest.minutes.absent_told import absent_in
from ingest.minutes.head import meeting_head
from ingest.minutes.label_columns import sections_in_order
from ingest.minutes.people import people, person
from ingest.minutes.substitutes import substitutes
from ingest.pipeline.file import ingest_file
from ingest.records import Block, BlockKind, Box, Ingested, SectionName

Ingest = Callable[[str], Ingested]

HISTORY = """Referat af møde i Byrådet den 3. juni 2025

Medlemmer: Bo Lind (A), Ida Sø (V), Per Holm (C)

Punkt 1: Ny cykelsti

Beslutning
Godkendt. Per Holm (C) var inhabil og deltog ikke i behandlingen af punktet.

Sagens forløb
12-05-2025 Teknikudvalget
Anbefales.
Fraværende
Ida Sø

Punkt 2: Lån

Beslutning
Godkendt med 2 stemmer for og 1 imod. Ida Sø kunne ikke tiltræde renten.
"""

COUNCIL = """Referat
Kommunalbestyrelsen

Mødedato: 28. april 2026
Til stede fra Nord: Bo Lind (A) - formand, Ida Sø (V)
Til stede fra Syd: Per Holm (C)
Fraværende: Rie Bak, i stedet deltog Jens Ravn
Per Holm deltog ikke i behandlingen af punkt 62.

61. Havneplan

Sagsnr.: 26/1190

Administrationen indstiller, at

1. planen godkendes,
2. den sendes i høring.

Økonomiudvalget, den 14. april 2026:
Anbefales.

Beslutning:
Ad 1) Godkendt.
Ad 2) Godkendt.

62. Salg af grund

Sagsnr.: 26/1191

Beslutning:
Udsat.
"""


def test_who_was_absent_when_another_body_met_was_not_absent_here(ingest: Ingest) -> None:
    """Below the history of the case the heading "Fraværende" belongs to the committee named above it."""
    first = ingest(HISTORY).items[0]
    assert [each.name for each in first.absent] == ["Per Holm"]
    assert SectionName.ABSENT not in {section.name for section in first.sections}


def test_votes_and_reservations_are_whole_sentences(ingest: Ingest) -> None:
    """Numbers of votes and who could not agree."""
    assert ingest(HISTORY).items[1].votes == ("Godkendt med 2 stemmer for og 1 imod.", "Ida Sø kunne ikke tiltræde renten.")


def test_absence_from_one_item_is_not_absence_from_the_meeting(ingest: Ingest) -> None:
    """The head says it, the item has it; the substitute was there."""
    ingested = ingest(COUNCIL)
    meeting = ingested.meetings[0]
    assert [each.name for each in meeting.absent] == ["Rie Bak"]
    assert [each.name for each in meeting.participants] == ["Bo Lind", "Ida Sø", "Per Holm", "Jens Ravn"]
    assert [[each.name for each in item.absent] for item in ingested.items] == [[], ["Per Holm"]]
    assert meeting.chair == "Bo Lind"


def test_items_numbered_through_the_year_are_items_and_ad_numbers_the_parts_of_a_decision(ingest: Ingest) -> None:
    """The words "Ad 1" below a decision is no head of an item; a body and a day alone on a line head an earlier decision."""
    ingested = ingest(COUNCIL)
    assert [item.number for item in ingested.items] == ["61", "62"]
    first = ingested.items[0]
    assert [(each.number, each.decision) for each in first.recommendations] == [(1, "Godkendt."), (2, "Godkendt.")]
    assert [each.text for each in first.sections if each.name is SectionName.EARLIER_DECISIONS] == ["Anbefales."]


def test_partly_absent_names_items_and_spans() -> None:
    """Item 2 and items 4 to 6 make four."""
    found = list(partly_absent("Bo Lind og Ida Sø (V) deltog ikke i behandlingen af punkt 2 og 4-6."))
    assert [each.person.name for each in found] == ["Bo Lind", "Ida Sø"]
    assert found[0].items == {"2", "4", "5", "6"}


def test_who_came_late_or_left_was_not_absent() -> None:
    """Nothing says that they missed the whole of an item."""
    assert list(partly_absent("Bo Lind ankom under punkt 2. Ida Sø forlod mødet efter punkt 3.")) == []
    assert absent_in("Bo Lind ankom under punkt 2.") == ()


def test_a_list_of_absentees_may_name_the_item() -> None:
    """In such a list no verb is needed, and the rest of the list stays."""
    assert without_partly("Bo Lind under punkt 3", listed=True) == ""
    assert [each.items for each in partly_absent("Bo Lind under punkt 3", listed=True)] == [{"3"}]
    assert list(partly_absent("Bo Lind orienterede under punkt 3")) == []


def test_a_substitute_came_and_the_other_is_absent() -> None:
    """In the ways it is printed."""
    for text in ("Ida Sø deltog i stedet for Bo Lind", "Bo Lind (A). Som stedfortræder deltog Ida Sø (A)"):
        found = substitutes(text)
        assert [each.name for each in found.came] == ["Ida Sø"]
        assert [each.name for each in found.absent] == ["Bo Lind"]


def test_roles_behind_and_before_a_name() -> None:
    """Party and office are both kept."""
    found = person("Bo Lind (A) - formand")
    assert found is not None
    assert (found.name, found.role) == ("Bo Lind", "A, formand")
    assert [each.name for each in people("Sognepræst Bo Lind, Ledende overlæge Ida Sø, Per Holm (Region Nord), Rie Bak")] == [
        "Bo Lind",
        "Ida Sø",
        "Per Holm",
        "Rie Bak",
    ]


def _line(text: str, x0: float, top: float) -> Block:
    box = Box(page_number=1, x0=x0, top=top, x1=x0 + 100, bottom=top + 14)
    return Block(kind=BlockKind.PARAGRAPH, text=text, page_number=1, boxes=(box,))


def test_a_label_centred_beside_its_lines_has_them_all() -> None:
    """The label lies between its two lines: one above it, one below."""
    head = meeting_head(
        (
            _line("Sted: Teams", 60, 100),
            _line("Bo Lind (A), Ida", 160, 115),
            _line("Deltagere:", 60, 122),
            _line("Sø (V), Per Holm (C)", 160, 129),
            _line("Afbud: Rie Bak", 60, 144),
        )
    )
    assert [each.name for each in head.participants] == ["Bo Lind", "Ida Sø", "Per Holm"]
    assert (head.place, [each.name for each in head.absent]) == ("Teams", ["Rie Bak"])


def test_labels_above_their_values_in_a_word_table(tmp_path: Path) -> None:
    """And each item in a table of its own: "Punkt 1 | title", "Beslutning | text"."""
    document = WordDocument()
    document.add_heading("Referat af møde i Havnegruppen", 1)
    head = document.add_table(rows=2, cols=3)
    for row, cells in enumerate((("Mødedato", "Sted", "Deltagere"), ("3. maj 2026 kl. 9.00", "Kajen 2", "Bo Lind, Ida Sø"))):
        for column, text in enumerate(cells):
            head.cell(row, column).text = text
    for number, title in ((1, "Velkomst"), (2, "Bådpladser")):
        document.add_paragraph("")
        item = document.add_table(rows=2, cols=2)
        for row, pair in enumerate(((f"Punkt {number}", title), ("Beslutning", "Godkendt."))):
            for column, text in enumerate(pair):
                item.cell(row, column).text = text
    path = tmp_path / "referat.docx"
    document.save(str(path))
    ingested = ingest_file(path, "referat.docx", Limits())
    meeting = ingested.meetings[0]
    assert (str(meeting.date), meeting.time, meeting.place) == ("2026-05-03", "9.00", "Kajen 2")
    assert [each.name for each in meeting.participants] == ["Bo Lind", "Ida Sø"]
    assert [(item.title, item.sections[0].text) for item in ingested.items] == [
        ("Velkomst", "Godkendt."),
        ("Bådpladser", "Godkendt."),
    ]


def test_labels_that_lost_their_column_are_believed_when_they_come_again() -> None:
    """The text "Beslutning Godkendt." twice is a label with its text; once it is a sentence."""
    twice = [_line("Beslutning Godkendt.", 60, 100), _line("Beslutning Udsat.", 60, 200)]
    assert [block.text for block in sections_in_order(twice)] == ["Beslutning", "Godkendt.", "Beslutning", "Udsat."]
    assert [block.text for block in sections_in_order(twice[:1])] == ["Beslutning Godkendt."]


def test_headings_below_the_list_of_those_present_are_items(tmp_path: Path) -> None:
    """Minutes without numbers and without headings of sections; "Økonomi" is the title of an item there."""
    document = WordDocument()
    document.add_heading("Referat af dialogmøde mellem Nordby og Sydby", 0)
    document.add_paragraph("Dato: 6. januar 2026")
    document.add_paragraph("Deltagere: Bo Lind, Ida Sø")
    for title, text in (
        ("Præsentation", "Bordet rundt."),
        ("Økonomi", "Det blev aftalt at dele udgiften."),
        ("Næste møde", "I uge 20."),
    ):
        document.add_heading(title, 2)
        document.add_paragraph(text)
    path = tmp_path / "referat.docx"
    document.save(str(path))
    ingested = ingest_file(path, "referat.docx", Limits())
    assert [item.title for item in ingested.items] == ["Præsentation", "Økonomi", "Næste møde"]
    assert ingested.items[1].sections[0].name is SectionName.DECISION


OUT_OF_TURN = """Referat af møde i Havnegruppen den 3. maj 2026

Til stede: Bo Lind, Ida Sø
Afbud: Rie Bak, Jens Ravn (deltog i stedet: Per Holm, havnekonsulent) og Mona Lund under punkt 3

Ida Sø ledede mødet.

Punkt 1: Velkomst

Beslutning
Punkt 3 behandles før punkt 2.

Punkt 3: Kran

Beslutning
Udsat.

Punkt 2: Kaj

Beslutning
Godkendt.

Punkt 4: Både

Beslutning
Godkendt.
"""


def test_an_item_taken_up_out_of_turn_is_an_item(ingest: Ingest) -> None:
    """Its decision is not the decision of the item printed before it."""
    items = ingest(OUT_OF_TURN).items
    assert [(item.number, item.sections[0].text) for item in items if item.number in "32"] == [
        ("3", "Udsat."),
        ("2", "Godkendt."),
    ]


def test_in_a_list_of_absentees_only_the_last_name_goes_with_the_item(ingest: Ingest) -> None:
    """And a substitute in brackets came instead of the name before it; who led is told by a sentence."""
    ingested = ingest(OUT_OF_TURN)
    meeting = ingested.meetings[0]
    assert [each.name for each in meeting.absent] == ["Rie Bak", "Jens Ravn"]
    assert [each.name for each in meeting.participants] == ["Bo Lind", "Ida Sø", "Per Holm"]
    assert [item.number for item in ingested.items if item.absent] == ["3"]
    assert meeting.chair == "Ida Sø"


@pytest.mark.parametrize("label", ["Forhindret", "Excused", "Regrets", "Unable to attend"])
def test_whoever_was_kept_away_or_excused_was_absent(ingest: Ingest, label: str) -> None:
    """The label need not say "afbud"."""
    text = f"Havnerådet\nReferat af møde den 4. maj 2026 kl. 19\nTil stede: Lis Ibsen, Bo Krag Holm\n{label}: Eva Dam\n\n"
    made = ingest(f"{text}1. Siden sidst\nBeslutning\nGodkendt.\n\n2. Eventuelt\nIntet.\n")
    assert [person.name for person in made.meetings[0].absent] == ["Eva Dam"]
