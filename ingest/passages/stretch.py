"""A stretch: blocks that may share passages. Passages never reach over the end of a stretch."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.records import Access, Block, SectionName


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Blocks under one heading, or one section of one agenda item, in printed order.

    `item` is the 0-based place of the agenda item among the document's items, `section_place` that of the section in it.
    `whole` asks for one passage if the text allows it (a decision, a meeting's head). `weight` below 1 marks text that
    is ranked low. `headed` says that the first block is the heading of the rest, which is too short to stand without it.
    """

    blocks: tuple[Block, ...]
    heading_path: tuple[str, ...] = ()
    item: int | None = None
    item_number: str | None = None
    section: SectionName | None = None
    section_place: int | None = None
    access: Access = Access.OPEN
    whole: bool = False
    headed: bool = False
    weight: float = 1.0
