"""Packing: the blocks of a stretch become passages of about 40 to 200 words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.passages.draft import Draft
from ingest.passages.flattened import row_openers
from ingest.passages.sentences import pieces_of
from ingest.passages.stretch import Stretch
from ingest.passages.tables import table_drafts
from ingest.records import Block, BlockKind, Box

FEWEST_WORDS = 40
FULL_WORDS = 120  # a passage that has this many takes no more
MOST_WORDS = 200
_LONGEST_QUESTION = 25
_PARAGRAPH = re.compile(r"^§\s*\d+\s?[a-z]?\.")
_LONGEST_TABLE_LEAD = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """Blocks that stay together: a sentence that ends in a colon with the first points of its list. `lead` is that sentence.

    `opens` marks a question, a paragraph of a law or a row of a table that lost its columns: with it a passage begins, if the
    one before is long enough. What follows a `row` stays with it as far as there is room.
    """

    blocks: tuple[Block, ...]
    words: int
    lead: str = ""
    opens: bool = False
    row: bool = False


def word_count(text: str) -> int:
    """Count the words of a text as white space separates them."""
    return len(text.split())


def pack(stretch: Stretch) -> Iterator[Draft]:
    """Cut a stretch into drafts, in order; every word of its blocks stands in exactly one draft."""
    prose: list[Block] = []
    for block in stretch.blocks:
        if block.table is None:
            prose.append(block)
            continue
        lead = prose.pop() if prose and _leads_in(prose[-1]) else None
        yield from _pack_prose(prose, stretch)
        prose = []
        yield from table_drafts(block, stretch, lead)
    yield from _pack_prose(prose, stretch)


def _leads_in(block: Block) -> bool:
    """A caption, or a short line that ends in a colon, belongs to the table below it."""
    short = word_count(block.text) <= _LONGEST_TABLE_LEAD
    return (
        short and (block.kind is BlockKind.CAPTION or block.text.rstrip().endswith(":")) and block.kind is not BlockKind.LIST_ITEM
    )


def _pack_prose(blocks: Sequence[Block], stretch: Stretch) -> Iterator[Draft]:
    groups: list[list[_Unit]] = []
    for unit in _units(blocks):
        have = sum(each.words for each in groups[-1]) if groups else 0
        full = MOST_WORDS if stretch.whole or (groups and groups[-1][0].row) else FULL_WORDS
        if groups and unit.opens and have >= FEWEST_WORDS:
            groups.append([unit])
        elif groups and have + unit.words <= MOST_WORDS and (have < full or (unit.lead and _same_list(groups[-1][-1], unit))):
            groups[-1].append(unit)
        else:
            groups.append([unit])
    for group in _tail_joined(groups):
        lead = group[0].lead if group[0].lead and group[0].blocks[0].text != group[0].lead else ""
        yield _draft([block for unit in group for block in unit.blocks], stretch, lead)


def _same_list(above: _Unit, unit: _Unit) -> bool:
    return above.lead == unit.lead


def _tail_joined(groups: list[list[_Unit]]) -> list[list[_Unit]]:
    """A last group too short to stand alone joins the one before it, as far as that has room."""
    if len(groups) > 1 and sum(unit.words for unit in groups[-1]) < FEWEST_WORDS:
        words = sum(unit.words for unit in (*groups[-2], *groups[-1]))
        if words <= MOST_WORDS:
            groups[-2:] = [[*groups[-2], *groups[-1]]]
    return groups


def _units(blocks: Sequence[Block]) -> Iterator[_Unit]:
    """Group blocks that must not be parted, each within `MOST_WORDS`."""
    waiting: list[Block] = []
    lead, row = "", False
    rows = row_openers(blocks)
    for place, block in enumerate(blocks):
        is_point = block.kind is BlockKind.LIST_ITEM
        if not is_point:
            lead = ""
        opens = place in rows or (not is_point and _opens(block.text))
        if opens and waiting:
            yield _unit(waiting, "", row=row)
            waiting = []
        row = place in rows or (row and bool(waiting))
        for piece in pieces_of(block, MOST_WORDS):
            if waiting and _words(waiting) + word_count(piece.text) > MOST_WORDS:
                yield _unit(waiting, lead, row=row)
                waiting = []
            waiting.append(piece)
        if block.text.rstrip().endswith(":") and not is_point:
            lead = block.text
        elif waiting and not (opens and block.text.endswith("?")):
            yield _unit(waiting, lead, row=row)
            waiting = []
    if waiting:
        yield _unit(waiting, lead, row=row)


def _unit(blocks: Sequence[Block], lead: str, *, row: bool) -> _Unit:
    return _Unit(blocks=tuple(blocks), words=_words(blocks), lead=lead, opens=row or _opens(blocks[0].text), row=row)


def _opens(text: str) -> bool:
    """A paragraph of a law ("§ 4. …"), or a question that the text below it answers."""
    return _PARAGRAPH.match(text) is not None or (
        text.endswith("?") and len(text.split()) <= _LONGEST_QUESTION and text[:1].isupper()
    )


def _words(blocks: Sequence[Block]) -> int:
    return sum(word_count(block.text) for block in blocks)


def _draft(blocks: Sequence[Block], stretch: Stretch, lead: str) -> Draft:
    kinds = {block.kind for block in blocks}
    return Draft(
        text="\n".join(block.text for block in blocks),
        stretch=stretch,
        boxes=tuple(box for block in blocks for box in block.boxes),
        pages=tuple(sorted({page for block in blocks for page in _pages(block)})),
        kind=kinds.pop() if len(kinds) == 1 else BlockKind.PARAGRAPH,
        lead=(lead,) if lead else (),
    )


def _pages(block: Block) -> set[int]:
    boxes: tuple[Box, ...] = block.boxes
    pages = {box.page_number for box in boxes}
    return pages or ({block.page_number} if block.page_number is not None else set())
