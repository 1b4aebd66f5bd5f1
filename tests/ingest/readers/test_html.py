"""Web pages: what is content and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import EmptyDocument, LimitExceeded
from ingest.limits import Limits
from ingest.readers.html import HtmlReader
from ingest.records import Block, BlockKind, ReadFile

PAGE = """<!doctype html><html lang="da"><head><title>Nye regler</title><meta name="author" content="Sekretariatet">
<script>var hemmelig = 1;</script><style>p{}</style></head><body>
<header><a href="/">Forsiden</a></header><nav>Menu</nav><div id="cookie-banner">Vi bruger cookies</div>
<main><h1>Nye regler</h1><p>Rådet har <b>vedtaget</b>&nbsp;nye<br>regler.</p>
<ul><li>Første punkt</li><li>Andet punkt<ul><li>Underpunkt</li></ul></li></ul>
<details><summary>Hvem gælder det?</summary><p>Alle borgere.</p></details>
<button aria-expanded="false">Hvornår?</button><div hidden><p>Fra 1. maj.</p></div>
<table><thead><tr><th>Opgave</th><th>Ansvar</th></tr></thead>
<tr><td rowspan="2">Drift</td><td>Kommunen</td></tr><tr><td>Regionen</td></tr></table>
løs tekst</main><footer>Kontakt</footer></body></html>"""


def read(path: Path, markup: str) -> ReadFile:
    """Read a web page."""
    path.write_text(markup, encoding="utf-8")
    return HtmlReader().read(path, Limits())


def blocks(path: Path, markup: str) -> list[Block]:
    """Return the blocks of a web page."""
    return [part for page in read(path, markup).pages for part in page.content if isinstance(part, Block)]


def test_menus_banners_scripts_and_footers_are_left_out(tmp_path: Path) -> None:
    """Only the main content is read, in order."""
    text = " ".join(block.text for block in blocks(tmp_path / "a.html", PAGE))
    assert not any(word in text for word in ("hemmelig", "Menu", "cookies", "Forsiden", "Kontakt"))
    assert text.startswith("Nye regler Rådet har vedtaget nye\nregler.")
    assert text.endswith("løs tekst")


def test_accordions_are_headings_with_their_hidden_text(tmp_path: Path) -> None:
    """What a reader must click to see is content all the same."""
    found = [(block.kind, block.text) for block in blocks(tmp_path / "a.html", PAGE)]
    assert (BlockKind.HEADING, "Hvem gælder det?") in found
    assert (BlockKind.PARAGRAPH, "Alle borgere.") in found
    assert (BlockKind.HEADING, "Hvornår?") in found
    assert (BlockKind.PARAGRAPH, "Fra 1. maj.") in found


def test_lists_keep_their_depth(tmp_path: Path) -> None:
    """A list in a list is one level deeper."""
    items = [(block.text, block.level) for block in blocks(tmp_path / "a.html", PAGE) if block.kind is BlockKind.LIST_ITEM]
    assert items == [("Første punkt", 1), ("Andet punkt", 1), ("Underpunkt", 2)]


def test_a_table_keeps_merged_cells_and_its_header(tmp_path: Path) -> None:
    """The merged cell spans two rows, and the second row's cell stands in the second column."""
    (table,) = [block.table for block in blocks(tmp_path / "a.html", PAGE) if block.table]
    assert table.header_rows == 1
    assert [(cell.text, cell.row, cell.column, cell.row_span) for cell in table.cells] == [
        ("Opgave", 0, 0, 1),
        ("Ansvar", 0, 1, 1),
        ("Drift", 1, 0, 2),
        ("Kommunen", 1, 1, 1),
        ("Regionen", 2, 1, 1),
    ]


def test_the_page_says_its_title_language_and_author(tmp_path: Path) -> None:
    """Claims of the file, kept as metadata."""
    assert read(tmp_path / "a.html", PAGE).metadata == {"title": "Nye regler", "language": "da", "author": "Sekretariatet"}


def test_a_table_of_one_column_is_read_as_text(tmp_path: Path) -> None:
    """Old pages lay themselves out with tables."""
    found = blocks(
        tmp_path / "a.html", "<body><table><tr><td><p>Et afsnit.</p></td></tr><tr><td>Et til.</td></tr></table></body>"
    )
    assert [(block.kind, block.text) for block in found] == [
        (BlockKind.PARAGRAPH, "Et afsnit."),
        (BlockKind.PARAGRAPH, "Et til."),
    ]


def test_a_main_part_that_holds_next_to_nothing_is_not_believed(tmp_path: Path) -> None:
    """Then the whole body is read."""
    words = "Rådet vedtog planen. " * 20
    assert any(
        "Rådet vedtog" in block.text for block in blocks(tmp_path / "a.html", f"<body><main>x</main><p>{words}</p></body>")
    )


def test_a_page_of_menus_only_is_empty(tmp_path: Path) -> None:
    """It gets the status `no_text`."""
    with pytest.raises(EmptyDocument):
        read(tmp_path / "a.html", "<html><body><nav>Menu</nav></body></html>")


def test_a_hundred_thousand_nested_elements_are_refused_at_once(tmp_path: Path) -> None:
    """Walking so deep a tree would take minutes."""
    with pytest.raises(LimitExceeded, match="1000 deep"):
        read(tmp_path / "a.html", "<body>" + "<div>" * 100_000 + "dybt</body>")


def test_nine_hundred_nested_elements_are_read(tmp_path: Path) -> None:
    """Ugly, but within the limit; the walk is not recursive."""
    assert [block.text for block in blocks(tmp_path / "a.html", "<body>" + "<div>" * 900 + "dybt</body>")] == ["dybt"]


def test_bold_words_do_not_end_their_paragraph(tmp_path: Path) -> None:
    """Text goes on after "</strong>" and "</a>": one paragraph, not three."""
    page = "<main><p>Svar senest <strong>tre måneder</strong> før, og <a href='/x'>skriv</a> til os.</p></main>"
    assert [block.text for block in blocks(tmp_path / "a.html", page)] == ["Svar senest tre måneder før, og skriv til os."]


def test_a_div_with_the_role_of_a_button_names_what_it_opens(tmp_path: Path) -> None:
    """Accordions are built of any element; the role tells."""
    page = "<main><h2>Spørgsmål</h2><div role='button'>Hvad koster det?</div><div>Det er gratis.</div></main>"
    found = [(block.kind, block.level, block.text) for block in blocks(tmp_path / "a.html", page)]
    assert found[1:] == [(BlockKind.HEADING, 3, "Hvad koster det?"), (BlockKind.PARAGRAPH, 0, "Det er gratis.")]


def test_links_to_other_news_are_left_out_with_their_heading(tmp_path: Path) -> None:
    """A list of nothing but links under "Relaterede nyheder" belongs to other pages; "Læs også" before text is content."""
    page = """<main><p>Broen lukkes i maj.</p><h2>Relaterede nyheder</h2><ul><li><a href='/a'>Ny bro</a></li></ul>
    <h2>Læs også</h2><p>Kravene i § 5, som gælder fra i dag.</p></main>"""
    texts = [block.text for block in blocks(tmp_path / "a.html", page)]
    assert texts == ["Broen lukkes i maj.", "Læs også", "Kravene i § 5, som gælder fra i dag."]


def test_banners_feedback_and_feet_of_content_systems_are_left_out(tmp_path: Path) -> None:
    """Municipal content systems mark them by class names, not by elements."""
    page = """<body><div class="coi-banner__wrapper">Statistik</div><div class="skip"><a>Gå til indhold</a></div>
    <h1>Takster</h1><p>Taksten er 40 kr.</p><div class="page-feedback">Var siden nyttig?</div>
    <div class="layout__aside">Genvej</div>
    <div class="footer">Rådhusvej 1</div></body>"""
    assert [block.text for block in blocks(tmp_path / "a.html", page)] == ["Takster", "Taksten er 40 kr."]


def test_lines_that_the_writer_broke_stay_lines_also_in_cells(tmp_path: Path) -> None:
    """A break after each label; two breaks make a paragraph; a cell's paragraphs are names, not one long name."""
    page = """<main><p>Dato: 9. marts<br>Sted:
    Rådhuset<br><br>Til stede: Alle</p>
    <table><tr><td>Deltagere</td><td><p>Tage Lind</p><p>Ulla Friis</p></td></tr></table></main>"""
    first, second, table = blocks(tmp_path / "a.html", page)
    assert (first.text, second.text) == ("Dato: 9. marts\nSted: Rådhuset", "Til stede: Alle")
    assert table.table is not None
    assert table.table.cells[1].text == "Tage Lind\nUlla Friis"
