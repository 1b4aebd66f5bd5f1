"""From the outline of minutes to stretches: head, contents, each item's head and each of its sections by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.minutes.items import section_text
from ingest.minutes.outline import ItemRun, Outline, is_closed
from ingest.minutes.section_names import folded
from ingest.minutes.sections import SectionRun
from ingest.passages.headings import stretches_by_headings
from ingest.passages.pack import FEWEST_WORDS, MOST_WORDS, word_count
from ingest.passages.stretch import Stretch
from ingest.records import Access, Block, BlockKind, SectionName

CONTENTS_WEIGHT = 0.1
LABEL_WEIGHT = 0.7  # "Sagsprocedure: Byrådet." and the like
LABEL_WORDS = 10
ITEM_HEAD_WEIGHT = 0.6  # the title is indexed with every passage of the item; its own passage answers only for the numbers


def stretches_of_minutes(outlined: Outline) -> Iterator[Stretch]:
    """Give the stretches of minutes in printed order."""
    if outlined.head:
        yield Stretch(blocks=outlined.head, whole=True)
    yield from _contents(outlined)
    for place, item in enumerate(outlined.items):
        path = (f"{item.number}. {item.title}",)
        short = _short_item(item, path, place)
        if short is not None:
            yield short
            continue
        if item.lines or not any(section_text(section) for section in item.sections):
            yield _of_head(item, path, place)
        for number, section in enumerate(item.sections):
            if section_text(section):
                yield from _of_section(section, number, path, item, place)
    if outlined.closing:
        yield Stretch(blocks=outlined.closing, whole=True)


def _of_head(item: ItemRun, path: tuple[str, ...], place: int) -> Stretch:
    """Title and numbers; a title by itself is a passage only where the item has nothing else."""
    return Stretch(
        blocks=(*item.title_blocks, *item.lines),
        heading_path=path,
        item=place,
        item_number=item.number,
        access=item.access,
        whole=True,
        weight=ITEM_HEAD_WEIGHT,
    )


def _contents(outlined: Outline) -> Iterator[Stretch]:
    """The contents in front; a line that names a closed item is closed like the item."""
    closed = [folded(item.title) for item in outlined.items if item.access is Access.CLOSED]
    hidden = tuple(block for block in outlined.contents if _names(block, closed))
    shown = tuple(block for block in outlined.contents if block not in hidden)
    if shown:
        yield Stretch(blocks=shown, weight=CONTENTS_WEIGHT)
    if hidden:
        yield Stretch(blocks=hidden, weight=CONTENTS_WEIGHT, access=Access.CLOSED)


def _names(block: Block, titles: list[str]) -> bool:
    line = folded(block.text)
    return is_closed(block.text) or any(
        title in line or (len(line) > 20 and re.sub(r"^\W*\d*\W*", "", line) in title) for title in titles
    )


def _short_item(item: ItemRun, path: tuple[str, ...], place: int) -> Stretch | None:
    """An item of a few words and one section is one stretch: three words by themselves are not found again."""
    filled = [(number, section) for number, section in enumerate(item.sections) if section_text(section)]
    if len(filled) != 1:
        return None
    number, section = filled[0]
    heading = (replace(section.blocks[0], text=section.heading, kind=BlockKind.PARAGRAPH, boxes=()),) if section.heading else ()
    blocks = (*item.title_blocks, *item.lines, *heading, *section.blocks)
    if any(block.table is not None for block in blocks) or sum(word_count(block.text) for block in blocks) > FEWEST_WORDS:
        return None
    return Stretch(
        blocks=blocks,
        heading_path=path,
        item=place,
        item_number=item.number,
        section=section.name or SectionName.OTHER,
        section_place=number,
        access=item.access,
        whole=True,
    )


def _of_section(section: SectionRun, number: int, path: tuple[str, ...], item: ItemRun, place: int) -> Iterator[Stretch]:
    path = (*path, section.heading) if section.heading else path
    words = sum(word_count(block.text) for block in section.blocks)
    short = words <= MOST_WORDS
    is_label = words < LABEL_WORDS and section.name in (SectionName.OTHER, None)
    parts = (
        ((section.blocks, ()),)
        if short
        else tuple((each.blocks, each.heading_path) for each in stretches_by_headings(section.blocks))
    )
    for blocks, below in parts:
        yield Stretch(
            blocks=blocks,
            heading_path=(*path, *below),
            item=place,
            item_number=item.number,
            section=section.name or SectionName.OTHER,
            section_place=number,
            access=item.access,
            whole=section.name is SectionName.DECISION,
            weight=LABEL_WEIGHT if is_label else 1.0,
        )
