"""Minutes whose items are tables of two columns: what a row is on the left, its text on the right."""

from __future__ import annotations

from pathlib import Path

import docx

from ingest.limits import Limits
from ingest.pipeline.file import ingest_file
from ingest.records import Ingested, SectionName


def ingested(rows: list[tuple[str, str]], path: Path) -> Ingested:
    """Minutes of a group with one such table."""
    document = docx.Document()
    document.add_paragraph("Referat af møde i havnegruppen den 5. maj 2026")
    table = document.add_table(rows=0, cols=2)
    for left, right in rows:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = left, right
    document.save(str(path / "moede.docx"))
    return ingest_file(path / "moede.docx", "moede.docx", Limits())


def test_titles_of_items_and_decisions_may_stand_in_the_same_column(tmp_path: Path) -> None:
    """Rows "1. Moler | text" and "Beslutning | text": the text beside a title is what is told of the case."""
    rows = [("1. Moler", "To sten er faldet i vandet."), ("Beslutning", "De lægges op igen."), ("2. Eventuelt", "Intet.")]
    items = ingested(rows, tmp_path).items
    assert [(item.number, item.title) for item in items] == [("1", "Moler"), ("2", "Eventuelt")]
    assert [(section.name, section.text) for section in items[0].sections][-1] == (SectionName.DECISION, "De lægges op igen.")


def test_number_and_title_in_rows_of_their_own_make_the_head_of_an_item(tmp_path: Path) -> None:
    """Rows "Punkt | 3" and "Emne | Fyret"; a short field that is no section stays in the section above it."""
    rows = [
        ("Punkt", "3"),
        ("Emne", "Fyret"),
        ("Baggrund", "Pæren er gået."),
        ("Konklusion", "Ny pære."),
        ("Ansvarlig", "Ib Holm"),
    ]
    item = ingested(rows, tmp_path).items[0]
    assert (item.number, item.title) == ("3", "Fyret")
    assert item.sections[-1].name is SectionName.DECISION
    assert item.sections[-1].text == "Ny pære.\nAnsvarlig: Ib Holm"


def test_a_label_that_is_no_usual_section_does_not_run_into_the_decision(tmp_path: Path) -> None:
    """A text beside a label of its own is a section of its own."""
    told = "Fiskerne har ringet om det tre gange, og to af dem har skrevet et brev til havnefogeden."
    rows = [("1. Fyret", "Pæren er gået."), ("Beslutning", "Ny pære."), ("Stemning blandt fiskerne", told), ("2. Evt.", "Intet.")]
    sections = ingested(rows, tmp_path).items[0].sections
    assert [(section.heading, section.text) for section in sections][-2:] == [
        ("Beslutning", "Ny pære."),
        ("Stemning blandt fiskerne", told),
    ]


def test_a_table_without_sections_of_an_item_stays_a_table(tmp_path: Path) -> None:
    """Names and telephone numbers."""
    found = ingested([("Havnefoged", "Ib Holm"), ("Vagt", "Lis Dam"), ("Kiosk", "Bo Ravn")], tmp_path)
    assert not found.items
    assert found.passages[-1].text.endswith("Kiosk: Bo Ravn")
