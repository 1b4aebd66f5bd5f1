"""Whether words that stand together in the question stand together in the text: "fælles høringssvar", "regional formand"."""

from __future__ import annotations

from collections.abc import Sequence

from service.answering.extracts.coverage import meetings
from service.answering.extracts.terms import Term
from service.answering.extracts.words import Word

NEAR_WORDS = 4
"""Two words stand together when at most this many words lie from one to the other."""

MET = 0.5


def pairs_met(terms: Sequence[Term], words: Sequence[Word]) -> float:
    """The weighted share of neighbouring terms of the question that also stand near each other in the words, in either order; 0 for one term."""
    places = _places(terms, words)
    total = met = 0.0
    for first, second in zip(range(len(terms)), range(1, len(terms)), strict=False):
        weight = terms[first].weight + terms[second].weight
        total += weight
        if any(0 < abs(a - b) <= NEAR_WORDS for a in places[first] for b in places[second]):
            met += weight
    return met / total if total else 0.0


def _places(terms: Sequence[Term], words: Sequence[Word]) -> list[list[int]]:
    places: list[list[int]] = [[] for _ in terms]
    for place, word in enumerate(words):
        if not word.term:
            continue
        for number, met in enumerate(meetings(terms, (word,))):
            if met > MET:
                places[number].append(place)
    return places
