"""Candidates for the heads of agenda items, in the styles that minutes use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ingest.dates.find import find_dates
from ingest.records import Block, BlockKind


class Style(StrEnum):
    """How an item's head is written, the most telling first."""

    POINT = "punkt"  # Punkt 3: …, Pkt. 3 …
    CASE = "sag"  # Sag nr. 4 – …
    OPEN = "åben"  # 3 (Åben) …
    AD = "ad"  # Ad 1. …
    PARAGRAPH = "paragraf"  # § 5 …
    PLAIN = "tal"  # 1. …


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemHead:
    """A possible head: block number `place`, the number as printed and as a sort key, and the title that follows."""

    style: Style
    place: int
    number: str
    order: tuple[int, str]
    title: str


_NUMBER = r"(?P<number>\d{1,3}\s?[a-zæøå]?)(?![\w/%-]|[.,]\d)"
_TITLE = r"\s*[:.)\-–—]*\s*(?P<title>.*)$"
_ACCESS = r"(?:(?:lukke[td]e?|åbe[nt]t?|fortroligt?|closed|open)\s)?"  # "Lukket punkt 3: …"
_STYLES: tuple[tuple[Style, re.Pattern[str]], ...] = (
    (
        Style.AD,
        re.compile(rf"^ad\.?\s*(?:(?:dagsordens?(?:ens)?\s?)?(?:punkt|pkt\.?)\s*)?{_NUMBER}{_TITLE}", re.IGNORECASE | re.DOTALL),
    ),
    (
        Style.POINT,
        re.compile(
            rf"^{_ACCESS}(?:dagsorden(?:s|ens)?\s?-?)?(?:punkt|pkt\.?|agenda item|item)\s*(?:nr\.?\s*)?{_NUMBER}{_TITLE}",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
    (
        Style.CASE,
        re.compile(rf"^{_ACCESS}sag\s*(?:nr\.?|nummer)?\s*{_NUMBER}{_TITLE}", re.IGNORECASE | re.DOTALL),
    ),
    (
        Style.OPEN,
        re.compile(
            rf"^{_NUMBER}[.:)]?\s*\((?:åben|åbent|lukket|lukkede?|fortroligt?|open|closed)\b[^)]*\){_TITLE}",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
    (Style.PARAGRAPH, re.compile(rf"^§\s*{_NUMBER}{_TITLE}", re.DOTALL)),
    (Style.PLAIN, re.compile(rf"^{_NUMBER}(?:[.:)]\s*|\s+[-–]?\s*|\t)(?P<title>[\"”«(]?[A-ZÆØÅ].*)$", re.DOTALL)),
)
_LONGEST_TITLE = 330


def item_heads(blocks: Sequence[Block]) -> Iterator[ItemHead]:
    """Find every block that could be the head of an agenda item; one candidate for a block, the most telling style."""
    for place, block in enumerate(blocks):
        if block.table is not None or block.kind is BlockKind.CONTENTS or len(block.text) > _LONGEST_TITLE:
            continue
        head = _head(place, block)
        if head is not None:
            yield head


def _head(place: int, block: Block) -> ItemHead | None:
    text = block.text.replace("*", "").replace("#", "").strip()
    for style, pattern in _STYLES:
        match = pattern.match(text)
        if match and _plausible(style, match["title"], block):
            number = re.sub(r"\s", "", match["number"])
            digits = re.match(r"\d+", number)
            order = (int(digits[0]) if digits else 0, number.lstrip("0123456789"))
            return ItemHead(style=style, place=place, number=number, order=order, title=match["title"].strip())
    return None


def _plausible(style: Style, title: str, block: Block) -> bool:
    if style is Style.PLAIN and any(found.char_start == 0 for found in find_dates(block.text[:40])):
        return False  # "16. juni 2026, Rådhuset" below "Næste møde"
    if block.kind is BlockKind.HEADING:
        return True
    if title.endswith((",", ";", ":")) or re.match(r"[a-zæøå]", title):
        return False
    if style in (Style.POINT, Style.CASE, Style.OPEN):
        return True
    return len(title.split()) <= 30 and title != ""
