"""The units an extract is made of: the sentences, list items and table rows of a passage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.passages.sentences import sentences
from ingest.records import Passage
from service.answering.extracts.lexis import Lexis
from service.answering.extracts.words import Word

_BULLET = re.compile(r"^\s*(?:[-–•*·▪]|o\s|\(?\d{1,2}[.)](?!\d)|[a-zæøå]\))\s*")

_DOT = re.compile(r"^\s*[-–•*·▪]\s")
_OPEN_END = re.compile(r"\b(?:at|for|til|af|om|og|følgende|er|omfatter|that|to|for|following|are)[,]?$", re.IGNORECASE)
"""How a line ends that its list goes on from without a colon."""

_CONTENTS_LINE = re.compile(r"(?:\.\s?){4,}\s*\d*$")


LONGEST_PLAIN_ITEM = 25
"""A line longer than this many words without a bullet is a paragraph and ends the list before it."""

LONGEST_TITLE = 30
"""A line of at most this many words that does not end like a sentence stands over the sentences after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A sentence, list item or row. `start` and `end` are half-open offsets into the passage's text.

    `lead_in` is the line before a list that ends with a colon (the heading, when that ends with one), "" where there is
    none. `number` counts the units of the passage from 0. `is_title` says that it is short and does not end like a sentence.
    `head` is the title it stands under: a line of the passage, else the passage's nearest heading that is no section's name;
    `opens` says that it is the first unit under it, `follows` that it goes on in the paragraph of the unit before.
    """

    passage: Passage
    number: int
    start: int
    end: int
    lead_in: str
    is_item: bool
    is_title: bool
    words: tuple[Word, ...] = field(repr=False)
    lead_words: tuple[Word, ...] = field(repr=False)
    head: str = ""
    head_words: tuple[Word, ...] = field(default=(), repr=False)
    opens: bool = False
    follows: bool = False

    @property
    def text(self) -> str:
        """The unit's words, verbatim."""
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """Where a unit stands, with its list's lead-in and whether it opens a list item."""

    start: int
    end: int
    lead_in: str
    is_item: bool


def units_of(passage: Passage, lexis: Lexis) -> tuple[Unit, ...]:
    """The units of a passage in order; blank ones and lines of a table of contents are left out."""
    units: list[Unit] = []
    for span in _spans(passage.text, _heading_lead(passage)):
        text = passage.text[span.start : span.end]
        if not text or _CONTENTS_LINE.search(text):
            continue
        units.append(
            Unit(
                passage=passage,
                number=len(units),
                start=span.start,
                end=span.end,
                lead_in=span.lead_in,
                is_item=span.is_item,
                is_title=_is_title(text, span),
                words=tuple(lexis.words(text)),
                lead_words=tuple(lexis.words(span.lead_in)),
            )
        )
    return tuple(units)


def _heading_lead(passage: Passage) -> str:
    """The nearest heading when it leads a list in ("They are:"), "" when not."""
    heading = passage.heading_path[-1].strip() if passage.heading_path else ""
    return heading if heading.endswith(":") else ""


def _is_title(text: str, span: _Span) -> bool:
    """Whether a unit stands over what follows: short, no list item, and not ended like a sentence or lead-in."""
    return not span.is_item and len(text.split()) <= LONGEST_TITLE and text[-1] not in '.!?:;,«”"'


def _spans(text: str, lead_in: str = "") -> Iterator[_Span]:
    """Places of sentences, blank ones included. `lead_in` is what leads the first lines in."""
    offset, bulleted = 0, False
    lines = text.split("\n")
    for number, line in enumerate(lines):
        is_item, leads = bool(_BULLET.match(line)), _leads_in(number, lines)
        if leads:
            held, lead_in, bulleted = lead_in if is_item else "", line.strip(), False
        else:
            lead_in = "" if bulleted and not is_item and line.strip() else lead_in
            held, bulleted = lead_in, bulleted or (is_item and bool(lead_in))
        for start, end in sentences(line):
            yield _stripped(text, _Span(start=offset + start, end=offset + end, lead_in=held, is_item=is_item))
        if not is_item and not leads and len(line.split()) > LONGEST_PLAIN_ITEM:
            lead_in = ""
        offset += len(line) + 1


def _leads_in(number: int, lines: Sequence[str]) -> bool:
    """Whether a line leads a list in: it ends with a colon, or goes on in the first bullet ("The owner sees to it that")."""
    line = lines[number].strip()
    if line.endswith(":"):
        return True
    coming = lines[number + 1] if number + 1 < len(lines) else ""
    return bool(_OPEN_END.search(line) and not _BULLET.match(line) and _DOT.match(coming))


def _stripped(text: str, span: _Span) -> _Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return replace(span, start=start, end=max(start, span.start + len(words.rstrip())))
