"""Labels in a margin beside their texts: headings of the text, fields on one line, terms with what they mean as a table."""

from __future__ import annotations

from ingest.layout.blocks import blocks_of
from ingest.records import Block, BlockKind, Box, Line, Page


def at(x: float, top: float, text: str, *, bold: bool = False) -> Line:
    """A line at a place, 5 points a character wide."""
    return Line(
        text=text, box=Box(page_number=1, x0=x, top=top, x1=x + 5 * len(text), bottom=top + 10), font_size=10.0, bold=bold
    )


def blocks(*lines: Line) -> list[tuple[BlockKind, str]]:
    """What becomes of the lines of a page of A4."""
    found: tuple[Block, ...] = blocks_of([Page(number=1, content=lines, width=595, height=842)])
    return [(block.kind, block.text) for block in found]


def test_a_label_in_the_margin_heads_the_text_beside_it() -> None:
    """Also one that no list of section names holds; the lines below the label's own are its text."""
    assert blocks(
        at(60, 100, "Sagen kort"),
        at(160, 100, "Broen over åen er spærret, fordi bolte i begge ender er rustne, og"),
        at(160, 113, "fordi en ny bro er for dyr i år."),
        at(60, 140, "Beslutning"),
        at(160, 140, "Boltene skiftes. Broen åbnes i maj."),
    ) == [
        (BlockKind.HEADING, "Sagen kort"),
        (
            BlockKind.PARAGRAPH,
            "Broen over åen er spærret, fordi bolte i begge ender er rustne, og fordi en ny bro er for dyr i år.",
        ),
        (BlockKind.HEADING, "Beslutning"),
        (BlockKind.PARAGRAPH, "Boltene skiftes. Broen åbnes i maj."),
    ]


def test_a_label_over_two_lines_is_one_heading() -> None:
    """Its second line begins with a small letter."""
    found = blocks(
        at(60, 100, "Økonomiske"),
        at(150, 100, "Udgiften på 40.000 kr. er dækket af det, som skolerne har"),
        at(60, 111, "konsekvenser"),
        at(150, 111, "sparet på rengøring i foråret."),
        at(60, 130, "Beslutning"),
        at(150, 130, "Udsat til efter ferien."),
    )
    assert found[0] == (BlockKind.HEADING, "Økonomiske konsekvenser")
    assert found[1][1].endswith("sparet på rengøring i foråret.")


def test_the_number_of_an_item_in_the_margin_heads_it_with_its_title() -> None:
    """A short field that is no section stays on one line with its value."""
    assert blocks(
        at(60, 100, "Punkt 4"),
        at(150, 100, "Nye gyngestativer"),
        at(60, 120, "Aftalt"),
        at(150, 120, "De tre gamle tages ned."),
        at(60, 140, "Ansvarlig"),
        at(150, 140, "Lotte"),
    ) == [
        (BlockKind.HEADING, "Punkt 4 Nye gyngestativer"),
        (BlockKind.HEADING, "Aftalt"),
        (BlockKind.PARAGRAPH, "De tre gamle tages ned."),
        (BlockKind.PARAGRAPH, "Ansvarlig: Lotte"),
    ]


def test_terms_beside_what_they_mean_are_a_table() -> None:
    """Three terms, each with a sentence, and none of them a section of minutes."""
    found = blocks(
        at(60, 100, "Brohus"),
        at(150, 100, "Et skur, som står på selve broen."),
        at(60, 120, "Færgeleje"),
        at(150, 120, "Stedet, hvor den lille færge lægger til."),
        at(60, 140, "Mole"),
        at(150, 140, "En mur af sten, der holder bølgerne ude."),
    )
    assert [kind for kind, _ in found] == [BlockKind.TABLE]
    assert "Mole\tEn mur af sten, der holder bølgerne ude." in found[0][1]


def test_labels_in_plain_text_head_the_texts_that_begin_in_one_column() -> None:
    """The continuation stands below its text; what ends in a colon is a field of the head."""
    text = (
        "Dato:        3. maj 2026",
        "",
        "Drøftelse    Skuret er gammelt, og taget lækker ned over cyklerne hver",
        "             gang det regner.",
        "Beslutning   Taget skiftes.",
        "Ansvarlig    Bo",
    )
    page = Page(number=None, content=tuple(Line(text=line) for line in text))
    found = [(block.kind, block.text) for block in blocks_of([page])]
    assert found == [
        (BlockKind.PARAGRAPH, "Dato: 3. maj 2026"),
        (BlockKind.HEADING, "Drøftelse"),
        (BlockKind.PARAGRAPH, "Skuret er gammelt, og taget lækker ned over cyklerne hver gang det regner."),
        (BlockKind.HEADING, "Beslutning"),
        (BlockKind.PARAGRAPH, "Taget skiftes."),
        (BlockKind.PARAGRAPH, "Ansvarlig: Bo"),
    ]
