"""Items of minutes whose headings carry no numbers; word processors often number them without printing it into the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.minutes.bodies import TITLE_OF_MEETING
from ingest.minutes.item_heads import ItemHead, Style
from ingest.minutes.labels import is_label, labelled
from ingest.minutes.section_heads import section_head
from ingest.records import Block, BlockKind

_HEAD_BLOCKS = 40
_FEWEST_USUAL = 2
_USUAL_TITLE = re.compile(
    r"^\W*(?:valg(?: af \w+.*)?|godkendelse af (?:dagsorden|referat)\w*.*|eventuelt|evt\.?|\w*beretning"
    r"|(?:fremlæggelse af )?regnskab\w*"
    r"|kontingent|indkomne forslag|meddelelser|orientering\w*|siden sidst|næste møde|velkomst|any other business|apologies)\W*$",
    re.IGNORECASE,
)
"""Titles that items of meetings have everywhere."""
_FEWEST_ITEMS = 3


def unnumbered_heads(blocks: Sequence[Block], telling: Sequence[int]) -> tuple[ItemHead, ...]:
    """Take the headings of one level as items, counted from 1, which is the number a reader of the document sees.

    `telling` are the places of section headings that only items have ("Beslutning", "Indstilling", …): the level is that of
    the headings above them. Where there are none, the headings below the list of those present are believed.
    """
    headings = [place for place, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    plain = [place for place in headings if section_head(blocks[place]) is None]
    ends = [*plain[1:], len(blocks)][: len(plain)]
    with_sections = [place for place, end in zip(plain, ends, strict=True) if any(place < each < end for each in telling)]
    if len(with_sections) < 2:
        return () if telling else _below_the_head(blocks, headings)
    level = _commonest_level(blocks, with_sections)
    # "Økonomi" is the title of an item where the sections are not headings of the same level.
    of_level = plain if any(_is_heading(blocks[place], level) for place in telling) else headings
    return _counted(blocks, [place for place in of_level if place >= with_sections[0] and blocks[place].level == level])


def _below_the_head(blocks: Sequence[Block], headings: Sequence[int]) -> tuple[ItemHead, ...]:
    lists = [place for place, block in enumerate(blocks[:_HEAD_BLOCKS]) if _lists_people(block)]
    # "Fravær" may be the title of an item as well: a heading counts only where nothing else lists people
    names = [place for place in lists if blocks[place].kind is not BlockKind.HEADING] or lists
    if names:
        below = [place for place in headings if place > names[-1] and _may_be_item(blocks, place)]
    else:
        usual = [place for place in headings if _USUAL_TITLE.match(blocks[place].text)]
        below = [place for place in headings if len(usual) >= _FEWEST_USUAL and place >= usual[0] and _may_be_item(blocks, place)]
    if len(below) < _FEWEST_ITEMS:
        return ()
    level = _commonest_level(blocks, below)
    of_level = [place for place in below if blocks[place].level == level]
    return _counted(blocks, of_level) if len(of_level) >= _FEWEST_ITEMS else ()


def _lists_people(block: Block) -> bool:
    lines = [block.text] if block.table is None else [cell.text for cell in block.table.cells]
    found = [labelled(line) for line in lines]
    return any(each is not None and each.field in ("participants", "absent") for each in found)


def _may_be_item(blocks: Sequence[Block], place: int) -> bool:
    text = blocks[place].text
    has_text = place + 1 < len(blocks) and blocks[place + 1].kind is not BlockKind.HEADING
    return has_text and not is_label(text) and TITLE_OF_MEETING.match(text) is None


def _is_heading(block: Block, level: int) -> bool:
    return block.kind is BlockKind.HEADING and block.level == level


def _commonest_level(blocks: Sequence[Block], places: Sequence[int]) -> int:
    return Counter(blocks[place].level for place in places).most_common(1)[0][0]


def _counted(blocks: Sequence[Block], places: Sequence[int]) -> tuple[ItemHead, ...]:
    return tuple(
        ItemHead(style=Style.PLAIN, place=place, number=str(number), order=(number, ""), title=blocks[place].text.strip(" #*"))
        for number, place in enumerate(places, start=1)
    )
