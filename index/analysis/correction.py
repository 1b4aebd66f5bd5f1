"""Words of a query that the corpus does not have, corrected to the nearest that it has."""

from __future__ import annotations

import math

from index.analysis.lexicon import Lexicon
from index.analysis.spelling import Speller
from index.analysis.ways import CorpusTerms, Ways, add
from index.analysis.words import is_number, pieces


class Corrector:
    """Adds the corrections of a word to its ways. Without a speller nothing is corrected."""

    def __init__(self, terms: CorpusTerms, speller: Speller | None, lexicon: Lexicon, corrected: float) -> None:
        self._terms = terms
        self._speller = speller
        self._lexicon = lexicon
        self._corrected = corrected

    def correct(self, word: str, ways: Ways) -> None:
        """Correct a whole word; numbers and English words are no slips."""
        if self._speller is None or is_number(word) or self._lexicon.knows_english(word):
            return
        for nearest, distance in self._speller.correct(word):
            add(ways, self._terms.of(nearest), self._worth(distance))

    def correct_piece(self, word: str, ways: Ways) -> None:
        """Correct that piece of a hyphened word that the corpus does not have, where it has the whole then."""
        for piece in pieces(word):
            if self._speller is None or self._terms.holds(piece):
                continue
            for nearest, distance in self._speller.correct(piece):
                term = self._terms.analysis.of_word(word.replace(piece, nearest)).term
                if self._terms.known(term):
                    ways[term] = self._worth(distance)

    def _worth(self, distance: float) -> float:
        return self._corrected / math.sqrt(max(1, distance))
