"""Word documents."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.errors import LimitExceeded, UnreadableDocument
from ingest.limits import Limits
from ingest.readers.docx import DocxReader
from ingest.records import Block, BlockKind


def blocks(path: Path) -> list[Block]:
    """Return the blocks of a Word document."""
    return [part for page in DocxReader().read(path, Limits()).pages for part in page.content if isinstance(part, Block)]


def minutes(path: Path) -> Path:
    """Minutes as a secretary writes them in Word."""
    document = docx.Document()
    document.core_properties.title = "Referat af møde"
    document.core_properties.author = "Sekretariatet"
    document.sections[0].header.paragraphs[0].text = "Løbende sidehoved"
    document.add_heading("Referat", 0)
    document.add_heading("Punkt 1: Budget", 1)
    document.add_paragraph("Rådet drøftede budgettet.")
    document.add_paragraph("Godkend planen", style="List Number")
    document.add_paragraph("Orienter borgerne", style="List Number")
    document.add_paragraph("Et løst punkt", style="List Bullet")
    table = document.add_table(rows=3, cols=2)
    for cell, text in zip(table.rows[0].cells, ("Opgave", "Ansvar"), strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Drift"
    table.cell(1, 1).text, table.cell(2, 1).text = "Kommunen", "Regionen"
    document.save(str(path))
    return path


def test_headings_paragraphs_lists_and_tables_come_in_order(tmp_path: Path) -> None:
    """The running header of the page is no content; numbers that Word prints are."""
    found = [(block.kind, block.text, block.level) for block in blocks(minutes(tmp_path / "a.docx"))]
    assert found == [
        (BlockKind.HEADING, "Referat", 1),
        (BlockKind.HEADING, "Punkt 1: Budget", 1),
        (BlockKind.PARAGRAPH, "Rådet drøftede budgettet.", 0),
        (BlockKind.LIST_ITEM, "1. Godkend planen", 1),
        (BlockKind.LIST_ITEM, "2. Orienter borgerne", 1),
        (BlockKind.LIST_ITEM, "• Et løst punkt", 1),
        (BlockKind.TABLE, "Opgave | Ansvar\nDrift | Kommunen\nRegionen", 0),
    ]


def test_a_merged_cell_spans_its_rows(tmp_path: Path) -> None:
    """And the bold first row is the header."""
    (table,) = [block.table for block in blocks(minutes(tmp_path / "a.docx")) if block.table]
    assert table.header_rows == 1
    assert [(cell.text, cell.row_span) for cell in table.cells if cell.column == 0] == [("Opgave", 1), ("Drift", 2)]


def test_the_file_tells_title_and_author(tmp_path: Path) -> None:
    """As metadata, since it is only a claim."""
    metadata = DocxReader().read(minutes(tmp_path / "a.docx"), Limits()).metadata
    assert (metadata["title"], metadata["author"]) == ("Referat af møde", "Sekretariatet")


def test_deleted_text_is_left_out_and_inserted_text_is_read(tmp_path: Path) -> None:
    """Tracked changes are read as if accepted."""
    document = docx.Document()
    paragraph = document.add_paragraph("Fristen er ")
    deleted = f'<w:del {nsdecls("w")} w:id="1" w:author="x"><w:r><w:delText>1. maj</w:delText></w:r></w:del>'
    inserted = f'<w:ins {nsdecls("w")} w:id="2" w:author="x"><w:r><w:t>1. juni</w:t></w:r></w:ins>'
    paragraph._p.append(parse_xml(deleted))
    paragraph._p.append(parse_xml(inserted))
    document.save(str(tmp_path / "a.docx"))
    assert [block.text for block in blocks(tmp_path / "a.docx")] == ["Fristen er 1. juni"]


def test_pages_are_numbered_where_word_marked_them(tmp_path: Path) -> None:
    """A document that Word never laid out has no page numbers."""
    document = docx.Document()
    document.add_paragraph("Første side")
    run = document.add_paragraph().add_run()
    run._r.append(parse_xml(f"<w:lastRenderedPageBreak {nsdecls('w')}/>"))
    run.add_text("Anden side")
    document.save(str(tmp_path / "a.docx"))
    assert [block.page_number for block in blocks(tmp_path / "a.docx")] == [1, 2]

    unmarked = docx.Document()
    unmarked.add_paragraph("Første side").add_run().add_break(WD_BREAK.PAGE)
    unmarked.save(str(tmp_path / "b.docx"))
    assert [block.page_number for block in blocks(tmp_path / "b.docx")] == [None]


def test_a_package_that_unpacks_to_more_than_the_limit_is_not_opened(tmp_path: Path) -> None:
    """Fifty million zeros pack into fifty kilobytes."""
    path = minutes(tmp_path / "a.docx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/bombe.bin", bytes(50_000_000))
    with pytest.raises(LimitExceeded, match="unpacks to"):
        DocxReader().read(path, Limits(max_decompressed_bytes=10_000_000))


def test_xml_entities_are_refused(tmp_path: Path) -> None:
    """An expansion of a billion laughs never reaches the XML parser."""
    path = minutes(tmp_path / "a.docx")
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/extra.xml", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    with pytest.raises(UnreadableDocument, match="XML entities"):
        DocxReader().read(path, Limits())


def test_broken_xml_is_an_unreadable_document(tmp_path: Path) -> None:
    """Whatever the library raises is translated at the seam."""
    source = minutes(tmp_path / "a.docx")
    with zipfile.ZipFile(source) as package, zipfile.ZipFile(tmp_path / "b.docx", "w") as broken:
        for part in package.namelist():
            data = package.read(part)
            broken.writestr(part, data[: len(data) // 2] if part == "word/document.xml" else data)
    with pytest.raises(UnreadableDocument):
        DocxReader().read(tmp_path / "b.docx", Limits())


def test_a_table_of_ten_thousand_cells_is_read_up_to_the_limit(tmp_path: Path) -> None:
    """A table bomb is cut, not followed to its end."""
    document = docx.Document()
    row = "<w:tr>" + "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>" * 10 + "</w:tr>"
    document.element.body.insert(0, parse_xml(f"<w:tbl {nsdecls('w')}>{row * 1000}</w:tbl>"))
    document.save(str(tmp_path / "a.docx"))
    pages = DocxReader().read(tmp_path / "a.docx", Limits(max_table_cells=500)).pages
    (table,) = [part.table for page in pages for part in page.content if isinstance(part, Block) and part.table]
    assert len(table.cells) == 500
