"""The chain from text to terms: fold, split into words, drop stop words, stem, split compounds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from index.analysis.compounds import Splitter
from index.analysis.stems import stem
from index.analysis.stopwords import STOP_WORDS
from index.analysis.words import SUSPENDED, pieces, words_of

MOST_KEPT = 100_000
"""Words whose terms are remembered; then all are forgotten, as questions bring new words for as long as a service runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTerms:
    """What one word is indexed under: its own term ("" for a stop word) and the terms of its parts."""

    term: str
    parts: tuple[str, ...]


class Analysis:
    """The analysis of one corpus. `counts` gives each folded word of the corpus and how often it stands there.

    Two texts that differ only in inflection, accents or case have the same terms. Not safe to share between threads
    while words are new to it; the answers are the same in any order. `stem_of` and `last_stems_of` are those of `Splitter`.
    """

    def __init__(
        self,
        counts: Mapping[str, int],
        stem_of: Callable[[str], str] = stem,
        last_stems_of: Callable[[str], Sequence[str]] | None = None,
    ) -> None:
        self.splitter = Splitter(counts, stem_of, last_stems_of)
        self._stem = stem_of
        self._cache: dict[str, WordTerms] = {}

    def of_word(self, word: str) -> WordTerms:
        """The terms of one folded word, as `words_of` gives it."""
        known = self._cache.get(word)
        if known is None:
            if len(self._cache) >= MOST_KEPT:
                self._cache.clear()
            known = self._cache[word] = self._analyse_word(word)
        return known

    def term_of(self, word: str) -> str:
        """The own term of one folded word, without its parts: quick, and not remembered, for words that may be none."""
        return "" if word in STOP_WORDS else self._stem(word)

    def terms(self, text: str) -> list[str]:
        """The terms of a text in order, without stop words and without the parts of compounds."""
        return [term for term in (self.of_word(word).term for word in words_of(text)) if term]

    def _analyse_word(self, word: str) -> WordTerms:
        if SUSPENDED in word:
            word = self.splitter.complete(word)
        if word in STOP_WORDS:
            return WordTerms(term="", parts=())
        own = self._stem(word)
        parts = [] if word.isalpha() else [piece for piece in pieces(word) if piece not in STOP_WORDS]
        for whole in (word, *parts):
            parts += self.splitter.parts(whole)
        if not parts:
            return WordTerms(term=own, parts=())
        stems = dict.fromkeys(self._stem(part) for part in parts)
        return WordTerms(term=own, parts=tuple(part for part in stems if part != own and len(part) > 1))


def analyse(text: str) -> list[str]:
    """The terms of a text in order, with no corpus at hand: folded, without stop words, stemmed; compounds stay whole."""
    return [stem(word) for word in words_of(text) if word not in STOP_WORDS and SUSPENDED not in word]
