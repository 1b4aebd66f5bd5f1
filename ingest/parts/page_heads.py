"""Pages that begin like a document: a letter, a note or an attachment says at its head what it is, to whom, by whom and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ingest.dates.find import days_in
from ingest.minutes.item_heads import Style, item_heads
from ingest.minutes.section_heads import section_head
from ingest.records import Block, BlockKind

ENOUGH = 4  # points: two unmistakable signs, or one with two lesser ones
_HEAD_BLOCKS = 10
_HEAD_WORDS = 30  # a longer text ends the head
_LONGEST_TITLE = 25
_LONGEST_DATE_LINE = 80  # characters
_KIND = re.compile(
    r"^\W*(?:\w*notat\b|brev\b|\w*redegørelse\b|\w*kommissorium\b|høringssvar\b|uddrag af\b|procesplan\b|tidsplan\b"
    r"|handleplan\b|memo\b|pressemeddelelse\b"
    r"|orientering om\b|udkast til\b|\w*aftale (?:om|mellem|for)\b|\w*referat (?:af|fra)\b|vejledning (?:om|for|til)\b"
    r"|instruks\b|retningslinje\b"
    r"|cover\b|sagsfremstilling\b|følgebrev\b|letter\b|appendix\b|rapport\b|evaluering af\b|oversigt over\b)",
    re.IGNORECASE,
)
_DATE_FIELD = re.compile(r"^\W*(?:dato|date|udarbejdet den|oprettet|sendt)\s*:", re.IGNORECASE)
_DATE_ALONE = re.compile(r"^\W*(?:[A-ZÆØÅ][\wæøå]+,\s)?(?:den|d\.)?\W*$", re.IGNORECASE)
_ADDRESS = re.compile(
    r"^\W*(?:til|fra|att\.?|to|from|cc|kopi til|modtagere?|afsender)\s*:|^\W*til\s[A-ZÆØÅ][\w ,]{2,80}$"
    r"|^\W*(?:udarbejdet af|forfatter|kontaktperson|sagsbehandler|sagsnr\.?|journalnr\.?|j\.?\s?nr\.?|ref\.?)\s*:?",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^\W*(?:vedr\.?|vedrørende|emne|subject|overskrift)\b", re.IGNORECASE)
_GREETING = re.compile(r"^\W*(?:kære|hej|til rette vedkommende|dear)\b.{0,60}$", re.IGNORECASE)
_FAREWELL = re.compile(
    r"^\W*(?:med venlig hilsen|venlig hilsen|mvh|de bedste hilsner|yours sincerely|kind regards)\b", re.IGNORECASE
)
_NUMBERED = re.compile(r"^\W*bilag\s*(?:\d{1,3}|[A-H](?:\s?[–-]\s?1)?)\W*$", re.IGNORECASE)
_POSTAL = re.compile(r"^(?:DK-)?\d{4}\s[A-ZÆØÅ][a-zæøå]+(?:\s[A-ZÆØÅ][a-zæøå.]*)?$")
_NAMED = re.compile(r"^\W*bilag\s*(?:\d{1,3}|[A-H])\s*[:.–-]\s*(?P<name>\S.{4,120})$", re.IGNORECASE)
_FEWEST_OF_NAME = 2
STATE_LINE = re.compile(
    r"^\W*(?:(?:version|udgave|revision|rev\.|udkast)\s*(?:nr\.?\s*)?\d|v\d+\.\d|(?:\w+\s)?(?:udarbejdet|skrevet|forfattet|prepared|written)\s(?:af|by)\b"
    r"|(?:senest |sidst )?(?:opdateret|revideret|redigeret|ajourført|last updated)\b"
    r"|godkendt\s(?:af|den|d\.|i)\b|gældende\sfra\b)",
    re.IGNORECASE,
)
"""A line on the state of a paper, which is not its title: "Version 2, 4. maj 2026. Udarbejdet af …", "Senest revideret …"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHead:
    """A page whose head says that a document begins: its first block, that of its title, and the day it gives itself."""

    place: int
    title_place: int
    date: date | None


def page_heads(blocks: Sequence[Block]) -> dict[int, PageHead]:
    """Find the pages, from the second on, that begin like a document, by the number of their first block."""
    firsts = [i for i in range(1, len(blocks)) if blocks[i].page_number != blocks[i - 1].page_number]
    found = (_page_head(blocks, place) for place in firsts if blocks[place].page_number is not None)
    return {each.place: each for each in found if each is not None}


def _page_head(blocks: Sequence[Block], place: int) -> PageHead | None:
    head = _head(blocks, place)
    title = next((i for i in head if _is_title(blocks[i])), None)
    if title is None or _continues_minutes(blocks, head):
        return None
    days = [day for i in head if (day := _own_day(blocks[i])) is not None]
    points = 2 * bool(days) + 2 * any(_KIND.match(blocks[i].text) for i in head[:4])
    points += 2 * (_NUMBERED.match(blocks[place].text) is not None or _is_named(blocks, place))
    points += 2 * (blocks[place].kind is BlockKind.HEADING and _names_itself(blocks[place]))
    points += 2 * any(STATE_LINE.match(blocks[i].text) for i in head[:4])
    points += min(2, sum(_ADDRESS.match(blocks[i].text) is not None for i in head))
    points += any(_POSTAL.match(line.strip()) for i in head for line in blocks[i].text.split("\n"))
    points += any(_SUBJECT.match(blocks[i].text) for i in head) + any(_GREETING.match(blocks[i].text) for i in head)
    points += any(_FAREWELL.match(block.text) for block in blocks[max(0, place - 6) : place])
    return (
        PageHead(place=place, title_place=_best_title(blocks, head, title), date=days[0] if days else None)
        if points >= ENOUGH
        else None
    )


def _names_itself(block: Block) -> bool:
    """A heading on top of a page that gives the attachment its number and its name: "Bilag 2: Oversigt over broer"."""
    return _NAMED.match(block.text) is not None and not block.text.rstrip().endswith((".", ",", ";"))


def _head(blocks: Sequence[Block], place: int) -> list[int]:
    """The first short blocks of a page."""
    head: list[int] = []
    for i in range(place, min(place + _HEAD_BLOCKS, len(blocks))):
        block = blocks[i]
        ends = block.table is not None or block.kind is BlockKind.CONTENTS or len(block.text.split()) > _HEAD_WORDS
        if ends or block.page_number != blocks[place].page_number:
            break
        head.append(i)
    return head


def _continues_minutes(blocks: Sequence[Block], head: Sequence[int]) -> bool:
    """An item's head or a section's heading on top of a page belongs to the minutes around it."""
    first = [blocks[i] for i in head[:2]]
    numbered = any(each.style is not Style.AD for each in item_heads(first))
    return numbered or any(section_head(block) is not None and not _NUMBERED.match(block.text) for block in first)


def _own_day(block: Block) -> date | None:
    """The day a head gives its document: in a field "Dato:", or alone on a line ("Vejle, den 8. december 2025")."""
    found = next(iter(days_in(block.text)), None)
    if found is None or len(block.text) > _LONGEST_DATE_LINE:
        return None
    rest = block.text[: found.char_start] + block.text[found.char_end :]
    return found.first if _DATE_FIELD.match(block.text) or _DATE_ALONE.match(rest) else None


def _is_title(block: Block) -> bool:
    text = block.text.strip()
    words = text.split()
    return (
        block.kind is not BlockKind.LIST_ITEM
        and 0 < len(words) <= _LONGEST_TITLE
        and text[:1].isupper()
        and not text.endswith((".", ",", ";"))
        and _NUMBERED.match(text) is None
        and STATE_LINE.match(text) is None
    )


def _best_title(blocks: Sequence[Block], head: Sequence[int], first: int) -> int:
    """The heading that gives an attachment its number and name, else the line that says what the paper is or is about, else the
    largest heading, else the first line that may be a title.
    """
    titles = [i for i in head if _is_title(blocks[i])]
    if titles and titles[0] == head[0] and blocks[head[0]].kind is BlockKind.HEADING and _names_itself(blocks[head[0]]):
        return head[0]
    said = next(
        (
            i
            for i in titles
            if len(blocks[i].text.split()) > 2 and (_KIND.match(blocks[i].text) or _SUBJECT.match(blocks[i].text))
        ),
        None,
    )
    headings = sorted((i for i in titles if blocks[i].kind is BlockKind.HEADING), key=lambda i: (blocks[i].level or 9, i))
    return said if said is not None else headings[0] if headings else first


def _is_named(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether a list of attachments before this page names what its first lines say."""
    top = _words(" ".join(block.text for block in blocks[place : place + 3]))
    for block in blocks[:place]:
        match = _NAMED.match(block.text) if block.page_number != blocks[place].page_number else None
        name = _words(match["name"]) if match else frozenset()
        if len(name) >= _FEWEST_OF_NAME and name <= top:
            return True
    return False


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", text.lower()) if len(word) > 2)
