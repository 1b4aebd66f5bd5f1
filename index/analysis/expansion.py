"""Expands a query: each of its words into every way the corpus may write the same idea."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.analysis.chain import Analysis
from index.analysis.joined import compounds
from index.analysis.kin import kin_of
from index.analysis.lexicon import Lexicon, Rendering, lexicon
from index.analysis.phrases import NameTable
from index.analysis.query import Group, QueryTerms, dates_of
from index.analysis.spelling import LONG, Speller
from index.analysis.stopwords import DANISH_MARKERS, ENGLISH_MARKERS, STOP_WORDS
from index.analysis.synonyms import Synonyms, Way, key_of, synonyms
from index.analysis.turns import turn_stem
from index.analysis.weights import READING_WEIGHTS, WEIGHTS, ExpansionWeights
from index.analysis.words import SUSPENDED, is_number, pieces, words_of

MOST_AKIN = 8
MOST_INSTEAD = 2
"""Renderings of an English word, none of which the corpus has, whose synonyms stand for it."""
MOST_CORRECTED = 40  # words from the start of a query: each takes milliseconds, and pasted pages are no slips of the hand


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
        self._analysis = analysis
        self._frequencies = frequencies
        self._speller = speller
        self._names = names or NameTable(())
        self._lexicon = words or lexicon()
        self._synonyms = alike or synonyms()
        self._weights = weights

    def for_reading(self) -> Expander:
        """The expander of the same corpus that tells how well a sentence says what is asked."""
        return Expander(
            self._analysis,
            self._frequencies,
            speller=self._speller,
            names=self._names,
            words=self._lexicon,
            alike=self._synonyms,
            weights=READING_WEIGHTS,
        )

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
        self._translate(words, matches, ways, english)
        if not english:
            self._turn(words, ways)
        self._join(words, ways)
        self._rename(words, ways)
        groups: dict[str, dict[str, float]] = {}
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
        return self._terms(text)

    def _is_danish(self, word: str) -> bool:
        """Whether a word of an English question is one of the corpus' language: "Where was mødet held?"."""
        return not self._lexicon.knows_english(word) and (
            self._lexicon.knows_danish(word) or self._known(self._analysis.term_of(word))
        )

    def _own(self, word: str, english: bool, *, correct: bool) -> dict[str, float]:
        """The word, its parts, its Danish synonyms, and where the corpus does not have it, the nearest word that it has."""
        own = self._analysis.of_word(word)
        if not own.term:
            return {}
        ways = {own.term: 1.0}
        share = self._weights.part if len(own.parts) < 3 else self._weights.part * (2 / len(own.parts)) ** 0.5
        for part in own.parts:
            ways.setdefault(part, share)
        kin = self._kin_of([own.term])
        for noun in kin:
            ways.setdefault(noun, self._weights.kin)
        missing = not any(self._known(term) for term in (own.term, *own.parts, *kin))
        for other in () if english else self._synonyms.of(word):
            self._say(ways, own.term, other, missing=missing)
        for akin in () if english else self._lexicon.akin(word)[:MOST_AKIN]:
            for term in self._terms(akin):
                if self._known(term) and not self._synonyms.opposed(own.term, term):
                    ways.setdefault(term, self._weights.akin_instead if missing else self._weights.akin)
        if missing and correct and not (english and len(word) < LONG):  # "bake" is no slip for "bakke"
            self._correct(word, ways)
        elif correct and not self._known(own.term) and "-" in word and not is_number(word):
            self._correct_piece(word, ways)
        return ways

    def _say(self, ways: dict[str, float], asked: str, way: Way, *, missing: bool = False, factor: float = 1.0) -> None:
        """Add another way to say what is asked, but for its opposite."""
        weight = self._weights.of(way.closeness, missing=missing) * factor
        if not weight or self._synonyms.opposed(asked, key_of(way.text)):
            return
        if " " not in way.text:
            _add(ways, self._terms(way.text), weight)
        elif self._weights.turns:
            _add(ways, [key_of(way.text)], weight)

    def _turn(self, words: Sequence[str], ways: list[dict[str, float]]) -> None:
        """Every word of a turn ("træde i kraft") may be said by whatever stands for the turn, or by the turn as one."""
        for turn in self._synonyms.turns.found([turn_stem(word) for word in words]):
            others = self._synonyms.of_key(turn.key)
            for place in turn.places:
                if ways[place] or place == turn.anchor:
                    for other in others:
                        self._say(ways[place], turn.key, other)
                    if self._weights.turns:
                        ways[place][turn.key] = 1.0

    def _correct(self, word: str, ways: dict[str, float]) -> None:
        if self._speller is None or is_number(word) or self._lexicon.knows_english(word):
            return
        for nearest, distance in self._speller.correct(word):
            _add(ways, self._terms(nearest), self._weights.corrected / max(1, distance) ** 0.5)

    def _correct_piece(self, word: str, ways: dict[str, float]) -> None:
        """Correct that piece of a hyphened word that the corpus does not have, where it has the whole then."""
        for piece in pieces(word):
            if self._speller is None or any(self._known(term) for term in self._terms(piece)):
                continue
            for nearest, distance in self._speller.correct(piece):
                term = self._analysis.of_word(word.replace(piece, nearest)).term
                if self._known(term):
                    ways[term] = self._weights.corrected / max(1, distance) ** 0.5

    def _translate(self, words: Sequence[str], matches: Sequence[Rendering], ways: list[dict[str, float]], english: bool) -> None:
        """English words become Danish: all of them in an English question, in a Danish one those the corpus does not have."""
        for match in matches:
            if not self._rendered(match, words, ways, english) and match.end - match.start > 1:
                for place in range(match.start, match.end):
                    for alone in self._lexicon.translate(words[place : place + 1]):
                        self._rendered(replace(alone, start=place, end=place + 1), words, ways, english)
        for match in compounds(words, matches) if english else ():
            self._compounded(match, ways)

    def _compounded(self, match: Rendering, ways: list[dict[str, float]]) -> None:
        """Give both words of a compound that the corpus has the compound."""
        known = [term for term in map(self._analysis.term_of, match.renderings) if self._known(term)]
        for place in range(match.start, match.end) if known else ():
            if ways[place]:
                _add(ways[place], known, self._weights.joined)

    def _rendered(self, match: Rendering, words: Sequence[str], ways: list[dict[str, float]], english: bool) -> bool:
        """Give every word of a phrase the renderings of the phrase; False where the corpus has none of them."""
        inside = range(match.start, match.end)
        if not english and any(self._known(self._analysis.of_word(words[place]).term) for place in inside):
            return True
        if all(words[place] in STOP_WORDS for place in inside):
            return True
        if english and not any(self._terms(rendering) for rendering in match.renderings):
            for place in inside:  # "large", "give": words that say nothing in Danish either
                if not self._known(self._analysis.of_word(words[place]).term):
                    ways[place] = {}
            return True
        known = [rendering for rendering in match.renderings if any(self._known(term) for term in self._terms(rendering))]
        for place in inside if known else ():
            ways[place] = {term: weight * self._weights.untranslated for term, weight in ways[place].items()}
            if ways[place] or place == match.start:
                for number, rendering in enumerate(known[:5]):
                    weight = self._weights.translation if number == 0 else self._weights.further_translation
                    terms = self._terms(rendering)
                    _add(ways[place], terms, weight)
                    _add(ways[place], self._kin_of(terms), weight * self._weights.translated_kin)
                for other in self._synonyms.of_key(key_of(known[0])) if self._weights.rendered else ():
                    self._say(ways[place], key_of(known[0]), other, factor=self._weights.rendered)
        if english and not known and match.end - match.start == 1:
            self._say_instead(match, ways[match.start])
        return bool(known)  # an English passage may hold the word itself

    def _say_instead(self, match: Rendering, ways: dict[str, float]) -> None:
        """What the corpus may say instead where it has no rendering of an English word: "money" is "midler" there."""
        share = self._weights.rendered or self._weights.translation
        for rendering in match.renderings[:MOST_INSTEAD] if ways else ():
            for other in self._synonyms.of_key(key_of(rendering)):
                if " " not in other.text and any(self._known(term) for term in self._terms(other.text)):
                    self._say(ways, key_of(rendering), other, missing=True, factor=share)

    def _join(self, words: Sequence[str], ways: list[dict[str, float]]) -> None:
        """Two neighbours that the corpus writes as one word, with or without a linking s: "akut sygepleje", "patient rettet"."""
        for place in range(len(words) - 1):
            first, last = words[place], words[place + 1]
            if first in STOP_WORDS or last in STOP_WORDS or is_number(first) or is_number(last):
                continue
            for link in ("", "s", "e"):
                term = self._analysis.of_word(first + link + last).term
                if self._known(term):
                    ways[place][term] = self._weights.joined

    def _rename(self, words: Sequence[str], ways: list[dict[str, float]]) -> None:
        for start, end, others in self._names.found(words):
            if end - start == 1 and words[start] in STOP_WORDS:
                continue
            for other in others[:3]:
                terms = self._terms(other)
                _add(ways[start], terms, self._weights.name if len(terms) < 3 else self._weights.name * (2 / len(terms)) ** 0.5)

    def _kin_of(self, terms: Sequence[str]) -> list[str]:
        """Those kin of the terms that the corpus has."""
        return [kin for term in terms for kin in kin_of(term) if self._known(kin)]

    def _terms(self, text: str) -> list[str]:
        return list(dict.fromkeys(self._analysis.terms(text)))

    def _known(self, term: str) -> bool:
        return bool(term) and self._frequencies.get(term, 0) > 0


def is_english(words: Sequence[str]) -> bool:
    """Whether folded words read as English: more English than Danish little words, else more words of English alone."""
    english, danish = sum(word in ENGLISH_MARKERS for word in words), sum(word in DANISH_MARKERS for word in words)
    if english == danish:
        both = lexicon()
        in_english, in_danish = [both.knows_english(word) for word in words], [both.knows_danish(word) for word in words]
        english = sum(one and not other for one, other in zip(in_english, in_danish, strict=True))
        danish = sum(other and not one for one, other in zip(in_english, in_danish, strict=True))
    return english > danish


def _add(ways: dict[str, float], terms: Sequence[str], weight: float) -> None:
    for term in terms:
        ways[term] = max(weight, ways.get(term, 0.0))
