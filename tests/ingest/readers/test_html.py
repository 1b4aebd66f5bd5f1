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
    assert text.startswith("Nye regler Rådet har vedtaget nye regler.")
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
