"""Bullets that are drawn as shapes, as browsers print them, open list items all the same."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from ingest.layout.blocks import blocks_of
from ingest.limits import Limits
from ingest.readers.pdf import PdfReader
from ingest.records import BlockKind


def test_a_drawn_dot_left_of_a_line_is_its_bullet_and_a_ring_opens_a_deeper_item(tmp_path: Path) -> None:
    """A filled circle, a ring further in, and a circle too large to be a bullet."""
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 760, "Der er aftalt tre ting om broerne i foråret.")
    canvas.circle(84, 744, 2, stroke=0, fill=1)
    canvas.drawString(94, 740, "Bro 1 repareres i april")
    canvas.circle(104, 728, 2, stroke=1, fill=0)
    canvas.drawString(114, 724, "Palle bestiller tømmer")
    canvas.circle(84, 690, 12, stroke=0, fill=1)
    canvas.drawString(104, 686, "Bro 2 er lukket.")
    canvas.save()
    blocks = blocks_of(PdfReader().read(tmp_path / "a.pdf", Limits()).pages)
    assert [(block.kind, block.level, block.text) for block in blocks][1:] == [
        (BlockKind.LIST_ITEM, 1, "• Bro 1 repareres i april"),
        (BlockKind.LIST_ITEM, 2, "◦ Palle bestiller tømmer"),
        (BlockKind.PARAGRAPH, 0, "Bro 2 er lukket."),
    ]
