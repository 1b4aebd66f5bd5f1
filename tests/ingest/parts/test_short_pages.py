"""Upright pages with little text are no slides."""

from __future__ import annotations

from ingest.parts.slides import are_slides
from ingest.records import Block, BlockKind, Box


def _block(x1: float, bottom: float) -> Block:
    box = Box(page_number=1, x0=57.0, top=57.0, x1=x1, bottom=bottom)
    return Block(kind=BlockKind.PARAGRAPH, text="Notat om herberger", page_number=1, boxes=(box,))


def test_a_note_that_fills_the_top_of_an_upright_page_is_no_slide() -> None:
    """Its text ends 530 points from the left, as on A4, and 300 from the top."""
    assert not are_slides([_block(530.0, 300.0)])


def test_text_farther_out_than_upright_paper_is_a_slide() -> None:
    """900 points from the left and 500 from the top."""
    assert are_slides([_block(900.0, 500.0)])
