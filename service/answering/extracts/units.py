"""The units an extract is made of: the sentences, list items and table rows of a passage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.passages.sentences import sentences
from ingest.records import Passage
from service.answering.extracts.lexis import Lexis
from service.answering.extracts.words import Word

_BULLET = re.compile(r"^\s*(?:[-–•*·▪]|o\s|\(?\d{1,2}[.)](?!\d)|[a-zæøå]\))\s*")

_CONTENTS_LINE = re.compile(r"(?:\.\s?){4,}\s*\d*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A sentence, list item or row. `start` and `end` are half-open offsets into the passage's text.

    `lead_in` is the line before a list that ends with a colon, "" where there is none. `number` counts the units of
    the passage from 0.
    """

    passage: Passage
    number: int
    start: int
    end: int
    lead_in: str
    is_item: bool
    words: tuple[Word, ...] = field(repr=False)
    lead_words: tuple[Word, ...] = field(repr=False)

    @property
    def text(self) -> str:
        """The unit's words, verbatim."""
        return self.passage.text[self.start : self.end]


def units_of(passage: Passage, lexis: Lexis) -> tuple[Unit, ...]:
    """The units of a passage in order; blank ones and lines of a table of contents are left out."""
    text = passage.text
    units: list[Unit] = []
    for start, end, lead_in, is_item in _spans(text):
        if not text[start:end].strip() or _CONTENTS_LINE.search(text[start:end]):
            continue
        units.append(
            Unit(
                passage=passage,
                number=len(units),
                start=start,
                end=end,
                lead_in=lead_in,
                is_item=is_item,
                words=tuple(lexis.words(text[start:end])),
                lead_words=tuple(lexis.words(lead_in)),
            )
        )
    return tuple(units)


def _spans(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Places of sentences, each with the lead-in of its list and whether it opens a list item."""
    lead_in = ""
    offset = 0
    for line in text.split("\n"):
        is_item = bool(_BULLET.match(line))
        if line.strip().endswith(":"):
            held, lead_in = lead_in if is_item else "", line.strip()
        else:
            held = lead_in
        for start, end in sentences(line):
            yield (*_stripped(text, offset + start, offset + end), held, is_item)
        if not is_item and not line.strip().endswith(":") and len(line.split()) > LONGEST_PLAIN_ITEM:
            lead_in = ""
        offset += len(line) + 1


LONGEST_PLAIN_ITEM = 25
"""A line longer than this many words without a bullet is a paragraph and ends the list before it."""


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end
