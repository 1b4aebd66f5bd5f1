"""Choosing the heads of a meeting's items among the candidates: one style, numbers rising, contents left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.minutes.bodies import TITLE_OF_MEETING
from ingest.minutes.case_numbers import is_head_line
from ingest.minutes.item_heads import ItemHead, Style, item_heads
from ingest.minutes.section_heads import section_head
from ingest.minutes.unnumbered import unnumbered_heads
from ingest.records import Block, BlockKind, SectionName

_TELLING = frozenset({SectionName.DECISION, SectionName.RECOMMENDATION, SectionName.CASE, SectionName.SUMMARY})
HEADS_THE_LIST = re.compile(
    r"^\W*(?:indholdsfortegnelse|indhold|dagsorden|dagsordenspunkter|punkter|oversigt|agenda|contents)\W*$", re.IGNORECASE
)
_TOP = 4
_MOST_CANDIDATES = 1_500  # beyond this a file is a list of numbers, not minutes


def chosen_heads(blocks: Sequence[Block], *, is_meeting: bool, is_agenda: bool = False) -> tuple[ItemHead, ...]:
    """Choose the item heads of minutes or an agenda; empty where the blocks are neither.

    `is_meeting` says that the document calls itself minutes or agenda; without that, only heads with the sections of
    minutes below them are believed. In an agenda (`is_agenda`) a bare list of titles is believed as well.
    """
    telling = telling_places(blocks)
    points = _listed_points(blocks)
    candidates = [head for head in item_heads(blocks) if head.place not in points]
    believed: list[tuple[ItemHead, ...]] = []
    for style in Style:
        of_style = [head for head in candidates if head.style is style][:_MOST_CANDIDATES]
        chain = _best_chain(of_style, blocks, telling)
        if chain and _believed(style, chain, blocks, telling, is_meeting=is_meeting):
            if style is not Style.AD:
                return _fuller(believed, _with_moved(chain, of_style, blocks), blocks, telling)
            believed.append(chain)
    if believed:
        return believed[0]
    if is_agenda:
        plain = [head for head in item_heads(blocks) if head.style is Style.PLAIN][:_MOST_CANDIDATES]
        listed = _listed_agenda(plain, blocks)
        if listed:
            return listed
    return unnumbered_heads(blocks, telling) if is_meeting else ()


def telling_places(blocks: Sequence[Block]) -> list[int]:
    """Where headings stand that only items of minutes have: "Beslutning", "Indstilling", "Sagsfremstilling"."""
    return [place for place, block in enumerate(blocks) if _is_telling(block) and not _names_paper(blocks, place)]


def _with_moved(chain: tuple[ItemHead, ...], heads: Sequence[ItemHead], blocks: Sequence[Block]) -> tuple[ItemHead, ...]:
    """Add the items that were taken up out of turn: a number the chain leaves out, on a heading like the others, printed once."""
    numbers = [head.order[0] for head in chain]
    missing = set(range(numbers[0], numbers[-1])) - set(numbers)
    like = {(blocks[head.place].kind, blocks[head.place].level) for head in chain}
    once = Counter(head.order[0] for head in heads if (blocks[head.place].kind, blocks[head.place].level) in like)
    moved = [
        head
        for head in heads
        if head.order[0] in missing
        and once[head.order[0]] == 1
        and chain[0].place < head.place
        and blocks[head.place].kind is BlockKind.HEADING
        and (blocks[head.place].kind, blocks[head.place].level) in like
    ]
    return tuple(sorted((*chain, *moved), key=lambda head: head.place))


def _fuller(
    ads: Sequence[tuple[ItemHead, ...]], chain: tuple[ItemHead, ...], blocks: Sequence[Block], telling: Sequence[int]
) -> tuple[ItemHead, ...]:
    """Choose between heads "Ad 1" and others: below the titles of municipal items "Ad 1" only numbers parts of a decision."""
    for ad in ads:
        if _with_sections(ad, blocks, telling) >= _with_sections(chain, blocks, telling):
            return ad
    return chain


def _with_sections(chain: Sequence[ItemHead], blocks: Sequence[Block], telling: Sequence[int]) -> int:
    ends = [head.place for head in chain[1:]] + [len(blocks)]
    return sum(any(head.place < place < end for place in telling) for head, end in zip(chain, ends, strict=True))


def _listed_agenda(heads: Sequence[ItemHead], blocks: Sequence[Block]) -> tuple[ItemHead, ...]:
    """Take the numbered list below the word "Dagsorden" as the items."""
    for i, head in enumerate(heads):
        if head.order[0] == 1 and head.place > 0 and HEADS_THE_LIST.match(blocks[head.place - 1].text):
            chain = [head]
            for each in heads[i + 1 :]:
                if each.order[0] == chain[-1].order[0] + 1:
                    chain.append(each)
            return tuple(chain) if len(chain) > 1 else ()
    return ()


def _listed_points(blocks: Sequence[Block]) -> frozenset[int]:
    """Find the numbered points of a recommendation or decision: 1, 2, … directly below each other, inside a section."""
    plain = {head.place: head.order[0] for head in item_heads(blocks) if head.style is Style.PLAIN}
    points: set[int] = set()
    inside, expected, last = False, 1, -1
    for place, block in enumerate(blocks):
        head = section_head(block) if not _names_paper(blocks, place) else None
        if head is not None:
            inside, expected, last = head.name is not SectionName.ABSENT, 1, place
        elif inside and plain.get(place) == expected and (expected == 1 or last == place - 1) and not _opens(blocks, place):
            points.add(place)
            expected, last = expected + 1, place
    return frozenset(points)


def _opens(blocks: Sequence[Block], place: int) -> bool:
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    if blocks[place].kind is BlockKind.HEADING:
        return True
    return (
        following is not None
        and (section_head(following) is not None or is_head_line(following.text))
        and place > 0
        and (section_head(blocks[place - 1]) is None)
    )


def _names_paper(blocks: Sequence[Block], place: int) -> bool:
    """Tell the heading "Referat" on top of the paper, which is no section of an item."""
    return place < _TOP and TITLE_OF_MEETING.match(blocks[place].text) is not None


def _is_telling(block: Block) -> bool:
    head = section_head(block)
    return head is not None and head.name in _TELLING


def _best_chain(heads: Sequence[ItemHead], blocks: Sequence[Block], telling: Sequence[int]) -> tuple[ItemHead, ...]:
    """Find the heaviest run of rising numbers; a head weighs more with text and sections before the next candidate."""
    best: list[float] = []
    before: list[int] = []
    for i, head in enumerate(heads):
        end = heads[i + 1].place if i + 1 < len(heads) else len(blocks)
        weight = _weight(head, end, blocks, telling)
        previous = max((j for j in range(i) if heads[j].order < head.order), key=lambda j: (best[j], j), default=-1)
        gap = 0.0 if previous < 0 else min(0.4, 0.1 * (head.order[0] - heads[previous].order[0] - 1))
        best.append(weight - gap + (best[previous] if previous >= 0 else 0.0))
        before.append(previous)
    if not best:
        return ()
    at = max(range(len(best)), key=lambda i: (best[i], i))
    chain: list[ItemHead] = []
    while at >= 0:
        chain.append(heads[at])
        at = before[at]
    return tuple(reversed(chain))


def _weight(head: ItemHead, end: int, blocks: Sequence[Block], telling: Sequence[int]) -> float:
    weight = 0.5
    if any(len(block.text) > 2 for block in blocks[head.place + 1 : end]):
        weight += 1.0
    if any(head.place < place < min(end, head.place + 9) for place in telling):
        weight += 2.0
    return weight + (0.75 if blocks[head.place].kind is BlockKind.HEADING else 0.0)


def _believed(
    style: Style, chain: Sequence[ItemHead], blocks: Sequence[Block], telling: Sequence[int], *, is_meeting: bool
) -> bool:
    ends = [head.place for head in chain[1:]] + [len(blocks)]
    with_sections = _with_sections(chain, blocks, telling)
    with_text = sum(end - head.place > 1 for head, end in zip(chain, ends, strict=True))
    if style in (Style.POINT, Style.CASE, Style.OPEN):
        return with_sections > 0 or (is_meeting and (len(chain) > 1 or with_text > 0))
    if len(chain) < 2 or (chain[0].order[0] > 2 and with_sections < max(2, 2 * len(chain) // 3)):
        return False  # numbers that run on from meeting to meeting need the sections of minutes below them
    if style is Style.PARAGRAPH:
        return is_meeting and with_sections > 0
    if style is Style.AD:
        return is_meeting or with_sections > 1
    return with_sections >= max(2, len(chain) // 3) or (is_meeting and with_text * 2 >= len(chain))
