"""What each unit stands under: a title among the lines of its passage, or the first cell of its row, else the passage's nearest
heading that tells a matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.minutes.section_names import NAMES
from ingest.records import BlockKind, Passage
from service.answering.extracts.lexis import Lexis
from service.answering.extracts.units import Unit

LONGEST_HEAD = 14
"""A line of more words than this is no title of those below it."""

_WITHOUT_TITLES = frozenset({BlockKind.TABLE, BlockKind.LIST_ITEM})
_LABELLED = re.compile(r"[^.:\n]{2,40}:(?: |$)")
_NUMBERED = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[a-zæøå]\))\s")
_MARKS = re.compile(r"(?:\s\(?[xX✓+÷]\)?\*?)+$")  # of a row that lost its columns
_OPEN_END = re.compile(r"[\wæøåÆØÅ)]$")


def headed(units: Sequence[Unit], passage: Passage, lexis: Lexis) -> tuple[Unit, ...]:
    """The units with what they stand under, in order."""
    return tuple(_headed(units, passage, lexis))


def topic_of(passage: Passage) -> str:
    """The nearest heading that is no section's name ("Sagsfremstilling"), "" when there is none."""
    return next((heading for heading in reversed(passage.heading_path) if not _names_section(heading)), "")


def _headed(units: Sequence[Unit], passage: Passage, lexis: Lexis) -> Iterator[Unit]:
    topic = topic_of(passage)
    under_topic = tuple(lexis.words(topic))
    head, words, opens = topic, under_topic, True
    for place, unit in enumerate(units):
        begins_row = passage.kind is BlockKind.TABLE and _begins_row(place, units)
        if begins_row:
            head, words = topic, under_topic
        follows = place > 0 and "\n" not in passage.text[units[place - 1].end : unit.start]
        yield replace(unit, head=head, head_words=words, opens=opens, follows=follows)
        if begins_row:
            head, words = unit.text, (*under_topic, *unit.words)
        if _is_head(place, units):
            head, words, opens = unit.text, unit.words, True
        elif not _names_section(unit.text):
            opens = False


def _begins_row(place: int, units: Sequence[Unit]) -> bool:
    """Whether a unit of a table is the first cell of a row: it names what the other cells are of."""
    unit = units[place]
    return place == 0 or "\n\n" in unit.passage.text[units[place - 1].end : unit.start]


def _is_head(place: int, units: Sequence[Unit]) -> bool:
    """Whether a unit is a title of those below: a short line that is no sentence, label or item, the first of such lines."""
    unit = units[place]
    coming = units[place + 1] if place + 1 < len(units) else None
    if unit.passage.kind in _WITHOUT_TITLES or coming is None or len(_MARKS.sub("", unit.text).split()) > LONGEST_HEAD:
        return False
    if unit.lead_in or _LABELLED.match(unit.text) or "\n" not in unit.passage.text[unit.end : coming.start]:
        return False
    if unit.is_item:
        return bool(_NUMBERED.match(unit.text) and _OPEN_END.search(unit.text)) and not coming.is_item
    return unit.is_title and not (place > 0 and units[place - 1].is_title)


def _names_section(heading: str) -> bool:
    return heading.strip().rstrip(":").lower() in NAMES
