"""Slides, spreadsheets, OpenDocument, Markdown, CSV and e-mail."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import openpyxl
import pptx
import pytest
from odf import draw as odf_draw
from odf import opendocument
from odf import style as odf_style
from odf import table as odf_table
from odf import text as odf_text
from odf.element import Element
from pptx.util import Pt

from ingest.errors import EmptyDocument, UnreadableDocument
from ingest.limits import Limits
from ingest.protocols import Reader
from ingest.readers.csv import CsvReader
from ingest.readers.email import EmailReader
from ingest.readers.markdown import MarkdownReader
from ingest.readers.odt import OdtReader
from ingest.readers.pptx import PptxReader
from ingest.readers.xlsx import XlsxReader
from ingest.records import Block, BlockKind


def parts(reader: Reader, path: Path) -> list[tuple[str, str, int | None]]:
    """Kind ("line" for lines), text and page number of everything a reader finds."""
    return [
        (part.kind.value if isinstance(part, Block) else "line", part.text, page.number)
        for page in reader.read(path, Limits()).pages
        for part in page.content
    ]


def test_a_slide_is_a_page_with_its_title_points_table_and_notes(tmp_path: Path) -> None:
    """The title comes first, the notes last."""
    show = pptx.Presentation()
    slide = show.slides.add_slide(show.slide_layouts[1])
    slide.shapes.title.text = "Status på akutplanen"
    slide.placeholders[1].text_frame.text = "Første punkt"
    slide.placeholders[1].text_frame.add_paragraph().text = "Andet punkt"
    frame = slide.shapes.add_table(2, 2, Pt(10), Pt(400), Pt(200), Pt(50))
    for place, text in enumerate(("Opgave", "Drift", "Akutpleje", "Kommunen")):
        frame.table.cell(place // 2, place % 2).text = text
    slide.notes_slide.notes_text_frame.text = "Husk bilaget."
    show.slides.add_slide(show.slide_layouts[5]).shapes.title.text = "Tak"
    show.save(str(tmp_path / "a.pptx"))
    assert parts(PptxReader(), tmp_path / "a.pptx") == [
        ("heading", "Status på akutplanen", 1),
        ("list_item", "Første punkt", 1),
        ("list_item", "Andet punkt", 1),
        ("table", "Opgave | Drift\nAkutpleje | Kommunen", 1),
        ("paragraph", "Noter: Husk bilaget.", 1),
        ("heading", "Tak", 2),
    ]


def test_a_sheet_is_a_table_and_a_stray_cell_far_away_costs_nothing(tmp_path: Path) -> None:
    """Empty rows and columns are closed up; dates and decimals are written the Danish way."""
    from datetime import date

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Budget"
    sheet.append(["Post", "Beløb", "Dato"])
    sheet.append(["Drift", 1250.5, date(2025, 5, 1)])
    sheet["XFD1048576"] = "slut"
    book.save(tmp_path / "a.xlsx")
    assert parts(XlsxReader(), tmp_path / "a.xlsx") == [
        ("heading", "Budget", 1),
        ("table", "Post | Beløb | Dato\nDrift | 1250,5 | 01-05-2025\nslut", 1),
    ]


def test_an_odt_gives_headings_lists_tables_and_notes(tmp_path: Path) -> None:
    """A footnote is set apart from the sentence it belongs to."""
    document = opendocument.OpenDocumentText()
    document.text.addElement(odf_text.H(outlinelevel=2, text="Beslutning"))
    paragraph = odf_text.P(text="Planen blev vedtaget")
    note = odf_text.Note(noteclass="footnote")
    note.addElement(odf_text.NoteCitation(text="1"))
    body = odf_text.NoteBody()
    body.addElement(odf_text.P(text="Med to stemmer imod."))
    note.addElement(body)
    paragraph.addElement(note)
    paragraph.addText(" i maj.")
    document.text.addElement(paragraph)
    items = odf_text.List()
    item = odf_text.ListItem()
    item.addElement(odf_text.P(text="Et punkt"))
    items.addElement(item)
    document.text.addElement(items)
    grid = odf_table.Table()
    for texts in (("Opgave", "Ansvar"), ("Drift", "Kommunen")):
        row = odf_table.TableRow()
        for text in texts:
            cell = odf_table.TableCell()
            cell.addElement(odf_text.P(text=text))
            row.addElement(cell)
        grid.addElement(row)
    document.text.addElement(grid)
    document.save(str(tmp_path / "a.odt"))
    assert parts(OdtReader(), tmp_path / "a.odt") == [
        ("heading", "Beslutning", None),
        ("paragraph", "Planen blev vedtaget i maj.", None),
        ("caption", "Note 1: Med to stemmer imod.", None),
        ("list_item", "Et punkt", None),
        ("table", "Opgave | Ansvar\nDrift | Kommunen", None),
    ]


def test_markdown_gives_blocks_without_marks(tmp_path: Path) -> None:
    """Link targets and emphasis are not text; front matter is metadata."""
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntitel: Notat\n---\n# Formål\n\nRådet har **vedtaget** [planen](https://example.dk/a_(b)),\nog den gælder.\n\n"
        "- Et punkt\n  - Et *vigtigt* underpunkt\n1. Først\n\nØkonomi\n-------\n| Post | Kr. |\n|---|---|\n| Drift | 5 |\n",
        encoding="utf-8",
    )
    assert MarkdownReader().read(path, Limits()).metadata == {"title": "Notat"}
    assert parts(MarkdownReader(), path) == [
        ("heading", "Formål", None),
        ("paragraph", "Rådet har vedtaget planen, og den gælder.", None),
        ("list_item", "Et punkt", None),
        ("list_item", "Et vigtigt underpunkt", None),
        ("list_item", "1. Først", None),
        ("heading", "Økonomi", None),
        ("table", "Post | Kr.\nDrift | 5", None),
    ]


def test_csv_finds_its_separator(tmp_path: Path) -> None:
    """Danish Excel writes semicolons and Windows-1252."""
    path = tmp_path / "a.csv"
    path.write_bytes("Område;Beløb, kr.\nÆldre;1.200,5\n".encode("cp1252"))
    assert parts(CsvReader(), path) == [("table", "Område | Beløb, kr.\nÆldre | 1.200,5", None)]


def mail(path: Path, *, html: bool) -> Path:
    """Write an e-mail with an attachment."""
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = "Høringssvar om planen", "Anna Holm <anna@example.dk>", "raad@example.dk"
    message["Date"] = "Fri, 02 May 2025 10:00:00 +0200"
    if html:
        message.set_content("<p>Kære <b>råd</b></p><script>x()</script>", subtype="html")
    else:
        message.set_content("Kære råd\n\nVi støtter planen på Ærø.")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="svar.pdf")
    path.write_bytes(bytes(message))
    return path


def test_an_email_gives_subject_people_body_and_the_names_of_attachments(tmp_path: Path) -> None:
    """The attachment is named, not opened."""
    path = mail(tmp_path / "a.eml", html=False)
    found = parts(EmailReader(), path)
    assert found[0] == ("heading", "Høringssvar om planen", None)
    assert found[1][1].startswith("Fra: Anna Holm <anna@example.dk>\nTil: raad@example.dk")
    assert ("line", "Vi støtter planen på Ærø.", None) in found
    assert found[-1] == ("list_item", "Vedhæftet: svar.pdf", None)
    assert EmailReader().read(path, Limits()).metadata["created"] == "2025-05-02T10:00:00+02:00"


def test_an_email_with_only_html_is_read_without_its_scripts(tmp_path: Path) -> None:
    """Its body goes through the reader of web pages."""
    found = parts(EmailReader(), mail(tmp_path / "a.eml", html=True))
    assert ("paragraph", "Kære råd", None) in found
    assert not any("x()" in text for _, text, _ in found)


READERS = (PptxReader(), XlsxReader(), OdtReader(), MarkdownReader(), CsvReader(), EmailReader())


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: type(reader).__name__)
@pytest.mark.parametrize(
    "data", [b"", b"\x00" * 100, b"PK\x03\x04" + b"\xff" * 200, b"<a" * 1000], ids=["empty", "zeros", "zip", "tags"]
)
def test_rubbish_is_unreadable_or_text_and_never_another_error(reader: Reader, data: bytes, tmp_path: Path) -> None:
    """The contract of every reader: `UnreadableDocument` kinds, nothing else."""
    path = tmp_path / "a"
    path.write_bytes(data)
    try:
        pages = reader.read(path, Limits()).pages
    except UnreadableDocument:
        return
    assert all(part.kind in BlockKind for page in pages for part in page.content if isinstance(part, Block))


def test_an_empty_presentation_is_empty(tmp_path: Path) -> None:
    """It gets the status `no_text`."""
    pptx.Presentation().save(str(tmp_path / "a.pptx"))
    with pytest.raises(EmptyDocument):
        PptxReader().read(tmp_path / "a.pptx", Limits())


def test_an_attached_document_is_read_behind_the_message(tmp_path: Path) -> None:
    """Its name is a heading over its text; a broken one is named with a warning, and the message is read all the same."""
    message = EmailMessage()
    message["Subject"] = "Notat"
    message.set_content("Hermed notatet.")
    notes = "# Takster\n\nTaksten er 40 kr.\n"
    message.add_attachment(notes.encode(), maintype="text", subtype="markdown", filename="takster.md")
    message.add_attachment(b"%PDF-1.4 itu", maintype="application", subtype="pdf", filename="itu.pdf")
    (tmp_path / "a.eml").write_bytes(bytes(message))
    texts = [text for _, text, _ in parts(EmailReader(), tmp_path / "a.eml")]
    assert texts[-4:] == ["Vedhæftet: takster.md", "Takster", "Taksten er 40 kr.", "Vedhæftet: itu.pdf"]
    (warning,) = EmailReader().read(tmp_path / "a.eml", Limits()).warnings
    assert warning.startswith("the attachment itu.pdf: ")


def test_the_table_of_an_html_mail_is_not_flattened(tmp_path: Path) -> None:
    """The plain text beside it holds the same words without the columns."""
    message = EmailMessage()
    message.set_content("Punkt Ansvarlig Havn Lise")
    rows = "<tr><th>Punkt</th><th>Ansvarlig</th></tr><tr><td>Havn</td><td>Lise</td></tr>"
    message.add_alternative(f"<p>Kære alle</p><table>{rows}</table>", subtype="html")
    (tmp_path / "a.eml").write_bytes(bytes(message))
    assert parts(EmailReader(), tmp_path / "a.eml")[-1] == ("table", "Punkt | Ansvarlig\nHavn | Lise", None)


def test_an_odt_gives_the_marks_of_lists_its_title_and_boxes_but_no_hidden_words(tmp_path: Path) -> None:
    """Numbers come from the list's style; a box is read after the paragraph it is anchored in."""
    document = opendocument.OpenDocumentText()
    numbers = odf_text.ListStyle(name="L1")
    numbers.addElement(odf_text.ListLevelStyleNumber(level="1", numformat="1", numsuffix="."))
    hidden = odf_style.Style(name="H", family="text")
    hidden.addElement(odf_style.TextProperties(display="none"))
    document.automaticstyles.addElement(numbers)
    document.automaticstyles.addElement(hidden)
    document.text.addElement(odf_text.P(text="Notat", stylename=odf_style.Style(name="Title", family="paragraph")))
    points = odf_text.List(stylename="L1")
    for words in ("Grænsen flyttes", "Bussen kører"):
        item = odf_text.ListItem()
        item.addElement(odf_text.P(text=words))
        points.addElement(item)
    document.text.addElement(points)
    paragraph = odf_text.P(text="Prisen er opgjort.")
    paragraph.addElement(odf_text.Span(text=" Spørg juristen.", stylename=hidden))
    frame, box = odf_draw.Frame(), odf_draw.TextBox()
    box.addElement(odf_text.P(text="6,3 mio. kr."))
    frame.addElement(box)
    paragraph.addElement(frame)
    document.text.addElement(paragraph)
    document.styles.addElement(odf_style.Style(name="Title", family="paragraph"))
    document.save(str(tmp_path / "a.odt"))
    assert [text for _, text, _ in parts(OdtReader(), tmp_path / "a.odt")] == [
        "Notat",
        "1. Grænsen flyttes",
        "2. Bussen kører",
        "Prisen er opgjort.",
        "6,3 mio. kr.",
    ]


def framed(parent: Element, words: str) -> Element:
    """The paragraph in a box that is anchored in `parent`."""
    frame, box, paragraph = odf_draw.Frame(), odf_draw.TextBox(), odf_text.P(text=words)
    box.addElement(paragraph)
    frame.addElement(box)
    parent.addElement(frame)
    return paragraph


def test_boxes_of_an_odt_are_read_once_in_their_order_inside_each_other_and_on_the_page(tmp_path: Path) -> None:
    """Two boxes in an item of a list do not end the list."""
    document = opendocument.OpenDocumentText()
    numbers = odf_text.ListStyle(name="L1")
    numbers.addElement(odf_text.ListLevelStyleNumber(level="1", numformat="1", numsuffix="."))
    document.automaticstyles.addElement(numbers)
    framed(document.text, "Udkast")
    points = odf_text.List(stylename="L1")
    for words in ("Vejen", "Broen"):
        item, paragraph = odf_text.ListItem(), odf_text.P(text=words)
        item.addElement(paragraph)
        points.addElement(item)
        if words == "Vejen":
            framed(framed(paragraph, "asfalt"), "fra 2019")
            framed(paragraph, "cykelsti")
    document.text.addElement(points)
    document.save(str(tmp_path / "a.odt"))
    assert [text for _, text, _ in parts(OdtReader(), tmp_path / "a.odt")] == [
        "Udkast",
        "1. Vejen",
        "asfalt",
        "fra 2019",
        "cykelsti",
        "2. Broen",
    ]
