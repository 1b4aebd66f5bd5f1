"""Which point of the proposal a sentence of the decision is on: "Ad b: …", "Punkt 2 …", "Første og tredje at …"."""

from __future__ import annotations

import re

from ingest.records import AgendaItem, SectionName
from service.answering.minutes.item_texts import section_text

_ORDINALS = ("første", "andet", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende")
_POINT = r"(?:\d{1,2}|[a-h])"
_MARK = re.compile(rf"^\W*(?:at\s+)?(?P<mark>{_POINT})[.)]\s+(?P<text>\S.*)$")
_BULLET = re.compile(r"^\s*(?:[•●▪■◦‣\-–—*]\s+)?(?P<text>(?:og )?at\s\S.*)$", re.IGNORECASE)
_ON_POINTS = re.compile(
    rf"^\W*(?:ad\.?\s*(?:punkt|pkt\.?)?|punkt|pkt\.?)\s*(?P<marks>{_POINT}(?:\s*(?:,|og|[-–])\s*{_POINT})*)\s*[.:)–-]",
    re.IGNORECASE,
)
_ON_ORDINALS = re.compile(
    rf"^\W*(?P<marks>(?:{'|'.join(_ORDINALS)})(?:(?:,| og)\s+(?:{'|'.join(_ORDINALS)}))*)\s+(?:at|dot|pind|punkt)\b",
    re.IGNORECASE,
)


def points_decided(sentence: str, item: AgendaItem) -> str:
    """The words of the points of the item's proposal that a sentence says it decides on; "" where it names none."""
    printed = _printed(item)
    return " ".join(printed[mark] for mark in _marks(sentence) if mark in printed)


def _marks(sentence: str) -> list[str]:
    """The points a sentence begins with, as they are numbered: 1, 2, … or a, b, …; ordinals as numbers."""
    marked = _ON_POINTS.match(sentence)
    if marked is not None:
        return re.findall(_POINT, marked["marks"].lower())
    counted = _ON_ORDINALS.match(sentence)
    said = re.findall(r"\w{3,}", counted["marks"].lower()) if counted is not None else []
    return [str(_ORDINALS.index(word) + 1) for word in said]


def _printed(item: AgendaItem) -> dict[str, str]:
    """Mark → the words of each point of the proposal; those without a printed mark by their place, from 1."""
    lines = section_text(item, SectionName.RECOMMENDATION).split("\n")
    marked = [match for line in lines if (match := _MARK.match(line))]
    if marked:
        return {match["mark"].lower(): match["text"] for match in marked}
    bullets = [match["text"] for line in lines if (match := _BULLET.match(line))]
    return {str(place): text for place, text in enumerate(bullets, start=1)}
