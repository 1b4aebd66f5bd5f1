"""Packing: the blocks of a stretch become passages of about 40 to 200 words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.passages.draft import Draft
from ingest.passages.sentences import pieces_of
from ingest.passages.stretch import Stretch
from ingest.passages.tables import table_drafts
from ingest.records import Block, BlockKind, Box

FEWEST_WORDS = 40
FULL_WORDS = 120  # a passage that has this many takes no more
MOST_WORDS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """Blocks that stay together: a sentence that ends in a colon with the first points of its list. `lead` is that sentence."""

    blocks: tuple[Block, ...]
    words: int
    lead: str = ""


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
        yield from _pack_prose(prose, stretch)
        prose = []
        yield from table_drafts(block, stretch)
    yield from _pack_prose(prose, stretch)


def _pack_prose(blocks: Sequence[Block], stretch: Stretch) -> Iterator[Draft]:
    full = MOST_WORDS if stretch.whole else FULL_WORDS
    groups: list[list[_Unit]] = []
    for unit in _units(blocks):
        have = sum(each.words for each in groups[-1]) if groups else 0
        if groups and have + unit.words <= MOST_WORDS and (have < full or (unit.lead and _same_list(groups[-1][-1], unit))):
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
    lead = ""
    for block in blocks:
        is_point = block.kind is BlockKind.LIST_ITEM
        if not is_point:
            lead = ""
        for piece in pieces_of(block, MOST_WORDS):
            if waiting and _words(waiting) + word_count(piece.text) > MOST_WORDS:
                yield _Unit(blocks=tuple(waiting), words=_words(waiting), lead=lead)
                waiting = []
            waiting.append(piece)
        if block.text.rstrip().endswith(":") and not is_point:
            lead = block.text
        elif waiting:
            yield _Unit(blocks=tuple(waiting), words=_words(waiting), lead=lead)
            waiting = []
    if waiting:
        yield _Unit(blocks=tuple(waiting), words=_words(waiting), lead=lead)


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
