"""A sparse term × passage matrix of float32 weights: several fields added into one list per term, searched with pruning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.lexical.okapi import Okapi
from index.lexical.postings import places_in, spans_of

Float32 = NDArray[np.float32]
Float64 = NDArray[np.float64]
Rows64 = NDArray[np.int64]
Mask = NDArray[np.bool_]
Terms = Sequence[tuple[int, float]]

BEST_RANKS = (10, 400)
"""For these k a search knows from the start a score that k passages reach."""
BLOCK_ENTRIES = 4_000_000
"""How many entries are merged at a time: bounds the memory of a build."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighted:
    """Term t adds `weights[offsets[t]:offsets[t + 1]]` (float32, above 0) to the passages `rows` (int32, ascending) there.

    `most` (float32, `(n_terms,)`) is the largest weight of each term, `best` (float32, `(n_terms, 2)`) its 10th
    and 400th largest, 0 where there are fewer.
    """

    offsets: NDArray[np.int64]
    rows: NDArray[np.int32]
    weights: Float32
    most: Float32
    best: Float32
    passage_count: int

    def entries(self, term: int) -> tuple[NDArray[np.int32], Float32]:
        """The rows that hold a term and its weights there."""
        place = slice(self.offsets[term], self.offsets[term + 1])
        return self.rows[place], self.weights[place]

    def scores(self, terms: Terms, allowed: Mask | None = None) -> Float64:
        """Add up weighted terms, float64 `(n_passages,)`. Passages not `allowed` are left out before anything is added."""
        total = np.zeros(self.passage_count)
        for term, weight in terms:
            rows, added = self.entries(term)
            if allowed is not None:
                kept = allowed[rows]
                rows, added = rows[kept], added[kept]
            total[rows] += weight * added.astype(np.float64)
        return total

    def scores_of(self, terms: Terms, rows: Rows64) -> Float64:
        """The scores of some rows alone, to the bit those of `scores`, float64 `(n_rows,)`."""
        total = np.zeros(len(rows))
        if not len(self.rows) or not terms:
            return total
        numbers = np.array([term for term, _ in terms], dtype=np.int64)
        places, held = places_in(self.rows, spans_of(self.offsets, numbers), rows)
        factors = np.array([weight for _, weight in terms])[:, None]
        for line in np.where(held, factors * self.weights[places].astype(np.float64), 0.0):
            total += line
        return total


def weighted_sum(fields: Sequence[tuple[Okapi, float]], row_weight: Float32) -> Weighted:
    """Add fields, each with its own BM25 statistics, into one matrix; `row_weight` (`(n_passages,)`) scales whole passages.

    All fields number terms alike.
    """
    term_count = max(field.postings.term_count for field, _ in fields)
    rows, weights, sizes = [np.empty(0, dtype=np.int32)], [np.empty(0, dtype=np.float32)], [np.zeros(1, dtype=np.int64)]
    for first, last in _term_blocks([field for field, _ in fields], term_count):
        keys, values = _merged([_entries(field, weight, first, last) for field, weight in fields])
        rows.append((keys % len(row_weight)).astype(np.int32))
        weights.append(values * row_weight[rows[-1]])
        sizes.append(np.bincount(keys // len(row_weight), minlength=last - first))
    return weighted_of(np.cumsum(np.concatenate(sizes)), np.concatenate(rows), np.concatenate(weights), len(row_weight))


def weighted_of(offsets: NDArray[np.int64], rows: NDArray[np.int32], weights: Float32, passage_count: int) -> Weighted:
    """Put a matrix together and take the largest weight of each term."""
    most = np.zeros(len(offsets) - 1, dtype=np.float32)
    held = np.flatnonzero(np.diff(offsets))
    if len(held):
        most[held] = np.maximum.reduceat(weights, offsets[held])
    best = np.zeros((len(most), len(BEST_RANKS)), dtype=np.float32)
    for level, rank in enumerate(BEST_RANKS):
        for term in np.flatnonzero(np.diff(offsets) >= rank):
            own = weights[offsets[term] : offsets[term + 1]]
            best[term, level] = np.partition(own, len(own) - rank)[len(own) - rank]
    return Weighted(offsets=offsets, rows=rows, weights=weights, most=most, best=best, passage_count=passage_count)


def text_alone(okapi: Okapi) -> Weighted:
    """The weights of one field: what each entry adds to its passage's BM25 score, rounded to float32."""
    postings = okapi.postings
    weights = np.empty(len(postings.rows), dtype=np.float32)
    for first, last in _term_blocks([okapi], postings.term_count):
        weights[postings.offsets[first] : postings.offsets[last]] = okapi.impacts_between(first, last)
    return weighted_of(postings.offsets, postings.rows, weights, postings.passage_count)


def _term_blocks(fields: Sequence[Okapi], term_count: int) -> Iterator[tuple[int, int]]:
    """Ranges of terms with about `BLOCK_ENTRIES` entries in all fields together."""
    ends: NDArray[np.int64] = np.asarray(
        np.sum([field.postings.offsets[: term_count + 1] for field in fields], axis=0), dtype=np.int64
    )
    first = 0
    while first < term_count:
        last = int(np.searchsorted(ends, ends[first] + BLOCK_ENTRIES, side="right")) - 1
        last = min(term_count, max(first + 1, last))
        yield first, last
        first = last


def _entries(field: Okapi, weight: float, first: int, last: int) -> tuple[NDArray[np.int64], Float32]:
    postings = field.postings
    sizes = np.diff(postings.offsets[first : last + 1])
    terms = np.repeat(np.arange(last - first, dtype=np.int64), sizes)
    rows = postings.rows[postings.offsets[first] : postings.offsets[last]]
    return terms * postings.passage_count + rows, np.float32(weight) * field.impacts_between(first, last)


def _merged(parts: Sequence[tuple[NDArray[np.int64], Float32]]) -> tuple[NDArray[np.int64], Float32]:
    """Sort entries of all fields by term and row, and add those of one place."""
    keys = np.concatenate([key for key, _ in parts])
    if not len(keys):
        return keys, np.empty(0, dtype=np.float32)
    order = np.argsort(keys, kind="stable")
    keys, values = keys[order], np.concatenate([value for _, value in parts])[order]
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    return keys[starts], np.add.reduceat(values, starts)
