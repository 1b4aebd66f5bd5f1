"""Vectors of named models kept by the content of their text, so that an unchanged passage is embedded once."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray


class VectorCache:
    """One SQLite file per model. Keys are the first 16 bytes of the SHA-256 of a text."""

    def __init__(self, folder: Path, identity: str, dimension: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._dimension = dimension
        self._connection = sqlite3.connect(folder / f"{identity}.sqlite")
        self._connection.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID")

    def __contains__(self, key: bytes) -> bool:
        return self._connection.execute("SELECT 1 FROM vectors WHERE key = ?", [key]).fetchone() is not None

    def add(self, keys: Sequence[bytes], vectors: NDArray[np.float32]) -> None:
        """Keep vectors, float32 `(n_keys, dimension)`."""
        rows = zip(keys, (vector.tobytes() for vector in vectors), strict=True)
        with self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)

    def vectors(self, keys: Sequence[bytes]) -> NDArray[np.float32]:
        """The vectors of these keys in their order, float32 `(n_keys, dimension)`. Closes the cache."""
        found = np.zeros((len(keys), self._dimension), dtype=np.float32)
        for row, key in enumerate(keys):
            (blob,) = self._connection.execute("SELECT vector FROM vectors WHERE key = ?", [key]).fetchone()
            found[row] = np.frombuffer(blob, dtype=np.float32)
        self._connection.close()
        return found
