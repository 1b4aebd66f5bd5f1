"""Places where a file's next document begins, by what documents say of themselves on their first lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ingest.dates.find import days_in, find_dates
from ingest.minutes.bodies import TITLE_OF_MEETING
from ingest.minutes.section_heads import section_head
from ingest.parts.page_heads import STATE_LINE, page_heads
from ingest.records import Block, BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Block number `place` begins a document; its title stands in block number `title_place`, `date` is
    the day it gives itself there. A weak start counts only among others; a page's head counts in minutes as well.
    """

    place: int
    title_place: int
    date: date | None = None
    weak: bool = False
    page_head: bool = False


_WORD_ALONE = re.compile(r"^\W*(?:notat|memo|kommissorium|redegørelse|høringssvar|følgebrev|cover)\W*$", re.IGNORECASE)
_LAW_NUMBER = re.compile(r"^(?:BEK|VEJ|LBK|LOV|CIR|CIRH|SKR) nr\.? \d+ af (?P<day>\d{2})/(?P<month>\d{2})/(?P<year>\d{4})\b")
_LAW_TITLE = re.compile(r"^(?:bekendtgørelse|vejledning|lov|cirkulære|forslag til lov) (?:om|af lov|for|til)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"^(?:emne|subject|vedr\.?):\s+(?P<title>\S.*)$", re.IGNORECASE | re.DOTALL)
_SENDER = re.compile(r"^(?:fra|from):\s*\S", re.IGNORECASE)
_GREETING = re.compile(r"^(?:kære|hej|til|dear|hi)\b", re.IGNORECASE)
_CASE_COVER = re.compile(r"^overskrift:\s+(?P<title>\S.*)$", re.IGNORECASE | re.DOTALL)
_TITLE_WORD = re.compile(
    r"^(?:\w*(?:implementerings|praksis)plan\b|(?:ramme|samarbejds|standard|drifts|partnerskabs)aftale (?:om"
    r"|mellem)\b|aftale mellem\b"
    r"|kommissorium for\b|pakkeforløb for\b|notat (?:om|vedr)\b|notat:)",
    re.IGNORECASE,
)
_LONG_TEXT = 12
_FIRST_CHAPTER = re.compile(
    r"^\W*(?:1\.?\s+)?(?:introduktion|indledning|baggrund(?:\sog\sformål)?|formål|resumé|sammenfatning)\W*$", re.IGNORECASE
)
_HEAD_OF_PAGE = 2
_LONGEST_FURNITURE = 200  # characters
_LONGEST_TITLE = 25


def starts(blocks: Sequence[Block]) -> Iterator[Start]:
    """Find the starts of documents after the first block, ascending; at most one for a block."""
    first_on_page = _first_on_page(blocks)
    repeated = _repeated(blocks)
    heads = page_heads(blocks)
    for place in range(1, len(blocks)):
        block = blocks[place]
        if block.table is not None or block.kind in (BlockKind.CONTENTS, BlockKind.LIST_ITEM):
            continue
        if block.text in repeated and place not in heads and not _WORD_ALONE.match(block.text):
            continue
        found = (
            _law(blocks, place, first_on_page[place])
            or _mail(blocks, place)
            or _word_alone(blocks, place)
            or _meeting(blocks, place, at_top=place - first_on_page[place] < _HEAD_OF_PAGE)
            or _case_cover(block, place)
            or _dated_title(blocks, place, first_on_page[place])
            or _titled(blocks, place, at_top=place - first_on_page[place] < _HEAD_OF_PAGE)
        )
        if place in heads and (found is None or found.weak):
            head = heads[place]
            found = Start(place=place, title_place=head.title_place, date=head.date, page_head=True)
        if found is not None:
            yield found


def _first_on_page(blocks: Sequence[Block]) -> list[int]:
    """For each block the number of the first block of its page; in a file without pages that is block 0."""
    first: list[int] = []
    for place, block in enumerate(blocks):
        same = place > 0 and block.page_number == blocks[place - 1].page_number
        first.append(first[-1] if same else place)
    return first


def _repeated(blocks: Sequence[Block]) -> frozenset[str]:
    counts = Counter(block.text for block in blocks if len(block.text) < _LONGEST_FURNITURE)
    return frozenset(text for text, count in counts.items() if count > 1)


def _is_title(block: Block) -> bool:
    words = block.text.split()
    return (
        block.table is None
        and 2 < len(words) <= _LONGEST_TITLE
        and block.text[:1].isupper()
        and not block.text.rstrip().endswith((".", ":", ",", ";"))
        and section_head(block) is None
        and STATE_LINE.match(block.text) is None
    )


def _law(blocks: Sequence[Block], place: int, page_first: int) -> Start | None:
    match = _LAW_NUMBER.match(blocks[place].text)
    if match is None or place - page_first > 14 or page_first == 0:
        return None
    titles = (i for i in range(place + 1, min(place + 5, len(blocks))) if _LAW_TITLE.match(blocks[i].text))
    title = next(titles, None)
    # A list of other laws ("Lovgivning forskriften vedrører") names them without their title below.
    if title is None or any(_LAW_NUMBER.match(blocks[i].text) for i in range(place + 1, title)):
        return None
    return Start(place=page_first, title_place=title, date=date(int(match["year"]), int(match["month"]), int(match["day"])))


def _mail(blocks: Sequence[Block], place: int) -> Start | None:
    """Recognise a mail: its subject line with the sender above it or a greeting below it; it begins at the sender's line."""
    if not _SUBJECT.match(blocks[place].text) or len(blocks[place].text.split()) < 4:
        return None
    above = [i for i in range(max(0, place - 5), place) if _SENDER.match(blocks[i].text)]
    greets = any(_GREETING.match(block.text) for block in blocks[place + 1 : place + 4])
    return Start(place=above[0] if above else place, title_place=place) if above or greets else None


def _word_alone(blocks: Sequence[Block], place: int) -> Start | None:
    if not _WORD_ALONE.match(blocks[place].text) or place + 1 >= len(blocks):
        return None
    above = section_head(blocks[place - 1])
    return Start(place=place, title_place=place + 1) if above is None and _is_title(blocks[place + 1]) else None


def _meeting(blocks: Sequence[Block], place: int, *, at_top: bool) -> Start | None:
    text = blocks[place].text
    if not at_top or not TITLE_OF_MEETING.match(text) or len(text) > 160 or len(text.split()) < 2:
        return None
    near = " ".join(block.text for block in blocks[place : place + 4])
    return Start(place=place, title_place=place) if days_in(near) else None


def _case_cover(block: Block, place: int) -> Start | None:
    match = _CASE_COVER.match(block.text)
    return Start(place=place, title_place=place) if match and len(match["title"].split()) > 2 else None


def _dated_title(blocks: Sequence[Block], place: int, page_first: int) -> Start | None:
    """Recognise a page that begins with a date and a title on one line: "03-09-2020 Model for …"."""
    text = blocks[place].text
    if place != page_first or page_first == 0 or len(text.split()) > _LONGEST_TITLE or text.rstrip().endswith((".", ":")):
        return None
    day = next(iter(find_dates(text)), None)
    if day is None or day.precision != "day" or day.char_start != 0 or len(text[day.char_end :].split()) < 6:
        return None
    is_title = text[day.char_end :].strip(" :–-")[:1].isupper()
    return Start(place=place, title_place=place, date=day.first) if is_title else None


def _titled(blocks: Sequence[Block], place: int, *, at_top: bool) -> Start | None:
    """Recognise a title by its first word; away from the top of a page the text below must speak of the same thing."""
    block = blocks[place]
    if not _is_title(block):
        return None
    if _before_first_chapter(blocks, place):
        return Start(place=place, title_place=place, weak=True)
    if not _TITLE_WORD.match(block.text):
        return None
    if not (at_top or block.kind is BlockKind.HEADING or _is_spoken_of(block.text.split()[0], blocks[place + 1 : place + 4])):
        return None
    return Start(place=place, title_place=place, weak=True)


def _before_first_chapter(blocks: Sequence[Block], place: int) -> bool:
    """A title right above chapter 1, or one in capitals above "Baggrund" or the like."""
    title, below = blocks[place].text, blocks[place + 1].text if place + 1 < len(blocks) else ""
    if title[0].isdigit() or not _FIRST_CHAPTER.match(below):
        return False
    return below.lstrip()[0] == "1" or title.isupper()


def _is_spoken_of(word: str, below: Sequence[Block]) -> bool:
    return any(len(block.text.split()) >= _LONG_TEXT and word.lower() in block.text.lower() for block in below)
