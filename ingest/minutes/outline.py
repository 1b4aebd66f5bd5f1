"""The outline of minutes: head, contents, and items with their sections, as runs of blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.minutes.chosen_heads import HEADS_THE_LIST, chosen_heads, telling_places
from ingest.minutes.item_heads import ItemHead
from ingest.minutes.labels import labelled
from ingest.minutes.sections import SectionRun, sections_of
from ingest.minutes.sub_items import with_sub_items
from ingest.minutes.titles import whole_title
from ingest.records import Access, Block, BlockKind, Person

_GROUP = re.compile(
    r"^\W*(?P<word>lukkede?|lukket|fortrolige?|åbne?|åben|åbent|closed|open)\s+(?:dagsorden(?:spunkter)?|punkter|del|møde|sager|items|session)\W*$",
    re.IGNORECASE,
)
_PAGE_LINE = re.compile(r"^[^\n.:;]{0,50}?\b(?:Side|Page)\s?\d{1,3}(?:\s?(?:af|of|/)\s?\d{1,3})?\s*$|^\d{1,3}\s?/\s?\d{1,3}$")
"""The foot of a page that the layout did not know as one, in the middle of a decision."""
_CLOSES = re.compile(
    r"^\W*(?:mødet\s(?:blev\s)?(?:sluttede|slut|afsluttet|hævet|hævedes)|næste\s(?:\w+\s)?(?:\w*møde|generalforsamling)\b|(?:vi\s)?(?:ses|mødes)"
    r"\sigen|the meeting (?:ended|closed|was adjourned)|next meeting)\b(?=.)",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"^\W*(?:(?:punkt|pkt|sag)\W*)?(?:\d+\W*)?(?:lukket|lukkede?|fortroligt?|closed|confidential)\b|\((?:lukket|lukkede?|fortroligt?|closed)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRun:
    """An item: number and title as printed, the blocks of its title, the lines below it (case number, …), and its sections."""

    number: str
    title: str
    title_blocks: tuple[Block, ...]
    lines: tuple[Block, ...]
    sections: tuple[SectionRun, ...]
    access: Access
    absent: tuple[Person, ...] = ()  # from this item only, told elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Minutes or an agenda taken apart; every block but the headings of sections stands in exactly one of the four."""

    head: tuple[Block, ...]
    contents: tuple[Block, ...]
    items: tuple[ItemRun, ...]
    closing: tuple[Block, ...] = ()  # below the last item: when the meeting ended, when the next one is


def outline(blocks: Sequence[Block], *, is_meeting: bool, is_agenda: bool = False) -> Outline | None:
    """Take minutes apart; None where the blocks hold no agenda items. See `chosen_heads` for `is_meeting` and `is_agenda`."""
    blocks = [block for block in blocks if not _PAGE_LINE.match(block.text)]
    heads = chosen_heads(blocks, is_meeting=is_meeting, is_agenda=is_agenda)
    if not heads:
        return None
    head, contents = _front(blocks[: heads[0].place])
    parted = with_sub_items(heads, blocks, telling_places(blocks))
    heads, named = parted.heads, {first: blocks[place] for place, first in parted.groups.items()}
    titles = tuple(re.sub(r"^\W*(?:punkt\s*)?\d+\s*[:.)]\s*|[.\s…]*\d*\s*$", "", block.text) for block in contents)
    closing = _closing(blocks, heads[-1].place)
    ends = [each.place for each in heads[1:]] + [len(blocks) - len(closing)]
    items: list[ItemRun] = []
    group = _group_access((*head, *contents), Access.OPEN)
    for each, end in zip(heads, ends, strict=True):
        run = blocks[each.place : end]
        own = [block for at, block in enumerate(run, each.place) if at not in parted.groups and not _GROUP.match(block.text)]
        item = _item(each, own, titles, group)
        items.append(replace(item, lines=(*item.lines, named[each.place])) if each.place in named else item)
        group = _group_access(run, group)
    return Outline(head=head, contents=contents, items=tuple(items), closing=closing)


def _closing(blocks: Sequence[Block], last: int) -> tuple[Block, ...]:
    """The last lines of the paper that close the meeting and not its last item, which may be seen by few only."""
    start = len(blocks)
    while start > last + 1 and blocks[start - 1].table is None and _CLOSES.match(blocks[start - 1].text):
        start -= 1
    return tuple(blocks[start:])


def is_closed(text: str) -> bool:
    """Tell whether a title or head line says that its item is closed: "Lukket: …", "(Lukket)", "Fortroligt"."""
    return _CLOSED.search(text) is not None


def _front(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    for place, block in enumerate(blocks):
        if HEADS_THE_LIST.match(block.text) and place > 0 and not _is_paper(blocks, place):
            return tuple(blocks[:place]), tuple(blocks[place:])
    head = tuple(block for block in blocks if block.kind is not BlockKind.CONTENTS)
    return head, tuple(block for block in blocks if block.kind is BlockKind.CONTENTS)


def _is_paper(blocks: Sequence[Block], place: int) -> bool:
    """Tell the word "Dagsorden" that says what the paper is, with the fields of the meeting below it."""
    below = [labelled(block.text) for block in blocks[place + 1 : place + 4] if block.table is None]
    return any(each is not None and each.value and each.field != "other" for each in below)


def _group_access(blocks: Iterable[Block], before: Access) -> Access:
    for block in blocks:
        match = _GROUP.match(block.text)
        if match:
            before = Access.OPEN if match["word"].lower().startswith(("åb", "op")) else Access.CLOSED
    return before


def _item(head: ItemHead, blocks: Sequence[Block], contents: Sequence[str], group: Access) -> ItemRun:
    title = whole_title(head.title, blocks, contents)
    lines, sections = sections_of(head, blocks[title.block_count :])
    title_blocks = tuple(blocks[: title.block_count])
    closed = group is Access.CLOSED or any(is_closed(text) for text in (title.text, *(b.text for b in (*title_blocks, *lines))))
    return ItemRun(
        number=head.number,
        title=title.text,
        title_blocks=title_blocks,
        lines=lines,
        sections=sections,
        access=Access.CLOSED if closed else Access.OPEN,
    )
