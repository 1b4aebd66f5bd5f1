"""Plain text: encodings and pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import EmptyDocument, LimitExceeded
from ingest.limits import Limits
from ingest.readers.text import TextReader

DANISH = "Punkt 1: Åbning af mødet på Ærø\n\nØkonomi"


def read(path: Path, data: bytes) -> list[list[str]]:
    """Return the lines of each page."""
    path.write_bytes(data)
    return [[part.text for part in page.content] for page in TextReader().read(path, Limits()).pages]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_usual_encoding_gives_the_same_lines(encoding: str, tmp_path: Path) -> None:
    """Danish letters survive whichever program saved the file; a blank line stays a line."""
    assert read(tmp_path / "a.txt", DANISH.encode(encoding)) == [["Punkt 1: Åbning af mødet på Ærø", "", "Økonomi"]]


def test_form_feeds_mark_numbered_pages(tmp_path: Path) -> None:
    """A form feed is a page break; one at the very end begins no page."""
    path = tmp_path / "a.txt"
    path.write_text("side et\fside to\nmere\f", encoding="utf-8")
    pages = TextReader().read(path, Limits()).pages
    assert [(page.number, [part.text for part in page.content]) for page in pages] == [(1, ["side et"]), (2, ["side to", "mere"])]


def test_lone_leading_spaces_far_apart_mark_pages(tmp_path: Path) -> None:
    """Three of them, at least twelve lines apart, are what an extractor leaves of page breaks (noise fault 8)."""
    page = "\n".join(["linje"] * 20)
    text = f" side et\n{page}\n side to\n{page}\n side tre\n{page}"
    pages = read(tmp_path / "a.txt", text.encode())
    assert [lines[0] for lines in pages] == ["side et", "side to", "side tre"]


def test_leading_spaces_close_together_are_bullets_and_mark_no_page(tmp_path: Path) -> None:
    """A bare leading space is also what is left of a bullet (noise fault 17)."""
    text = "\n".join([" et", " to", " tre", " fire"] + ["linje"] * 30)
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    (page,) = TextReader().read(path, Limits()).pages
    assert page.number is None


def test_a_file_of_white_space_is_empty(tmp_path: Path) -> None:
    """It gets the status `no_text`."""
    with pytest.raises(EmptyDocument):
        read(tmp_path / "a.txt", b" \n\t\n")


def test_a_text_beyond_the_limit_is_refused_with_both_numbers(tmp_path: Path) -> None:
    """The message tells the size and the limit."""
    path = tmp_path / "a.txt"
    path.write_text("x" * 11, encoding="utf-8")
    with pytest.raises(LimitExceeded, match="11 characters, the limit is 10"):
        TextReader().read(path, Limits(max_characters=10))


def test_a_table_of_stacked_cells_becomes_a_table(tmp_path: Path) -> None:
    """A lone stroke begins a row, and every cell ends in one: what copying a web page's table leaves."""
    path = tmp_path / "a.txt"
    path.write_text("Fordeling:\n|\nOmråde |\nAntal |\n|\nNord |\n12 |\nEfter tabellen", encoding="utf-8")
    (page,) = TextReader().read(path, Limits()).pages
    assert [part.text for part in page.content] == ["Fordeling:", "Område | Antal\nNord | 12", "Efter tabellen"]


def test_a_table_of_rows_with_strokes_becomes_a_table(tmp_path: Path) -> None:
    """The rule below the header is no row; a single line with a stroke is no table."""
    path = tmp_path / "a.txt"
    path.write_text("Enten | eller\n\n| Område | Antal |\n|---|---|\n| Nord | 12 |", encoding="utf-8")
    (page,) = TextReader().read(path, Limits()).pages
    assert [part.text for part in page.content] == ["Enten | eller", "", "Område | Antal\nNord | 12"]


def test_a_margin_that_nearly_all_lines_share_is_no_mark_of_bullets_or_pages(tmp_path: Path) -> None:
    """Text pulled from a page keeps the page's left margin; what is indented further stays so."""
    lines = ["Beslutningsreferat", *(f" Linje {number} i referatet" for number in range(20)), "   et punkt"]
    (tmp_path / "a.txt").write_text("\n".join(lines), encoding="utf-8")
    (page,) = TextReader().read(tmp_path / "a.txt", Limits()).pages
    texts = [line.text for line in page.content]
    assert texts[:2] == ["Beslutningsreferat", "Linje 0 i referatet"]
    assert texts[-1] == "  et punkt"
