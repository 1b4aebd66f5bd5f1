"""Whether words that stand together in the question stand together in the text: "fælles høringssvar", "regional formand"."""

from __future__ import annotations

from collections.abc import Sequence

from service.answering.extracts.coverage import Meetings
from service.answering.extracts.words import Word

NEAR_WORDS = 4
"""Two words stand together when at most this many words lie from one to the other."""

MET = 0.5


def pairs_met(meetings: Meetings, words: Sequence[Word]) -> float:
    """The weighted share of neighbouring terms of the question that also stand near each other here, in either order.

    0 for a question of one term.
    """
    places: list[list[int]] = [[] for _ in meetings.terms]
    for place, word in enumerate(words):
        for number, met in meetings.of_word(word):
            if met > MET:
                places[number].append(place)
    weights = meetings.weights.tolist()
    total = together = 0.0
    for first in range(len(weights) - 1):
        weight = weights[first] + weights[first + 1]
        total += weight
        if any(0 < abs(a - b) <= NEAR_WORDS for a in places[first] for b in places[first + 1]):
            together += weight
    return together / total if total else 0.0
