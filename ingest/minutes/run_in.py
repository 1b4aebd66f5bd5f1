"""Titles and labels that stand in the line of their text: "2. Sommerfest. Vi blev enige om …", "… fire bud. Beslutning: Ja."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.dates.find import find_dates
from ingest.minutes.section_heads import section_head
from ingest.records import Block, BlockKind

_FEWEST_TITLES = 3
_TITLED = re.compile(
    r"^(?P<number>\d{1,2})[.)]\s+(?P<title>[A-ZÆØÅ][^.:!?\n]{1,70}?)[.:]\s+(?P<text>[A-ZÆØÅ”\"»«\d].*)$", re.DOTALL
)
_INSIDE = re.compile(
    r"(?<=[.!?)»”\"])\s+(?=(?:Beslutning|BESLUTNING|Konklusion|KONKLUSION|Besluttet|Aftale|AFTALE|Aftalt|AFTALT|Vedtaget|Afgørelse|Decision|Conclusion"
    r"|Agreed|Resolved)\s?:\s*\S)"
)
_POINT_PREFIX = re.compile(r"^\d{1,2}[.)]\s")


def run_in_apart(blocks: Sequence[Block], *, is_meeting: bool) -> tuple[Block, ...]:
    """Set titles of items and labels of decisions that run on into their text as blocks of their own, in minutes only."""
    if not is_meeting:
        return tuple(blocks)
    titled = _titled_places(blocks)
    opened = (each for place, block in enumerate(blocks) for each in (_title_apart(block) if place in titled else (block,)))
    return tuple(part for block in opened for part in _labels_apart(block))


def _titled_places(blocks: Sequence[Block]) -> frozenset[int]:
    """Where numbered paragraphs open with a title, counting on from 1; none where sections have headings of their own."""
    if any(block.table is None and (head := section_head(block)) is not None and head.rest is None for block in blocks):
        return frozenset()
    places: list[int] = []
    for place, block in enumerate(blocks):
        match = _TITLED.match(block.text) if _is_text(block) else None
        if match is not None and int(match["number"]) == len(places) + 1 and not _opens_with_date(block.text):
            places.append(place)
    return frozenset(places) if len(places) >= _FEWEST_TITLES else frozenset()


def _is_text(block: Block) -> bool:
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and block.table is None


def _opens_with_date(text: str) -> bool:
    return any(found.char_start == 0 for found in find_dates(text[:40]))


def _title_apart(block: Block) -> Iterator[Block]:
    match = _TITLED.match(block.text)
    if match is None:  # pragma: no cover  # places come from the same pattern
        yield block
        return
    yield replace(block, kind=BlockKind.HEADING, level=2, text=block.text[: match.end("title")])
    yield replace(block, kind=BlockKind.PARAGRAPH, level=0, text=match["text"])


def _labels_apart(block: Block) -> Iterator[Block]:
    if not _is_text(block) or _POINT_PREFIX.match(block.text) or _INSIDE.search(block.text) is None:
        yield block
        return
    for part in _INSIDE.split(block.text):
        yield replace(block, text=part)
