"""English words of a query in the Danish of the corpus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.analysis.joined import compounds
from index.analysis.lexicon import Lexicon, Rendering
from index.analysis.stopwords import STOP_WORDS
from index.analysis.synonyms import Synonyms, key_of
from index.analysis.ways import CorpusTerms, Otherwise, Ways, add
from index.analysis.weights import ExpansionWeights

MOST_RENDERINGS = 5
MOST_INSTEAD = 2
"""Renderings of an English word, none of which the corpus has, whose synonyms stand for it."""


class Translator:
    """Adds Danish renderings to the ways of English words."""

    def __init__(self, terms: CorpusTerms, lexicon: Lexicon, synonyms: Synonyms, weights: ExpansionWeights) -> None:
        self._terms = terms
        self._lexicon = lexicon
        self._synonyms = synonyms
        self._weights = weights
        self._otherwise = Otherwise(terms, synonyms, weights)

    def translate(self, words: Sequence[str], matches: Sequence[Rendering], ways: list[Ways], *, english: bool) -> None:
        """Add the renderings `matches`: of all words of an English question, in a Danish one of those the corpus does not have.

        A phrase of which the corpus has no rendering is rendered word by word.
        """
        for match in matches:
            if not self._rendered(match, words, ways, english) and match.end - match.start > 1:
                for place in range(match.start, match.end):
                    for alone in self._lexicon.translate(words[place : place + 1]):
                        self._rendered(replace(alone, start=place, end=place + 1), words, ways, english)
        for match in compounds(words, matches) if english else ():
            self._compounded(match, ways)

    def _rendered(self, match: Rendering, words: Sequence[str], ways: list[Ways], english: bool) -> bool:
        """Give every word of a phrase the renderings of the phrase; False where the corpus has none of them."""
        inside = range(match.start, match.end)
        if not english and any(self._has(words[place]) for place in inside):
            return True
        if all(words[place] in STOP_WORDS for place in inside):
            return True
        if english and not any(self._terms.of(rendering) for rendering in match.renderings):
            for place in inside:  # "large", "give": words that say nothing in Danish either
                if not self._has(words[place]):
                    ways[place] = {}
            return True
        known = [rendering for rendering in match.renderings if self._terms.holds(rendering)]
        for place in inside if known else ():
            self._render(place, known, ways, leads=place == match.start)
        if english and not known and match.end - match.start == 1:
            self._say_instead(match, ways[match.start])
        return bool(known)

    def _render(self, place: int, known: Sequence[str], ways: list[Ways], *, leads: bool) -> None:
        """Give the word at a place these renderings, beside itself, as an English passage may hold it.

        A stop word inside a phrase needs none, unless it leads the phrase.
        """
        ways[place] = {term: weight * self._weights.untranslated for term, weight in ways[place].items()}
        if ways[place] or leads:
            for number, rendering in enumerate(known[:MOST_RENDERINGS]):
                weight = self._weights.translation if number == 0 else self._weights.further_translation
                terms = self._terms.of(rendering)
                add(ways[place], terms, weight)
                add(ways[place], self._terms.kin_of(terms), weight * self._weights.translated_kin)
            for other in self._synonyms.of_key(key_of(known[0])) if self._weights.rendered else ():
                self._otherwise.say(ways[place], key_of(known[0]), other, factor=self._weights.rendered)

    def _say_instead(self, match: Rendering, ways: Ways) -> None:
        """What the corpus may say instead where it has no rendering of an English word: "money" is "midler" there."""
        share = self._weights.rendered or self._weights.translation
        for rendering in match.renderings[:MOST_INSTEAD] if ways else ():
            for other in self._synonyms.of_key(key_of(rendering)):
                if " " not in other.text and self._terms.holds(other.text):
                    self._otherwise.say(ways, key_of(rendering), other, missing=True, factor=share)

    def _compounded(self, match: Rendering, ways: list[Ways]) -> None:
        """Give both words of a compound that the corpus has the compound."""
        known = [term for term in map(self._terms.analysis.term_of, match.renderings) if self._terms.known(term)]
        for place in range(match.start, match.end) if known else ():
            if ways[place]:
                add(ways[place], known, self._weights.joined)

    def _has(self, word: str) -> bool:
        return self._terms.known(self._terms.analysis.of_word(word).term)
