"""What was filled in on a form or typed over a page is read where it stands."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfWriter
from pypdf.annotations import FreeText, Text
from reportlab.pdfgen.canvas import Canvas

from ingest.layout.blocks import blocks_of
from ingest.limits import Limits
from ingest.readers.pdf import PdfReader


def texts(path: Path) -> list[str]:
    """The texts of the blocks of a PDF."""
    return [block.text for block in blocks_of(PdfReader().read(path, Limits()).pages)]


def test_values_of_fields_stand_beside_their_labels_and_ticks_before_their_words(tmp_path: Path) -> None:
    """A box that is not ticked gives nothing, an empty field neither."""
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for y, label in ((740, "Forening:"), (710, "Beløb:"), (680, "Telefon:")):
        canvas.drawString(60, y, label)
    for x, ticked in ((60, True), (200, False)):
        canvas.acroForm.checkbox(name=f"box {x}", x=x, y=646, size=12, checked=ticked)
        canvas.drawString(x + 20, 650, "Gentaget" if ticked else "Første gang")
    for y, value in ((735, "Havnens Roklub"), (705, "12.500 kr."), (675, "")):
        canvas.acroForm.textfield(name=f"field {y}", x=150, y=y, width=200, height=18, value=value)
    canvas.save()
    assert texts(tmp_path / "a.pdf") == ["Forening: Havnens Roklub", "Beløb: 12.500 kr.", "Telefon:", "☒ Gentaget Første gang"]


def test_text_typed_over_a_page_is_read_and_sticky_notes_are_not(tmp_path: Path) -> None:
    """A stamp is seen by everybody; a note is a remark behind an icon."""
    canvas = Canvas(str(tmp_path / "plain.pdf"))
    canvas.drawString(60, 740, "Ansøgning om tilskud")
    canvas.save()
    writer = PdfWriter(clone_from=tmp_path / "plain.pdf")
    writer.add_annotation(0, FreeText(text="Modtaget 4. maj 2026", rect=(60, 600, 260, 620)))
    writer.add_annotation(0, Text(text="Skal vi svare?", rect=(300, 600, 320, 620)))
    writer.write(tmp_path / "a.pdf")
    assert texts(tmp_path / "a.pdf") == ["Ansøgning om tilskud", "Modtaget 4. maj 2026"]
