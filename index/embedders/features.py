"""What the corpus model sees of a text: pieces of its words, and of the Danish words that English ones stand for."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from index.analysis.english import english_stem
from index.analysis.stopwords import DANISH_MARKERS, ENGLISH_MARKERS, STOP_WORDS
from index.analysis.words import SUSPENDED, is_number, words_of

SHORTEST, LONGEST = 3, 5
LINK_WEIGHT = 0.7


@lru_cache(maxsize=20_000)
def pieces_of(word: str) -> tuple[str, ...]:
    """The word with its borders marked, and its runs of 3 to 5 letters ("plan" → <plan>, <pl, pla, lan, an>, <pla, …)."""
    if is_number(word):
        return (f"<{word}>",)
    marked = f"<{word}>"
    runs = {marked[start : start + size] for size in range(SHORTEST, LONGEST + 1) for start in range(len(marked) - size + 1)}
    return (marked, *sorted(runs - {marked}))


def word_weights(text: str, links: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """The words of a text that count and how much: 1 + ln(times). English words bring the Danish words they are linked to.

    `links` maps an English stem to folded Danish words; it is used where the text reads as English, and for nothing else.
    """
    words = [word for word in words_of(text) if SUSPENDED not in word]
    weights = {word: 1 + math.log(count) for word, count in Counter(words).items() if word not in STOP_WORDS}
    if sum(word in ENGLISH_MARKERS for word in words) > sum(word in DANISH_MARKERS for word in words):
        for word in list(weights):
            linked = links.get(english_stem(word), ())
            for danish in linked:
                weights[danish] = max(weights.get(danish, 0.0), LINK_WEIGHT / math.sqrt(len(linked)))
    return weights
