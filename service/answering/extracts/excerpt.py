"""The stretch of a passage that is quoted: the answering unit, joined with what it needs, cut to what is needed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.records import Passage
from service.answering.extracts.windows import Window

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


def excerpt_of(window: Window) -> Excerpt:
    """The window, with the unit before when it leans on that ("Det skyldes …") and both are short enough together."""
    passage = window.units[window.first].passage
    excerpt = Excerpt(passage=passage, start=window.start, end=window.end)
    if window.first > 0 and _LEANS_BACK.match(window.text):
        joined = Excerpt(passage=passage, start=window.units[window.first - 1].start, end=window.end)
        if joined.word_count <= MOST_WORDS:
            return joined
    return excerpt


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
