"""Cases below a group of cases: "3. Sager til beslutning" with "3.1 Rammeaftale" and "3.2 Udpegninger", each an item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.minutes.item_heads import ItemHead
from ingest.minutes.section_heads import section_head
from ingest.records import Block, BlockKind

_FEWEST = 2
_LONGEST_TITLE = 25  # words
_SUB = re.compile(
    r"^(?:(?:punkt|pkt\.?|sag|item)\s*)?(?P<number>(?P<major>\d{1,3})\.(?P<minor>\d{1,2}))\.?(?![\d.,/%])\s*[:–-]?\s*(?P<title>[\"”«]?[A-ZÆØÅ].{2,300})$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """The heads of all items, and which blocks only name a group: place of the group's heading → place of its first item."""

    heads: tuple[ItemHead, ...]
    groups: dict[int, int]


def with_sub_items(heads: Sequence[ItemHead], blocks: Sequence[Block], telling: Sequence[int]) -> Parted:
    """Part groups into their items, where the sections of minutes stand below "3.1" and no text stands below "3" itself.

    `telling` are the places of headings that only items have ("Beslutning", "Indstilling", …).
    """
    ends = [*(head.place for head in heads[1:]), len(blocks)][: len(heads)]
    below = [tuple(_below(head, end, blocks)) for head, end in zip(heads, ends, strict=True)]
    empty = [bool(subs) and _is_empty(head, subs[0], blocks) for head, subs in zip(heads, below, strict=True)]
    found = [each for subs, end, is_group in zip(below, ends, empty, strict=True) if is_group for each in _ended(subs, end)]
    decided = sum(any(sub.place < place < end for place in telling) for sub, end in found)
    if len(found) < _FEWEST or 3 * decided < len(found):
        return Parted(heads=tuple(heads), groups={})
    parted: list[ItemHead] = []
    groups: dict[int, int] = {}
    for head, subs, is_group in zip(heads, below, empty, strict=True):
        parted.extend(subs if is_group else (head,))
        if is_group:
            groups[head.place] = subs[0].place
    return Parted(heads=tuple(parted), groups=groups)


def _ended(subs: Sequence[ItemHead], end: int) -> Iterator[tuple[ItemHead, int]]:
    return zip(subs, [*(sub.place for sub in subs[1:]), end], strict=True)


def _below(head: ItemHead, end: int, blocks: Sequence[Block]) -> Iterator[ItemHead]:
    """The headings "3.1", "3.2", … counted on from 1 below the item with the number 3."""
    expected = 1
    for place in range(head.place + 1, end):
        block = blocks[place]
        match = _SUB.match(block.text.replace("*", "").strip()) if block.table is None else None
        if match is None or int(match["major"]) != head.order[0] or int(match["minor"]) != expected:
            continue
        if block.kind is not BlockKind.HEADING and (len(match["title"].split()) > _LONGEST_TITLE or match["title"][-1] in ".,;:"):
            continue
        yield ItemHead(
            style=head.style,
            place=place,
            number=match["number"],
            order=(head.order[0], f".{expected:02}"),
            title=match["title"].strip(),
        )
        expected += 1


def _is_empty(head: ItemHead, first: ItemHead, blocks: Sequence[Block]) -> bool:
    """Whether nothing but headings stands between a group and its first item, and none of a section."""
    between = blocks[head.place + 1 : first.place]
    return all(block.kind is BlockKind.HEADING and section_head(block) is None for block in between)
