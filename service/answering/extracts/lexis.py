"""The words of one corpus: how a word is reduced to terms, how rare it is, and in what other ways the corpus says the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from threading import Lock

from index.analysis.folding import fold
from index.analysis.query import Group
from index.opened import OpenIndex
from service.answering.extracts.words import WORD, Word


class Lexis:
    """The analysis and expansion of an index, as the extracts use them; safe between threads."""

    def __init__(self, index: OpenIndex) -> None:
        self._analysis = index.lexical.analysis()
        self._expander = index.expander
        self._frequencies = index.lexical.frequencies
        self._lock = Lock()
        self.passage_count = max(1, index.lexical.passage_count)
        self._terms_of = lru_cache(maxsize=200_000)(self._analyse)

    def words(self, text: str) -> Iterator[Word]:
        """The words of a text in order."""
        for match in WORD.finditer(text):
            term, parts = self._terms_of(match.group())
            yield Word(text=match.group(), start=match.start(), end=match.end(), term=term, parts=parts)

    def groups(self, text: str) -> tuple[Group, ...]:
        """The ideas of a question, each with every way the corpus may write it."""
        return self._expander.expand(text).groups

    def frequency(self, term: str) -> int:
        """In how many passages a term stands, its context included."""
        return self._frequencies.get(term, 0)

    def _analyse(self, word: str) -> tuple[str, tuple[str, ...]]:
        folded = fold(word)
        with self._lock:
            found = self._analysis.of_word(folded.partition("'")[0] if "'" in folded else folded)
        return found.term, found.parts
