"""BM25 as `rank_bm25.BM25Okapi` computes it, to the bit: the ATIRE variant of Okapi with a floor under negative idf.

    score(q, d) = Σ idf(t) · tf · (k1 + 1) / (tf + k1 · (1 − b + b · |d| / avgdl))
    idf(t)      = ln(N − df + 0.5) − ln(df + 0.5), and 0.25 · mean idf where that is negative

Source: Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009); the variant: Trotman,
Jia and Crane, Towards an Efficient and Effective Search Engine (2012).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.lexical.postings import Postings, held_places

Float64 = NDArray[np.float64]

K1 = 1.5
B = 0.75
EPSILON = 0.25


def idf_of(postings: Postings) -> Float64:
    """The idf of every term, float64 `(n_terms,)`; a term that no passage holds gets 0.

    Terms must be numbered in the order they first appear in the corpus:
    the mean, and so the floor, is a sum whose last bits depend on the order.
    """
    frequencies = np.diff(postings.offsets)
    distinct = {int(df): math.log(postings.passage_count - df + 0.5) - math.log(df + 0.5) for df in np.unique(frequencies) if df}
    values = np.zeros(len(frequencies))
    for df, value in distinct.items():
        values[frequencies == df] = value
    held = values[frequencies > 0]
    if len(held):
        mean = np.cumsum(held)[-1] / len(held)  # cumsum adds one by one, as the reference does; sum adds in pairs
        values[(frequencies > 0) & (values < 0)] = EPSILON * mean
    return values


def searching_idf(postings: Postings) -> Float64:
    """The idf that searching uses: the same, but never below zero, where the reference's floor is in a very small corpus.

    There it gives ln(1 + (N − df + 0.5) / (df + 0.5)) (Lucene), so that a word in every passage still finds them all.
    """
    values = idf_of(postings)
    frequencies = np.diff(postings.offsets)
    above = np.log1p((postings.passage_count - frequencies + 0.5) / (frequencies + 0.5))
    return np.where((frequencies > 0) & (values <= 0), above, values)


class Okapi:
    """Exact BM25 scores over postings."""

    def __init__(self, postings: Postings, idf: Float64 | None = None) -> None:
        self.postings = postings
        self.idf = idf_of(postings) if idf is None else idf

    @cached_property
    def _norm(self) -> Float64:
        """k1 times the length part of the denominator, float64 `(n_passages,)`."""
        lengths = self.postings.lengths.astype(np.int64)
        average = int(lengths.sum()) / len(lengths) if len(lengths) else 1.0
        return np.asarray(K1 * (1 - B + B * lengths / (average or 1.0)))

    def impacts(self, term: int) -> tuple[NDArray[np.int32], Float64]:
        """The rows that hold a term (ascending) and what the term adds to each row's score."""
        place = slice(self.postings.offsets[term], self.postings.offsets[term + 1])
        rows, counts = self.postings.rows[place], self.postings.counts[place].astype(np.int64)
        return rows, self.idf[term] * (counts * (K1 + 1) / (counts + self._norm[rows]))

    def scores(self, terms: Sequence[int]) -> Float64:
        """The scores of all passages for these term numbers (repeats count again), float64 `(n_passages,)`."""
        total = np.zeros(self.postings.passage_count)
        for term in terms:
            rows, added = self.impacts(term)
            total[rows] += added
        return total

    def impacts_between(self, first: int, last: int) -> NDArray[np.float32]:
        """What each entry of the terms `first` to `last` (half-open) adds to its passage's score, float32, in order."""
        offsets = self.postings.offsets[first : last + 1]
        place = slice(offsets[0], offsets[-1])
        counts = self.postings.counts[place].astype(np.float32)
        idf = np.repeat(self.idf[first:last].astype(np.float32), np.diff(offsets))
        norm = self._norm_rounded[self.postings.rows[place]]
        return np.asarray(idf * (counts * np.float32(K1 + 1) / (counts + norm)), dtype=np.float32)

    def scores_of(self, terms: Sequence[int], rows: NDArray[np.int64]) -> Float64:
        """The scores of some rows alone, to the bit those of `scores`, float64 `(n_rows,)`."""
        total = np.zeros(len(rows))
        for term in terms:
            place = slice(self.postings.offsets[term], self.postings.offsets[term + 1])
            held, places = held_places(self.postings.rows[place], rows)
            counts = self.postings.counts[place][places].astype(np.int64)
            total[held] += self.idf[term] * (counts * (K1 + 1) / (counts + self._norm[rows[held]]))
        return total

    @cached_property
    def _norm_rounded(self) -> NDArray[np.float32]:
        return self._norm.astype(np.float32)
