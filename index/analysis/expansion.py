"""Expands a query: each of its words into every way the corpus may write the same idea."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from index.analysis.chain import Analysis
from index.analysis.correction import Corrector
from index.analysis.language import is_english
from index.analysis.lexicon import Lexicon, lexicon
from index.analysis.phrases import NameTable
from index.analysis.query import Group, QueryTerms, dates_of
from index.analysis.spelling import LONG, Speller
from index.analysis.stopwords import STOP_WORDS
from index.analysis.synonyms import Synonyms, synonyms
from index.analysis.translation import Translator
from index.analysis.turns import turn_stem
from index.analysis.ways import CorpusTerms, Otherwise, Ways, add
from index.analysis.weights import READING_WEIGHTS, WEIGHTS, ExpansionWeights
from index.analysis.words import SUSPENDED, is_number, words_of

MOST_AKIN = 8
MOST_NAMES = 3
MOST_CORRECTED = 40
"""Words from the start of a query: each takes milliseconds, and pasted pages are no slips of the hand."""
LINKS = ("", "s", "e")
"""What may stand between two words that the corpus writes as one."""


class Expander:
    """Expands queries for one corpus. `frequencies` gives each term of the corpus and how many passages hold it."""

    def __init__(
        self,
        analysis: Analysis,
        frequencies: Mapping[str, int],
        *,
        speller: Speller | None = None,
        names: NameTable | None = None,
        words: Lexicon | None = None,
        alike: Synonyms | None = None,
        weights: ExpansionWeights = WEIGHTS,
    ) -> None:
        self._terms = CorpusTerms(analysis, frequencies)
        self._names = names or NameTable(())
        self._lexicon = words or lexicon()
        self._synonyms = alike or synonyms()
        self._weights = weights
        self._otherwise = Otherwise(self._terms, self._synonyms, weights)
        self._corrector = Corrector(self._terms, speller, self._lexicon, weights.corrected)
        self._translator = Translator(self._terms, self._lexicon, self._synonyms, weights)
        self._reading = partial(Expander, analysis, frequencies, speller=speller, names=names, words=words, alike=alike)

    def for_reading(self) -> Expander:
        """The expander of the same corpus that tells how well a sentence says what is asked."""
        return self._reading(weights=READING_WEIGHTS)

    def expand(self, text: str) -> QueryTerms:
        """The groups of a query, in its order. A query of nothing but stop words is taken at its word."""
        words = [word for word in words_of(text) if SUSPENDED not in word]
        english = is_english(words)
        matches = self._lexicon.translate(words)
        english_here = {place for match in matches for place in range(match.start, match.end)}
        correct = {place for place in range(min(len(words), MOST_CORRECTED)) if not (english and place in english_here)}
        ways = [
            self._own(word, english and not self._is_danish(word), correct=place in correct) for place, word in enumerate(words)
        ]
        self._translator.translate(words, matches, ways, english=english)
        if not english:
            self._turn(words, ways)
        self._join(words, ways)
        self._rename(words, ways)
        groups: dict[str, Ways] = {}
        for word, alternatives in zip(words, ways, strict=True):
            if alternatives:
                groups.setdefault(word, alternatives)
        suspended = [word for word in words_of(text) if SUSPENDED in word]
        for word in suspended:
            groups[word] = self._own(word, english=False, correct=False)
        return QueryTerms(
            groups=tuple(Group(word=word, alternatives=tuple(way.items())) for word, way in groups.items()), dates=dates_of(text)
        )

    def terms_of(self, text: str) -> list[str]:
        """The terms of a name or text as the corpus is indexed under, each once, without expansion."""
        return self._terms.of(text)

    def _is_danish(self, word: str) -> bool:
        """Whether a word of an English question is one of the corpus' language: "Where was mødet held?"."""
        return not self._lexicon.knows_english(word) and (
            self._lexicon.knows_danish(word) or self._terms.known(self._terms.analysis.term_of(word))
        )

    def _own(self, word: str, english: bool, *, correct: bool) -> Ways:
        """The word, its parts, its Danish synonyms, and where the corpus does not have it, the nearest word that it has."""
        own = self._terms.analysis.of_word(word)
        if not own.term:
            return {}
        ways = {own.term: 1.0}
        for part in own.parts:
            ways.setdefault(part, _shared(self._weights.part, len(own.parts)))
        kin = self._terms.kin_of([own.term])
        for noun in kin:
            ways.setdefault(noun, self._weights.kin)
        missing = not any(self._terms.known(term) for term in (own.term, *own.parts, *kin))
        if not english:
            self._say_otherwise(word, own.term, ways, missing=missing)
        if missing and correct and not (english and len(word) < LONG):  # "bake" is no slip for "bakke"
            self._corrector.correct(word, ways)
        elif correct and not self._terms.known(own.term) and "-" in word and not is_number(word):
            self._corrector.correct_piece(word, ways)
        return ways

    def _say_otherwise(self, word: str, term: str, ways: Ways, *, missing: bool) -> None:
        """The synonyms of a Danish word, and those words of the corpus that share an English rendering with it."""
        for other in self._synonyms.of(word):
            self._otherwise.say(ways, term, other, missing=missing)
        akin = (each for other in self._lexicon.akin(word)[:MOST_AKIN] for each in self._terms.of(other))
        for each in akin:
            if self._terms.known(each) and not self._synonyms.opposed(term, each):
                ways.setdefault(each, self._weights.akin_instead if missing else self._weights.akin)

    def _turn(self, words: Sequence[str], ways: list[Ways]) -> None:
        """Every word of a turn ("træde i kraft") may be said by whatever stands for the turn, or by the turn as one."""
        for turn in self._synonyms.turns.found([turn_stem(word) for word in words]):
            others = self._synonyms.of_key(turn.key)
            for place in turn.places:
                if ways[place] or place == turn.anchor:
                    for other in others:
                        self._otherwise.say(ways[place], turn.key, other)
                    if self._weights.turns:
                        ways[place][turn.key] = 1.0

    def _join(self, words: Sequence[str], ways: list[Ways]) -> None:
        """Two neighbours that the corpus writes as one word, with or without a linking s: "akut sygepleje", "patient rettet"."""
        for place in range(len(words) - 1):
            first, last = words[place], words[place + 1]
            if first in STOP_WORDS or last in STOP_WORDS or is_number(first) or is_number(last):
                continue
            for link in LINKS:
                term = self._terms.analysis.of_word(first + link + last).term
                if self._terms.known(term):
                    ways[place][term] = self._weights.joined

    def _rename(self, words: Sequence[str], ways: list[Ways]) -> None:
        for start, end, others in self._names.found(words):
            if end - start == 1 and words[start] in STOP_WORDS:
                continue
            for other in others[:MOST_NAMES]:
                terms = self._terms.of(other)
                add(ways[start], terms, _shared(self._weights.name, len(terms)))


def _shared(weight: float, count: int) -> float:
    """The weight of each of so many terms that are one idea together: many do not outweigh two."""
    return weight if count < 3 else weight * (2 / count) ** 0.5
