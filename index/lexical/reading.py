"""Collects the words of passages during a build, as numbers, so that each distinct word is analysed once."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.analysis.words import words_of
from index.fields import TEXT


@lru_cache(maxsize=2_000)
def _words_again(text: str) -> tuple[str, ...]:
    """The words of a title or heading, which stands with many passages."""
    return tuple(words_of(text))


class WordReader:
    """Numbers words in the order they first appear, and keeps for each field and passage the numbers of its words."""

    def __init__(self, fields: Sequence[str]) -> None:
        self.numbers: dict[str, int] = {}
        self._words = {field: array("i") for field in fields}
        self._lengths = {field: array("i") for field in fields}

    def add(self, field: str, text: str) -> None:
        """Read the next passage's field."""
        self.add_words(field, words_of(text) if field == TEXT else _words_again(text))

    def add_words(self, field: str, words: Sequence[str]) -> None:
        """Take words as they are as the next passage's field."""
        numbers = self.numbers
        self._words[field].extend([numbers.setdefault(word, len(numbers)) for word in words])
        self._lengths[field].append(len(words))

    def extend(self, field: str, words: NDArray[np.int32], lengths: NDArray[np.int32]) -> None:
        """Take the next passages' field at once: word numbers one after the other, and how many each passage has."""
        self._words[field].frombytes(np.ascontiguousarray(words, dtype=np.int32).tobytes())
        self._lengths[field].frombytes(np.ascontiguousarray(lengths, dtype=np.int32).tobytes())

    def words(self, field: str) -> NDArray[np.int32]:
        """The word numbers of a field, all passages one after the other, int32."""
        return np.frombuffer(self._words[field], dtype=np.int32) if self._words[field] else np.empty(0, dtype=np.int32)

    def lengths(self, field: str) -> NDArray[np.int32]:
        """How many words each passage has in the field, int32 `(n_passages,)`."""
        return np.frombuffer(self._lengths[field], dtype=np.int32) if self._lengths[field] else np.empty(0, dtype=np.int32)

    def counts(self, counted: NDArray[np.bool_] | None = None) -> NDArray[np.int64]:
        """How often each word stands in all fields together, int64 `(n_words,)`; in the passages `counted` alone where given."""
        total = np.zeros(len(self.numbers), dtype=np.int64)
        for field in self._words:
            words = self.words(field)
            if counted is not None:
                words = words[np.repeat(counted, self.lengths(field))]
            total += np.bincount(words, minlength=len(self.numbers))
        return total
