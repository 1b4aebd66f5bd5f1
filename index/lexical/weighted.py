"""A sparse term × passage matrix of float32 weights: several fields added into one list per term."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.lexical.okapi import Okapi

Float32 = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighted:
    """Term t adds `weights[offsets[t]:offsets[t + 1]]` (float32) to the passages `rows` of those places (int32, ascending)."""

    offsets: NDArray[np.int64]
    rows: NDArray[np.int32]
    weights: Float32
    passage_count: int

    def scores(self, terms: Sequence[tuple[int, float]], allowed: NDArray[np.bool_] | None = None) -> NDArray[np.float64]:
        """Add up weighted terms, float64 `(n_passages,)`. Passages not `allowed` are left out before anything is added."""
        total = np.zeros(self.passage_count)
        for term, weight in terms:
            place = slice(self.offsets[term], self.offsets[term + 1])
            rows, added = self.rows[place], self.weights[place]
            if allowed is not None:
                kept = allowed[rows]
                rows, added = rows[kept], added[kept]
            total[rows] += weight * added
        return total


def weighted_sum(fields: Sequence[tuple[Okapi, float]], passage_count: int) -> Weighted:
    """Add fields, each with its own BM25 statistics, into one matrix. All fields number terms alike."""
    term_count = max(field.postings.term_count for field, _ in fields)
    parts = [_entries(field, weight, passage_count) for field, weight in fields]
    keys = np.concatenate([key for key, _ in parts])
    order = np.argsort(keys, kind="stable")
    keys, values = keys[order], np.concatenate([value for _, value in parts])[order]
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])) if len(keys) else np.empty(0, dtype=np.int64)
    kept = keys[starts]
    sums = np.add.reduceat(values, starts) if len(keys) else values
    offsets = np.searchsorted(kept, np.arange(term_count + 1, dtype=np.int64) * passage_count)
    rows = (kept % max(1, passage_count)).astype(np.int32)
    return Weighted(offsets=offsets, rows=rows, weights=sums.astype(np.float32), passage_count=passage_count)


def _entries(field: Okapi, weight: float, passage_count: int) -> tuple[NDArray[np.int64], Float32]:
    postings = field.postings
    terms = np.repeat(np.arange(postings.term_count, dtype=np.int64), np.diff(postings.offsets))
    return terms * passage_count + postings.rows, (weight * field.all_impacts()).astype(np.float32)
