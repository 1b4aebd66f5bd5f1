"""The vectors of a generation and the FAISS index over them: flat while it is small, product quantised above a measured size."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Float32 = NDArray[np.float32]
Rows64 = NDArray[np.int64]
Mask = NDArray[np.bool_]

FOLDER = "dense"
VECTORS, APPROXIMATE, OPEN_ROWS = "vectors.npy", "approximate.faiss", "approximate.rows.npy"
FLAT_UP_TO = 25_000
"""Above this many passages vectors are compressed: at 30 000 a flat scan of 256 dimensions takes three times as long, at
50 000 ten times (eval/bench/dense.py; the figures stand in docs/adr/0002).
"""
REFINE = 10
"""How many times the wanted count the approximate index hands on for the vectors themselves to decide."""
TRAINED_ON = 100_000
QUERIES = 200


def build_vectors(vectors: Float32, closed: Mask, folder: Path, *, flat_up_to: int = FLAT_UP_TO) -> float:
    """Write unit vectors, float32 `(n_passages, dimension)`, and above `flat_up_to` an approximate index over the open ones.

    Gives the share of the ten nearest open passages by the exact scan that the index finds too, with up to 200 of the
    passages as queries; 1.0 for a flat index.
    """
    np.save(folder / VECTORS, vectors, allow_pickle=False)
    rows = np.flatnonzero(~closed)
    if len(rows) <= flat_up_to or vectors.shape[1] % 2:
        return 1.0
    import faiss

    # 4-bit codes of pairs of dimensions, scanned in registers, narrow the search down (André, Kermarrec and Le Scouarnec 2015)
    index = faiss.index_factory(vectors.shape[1], f"PQ{vectors.shape[1] // 2}x4fs", faiss.METRIC_INNER_PRODUCT)
    index.train(vectors[rows[:: max(1, len(rows) // TRAINED_ON)]])
    index.add(vectors[rows])
    faiss.write_index(index, str(folder / APPROXIMATE))
    np.save(folder / OPEN_ROWS, rows, allow_pickle=False)
    return _recall(vectors, rows, VectorIndex(folder))


class VectorIndex:
    """Finds nearest passages. Safe between threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.vectors: Float32 = np.asarray(np.load(folder / VECTORS, mmap_mode="r", allow_pickle=False))
        self._lock = threading.Lock()
        self._opened: Any = None
        approximate = (folder / APPROXIMATE).exists()
        self._open_rows: Rows64 | None = np.load(folder / OPEN_ROWS, allow_pickle=False) if approximate else None
        self._closed_rows: Rows64 = np.empty(0, dtype=np.int64)
        if self._open_rows is not None:
            self._closed_rows = np.setdiff1d(np.arange(len(self.vectors)), self._open_rows, assume_unique=True)
            self._index()

    def nearest(self, query: Float32, count: int, allowed: Mask | None = None) -> tuple[Rows64, Float32]:
        """The rows nearest to a unit vector and their cosines, nearest first; equal ones by ascending row.

        Rows not `allowed` are never looked at by the flat index; the approximate one holds no closed passage at all.
        """
        if not len(self.vectors) or not query.any():
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        found = self._flat(query, count, allowed) if self._open_rows is None else self._approximate(query, count, allowed)
        cosines = self.cosines(query, found)
        order = np.lexsort((found, -cosines))[:count]
        return found[order], cosines[order]

    def cosines(self, query: Float32, rows: Rows64) -> Float32:
        """The exact cosines of some rows, float32 `(n_rows,)`."""
        return np.asarray(self.vectors[rows] @ query, dtype=np.float32)

    def _flat(self, query: Float32, count: int, allowed: Mask | None) -> Rows64:
        import faiss

        bounds = None
        if allowed is not None:  # the stubs show the C++ side, not the keywords of the Python one
            bounds = faiss.SearchParameters(sel=faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little")))  # type: ignore[call-arg,arg-type]
        rows: Rows64 = self._index().search(query[None, :], min(count, len(self.vectors)), params=bounds)[1][0]
        return rows[rows >= 0]

    def _approximate(self, query: Float32, count: int, allowed: Mask | None) -> Rows64:
        """Narrow down by codes; where filters leave too little of that, scan the allowed rows themselves."""
        open_rows = np.asarray(self._open_rows)
        places = self._index().search(query[None, :], min(count * REFINE, len(open_rows)))[1][0]
        rows = open_rows[places[places >= 0]]
        if allowed is None:
            return np.concatenate([rows, self._closed_rows])
        rows = rows[allowed[rows]]
        if len(rows) < min(count, len(open_rows)):
            return np.flatnonzero(allowed)
        return np.concatenate([rows, self._closed_rows[allowed[self._closed_rows]]])

    def _index(self) -> Any:
        with self._lock:
            if self._opened is None:
                import faiss

                if self._open_rows is not None:
                    self._opened = faiss.read_index(str(self._folder / APPROXIMATE))
                else:
                    self._opened = faiss.IndexFlatIP(self.vectors.shape[1])
                    self._opened.add(np.ascontiguousarray(self.vectors))
            return self._opened


def _recall(vectors: Float32, rows: Rows64, index: VectorIndex) -> float:
    queries = rows[:: max(1, len(rows) // QUERIES)][:QUERIES]
    hits = 0
    for query in queries:
        exact = rows[np.argpartition(-(vectors @ vectors[query])[rows], 10)[:10]]
        hits += len(np.intersect1d(exact, index.nearest(vectors[query], 10)[0]))
    return hits / (10 * len(queries))
