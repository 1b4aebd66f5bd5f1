"""Words of a query that the corpus does not have, brought to the nearest word it has.

Distance: optimal string alignment (insert, delete, replace, swap neighbours), Damerau 1964, computed for the whole
vocabulary at once.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

MIN_LENGTH = 4
LONG = 8
MAX_LENGTH = 40
KEPT = 2_000
"""How many words' corrections are remembered."""


def allowed_slips(word: str) -> int:
    """How many slips are forgiven: none in short words, one, and two in words of eight letters and more."""
    return 0 if len(word) < MIN_LENGTH else 1 if len(word) < LONG else 2


class Speller:
    """Corrects to a vocabulary. `words` are folded words, `counts` how often each stands in the corpus (int64, `(n_words,)`)."""

    def __init__(self, words: Sequence[str], counts: NDArray[np.int64]) -> None:
        lengths = np.array([len(word) for word in words], dtype=np.int32)
        usable = np.flatnonzero((lengths >= MIN_LENGTH) & (lengths <= MAX_LENGTH))
        self._words, self._counts = words, counts
        self._by_length = {int(length): usable[lengths[usable] == length] for length in np.unique(lengths[usable])}
        self._letters: dict[int, tuple[NDArray[np.uint32], NDArray[np.uint64]]] = {}
        self._remembered: dict[str, tuple[tuple[str, int], ...]] = {}  # no `lru_cache` of a method, which would hold all of this

    def correct(self, word: str, count: int = 2) -> list[tuple[str, int]]:
        """The nearest words, all of one distance, with it: the more frequent first, then by letters; at most `count`."""
        found = self._remembered.get(word)
        if found is None:
            if len(self._remembered) >= KEPT:
                self._remembered.clear()
            found = self._remembered[word] = self._look_up(word)
        return list(found[:count])

    def _look_up(self, word: str) -> tuple[tuple[str, int], ...]:
        slips = allowed_slips(word)
        if not slips or not word.isalpha():
            return ()
        found: list[tuple[int, int, str]] = []
        own = _letter_sets(np.array([[ord(letter) for letter in word]], dtype=np.uint32))[0]
        for length in range(len(word) - slips, len(word) + slips + 1):
            if length not in self._by_length:
                continue
            letters, sets = self._matrix(length)
            # a slip takes one letter away and brings another: sets that differ by more are further apart
            like = np.flatnonzero(np.bitwise_count(sets ^ own) <= 2 * slips)
            distances = _distances(word, letters[like])
            near = self._by_length[length][like[distances <= slips]]
            found += [
                (int(distance), -int(self._counts[number]), self._words[number])
                for distance, number in zip(distances[distances <= slips], near, strict=True)
            ]
        best = sorted(hit for hit in found if hit[2].isalpha())
        return tuple((hit[2], hit[0]) for hit in best if hit[0] == best[0][0])

    def _matrix(self, length: int) -> tuple[NDArray[np.uint32], NDArray[np.uint64]]:
        """The letters of all words of a length, uint32 `(n, length)`, and the sets of them."""
        if length not in self._letters:
            text = "".join(self._words[number] for number in self._by_length[length])
            letters = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).reshape(-1, length)
            self._letters[length] = letters, _letter_sets(letters)
        return self._letters[length]


def _letter_sets(letters: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """Per row which letters it has, a bit each (letters 64 apart share one), uint64 `(n,)`."""
    return np.asarray(np.bitwise_or.reduce(np.uint64(1) << (letters % 64).astype(np.uint64), axis=1), dtype=np.uint64)


def _distances(word: str, letters: NDArray[np.uint32]) -> NDArray[np.int16]:
    """The distance of `word` to every row of `letters`."""
    count, length = letters.shape
    own = [ord(letter) for letter in word]
    two_back = one_back = np.tile(np.arange(length + 1, dtype=np.int16), (count, 1))
    for i, letter in enumerate(own, start=1):
        row = np.empty((count, length + 1), dtype=np.int16)
        row[:, 0] = i
        for j in range(1, length + 1):
            differs = (letters[:, j - 1] != letter).astype(np.int16)
            best = np.minimum(np.minimum(one_back[:, j] + 1, row[:, j - 1] + 1), one_back[:, j - 1] + differs)
            if i > 1 and j > 1:
                swapped = (letters[:, j - 2] == letter) & (letters[:, j - 1] == own[i - 2])
                best = np.where(swapped, np.minimum(best, two_back[:, j - 2] + 1), best)
            row[:, j] = best
        two_back, one_back = one_back, row
    return np.asarray(one_back[:, length])
