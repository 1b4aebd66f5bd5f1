"""The sections of an agenda item: its blocks sorted under the headings that stand among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.minutes.case_numbers import is_head_line
from ingest.minutes.item_heads import ItemHead, item_heads
from ingest.minutes.section_heads import SectionHead, proposes, section_head
from ingest.minutes.section_names import ACTIONS, folded
from ingest.records import Block, SectionName


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRun:
    """A section as printed: `name` is None for text without a heading, `of` the body and day a decision's heading names."""

    name: SectionName | None
    heading: str
    blocks: tuple[Block, ...]
    of: str = ""


@dataclass(slots=True, kw_only=True)
class _Open:
    name: SectionName | None
    heading: str = ""
    of: str = ""
    blocks: list[Block] = field(default_factory=list)


def sections_of(head: ItemHead, blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[SectionRun, ...]]:
    """Part the blocks below an item's title into the lines of its head and its sections.

    A second printing of the same head ("3 (Åben) …" below "Punkt 3: …") belongs to the head, whatever stands between.
    """
    head_lines: list[Block] = []
    sections: list[_Open] = []
    in_head = True
    has_recommendation = any(
        found is not None and found.name is SectionName.RECOMMENDATION for found in (section_head(block) for block in blocks)
    )
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        found = section_head(block)
        if found is not None and _names_decider(found, sections):
            sections[-1] = _Open(name=found.name, heading=found.heading, of=found.of, blocks=[found.rest] if found.rest else [])
        elif found is None and _repeats(head, block):
            head_lines.append(block)
            in_head = True
        elif found is not None and not _stays(
            found, sections, following, in_head=in_head, labelled=block.text.rstrip().endswith(":")
        ):
            _open(found, sections)
            in_head = False
        elif in_head and _is_head_line(block, following):
            head_lines.append(block)
        elif not has_recommendation and proposes(block) and (in_head or sections[-1].name is not SectionName.DECISION):
            sections.append(_Open(name=SectionName.RECOMMENDATION, blocks=[block]))
            in_head = False
        else:
            if in_head:
                sections.append(_Open(name=None))
                in_head = False
            sections[-1].blocks.append(block)
    return tuple(head_lines), tuple(
        SectionRun(name=each.name, heading=each.heading, of=each.of, blocks=tuple(each.blocks)) for each in sections
    )


def _names_decider(found: SectionHead, sections: Sequence[_Open]) -> bool:
    """Tell the line below the heading "Beslutning" that says who decided and when: "Byrådet, 26. maj 2026, pkt. 2:"."""
    current = sections[-1] if sections else None
    return (
        found.name is SectionName.DECISION
        and bool(found.of)
        and current is not None
        and (current.name is SectionName.DECISION and not current.blocks and not current.of)
    )


def _open(found: SectionHead, sections: list[_Open]) -> None:
    rest = [] if found.rest is None else [found.rest]
    sections.append(_Open(name=found.name, heading=found.heading, of=found.of, blocks=rest))


def _stays(found: SectionHead, sections: list[_Open], following: Block | None, *, in_head: bool, labelled: bool) -> bool:
    """Tell whether what looks like a heading is text of the section it stands in."""
    if in_head or not sections:
        return False
    current = sections[-1]
    if folded(found.heading) in ACTIONS:
        return current.name not in (SectionName.DECISION, SectionName.OTHER, SectionName.NEXT_STEPS, None)
    if found.name is SectionName.ABSENT and current.name is SectionName.EARLIER_DECISIONS:
        return True  # they were absent when the other body met
    if found.name is SectionName.ABSENT and found.rest is not None and current.name in (SectionName.DECISION, None):
        # The absentees of an item are printed at the foot of its decision; without a decision they are all there is.
        return bool(current.blocks) or (following is not None and section_head(following) is None)
    if found.name is SectionName.ABSENT and current.name is SectionName.DECISION and current.blocks and labelled:
        return True  # "Ikke til stede:" with the names below it
    return (
        found.name is current.name
        and not current.blocks
        and folded(found.heading) != folded(current.heading)
        and found.rest is None
    )


def _repeats(head: ItemHead, block: Block) -> bool:
    return any(
        again.style is not head.style and again.order == head.order and _alike(again.title, head.title)
        for again in item_heads((block,))
    )


def _alike(one: str, other: str) -> bool:
    one, other = folded(one), folded(other)
    return bool(one and other) and (one.startswith(other[:40]) or other.startswith(one[:40]))


def _is_head_line(block: Block, following: Block | None) -> bool:
    if is_head_line(block.text):
        return True
    if block.table is not None or len(block.text.split()) > 8 or block.text.rstrip().endswith((".", ":", ";", "?", "!")):
        return False
    return following is not None and (is_head_line(following.text) or section_head(following) is not None)
