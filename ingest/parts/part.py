"""Parts: the documents of a file, each with its blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ingest.minutes.bodies import TITLE_OF_MEETING
from ingest.parts.starts import Start, starts
from ingest.records import Block

FEWEST_STRONG = 2  # so many unmistakable starts make a file a bundle, and let titles count as starts
FEWEST_WORDS = 40
_DAY_BEFORE = re.compile(r"^\d{2}[-./]\d{2}[-./]\d{4}\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The blocks of one document, in printed order. `title` and `date` are those its first lines show, where they do."""

    blocks: tuple[Block, ...]
    title: str | None = None
    date: date | None = None


def parts_of(blocks: Sequence[Block], *, is_meeting: bool) -> tuple[Part, ...]:
    """Find the documents in a file; one part where no safe start of another is seen. Every block is in exactly one part.

    In minutes (`is_meeting`), whose items quote other documents, only the start of other minutes counts, or a page that begins
    like a document.
    """
    found = _settled(
        [each for each in starts(blocks) if not is_meeting or each.page_head or _is_meeting(blocks[each.title_place])], blocks
    )
    if not found:
        return (Part(blocks=tuple(blocks)),)
    ends = [*(each.place for each in found[1:]), len(blocks)]
    others = (
        Part(blocks=tuple(blocks[each.place : end]), title=_title(blocks[each.title_place].text), date=each.date)
        for each, end in zip(found, ends, strict=True)
    )
    return (Part(blocks=tuple(blocks[: found[0].place])), *others)


def _is_meeting(block: Block) -> bool:
    return TITLE_OF_MEETING.match(block.text) is not None


def _settled(found: Sequence[Start], blocks: Sequence[Block]) -> list[Start]:
    is_bundle = sum(not each.weak for each in found) >= FEWEST_STRONG
    kept: list[Start] = []
    last = 0
    for each in found:
        words = sum(len(block.text.split()) for block in blocks[last : each.place])
        if (each.weak and not is_bundle) or words < FEWEST_WORDS:
            continue
        kept.append(each)
        last = each.place
    return kept


def _title(text: str) -> str:
    line = text.replace("*", "").replace("#", "").strip().split("\n")[0]
    for label in ("overskrift:", "emne:", "subject:"):
        if line.lower().startswith(label):
            line = line[len(label) :]
    return _DAY_BEFORE.sub("", " ".join(line.split()))
