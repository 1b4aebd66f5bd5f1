"""The stretch of a passage that is quoted: the answering unit, joined with what it needs, cut to what is needed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.records import Passage
from service.answering.extracts.units import Unit

MOST_WORDS = 60
"""A quote is cut to about this many words."""

_LEANS_BACK = re.compile(
    r"^\W*(?:det|dette|denne|disse|den|de|her|herfor|hertil|heraf|herunder|derfor|dermed|derudover|begge|samtidig|han|hun|udvalget|gruppen|"
    r"såfremt dette|i dette tilfælde|i den forbindelse|it|this|these|they|both)\b(?! (?:er det|drejer sig|indstilles|fremgår|forventes|blev))",
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


def excerpt_of(unit: Unit, units: Sequence[Unit]) -> Excerpt:
    """The unit, with the one before when it leans on it ("Det skyldes …") and both are short enough together.

    `units` are all units of the passage in order.
    """
    excerpt = Excerpt(passage=unit.passage, start=unit.start, end=unit.end)
    if unit.number > 0 and _LEANS_BACK.match(unit.text):
        joined = Excerpt(passage=unit.passage, start=units[unit.number - 1].start, end=unit.end)
        if joined.word_count <= MOST_WORDS:
            return joined
    return excerpt


def joined(first: Excerpt, second: Excerpt) -> Excerpt | None:
    """One excerpt over both when they stand near each other in one passage, else None."""
    if first.passage.id != second.passage.id:
        return None
    whole = Excerpt(passage=first.passage, start=min(first.start, second.start), end=max(first.end, second.end))
    return whole if whole.word_count <= MOST_WORDS else None


def cut(excerpt: Excerpt, keep: Sequence[tuple[int, int]]) -> Excerpt:
    """Cut a long excerpt at clause ends to a window of about `MOST_WORDS` words around what must be kept.

    `keep` are half-open ranges in the passage, the most important first; as many as fit are kept.
    """
    if excerpt.word_count <= MOST_WORDS or not keep:
        return excerpt
    clauses = _clauses(excerpt)
    first = last = _clause_of(clauses, keep[0][0])
    for start, _ in keep[1:]:
        place = _clause_of(clauses, start)
        low, high = min(first, place), max(last, place)
        if _words_between(excerpt.passage.text, clauses, low, high) <= MOST_WORDS:
            first, last = low, high
    first, last = _grown(excerpt.passage.text, clauses, first, last)
    return Excerpt(passage=excerpt.passage, start=clauses[first][0], end=clauses[last][1])


def _clauses(excerpt: Excerpt) -> list[tuple[int, int]]:
    ends = [excerpt.start + match.end() for match in re.finditer(r"[,;:.](?=\s)\s*|\s[–-]\s|\n", excerpt.text)]
    edges = [excerpt.start, *[end for end in ends if excerpt.start < end < excerpt.end], excerpt.end]
    return list(zip(edges, edges[1:], strict=False))


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
