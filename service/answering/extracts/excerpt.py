"""The stretch of a passage that is quoted: the answering window, grown by what it leans on, cut to what is needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.records import Passage
from service.answering.extracts.units import Unit
from service.answering.extracts.windows import Window

MOST_WORDS = 60
"""A quote is cut to about this many words."""

EASY_WORDS = 40
"""Up to this many words a quote takes its neighbours in: one sentence out of its paragraph is easily misread."""

_LEANS_BACK = re.compile(
    r"^\W*(?:det|dette|denne|disse|den|de|her|herfor|hertil|heraf|herunder|derfor|dermed|derudover|begge|samtidig|han|hun|"
    r"til ?sammen|såfremt dette|i dette tilfælde|i den forbindelse|it|this|these|they|both)\b"
    r"(?! (?:er det|drejer sig|indstilles|fremgår|forventes|blev))",
    re.IGNORECASE,
)


_CONCLUDES = re.compile(
    r"^\W*(?:[\w-]+\s+){0,4}?(?:derfor|således(?!,? at)|dermed|på (?:den|denne|det) (?:baggrund|grundlag)|"
    r"therefore|thus|hence)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A half-open range of a passage's text."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words, verbatim."""
        return self.passage.text[self.start : self.end]

    @property
    def word_count(self) -> int:
        """Words as white space separates them."""
        return len(self.text.split())


def excerpt_of(window: Window, idle: Callable[[Unit], bool] = lambda _: False) -> Excerpt:
    """The window, with the sentence it leans on, what stands under a title it ends with, and what follows in its paragraph.

    Of the sentences before it those are left out that are `idle`.
    """
    units = window.units
    first, last = window.first, window.last
    if first > 0 and _LEANS_BACK.match(window.text) and _words(units, first - 1, last) <= MOST_WORDS:
        first -= 1
    first = _room_below(units, first, last)
    while last + 1 < len(units) and units[last].is_title and _words(units, first, last + 1) <= MOST_WORDS:
        last += 1
    while last + 1 < len(units) and _follows(units[last], units[last + 1]) and _words(units, first, last + 1) <= EASY_WORDS:
        last += 1
    while (
        first > 0
        and not idle(units[first - 1])
        and _begins_before(units[first - 1], units[first])
        and _words(units, first - 1, last) <= EASY_WORDS
    ):
        first -= 1
    return Excerpt(passage=units[first].passage, start=units[first].start, end=units[last].end)


def leans_back(text: str) -> bool:
    """Whether a sentence begins with a word that points to the one before it."""
    return bool(_LEANS_BACK.match(text))


def draws_conclusion(text: str) -> bool:
    """Whether a sentence says that it follows from the one before ("The council therefore proposes …")."""
    return bool(_CONCLUDES.match(text))


def cut(excerpt: Excerpt, keep: Sequence[tuple[int, int]]) -> Excerpt:
    """Cut a long excerpt at clause ends to a window of about `MOST_WORDS` words around what must be kept.

    `keep` are half-open ranges in the passage, the most important first; as many as fit are kept.
    """
    if excerpt.word_count <= MOST_WORDS or not keep:
        return excerpt
    text, clauses = excerpt.passage.text, _clauses(excerpt)
    first = last = _clause_of(clauses, keep[0][0])
    for start, _ in keep[1:]:
        place = _clause_of(clauses, start)
        low, high = min(first, place), max(last, place)
        if _words_between(text, clauses, low, high) <= MOST_WORDS:
            first, last = low, high
    first, last = _grown(text, clauses, first, last)
    return Excerpt(passage=excerpt.passage, start=clauses[first][0], end=_without_space(text, clauses[last][1]))


def _words(units: Sequence[Unit], first: int, last: int) -> int:
    return len(units[first].passage.text[units[first].start : units[last].end].split())


def _room_below(units: Sequence[Unit], first: int, last: int) -> int:
    """The first unit to quote when the window ends with a title: what stands before the title makes room for what it heads."""
    if last + 1 == len(units) or not units[last].is_title:
        return first
    while first < last and _words(units, first, last + 1) > MOST_WORDS:
        first += 1
    return first


def _begins_before(unit: Unit, coming: Unit) -> bool:
    """Whether the sentence before belongs to the same paragraph."""
    return "\n" not in unit.passage.text[unit.end : coming.start]


def _follows(unit: Unit, coming: Unit) -> bool:
    """Whether the coming unit goes on in the same paragraph or list."""
    between = unit.passage.text[unit.end : coming.start]
    return "\n" not in between or unit.text.endswith(":") or (unit.is_item and coming.is_item)


def _clauses(excerpt: Excerpt) -> list[tuple[int, int]]:
    ends = [excerpt.start + match.end() for match in re.finditer(r"(?<!\d)[,;:.](?=\s)\s*|\s[–-]\s|\n", excerpt.text)]
    edges = [excerpt.start, *[end for end in ends if excerpt.start < end < excerpt.end], excerpt.end]
    return list(pairwise(edges))


def _clause_of(clauses: Sequence[tuple[int, int]], offset: int) -> int:
    return next((place for place, (_, end) in enumerate(clauses) if offset < end), len(clauses) - 1)


def _words_between(text: str, clauses: Sequence[tuple[int, int]], first: int, last: int) -> int:
    return len(text[clauses[first][0] : clauses[last][1]].split())


def _grown(text: str, clauses: Sequence[tuple[int, int]], first: int, last: int) -> tuple[int, int]:
    """Grow a window of clauses, forwards then backwards, as long as it stays short enough."""
    growing = True
    while growing:
        growing = False
        if last + 1 < len(clauses) and _words_between(text, clauses, first, last + 1) <= MOST_WORDS:
            last, growing = last + 1, True
        if first > 0 and _words_between(text, clauses, first - 1, last) <= MOST_WORDS:
            first, growing = first - 1, True
    return first, last


def _without_space(text: str, end: int) -> int:
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return end
