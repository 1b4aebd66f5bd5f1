"""The vectors of a generation and the FAISS index over them: flat while it is small, product quantised above a measured size."""

from __future__ import annotations

import threading
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import faiss

Float32 = NDArray[np.float32]

FOLDER = "dense"
VECTORS, APPROXIMATE = "vectors.npy", "approximate.faiss"
FLAT_UP_TO = 50_000
"""Above this many passages the exact scan takes longer than the whole lexical half (measured: 256 dimensions, one thread)."""
REFINE = 10
PROBES = 200


def build_vectors(vectors: Float32, folder: Path, *, flat_up_to: int = FLAT_UP_TO) -> float:
    """Write unit vectors, float32 `(n_passages, dimension)`, and above `flat_up_to` an approximate index over them.

    Gives the share of the ten nearest passages by the exact scan that the index finds too, over up to 200 of the
    passages themselves as queries; 1.0 for a flat index.
    """
    np.save(folder / VECTORS, vectors, allow_pickle=False)
    if len(vectors) <= flat_up_to:
        return 1.0
    import faiss

    # "PQ fast scan, refined": 4-bit codes of pairs of dimensions narrow the search down, the vectors themselves decide
    index = faiss.index_factory(vectors.shape[1], f"PQ{vectors.shape[1] // 2}x4fs", faiss.METRIC_INNER_PRODUCT)
    index.train(vectors[:: max(1, len(vectors) // 100_000)])
    index.add(vectors)
    faiss.write_index(index, str(folder / APPROXIMATE))
    return _recall(vectors, VectorIndex(folder))


class VectorIndex:
    """Finds nearest passages. Safe between threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.vectors: Float32 = np.load(folder / VECTORS, mmap_mode="r", allow_pickle=False)
        self._lock = threading.Lock()

    def nearest(self, query: Float32, count: int, allowed: NDArray[np.bool_] | None = None) -> tuple[NDArray[np.int64], Float32]:
        """The rows nearest to a unit vector and their cosines, nearest first; rows not `allowed` are never looked at."""
        if not len(self.vectors) or not query.any():
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        wanted = min(len(self.vectors), count if self._flat else count * REFINE)
        scores, rows = self._index.search(query[None, :], wanted, params=self._bounds(allowed))
        found = rows[0][rows[0] >= 0]
        cosines = scores[0][rows[0] >= 0] if self._flat else self.cosines(query, found)
        order = np.lexsort((found, -cosines))[:count]
        return found[order], cosines[order]

    def cosines(self, query: Float32, rows: NDArray[np.int64]) -> Float32:
        """The exact cosines of some rows, float32 `(n_rows,)`."""
        return np.asarray(self.vectors[rows] @ query, dtype=np.float32)

    @property
    def _flat(self) -> bool:
        return not (self._folder / APPROXIMATE).exists()

    @cached_property
    def _index(self) -> Any:
        import faiss

        with self._lock:
            if not self._flat:
                return faiss.read_index(str(self._folder / APPROXIMATE))
            index = faiss.IndexFlatIP(self.vectors.shape[1])
            index.add(np.ascontiguousarray(self.vectors))
            return index

    def _bounds(self, allowed: NDArray[np.bool_] | None) -> faiss.SearchParameters | None:
        if allowed is None:
            return None
        import faiss

        selector = faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))
        return faiss.SearchParameters(sel=selector) if self._flat else faiss.SearchParametersPQ(sel=selector)


def _recall(vectors: Float32, index: VectorIndex) -> float:
    queries = vectors[:: max(1, len(vectors) // 200)][:200]
    hits = 0
    for query in queries:
        exact = np.argpartition(-(vectors @ query), 10)[:10]
        hits += len(np.intersect1d(exact, index.nearest(query, 10)[0]))
    return hits / (10 * len(queries))
