"""The place of a quote in the text of a page: letter by letter where it stands verbatim, else by its words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Protocol

from ingest.boxes import around
from ingest.records import Box

LEAST_SHARE = 0.5  # of the quote's words that must be found, or nothing is marked
REACH = 2.0  # times the quote's length on both sides of its longest found piece in which its other words are looked for
LEAST_RUN = 2  # words in a row that count as found, unless the quote is a word
MOST_WORDS = 1_000


class PlacedText(Protocol):
    """A page's text with the place of its characters (`ingest.readers.pdf_text.TextOfPage`)."""

    text: str

    def object_boxes(self, start: int, stop: int) -> list[Box]:
        """The boxes of the characters [start, stop)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of the page, folded for comparison, at the characters [start, stop)."""

    folded: str
    start: int
    stop: int


def located_boxes(page: PlacedText, quote: str) -> tuple[Box, ...]:
    """One box a printed line of the quote on the page, from the top; empty when less than half of its words are there."""
    ranges = _verbatim(page.text, quote) or _by_words(page.text, quote)
    boxes = [box for start, stop in ranges for box in page.object_boxes(start, stop)]
    return tuple(_lines(boxes))


def _folded(text: str) -> str:
    """Letters and digits alone, without case, so that hyphens, blanks and line breaks do not matter."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


def _verbatim(text: str, quote: str) -> list[tuple[int, int]]:
    """The characters from the first to the last letter of the quote, where all its letters stand in a row."""
    wanted = _folded(quote)
    if not wanted:
        return []
    letters: list[str] = []
    places: list[int] = []
    for index, char in enumerate(text):
        for folded in _folded(char):
            letters.append(folded)
            places.append(index)
    found = "".join(letters).find(wanted)
    return [(places[found], places[found + len(wanted) - 1] + 1)] if found >= 0 else []


def _by_words(text: str, quote: str) -> list[tuple[int, int]]:
    """The runs of words of the quote around its longest piece on the page; empty when they are less than half of them."""
    wanted = [folded for word in quote.split() if (folded := _folded(word))][:MOST_WORDS]
    words = [
        Word(folded=folded, start=match.start(), stop=match.end())
        for match in re.finditer(r"\S+", text)
        if (folded := _folded(match.group()))
    ]
    if not wanted or not words:
        return []
    longest = _matcher(words, wanted).find_longest_match(0, len(words), 0, len(wanted))
    reach = int(REACH * len(wanted)) + 1
    near = words[max(longest.a - longest.b - reach, 0) : longest.a + len(wanted) + reach]
    runs = [run for run in _matcher(near, wanted).get_matching_blocks() if run.size >= min(LEAST_RUN, len(wanted))]
    if sum(run.size for run in runs) < LEAST_SHARE * len(wanted):
        return []
    return [(near[run.a].start, near[run.a + run.size - 1].stop) for run in runs]


def _matcher(words: list[Word], wanted: list[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, [word.folded for word in words], wanted, autojunk=False)


def _lines(boxes: Iterable[Box]) -> list[Box]:
    """Boxes side by side on one printed line as one box."""
    lines: list[Box] = []
    for box in sorted(boxes, key=lambda box: (box.top, box.x0)):
        place = next((number for number, line in enumerate(lines) if _is_same_line(line, box)), None)
        if place is None:
            lines.append(box)
        else:
            lines[place] = around([lines[place], box])
    return lines


def _is_same_line(line: Box, box: Box) -> bool:
    height = min(line.bottom - line.top, box.bottom - box.top)
    shared = min(line.bottom, box.bottom) - max(line.top, box.top)
    gap = max(box.x0 - line.x1, line.x0 - box.x1)
    return shared > 0.5 * height and gap < 2 * max(line.bottom - line.top, box.bottom - box.top)
