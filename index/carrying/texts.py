"""The texts an embedding model reads: those of passages read now at hand, those of carried ones by name until they are needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import overload

import numpy as np
from numpy.typing import NDArray

from index.dense.building import Keys, text_keys

FILE_NAME = "embedded.npy"
"""The names (`text_keys`) of what was embedded, one per passage row."""


class EmbeddedTexts(Sequence[str]):
    """One text per passage row. `load` gives the texts of some rows of carried passages when somebody asks for one.

    A build that fits no new model never asks.
    """

    def __init__(self, load: Callable[[], Mapping[int, str]]) -> None:
        self._load = load
        self._texts: list[str | None] = []
        self._keys: list[Keys] = []
        self._new: list[str] = []
        self._loaded = False

    def add(self, text: str) -> None:
        """Take the next passage's text."""
        self._texts.append(text)
        self._new.append(text)

    def carry(self, keys: Keys) -> None:
        """Take the names of the next passages' texts."""
        self._name_new()
        self._keys.append(keys)
        self._texts += [None] * len(keys)

    def keys(self) -> Keys:
        """The names of all texts, `(n_passages,)` of 16-byte values."""
        self._name_new()
        return np.concatenate(self._keys) if self._keys else text_keys([])

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> list[str]: ...

    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            return [self[row] for row in range(*place.indices(len(self)))]
        text = self._texts[place]
        if text is None:
            self._load_carried()
            text = self._texts[place]
        return text or ""

    def __iter__(self) -> Iterator[str]:
        return (self[row] for row in range(len(self)))

    def _load_carried(self) -> None:
        for row, text in self._load().items():
            self._texts[row] = text

    def _name_new(self) -> None:
        if self._new:
            self._keys.append(text_keys(self._new))
            self._new = []


def save_keys(keys: Keys, folder: Path) -> None:
    """Write the names below the folder of a generation."""
    np.save(folder / FILE_NAME, keys.view("S16"), allow_pickle=False)


def open_keys(folder: Path) -> Keys:
    """Open what `save_keys` wrote."""
    opened: NDArray[np.bytes_] = np.load(folder / FILE_NAME, mmap_mode="r", allow_pickle=False)
    return opened.view("V16")
