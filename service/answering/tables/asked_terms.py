"""The words of a question one by one, each with the Danish words that may stand for it, to be held against tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.analysis.lexicon import lexicon
from ingest.places.gazetteer import municipality_named
from service.answering.facts.leftover import is_part, needs_no_account
from service.records import Language
from service.understanding.words import same_word, stem, words_of

_DENIED = frozenset(["nej", "no", "not", "ikke", "afslag", "afslaaet", "afvist", "declined", "refused", "rejected", "said no"])
_REFUSALS = frozenset(["nej", "afslag", "afslaaet", "afvist", "frabedt", "declined", "refused", "rejected"])

_CAPITALISED = re.compile(r"(?<=[\wæøå,] )[A-ZÆØÅ][\w-]*")
GREATER_PART = 0.6
HALF = 0.5
LONG_WORD = 6
_IRREGULAR = {
    "ugen": "uge",
    "uger": "uge",
    "kurser": "kursus",
    "risici": "risiko",
    "kriterier": "kriterium",
    "boern": "barn",
    "maend": "mand",
    "boeger": "bog",
    "foraeldre": "foraelder",
    "centre": "center",
    "temaer": "tema",
}
"""Forms that no ending makes of one another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedTerm:
    """A word or phrase of a question, folded, with its renderings, each a tuple of words; the first is the word itself.

    `is_name`: it is written with a capital letter inside the question.
    """

    text: str
    options: tuple[tuple[str, ...], ...]
    is_name: bool = False

    def stands_in(self, words: Sequence[str], *, in_compounds: bool = True) -> bool:
        """Whether the term, or all words of a rendering, stand among folded words, as words or as parts of their compounds."""
        return any(all(any(_means(each, other, in_compounds) for other in words) for each in option) for option in self.options)

    @property
    def is_general(self) -> bool:
        """Whether the term only asks, or says nothing of its own: "which", "findes", "opgaven"."""
        return all(word.isdigit() or needs_no_account(word) or len(word) < 2 for word in self.options[0])


def asked_terms(text: str, language: Language) -> tuple[AskedTerm, ...]:
    """The terms of a question in order; English phrases that the lexicon knows are one term."""
    words = list(words_of(text))
    capitalised = {word for found in _CAPITALISED.findall(text) for word in words_of(found)}
    renderings: dict[int, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    if language is Language.ENGLISH:
        for found in lexicon().translate(words):
            renderings[found.start] += [(found.end, tuple(words_of(each))) for each in found.renderings]
    for at, word in enumerate(words):
        if word in _IRREGULAR:
            renderings[at].append((at + 1, (_IRREGULAR[word],)))
    terms, at = [], 0
    while at < len(words):
        end = max((end for end, _ in renderings.get(at, [])), default=at + 1)
        options = (tuple(words[at:end]), *(option for _, option in renderings.get(at, []) if option))
        terms.append(AskedTerm(text=" ".join(words[at:end]), options=options, is_name=set(words[at:end]) <= capitalised))
        at = end
    return tuple(terms)


def unsaid(terms: Iterable[AskedTerm], words: Sequence[str]) -> tuple[AskedTerm, ...]:
    """The terms that say something and do not stand among folded words."""
    return tuple(term for term in terms if not term.is_general and not term.stands_in(words))


def outweighs(doubts: Sequence[AskedTerm], most: int) -> bool:
    """Whether what is unsaid speaks against an answer: more terms than may be, a municipality, or a "no" that no cell says."""
    return len(doubts) > most or any(term.text in _DENIED or municipality_named(term.text) is not None for term in doubts)


def denies_unsaid(text: str, words: Sequence[str]) -> bool:
    """Whether a question speaks of a refusal ("takket nej") of which these words say nothing."""
    asked = [word for word in words_of(text) if word in _REFUSALS]
    return bool(asked) and not any(word in _REFUSALS for word in words)


def names(word: str, terms: Iterable[AskedTerm]) -> bool:
    """Whether a term says this word or the greater part of its compound: "kursus" is too little of "rygestopkursus"."""
    return any(
        same_word(word, each) or (_means(word, each, True) and _is_most(word, each))
        for term in terms
        for option in term.options
        for each in option
    )


def _is_most(word: str, other: str) -> bool:
    """Whether the shorter's stem is the greater part of the longer word, or a long word in the first half of it."""
    shorter, longer = sorted((word, other), key=len)
    begins = len(stem(shorter)) >= LONG_WORD and longer.startswith(stem(shorter))
    return len(stem(shorter)) >= (HALF if begins else GREATER_PART) * len(longer)


def says_all(words: Sequence[str], terms: Sequence[AskedTerm]) -> bool:
    """Whether every one of these words is said by a term."""
    return bool(words) and all(says(word, terms) for word in words)


def says(word: str, terms: Iterable[AskedTerm]) -> bool:
    """Whether a term, or a rendering of it, says this word."""
    return any(_means(each, word, True) for term in terms for option in term.options for each in option)


@lru_cache(maxsize=32_768)
def _means(word: str, other: str, in_compounds: bool) -> bool:
    if same_word(word, other):
        return True
    if f"u{word}" == other or f"u{other}" == word:
        return False  # "uafklaret" denies "afklaret"
    forms = ((stem(word), stem(other)), (word, stem(other)), (stem(word), other), (word, other))
    return in_compounds and any(is_part(*each) for each in forms)
