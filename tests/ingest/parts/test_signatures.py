"""Who signed stands by itself at the end, below no paragraph of the agreement and in no decision."""

from __future__ import annotations

from pathlib import Path

from ingest.limits import Limits
from ingest.parts.signatures import without_signature
from ingest.pipeline.file import ingest_file
from ingest.records import Block, BlockKind, Cell, Table
from ingest.tables.text import table_text

LETTER = """Svar om broen

Broen over åen bliver ikke malet i år, fordi der ikke er penge til det, før kajen er betalt. Vi vender tilbage.

Med venlig hilsen

Ib Holm
Havnefoged
"""


def paragraphs(*texts: str) -> list[Block]:
    """Paragraphs below a text that is long enough to be one."""
    long = "Broen over åen bliver ikke malet i år, fordi der ikke er penge til det, før kajen er betalt."
    return [Block(kind=BlockKind.PARAGRAPH, text=text) for text in (long, *texts)]


def test_a_farewell_begins_the_signature(tmp_path: Path) -> None:
    """It is a passage of its own, with a heading that says what it is; its words are the printed ones."""
    path = tmp_path / "brev.txt"
    path.write_text(LETTER, encoding="utf-8")
    last = ingest_file(path, "brev.txt", Limits()).passages[-1]
    assert (last.heading_path[-1], last.text) == ("Underskrift", "Med venlig hilsen\nIb Holm\nHavnefoged")


def test_the_parties_of_an_agreement_are_read_one_after_the_other() -> None:
    """Not row by row, and without the lines to sign on."""
    rows = [("For Havby Kommune", "For Ny Region"), ("________", "________"), ("Lis Dam", "Bo Ravn"), ("Borgmester", "Direktør")]
    cells = tuple(Cell(text=text, row=row, column=column) for row, texts in enumerate(rows) for column, text in enumerate(texts))
    table = Table(cells=cells, header_rows=0, row_count=4, column_count=2)
    block = Block(kind=BlockKind.TABLE, text=table_text(table), table=table)
    text, signature = without_signature([*paragraphs(), block])
    assert len(text) == 1
    assert [each.text for each in signature] == ["For Havby Kommune\nLis Dam\nBorgmester", "For Ny Region\nBo Ravn\nDirektør"]


def test_a_name_above_an_office_at_the_very_end_signs() -> None:
    """A note often has no farewell."""
    assert [each.text for each in without_signature(paragraphs("Lis Dam", "Fuldmægtig"))[1]] == ["Lis Dam", "Fuldmægtig"]


def test_short_lines_at_the_end_are_no_signature_by_themselves() -> None:
    """Prices, fields and points."""
    assert without_signature(paragraphs("Pris: 40 kr.", "Frist: 1. maj", "For børn: gratis"))[1] == ()
