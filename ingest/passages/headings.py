"""Stretches by headings: the plain way, for documents that are not minutes, and for long sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ingest.passages.stretch import Stretch
from ingest.records import Block, BlockKind

CONTENTS_WEIGHT = 0.1
LABELS_WEIGHT = 0.5
_GREETING = re.compile(r"^(?:kære|hej|hello|dear|hi|til rette vedkommende)\b.{0,60}$", re.IGNORECASE)
_LONGEST_HEAD_LINE = 25
_LONGEST_HEAD = 90
_LONGEST_HEADING = 12
_TINY = 12
_FULL_OF_TINY = 60
_LOOSE_WORDS = 4  # blocks of at most this many words, one after the other, are labels of a figure
_FEWEST_LOOSE = 6


@dataclass(slots=True, kw_only=True)
class _Gathering:
    """The blocks under the headings passed so far. `bare` are headings under which nothing has come yet."""

    stretches: list[Stretch] = field(default_factory=list)
    path: list[tuple[int, Block]] = field(default_factory=list)
    waiting: list[Block] = field(default_factory=list)
    bare: list[tuple[int, Block]] = field(default_factory=list)

    def heading(self, block: Block) -> None:
        level = block.level or 1
        self.close()
        # A heading above another of its own level heads nothing: it is a line of text and must not be lost.
        lost = [each for depth, each in self.bare if depth >= level]
        self.bare = [(depth, each) for depth, each in self.bare if depth < level]
        self.path = [(depth, each) for depth, each in self.path if depth < level]
        if lost:
            self._add([_as_text(each) for each in lost], len(self.path), LABELS_WEIGHT)
        self.path.append((level, block))
        self.bare.append((level, block))

    def body(self, block: Block) -> None:
        self.bare = []
        self.waiting.append(block)

    def close(self, weight: float = 1.0) -> None:
        if not self.waiting:
            return
        words = sum(len(block.text.split()) for block in self.waiting)
        if self.path and weight == 1.0 and words < _TINY and all(block.table is None for block in self.waiting):
            # A few words say too little by themselves: their heading is told with them.
            self._add([_as_text(self.path[-1][1]), *self.waiting], len(self.path) - 1, weight, headed=True)
        else:
            self._add(self.waiting, len(self.path), weight)
        self.waiting = []

    def _add(self, blocks: Sequence[Block], depth: int, weight: float, *, headed: bool = False) -> None:
        path = tuple(block.text for _, block in self.path[:depth])
        self.stretches.append(Stretch(blocks=tuple(blocks), heading_path=path, weight=weight, headed=headed))

    def end(self) -> tuple[Stretch, ...]:
        self.close()
        if self.bare:
            self._add([_as_text(block) for _, block in self.bare], len(self.path) - len(self.bare), LABELS_WEIGHT)
        return tuple(self.stretches)


def _as_text(heading: Block) -> Block:
    return replace(heading, kind=BlockKind.PARAGRAPH)


def stretches_by_headings(blocks: Iterable[Block]) -> tuple[Stretch, ...]:
    """Gather the blocks under each heading; headings go into `heading_path`, a heading without text below it stays text."""
    gathering = _Gathering()
    for block in blocks:
        if block.kind is BlockKind.HEADING and not _is_sentence(block.text):
            gathering.heading(block)
        elif block.kind is BlockKind.CONTENTS:
            gathering.close()
            gathering.bare = []
            gathering.waiting.append(block)
            gathering.close(weight=CONTENTS_WEIGHT)
        elif block.text.strip() or block.table is not None:
            gathering.body(block)
    return tuple(_weighed(stretch) for stretch in _together(gathering.end()))


def _is_sentence(text: str) -> bool:
    """Whole sentences set in bold are text, and must stay quotable."""
    return len(text.split()) > _LONGEST_HEADING and text.rstrip().endswith((".", ";", ","))


def stretches_of_document(blocks: Sequence[Block]) -> tuple[Stretch, ...]:
    """Gather a document: first its head (title, date, author and the like) as a stretch of its own, then by headings."""
    count = _head_length(blocks)
    if not count:
        return stretches_by_headings(blocks)
    head = tuple(block for block in blocks[:count] if block.text.strip())
    first = Stretch(blocks=head, whole=True, weight=1.0 if _tells(head) else LABELS_WEIGHT)
    title = [block for block in blocks[:count] if block.kind is BlockKind.HEADING][:1]
    below = stretches_by_headings(blocks[count:])
    return (first, *(_under(stretch, title) for stretch in below))


def _tells(head: Sequence[Block]) -> bool:
    """Tell whether a head says more than its title, such as a day or a name; the title is told with every passage below it."""
    text = " ".join(block.text for block in head)
    return len(text.split()) >= _TINY or any(character.isdigit() for character in text) or len(head) > 2


def _head_length(blocks: Sequence[Block]) -> int:
    """Count the short lines a document begins with, up to its first long text or second heading; 0 for a lone heading."""
    words = 0
    for place, block in enumerate(blocks):
        length = len(block.text.split())
        is_second_heading = block.kind is BlockKind.HEADING and any(each.kind is not BlockKind.HEADING for each in blocks[:place])
        ends = (
            block.table is not None
            or block.kind in (BlockKind.CONTENTS, BlockKind.LIST_ITEM)
            or block.text.rstrip().endswith(":")
            or (place > 0 and _GREETING.match(block.text) is not None)
            or (place > 0 and block.kind is BlockKind.HEADING and block.text.rstrip().endswith("?"))
        )
        if ends or is_second_heading or length > _LONGEST_HEAD_LINE or words + length > _LONGEST_HEAD:
            return place if any(each.kind is not BlockKind.HEADING for each in blocks[:place]) else 0
        words += length
    return 0


def _under(stretch: Stretch, title: Sequence[Block]) -> Stretch:
    """Put the document's title above a stretch that has no heading of the same rank."""
    if not title or stretch.heading_path[:1] == (title[0].text,):
        return stretch
    return replace(stretch, heading_path=(title[0].text, *stretch.heading_path))


def _together(stretches: Iterable[Stretch]) -> Iterable[Stretch]:
    """Join neighbours that are both contents, or both a few words under the same heading."""
    waiting: Stretch | None = None
    for stretch in stretches:
        if waiting is not None and _belong_together(waiting, stretch):
            waiting = replace(waiting, blocks=(*waiting.blocks, *stretch.blocks), weight=max(waiting.weight, stretch.weight))
            continue
        if waiting is not None:
            yield waiting
        waiting = stretch
    if waiting is not None:
        yield waiting


def _belong_together(above: Stretch, below: Stretch) -> bool:
    if below.headed:
        return False
    kinds = [stretch.blocks[0].kind is BlockKind.CONTENTS for stretch in (above, below)]
    if any(kinds):
        return all(kinds)
    words = [sum(len(block.text.split()) for block in stretch.blocks) for stretch in (above, below)]
    no_table = all(block.table is None for stretch in (above, below) for block in stretch.blocks)
    return above.heading_path == below.heading_path and no_table and words[1] < 2 * _TINY and words[0] < _FULL_OF_TINY


def _weighed(stretch: Stretch) -> Stretch:
    loose = [block for block in stretch.blocks if block.table is None and len(block.text.split()) <= _LOOSE_WORDS]
    is_loose = len(loose) >= _FEWEST_LOOSE and len(loose) >= 0.8 * len(stretch.blocks) and stretch.weight == 1.0
    lists = sum(block.kind is BlockKind.LIST_ITEM for block in loose)
    return replace(stretch, weight=LABELS_WEIGHT) if is_loose and lists < len(loose) / 2 else stretch
