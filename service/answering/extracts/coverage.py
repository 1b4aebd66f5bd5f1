"""How well words meet the terms of a question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from service.answering.extracts.terms import Term
from service.answering.extracts.words import Word

PART = 0.75
RELATED = 0.55
SYNCOPE = 0.95
"""Danish words in -el, -er and -en drop their e before an ending ("varsel", "varslet"), so their stems differ."""
SAID = 0.5
"""From this weight on another way to say a word is that word: a translation, a renaming, but no part and no synonym."""
ALIKE = 0.85
"""From this weight on it is also met by words that are only like it: a compound's part is no synonym's part."""
SHORTEST_PART = 5
"""Letters a compound's part must have at least, so that "plan" alone does not meet "planlægning"."""

_DENIED = re.compile(r"u~|~s?(?:fri|frit|loes|loest)")
"""What is left around a word in one that says its opposite: "uafklaret", "vederlagsfri", "hjemløs"."""

Floats = NDArray[np.float64]


class Meetings:
    """How well words meet the terms of one question: themselves, in a compound, or in another of the corpus' ways to say it.

    Every distinct word is compared once. Not to be shared between threads; made anew for each question.
    """

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = terms
        self.weights: Floats = np.array([term.weight for term in terms], dtype=np.float64)
        self.names: Floats = np.array([float(term.is_name) for term in terms], dtype=np.float64)
        self._exact: dict[str, list[tuple[int, float]]] = {}
        for number, term in enumerate(terms):
            for alternative, weight in term.alternatives:
                self._exact.setdefault(alternative, []).append((number, weight))
        self._alike = {
            alternative: [(number, weight) for number, weight in meets if weight >= ALIKE]
            for alternative, meets in self._exact.items()
            if " " not in alternative and max(weight for _, weight in meets) >= ALIKE
        }
        self._likeable = _Likeable(self._alike)
        self._own = [_Spellings(term) for term in terms]
        self._of_token: dict[str, list[int]] = {}
        self._of_word: dict[tuple[str, tuple[str, ...], tuple[str, ...]], tuple[tuple[int, float], ...]] = {}

    def of_word(self, word: Word) -> tuple[tuple[int, float], ...]:
        """The terms a word meets, as (number of the term, how well: above 0, at most 1)."""
        if not (word.term or word.turns):
            return ()
        key = (word.term, word.parts, word.turns)
        known = self._of_word.get(key)
        if known is None:
            known = self._of_word[key] = self._compare(word)
        return known

    def of(self, words: Iterable[Word]) -> Floats:
        """How well the best of the words meets each term, float64 `(n_terms,)`, 0 to 1."""
        best = [0.0] * len(self.terms)
        known = self._of_word
        for word in words:
            found = known.get((word.term, word.parts, word.turns))  # nearly every word was met before: not worth a call
            for number, met in self.of_word(word) if found is None else found:
                if met > best[number]:
                    best[number] = met
        return np.array(best, dtype=np.float64)

    def strictly(self, words: Iterable[Word]) -> Floats:
        """Which terms the words say themselves, float64 `(n_terms,)`, 0 or 1.

        A compound says its parts, but a part does not say the compound, unless the words say every part of it.
        """
        tokens = _tokens(words)
        said = np.zeros(len(self.terms))
        for token in tokens:
            said[self._saying(token)] = 1.0
        for number, term in enumerate(self.terms):
            if not said[number]:
                said[number] = float(self._says_parts(tokens, term))
        return said

    def says(self, word: Word, number: int) -> bool:
        """Whether a word alone says a term, by its number."""
        if not word.term:
            return False
        tokens = {word.term, *word.parts}
        return any(number in self._saying(token) for token in tokens) or self._says_parts(tokens, self.terms[number])

    def _saying(self, token: str) -> list[int]:
        """The numbers of the terms that a word or a compound's part says by itself."""
        known = self._of_token.get(token)
        if known is None:
            known = self._of_token[token] = [
                number for number, own in enumerate(self._own) if own.says(token) or own.says(plain(token))
            ]
        return known

    @staticmethod
    def _says_parts(tokens: set[str], term: Term) -> bool:
        """Whether words say every part of a compound, each by itself or in another ("samarbejdsaftale om demensteam")."""
        return len(term.parts) > 1 and all(_says_part(tokens, part) for part in term.parts)

    def share(self, met: Floats) -> Floats:
        """The weighted share of terms met, Σ weight × meeting / Σ weight, along the last axis; 0 without terms."""
        total = float(self.weights.sum())
        shares: Floats = met @ self.weights / total if total else np.zeros(met.shape[:-1])
        return shares

    def missing(self, met: Floats) -> Floats:
        """The greatest unmet weight of one term relative to the greatest weight, along the last axis; 0 without terms."""
        heaviest = float(self.weights.max(initial=0.0))
        if not heaviest:
            return np.zeros(met.shape[:-1])
        lacking: Floats = ((1 - met) * self.weights).max(axis=-1) / heaviest
        return lacking

    def _compare(self, word: Word) -> tuple[tuple[int, float], ...]:
        best: dict[int, float] = {}
        for term, factor in ((word.term, 1.0), *((turn, 1.0) for turn in word.turns), *((part, PART) for part in word.parts)):
            for number, weight in self._exact.get(term, ()):
                best[number] = max(best.get(number, 0.0), weight * factor)
        for alternative, meets in self._alike.items() if self._likeable.may_meet(word.term) else ():
            likeness = _likeness(alternative, word.term)
            if likeness:
                for number, weight in meets:
                    best[number] = max(best.get(number, 0.0), weight * likeness)
        return tuple(best.items())


def _tokens(words: Iterable[Word]) -> set[str]:
    return {token for word in words if word.term for token in (word.term, *word.parts)}


def _says_part(tokens: set[str], part: str) -> bool:
    if part in tokens or plain(part) in {plain(token) for token in tokens}:
        return True
    return len(part) >= SHORTEST_PART and any(token.startswith(part) or token.endswith(part) for token in tokens)


class _Likeable:
    """Whether a word may be like one of some terms at all: nearly no word is, so that few need comparing with each term."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._long = tuple(term for term in terms if len(term) >= SHORTEST_PART)
        self._ends = frozenset(end for term in self._long for end in (*_ends(term), _contracted(term)))

    def may_meet(self, word: str) -> bool:
        """Whether one of the terms begins or ends as the word does, or it as they do, but for an e before the ending."""
        return word in self._ends or word.startswith(self._long) or word.endswith(self._long) or _contracted(word) in self._ends


def _ends(term: str) -> Iterator[str]:
    """The beginnings and endings of a term that are long enough to stand for it in a compound, the whole included."""
    for letters in range(SHORTEST_PART, len(term) + 1):
        yield term[:letters]
        yield term[-letters:]


class _Spellings:
    """The ways to say a term that are the term, also without the letters æ, ø and å, ready to be compared with words."""

    def __init__(self, term: Term) -> None:
        own = [alternative for alternative, weight in term.alternatives if weight >= SAID]
        self._whole = frozenset([*own, *(plain(alternative) for alternative in own)])
        self._long = tuple(each for each in self._whole if len(each) >= SHORTEST_PART and not each[0].isdigit())
        self._short = frozenset(_contracted(each) for each in self._long if len(each) > SHORTEST_PART)

    def says(self, token: str) -> bool:
        """Whether a word is the term, a compound of it, or differs from it only in an e before its ending."""
        if token in self._whole or token in self._short or token.startswith(self._long) or token.endswith(self._long):
            return True
        return len(token) > SHORTEST_PART and _contracted(token) in self._long


def _contracted(term: str) -> str:
    """A term without the e before its ending: "varsel" is "varsl"."""
    return term[:-2] + term[-1] if term[-2:-1] == "e" and term[-1] in "lrn" else term


def plain(term: str) -> str:
    """A folded term as somebody writes it who leaves out the letters æ, ø and å: "foelge" and "folge" are both "folge"."""
    return term.replace("oe", "o").replace("ae", "a").replace("aa", "a")


def _likeness(wanted: str, other: str) -> float:
    """Likeness of two different terms: one is the other's head or first part in a compound, or the same without its e."""
    short, long = (wanted, other) if len(wanted) <= len(other) else (other, wanted)
    if len(short) < SHORTEST_PART or short[0].isdigit() or _DENIED.fullmatch(long.replace(short, "~", 1)):
        return 0.0
    if long.endswith(short):
        return PART
    if len(long) == len(short) + 1 and long[-2] == "e" and long[-1] in "lrn" and long[:-2] + long[-1] == short:
        return SYNCOPE
    if long.startswith(short):
        return PART if len(long) - len(short) <= 3 else RELATED
    return 0.0
