"""Headings of plain text that nothing sets apart: no type, often not even a blank line."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from ingest.layout.blocks import blocks_of
from ingest.layout.heading_names import names_what_follows
from ingest.limits import Limits
from ingest.readers.pdf import PdfReader
from ingest.readers.text import TextReader
from ingest.records import BlockKind

FIRST = (
    "Havnen har siden årsskiftet haft åbent alle ugens dage, og der er kommet en ny kran, som kan løfte både op til tolv tons, "
    "så de fleste af byens sejlere nu kan tage deres båd på land uden at skulle til nabobyen."
)
SECOND = (
    "Prisen for en plads er den samme som sidste år, men der betales et gebyr for strøm, som afregnes hver måned efter måler, "
    "og den, der ikke har betalt inden den tredivte i måneden, får strømmen lukket ugen efter."
)


def headings(text: str, folder: Path) -> list[str]:
    """The headings of a text file."""
    path = folder / "havn.txt"
    path.write_text(text, encoding="utf-8")
    blocks = blocks_of(TextReader().read(path, Limits()).pages)
    return [block.text for block in blocks if block.kind is BlockKind.HEADING]


def test_a_short_line_between_paragraphs_of_one_line_each_is_a_heading(tmp_path: Path) -> None:
    """Text out of a web page has no blank lines: what ends no sentence and stands over one is its heading."""
    assert headings(f"{FIRST}\nPriser og betaling\n{SECOND}\nVinterplads\n{FIRST}", tmp_path) == [
        "Priser og betaling",
        "Vinterplads",
    ]


def test_a_short_line_between_wrapped_paragraphs_is_a_heading(tmp_path: Path) -> None:
    """So is one in text broken by its width, where the line above ended a sentence."""
    text = (
        "Havnen har siden årsskiftet haft åbent alle ugens dage, og der er kommet en ny\n"
        "kran, som kan løfte både op til tolv tons.\n"
        "Priser og betaling\n"
        "Prisen for en plads er den samme som sidste år, men der betales et gebyr for\n"
        "strøm, som afregnes hver måned efter måler.\n"
    )
    assert headings(text, tmp_path) == ["Priser og betaling"]


def test_a_name_with_a_colon_over_a_paragraph_is_a_heading(tmp_path: Path) -> None:
    """A colon ends the names of parts in some notes; over the lead-in of a list it does as well."""
    text = f"{FIRST}\nVinterplads:\n{SECOND}\nGæstesejlere:\nDe kan bruge:\n- Bad\n- Grill"
    assert headings(text, tmp_path) == ["Vinterplads:", "Gæstesejlere:"]


@pytest.mark.parametrize(
    "line", ["Bestyrelsen besluttede:", "Havnefogeden oplyser:", "Svar:", "Til stede:", "Det vil sige:", "Anna Holm spurgte:"]
)
def test_a_clause_or_a_field_with_a_colon_is_no_heading(line: str) -> None:
    """What is told after it needs the words before it."""
    assert not names_what_follows(line)


@pytest.mark.parametrize(
    "line", ["Læs mere om priserne", "Kære sejlere", "Bestil plads på havn@byen.dk", "x x (x) •", "Vi ses på broen fra"]
)
def test_a_link_a_greeting_and_a_broken_line_are_no_headings(line: str, tmp_path: Path) -> None:
    """Short lines that stand over a paragraph without naming it."""
    assert headings(f"{FIRST}\n{line}\n{SECOND}", tmp_path) == []


def test_the_last_of_a_list_without_bullets_is_no_heading(tmp_path: Path) -> None:
    """The line above it ends no sentence."""
    assert headings(f"{FIRST}\nDer er tre slags pladser:\nBolværk\nFlydebro\nLand\n{SECOND}", tmp_path) == []


def test_a_line_by_itself_over_a_list_is_a_heading(tmp_path: Path) -> None:
    """Blank lines around it set it apart, whether a paragraph follows or points."""
    assert headings(f"{FIRST}\n\nDagens opgaver\n\n- Fej broen\n- Mal pælene\n", tmp_path) == ["Dagens opgaver"]


def test_words_that_lead_in_a_list_are_no_heading(tmp_path: Path) -> None:
    """They say what the points are: without them the points say too little."""
    assert headings(f"{FIRST}\n\nBestyrelsen drøftede herunder\n\n- Fej broen\n- Mal pælene\n", tmp_path) == []


def test_marks_of_bold_type_make_a_heading_and_are_no_text(tmp_path: Path) -> None:
    """A converter leaves "**" around bold words, also over several lines; stars by themselves stay."""
    path = tmp_path / "havn.txt"
    path.write_text(
        "**Priser for\nvinteren**\n\nPladsen koster **400 kr.** om måneden*.\n\n* Dog 300 kr. for 2**3 joller.", encoding="utf-8"
    )
    heading, price, note = blocks_of(TextReader().read(path, Limits()).pages)
    assert (heading.kind, heading.text) == (BlockKind.HEADING, "Priser for vinteren")
    assert price.text == "Pladsen koster 400 kr. om måneden*."
    assert "2**3" in note.text


def test_a_page_printed_in_one_type_has_headings_by_their_place(tmp_path: Path) -> None:
    """A PDF without a larger or bolder line is read like plain text: what stands by itself over running text heads it."""
    path = tmp_path / "havn.pdf"
    page = canvas.Canvas(str(path), pagesize=A4)
    lines = (FIRST[:95], FIRST[95:], "", "Priser og betaling", "", SECOND[:95], SECOND[95:])
    for number, line in enumerate(lines):
        page.drawString(60, 780 - 13 * number, line.strip())
    page.save()
    blocks = blocks_of(PdfReader().read(path, Limits()).pages)
    assert [block.text for block in blocks if block.kind is BlockKind.HEADING] == ["Priser og betaling"]
