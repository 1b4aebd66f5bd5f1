"""Questions and terms on web pages: each with its own answer, whatever marks them up."""

from __future__ import annotations

from pathlib import Path

from ingest.limits import Limits
from ingest.pipeline.file import ingest_file
from ingest.readers.html import read_html
from ingest.records import Block, BlockKind, FactKind, Ingested

BUTTON = '<div><button aria-expanded="false">Er hunde tilladt?</button><div>Ja, i snor.</div></div>'


def read(markup: str) -> list[tuple[BlockKind, str]]:
    """The blocks of a page."""
    pages = read_html(Path("side.html"), f"<html><body><main>{markup}</main></body></html>", Limits()).pages
    return [(part.kind, part.text) for page in pages for part in page.content if isinstance(part, Block)]


def ingested(markup: str, path: Path) -> Ingested:
    """The page once it has gone the whole way."""
    file = path / "side.html"
    file.write_text(f"<html><body><main>{markup}</main></body></html>", encoding="utf-8")
    return ingest_file(file, "side.html", Limits())


def test_short_answers_stay_apart_each_with_its_question(tmp_path: Path) -> None:
    """Four words of an answer say nothing without their question, and nothing beside the next one."""
    markup = "<h1>Om havnen</h1><h2>Hvad koster en plads?</h2><p>900 kr.</p><h2>Hvem har nøglen?</h2><p>Ib Holm.</p>"
    texts = [passage.text for passage in ingested(markup, tmp_path).passages]
    assert texts[-2:] == ["Hvad koster en plads?\n900 kr.", "Hvem har nøglen?\nIb Holm."]


def test_terms_with_short_meanings_are_lines_and_definitions(tmp_path: Path) -> None:
    """Two names of one thing stand together."""
    markup = (
        "<h1>Ord</h1><dl><dt>Mole</dt><dd>En mur af sten, der holder bølger ude.</dd>"
        "<dt>Leje</dt><dt>Plads</dt><dd>Det sted, hvor en båd må ligge.</dd></dl>"
    )
    found = ingested(markup, tmp_path)
    assert found.passages[-1].text.split("\n") == [
        "Mole: En mur af sten, der holder bølger ude.",
        "Leje / Plads: Det sted, hvor en båd må ligge.",
    ]
    assert ("Mole", "En mur af sten, der holder bølger ude.") in {
        (fact.subject, fact.object) for fact in found.facts if fact.kind is FactKind.DEFINITION
    }


def test_questions_in_a_list_of_terms_are_headings() -> None:
    """A FAQ is often marked up so."""
    assert read("<dl><dt>Hvem har nøglen?</dt><dd>Ib Holm.</dd></dl>")[0] == (BlockKind.HEADING, "Hvem har nøglen?")


def test_what_follows_an_accordion_stands_under_the_heading_before_it() -> None:
    """Not under the last question: the heading is told again."""
    assert read(f"<h2>Havnen</h2>{BUTTON}<p>Kiosken har åbent.</p>") == [
        (BlockKind.HEADING, "Havnen"),
        (BlockKind.HEADING, "Er hunde tilladt?"),
        (BlockKind.PARAGRAPH, "Ja, i snor."),
        (BlockKind.HEADING, "Havnen"),
        (BlockKind.PARAGRAPH, "Kiosken har åbent."),
    ]


def test_a_bold_line_or_a_question_above_a_break_is_a_heading() -> None:
    """A bold sentence is none."""
    markup = "<p><b>Priser</b></p><p><strong>Hvem har nøglen?</strong><br>Ib Holm.</p><p><b>Husk din vest.</b></p>"
    assert read(markup) == [
        (BlockKind.HEADING, "Priser"),
        (BlockKind.HEADING, "Hvem har nøglen?"),
        (BlockKind.PARAGRAPH, "Ib Holm."),
        (BlockKind.PARAGRAPH, "Husk din vest."),
    ]
