"""Expands a query: each of its words into every way the corpus may write the same idea."""

from __future__ import annotations

from collections.abc import Mapping

from index.analysis.chain import Analysis
from index.analysis.query import Group, QueryTerms, dates_of
from index.analysis.words import words_of

PART_WEIGHT = 0.5
JOINED_WEIGHT = 1.0


class Expander:
    """Expands queries for one corpus. `frequencies` gives each term of the corpus and how many passages hold it."""

    def __init__(self, analysis: Analysis, frequencies: Mapping[str, int]) -> None:
        self._analysis = analysis
        self._frequencies = frequencies

    def expand(self, text: str) -> QueryTerms:
        """The groups of a query, in its order."""
        words = words_of(text)
        groups = [group for word in dict.fromkeys(words) if (group := self._group(word))]
        return QueryTerms(groups=tuple(groups), dates=dates_of(text))

    def _group(self, word: str) -> Group | None:
        own = self._analysis.of_word(word)
        if not own.term:
            return None
        alternatives = {own.term: 1.0}
        for part in own.parts:
            alternatives.setdefault(part, PART_WEIGHT / max(1, len(own.parts)) ** 0.5)
        return Group(word=word, alternatives=tuple(alternatives.items()))
