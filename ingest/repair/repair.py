"""The repairs of one file, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.records import Block, Line, Page, Repair
from ingest.repair.block_drafts import BlockDraft, block_drafts
from ingest.repair.bullets import mark_bare_bullets
from ingest.repair.characters import mend_characters
from ingest.repair.draft import DraftLine, RepairLog
from ingest.repair.duplicates import drop_repeated_lines
from ingest.repair.footnotes import drop_footnote_marks
from ingest.repair.glyphs import decode_glyphs
from ingest.repair.hyphens import join_line_breaks
from ingest.repair.inner_hyphens import join_inner_hyphens
from ingest.repair.letter_spacing import close_up, has_lone_letters
from ingest.repair.run_together import split_run_together
from ingest.repair.stacked import join_stacked_numbers
from ingest.repair.urls import join_web_addresses
from ingest.repair.vocabulary import Vocabulary


def repair_pages(pages: Sequence[Page]) -> tuple[tuple[Page, ...], tuple[Repair, ...]]:
    """The pages with their faults mended, and what was changed, in page order.

    Lines whose whole text moved up to the line before, or that were printed twice, are left out.
    """
    log = RepairLog()
    lines = {
        (number, place): DraftLine(text=part.text, page=number, page_number=page.number, positioned=part.box is not None)
        for number, page in enumerate(pages)
        for place, part in enumerate(page.content)
        if isinstance(part, Line)
    }
    blocks = block_drafts(tuple(pages))
    _repair(list(lines.values()), list(blocks.values()), log)
    repaired = tuple(replace(page, content=tuple(_content(number, page, lines, blocks))) for number, page in enumerate(pages))
    return repaired, log.finished()


def _repair(lines: list[DraftLine], blocks: Sequence[BlockDraft], log: RepairLog) -> None:
    """All steps over all text. Letters are decoded before white space is touched; words are known before hyphens are judged."""
    stretches = [lines, *(stretch for block in blocks for stretch in block.stretches())]
    for stretch in stretches:
        decode_glyphs(stretch, log)
        mend_characters(stretch, log)
    words = Vocabulary(line.text for stretch in stretches for line in stretch if not has_lone_letters(line.text))
    mark_bare_bullets(lines, log)
    drop_repeated_lines(lines, log)
    for block in blocks:
        for cell in block.cells:
            join_stacked_numbers(cell, log)
    for stretch in stretches:
        close_up(stretch, words, log)
        split_run_together(stretch, words, log)
        join_web_addresses(stretch, words, log)
        join_line_breaks(stretch, words, log)
        join_inner_hyphens(stretch, words, log)
        drop_footnote_marks(stretch, words, log)


def _content(
    number: int, page: Page, lines: dict[tuple[int, int], DraftLine], blocks: dict[tuple[int, int], BlockDraft]
) -> Iterator[Line | Block]:
    for place, part in enumerate(page.content):
        if isinstance(part, Block):
            yield blocks[number, place].rebuilt()
        elif not (draft := lines[number, place]).dropped:
            yield part if draft.text == part.text else replace(part, text=draft.text)
