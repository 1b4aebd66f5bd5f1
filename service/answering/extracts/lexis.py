"""The words of one corpus: how a word is reduced to terms, how rare it is, and in what other ways the corpus says the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache, partial
from threading import Lock

from index.analysis.chain import Analysis
from index.analysis.folding import fold
from index.analysis.query import Group
from index.analysis.synonyms import synonyms
from index.analysis.turns import turn_stem
from index.analysis.words import MOST_LETTERS
from index.opened import OpenIndex
from service.answering.extracts.short_forms import short_form
from service.answering.extracts.unwritten import Unwritten
from service.answering.extracts.words import WORD, Word

MOST_WORDS = 100_000
"""Words whose terms are remembered, those met longest ago let go first."""


class Lexis:
    """The analysis and expansion of an index, as the extracts use them; safe between threads."""

    def __init__(self, index: OpenIndex) -> None:
        self._expander = index.expander.for_reading()
        self._frequencies = index.lexical.frequencies
        self.passage_count = max(1, index.lexical.passage_count)
        # a partial, no method of this: one that holds itself lives on, with the index, until Python's collector comes by
        self._terms_of = lru_cache(maxsize=MOST_WORDS)(partial(_analyse, index.lexical.analysis(), Lock()))

    def words(self, text: str) -> Iterator[Word]:
        """The words of a text in order."""
        matches = list(WORD.finditer(text))
        turns: dict[int, tuple[str, ...]] = {}
        for turn in synonyms().turns.found([_turn_stem(match.group()) for match in matches]):
            turns[turn.anchor] = (*turns.get(turn.anchor, ()), turn.key)
        for place, match in enumerate(matches):
            term, parts = self._terms_of(match.group())
            short = short_form(place, matches, text, self.parts)
            yield Word(
                text=match.group(),
                start=match.start(),
                end=match.end(),
                term=term,
                parts=(*parts, short) if short else parts,
                turns=turns.get(place, ()),
            )

    def groups(self, text: str) -> tuple[Group, ...]:
        """The ideas of a question, each with every way the corpus may write it."""
        return self._expander.expand(text).groups

    def parts(self, word: str) -> tuple[str, ...]:
        """The terms of the parts of a compound, guessed for one that the corpus does not have; () for a word of one part."""
        term, parts = self._terms_of(word)
        if parts or self.frequency(term) or not term.isalpha():
            return parts
        return self._unwritten.parts(term, self._known_term)

    @cached_property
    def _unwritten(self) -> Unwritten:
        return Unwritten(self._frequencies)

    def _known_term(self, word: str) -> str:
        term = self._terms_of(word)[0]
        return term if self.frequency(term) else ""

    def frequency(self, term: str) -> int:
        """In how many passages a term stands, its context included."""
        return self._frequencies.get(term, 0)


def _analyse(analysis: Analysis, lock: Lock, word: str) -> tuple[str, tuple[str, ...]]:
    folded = fold(word)[:MOST_LETTERS]
    with lock:
        found = analysis.of_word(folded.partition("'")[0] if "'" in folded else folded)
    return found.term, found.parts


@lru_cache(maxsize=MOST_WORDS)
def _turn_stem(word: str) -> str:
    return turn_stem(fold(word)[:MOST_LETTERS])
