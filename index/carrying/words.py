"""Takes over the words of unchanged passages as numbers, and gives them the numbers of the new vocabulary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.fields import FIELDS
from index.lexical.arrays import open_arrays, save_arrays
from index.lexical.reading import WordReader

Int32 = NDArray[np.int32]

FOLDER = "words"
VOCABULARY = "vocabulary.txt"
BLOCK_ROWS = 50_000
"""How many passages are renumbered at a time: bounds the memory of a build."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWords:
    """The word numbers of a field, all passages one after the other, and how many each passage has, both int32."""

    words: Int32
    lengths: Int32


def save_words(reader: WordReader, folder: Path) -> None:
    """Write what a build read, below the folder of its generation."""
    (folder / FOLDER).mkdir()
    for field in FIELDS:
        save_arrays(FieldWords(words=reader.words(field), lengths=reader.lengths(field)), folder / FOLDER, field)
    (folder / FOLDER / VOCABULARY).write_text("\n".join(reader.numbers), encoding="utf-8")


class CarriedWords:
    """The words that `save_words` wrote with the generation in `folder`."""

    def __init__(self, folder: Path) -> None:
        text = (folder / FOLDER / VOCABULARY).read_text(encoding="utf-8")
        self._vocabulary = text.split("\n") if text else []
        self._fields: Mapping[str, FieldWords] = {field: open_arrays(FieldWords, folder / FOLDER, field) for field in FIELDS}
        self._ends = {field: np.cumsum(words.lengths, dtype=np.int64) for field, words in self._fields.items()}
        self._numbers = np.full(len(self._vocabulary), -1, dtype=np.int32)

    def carry(self, reader: WordReader, first: int, end: int) -> None:
        """Let `reader` have the passages `first` to `end` (half-open) as if it had read them now."""
        for start in range(first, end, BLOCK_ROWS):
            self._carry_block(reader, start, min(end, start + BLOCK_ROWS))

    def _carry_block(self, reader: WordReader, first: int, end: int) -> None:
        taken = {field: self._slice(field, first, end) for field in FIELDS}
        self._number(reader.numbers, _first_appearances(list(taken.values())))
        for field, some in taken.items():
            reader.extend(field, self._numbers[some.words], some.lengths)

    def _slice(self, field: str, first: int, end: int) -> FieldWords:
        ends, words = self._ends[field], self._fields[field]
        start = int(ends[first - 1]) if first else 0
        return FieldWords(words=words.words[start : int(ends[end - 1])], lengths=words.lengths[first:end])

    def _number(self, numbers: dict[str, int], appearing: Int32) -> None:
        """Number words in the order in which they appear. A word has its number from whichever file has it first."""
        for old in appearing[self._numbers[appearing] < 0].tolist():
            self._numbers[old] = numbers.setdefault(self._vocabulary[old], len(numbers))


def _first_appearances(fields: Sequence[FieldWords]) -> Int32:
    """The distinct words of some passages in the order a reader meets them: passage by passage, field by field."""
    lengths = np.stack([field.lengths for field in fields], axis=1).astype(np.int64)
    starts = (np.cumsum(lengths) - lengths.ravel()).reshape(lengths.shape)
    met = np.empty(int(lengths.sum()), dtype=np.int32)
    for column, field in enumerate(fields):
        own = lengths[:, column]
        met[np.repeat(starts[:, column] - (np.cumsum(own) - own), own) + np.arange(len(field.words))] = field.words
    first = np.full(int(met.max()) + 1 if len(met) else 0, -1, dtype=np.int64)
    first[met[::-1]] = np.arange(len(met) - 1, -1, -1)  # of several places of a word the last one written stays: its first
    words = np.flatnonzero(first >= 0)
    return np.asarray(words[np.argsort(first[words])], dtype=np.int32)
