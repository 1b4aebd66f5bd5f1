"""What stands in Word documents besides plain paragraphs: notes, text boxes, hidden words, headings and tables set by hand."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.limits import Limits
from ingest.readers.docx import DocxReader
from ingest.records import Block, BlockKind

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
BOX = "<w:txbxContent><w:p><w:r><w:t>Broen er fra 1961.</w:t></w:r></w:p></w:txbxContent>"


def read(document: Document, path: Path) -> list[Block]:
    """The blocks of a document once it is saved."""
    document.save(str(path))
    return [part for page in DocxReader().read(path, Limits()).pages for part in page.content if isinstance(part, Block)]


def with_notes(document: Document, kind: str, text: str) -> None:
    """Give the document one note of a kind, and its last paragraph the mark of it."""
    xml = f'<w:{kind}s {nsdecls("w")}><w:{kind} w:id="1"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}></w:{kind}s>'
    content_type = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
    part = Part(PackURI(f"/word/{kind}s.xml"), content_type, xml.encode(), document.part.package)
    document.part.relate_to(part, f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}s")
    mark = parse_xml(f'<w:r {nsdecls("w")}><w:{kind}Reference w:id="1"/></w:r>')
    document.paragraphs[-1]._p.append(mark)


def test_endnotes_follow_the_paragraph_that_refers_to_them(tmp_path: Path) -> None:
    """Their marks are small Roman numbers, those of footnotes are not."""
    document = docx.Document()
    document.add_paragraph("Taksten stiger")
    with_notes(document, "footnote", "Fra 1. maj.")
    with_notes(document, "endnote", "Protokollen, punkt 4.")
    assert [(block.kind, block.text) for block in read(document, tmp_path / "a.docx")] == [
        (BlockKind.PARAGRAPH, "Taksten stiger"),
        (BlockKind.CAPTION, "Note 1: Fra 1. maj."),
        (BlockKind.CAPTION, "Note i: Protokollen, punkt 4."),
    ]


def test_a_text_box_is_read_once_though_the_file_holds_it_twice(tmp_path: Path) -> None:
    """Word keeps a copy for programs of the last century."""
    document = docx.Document()
    run = (
        f"<w:r {nsdecls('w')} {MC}><mc:AlternateContent><mc:Choice Requires='wps'>{BOX}</mc:Choice>"
        f"<mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    document.add_paragraph("Udvalget så broen.")._p.append(parse_xml(run))
    assert [block.text for block in read(document, tmp_path / "a.docx")] == ["Udvalget så broen.", "Broen er fra 1961."]


def test_hidden_words_are_not_read(tmp_path: Path) -> None:
    """What neither the screen nor the printer shows is no part of the minutes."""
    document = docx.Document()
    paragraph = document.add_paragraph("Godkendt.")
    paragraph.add_run(" Husk at spørge juristen.").font.hidden = True
    assert [block.text for block in read(document, tmp_path / "a.docx")] == ["Godkendt."]


def test_a_short_line_in_bold_is_a_heading_below_the_last(tmp_path: Path) -> None:
    """Templates without heading styles; a bold sentence is none, and a bold cell neither."""
    document = docx.Document()
    document.add_heading("Referat", 1)
    document.add_paragraph().add_run("2. Sygefravær").bold = True
    document.add_paragraph().add_run("Fristen er den 1. maj.").bold = True
    assert [(block.kind, block.level) for block in read(document, tmp_path / "a.docx")] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_lines_set_by_tabs_are_a_table(tmp_path: Path) -> None:
    """Two or more lines with as many tabs; one line alone stays a line."""
    document = docx.Document()
    for text in ("Kontor\tOktober\tNovember", "Løn\t3,1\t2,8", "Jura\t4,4\t7,0"):
        document.add_paragraph(text)
    document.add_paragraph("Sted:\tRådhuset")
    table, line = read(document, tmp_path / "a.docx")
    assert table.table is not None
    assert table.table.header_rows == 1
    assert [cell.text for cell in table.table.cells if cell.row == 2] == ["Jura", "4,4", "7,0"]
    assert line.text == "Sted: Rådhuset"


def test_a_header_that_the_file_does_not_mark_is_known_by_its_words(tmp_path: Path) -> None:
    """Plain cells under "Hvad", "Hvem", "Hvornår"."""
    document = docx.Document()
    table = document.add_table(rows=2, cols=3)
    for row, texts in zip(table.rows, (("Hvad", "Hvem", "Hvornår"), ("Plan", "Tina", "uge 3")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    (block,) = read(document, tmp_path / "a.docx")
    assert block.table is not None
    assert block.table.header_rows == 1


def test_tables_that_only_lay_out_the_page_are_read_once_however_deep_they_nest(tmp_path: Path) -> None:
    """Reading every cell below a table, and from each its own, would give the innermost words 2 ** 11 times."""
    nested = "<w:p><w:r><w:t>Inderst</w:t></w:r></w:p>"
    for level in range(12):
        nested = f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Lag {level}</w:t></w:r></w:p>{nested}<w:p/></w:tc></w:tr></w:tbl>"
    document = docx.Document()
    document.element.body.insert(0, parse_xml(nested.replace("<w:tbl>", f"<w:tbl {nsdecls('w')}>", 1)))
    assert [block.text for block in read(document, tmp_path / "a.docx")] == [
        *(f"Lag {level}" for level in range(11, -1, -1)),
        "Inderst",
    ]


def test_a_text_box_in_a_text_box_is_read_once(tmp_path: Path) -> None:
    """The inner box belongs to the paragraph of the outer box that holds it, and to no other."""
    inner = f"<w:r><w:pict>{BOX}</w:pict></w:r>"
    outer = f"<w:txbxContent><w:p><w:r><w:t>Vejen er fra 1950.</w:t></w:r>{inner}</w:p></w:txbxContent>"
    document = docx.Document()
    document.add_paragraph("Udvalget så på det.")._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:pict>{outer}</w:pict></w:r>"))
    assert [block.text for block in read(document, tmp_path / "a.docx")] == [
        "Udvalget så på det.",
        "Vejen er fra 1950.",
        "Broen er fra 1961.",
    ]


def test_rows_set_by_tabs_hold_no_hidden_words_and_keep_their_notes(tmp_path: Path) -> None:
    """What is hidden in a paragraph is hidden in a row of a table too."""
    document = docx.Document()
    document.add_paragraph("Kontor\tOktober\tNovember")
    document.add_paragraph("Løn\t3,1\t2,8").add_run(" spørg juristen").font.hidden = True
    with_notes(document, "footnote", "Foreløbigt tal.")
    table, note = read(document, tmp_path / "a.docx")
    assert table.table is not None
    assert [cell.text for cell in table.table.cells if cell.row == 1] == ["Løn", "3,1", "2,8"]
    assert note.text == "Note 1: Foreløbigt tal."


def test_a_row_that_a_tracked_change_deleted_is_not_read(tmp_path: Path) -> None:
    """Word keeps it until somebody accepts the change."""
    document = docx.Document()
    table = document.add_table(rows=3, cols=2)
    for row, texts in zip(table.rows, (("Bro", "Åben"), ("Mole", "Lukket"), ("Kaj", "Åben")), strict=True):
        row.cells[0].text, row.cells[1].text = texts
    deleted = parse_xml(f'<w:del {nsdecls("w")} w:id="9" w:author="x"/>')
    table.rows[1]._tr.get_or_add_trPr().append(deleted)
    assert "Mole" not in read(document, tmp_path / "a.docx")[0].text


def test_a_table_beside_a_label_is_read_as_a_table(tmp_path: Path) -> None:
    """A table of two columns that holds another lays out the page: labels head what stands beside them."""
    document = docx.Document()
    layout = document.add_table(rows=2, cols=2)
    layout.rows[0].cells[0].text, layout.rows[0].cells[1].text = "Punkt 1", "Kajen"
    layout.rows[1].cells[0].text = "Opgaver"
    inner = layout.rows[1].cells[1].add_table(rows=2, cols=2)
    for row, texts in zip(inner.rows, (("Hvad", "Hvem"), ("Male rækværk", "Ib")), strict=True):
        row.cells[0].text, row.cells[1].text = texts
    found = read(document, tmp_path / "a.docx")
    assert [(block.kind, block.text) for block in found[:2]] == [
        (BlockKind.HEADING, "Punkt 1 Kajen"),
        (BlockKind.HEADING, "Opgaver"),
    ]
    assert found[2].kind is BlockKind.TABLE
