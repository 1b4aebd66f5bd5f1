"""BM25 as `rank_bm25.BM25Okapi` computes it, to the bit: the ATIRE variant of Okapi with a floor under negative idf.

    score(q, d) = Σ idf(t) · tf · (k1 + 1) / (tf + k1 · (1 − b + b · |d| / avgdl))
    idf(t)      = ln(N − df + 0.5) − ln(df + 0.5), and 0.25 · mean idf where that is negative

Source: Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009); the variant: Trotman,
Jia and Crane, Towards an Efficient and Effective Search Engine (2012).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.lexical.postings import Postings, places_in, spans_of

Float64 = NDArray[np.float64]

K1 = 1.5
B = 0.75
EPSILON = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """What BM25 weighs by: how many passages were counted, how many terms they have, and how many of them hold each term.

    `frequencies` is int64, `(n_terms,)`. A passage that is not counted (a closed one) has a score, but changes no other's.
    """

    passage_count: int
    token_count: int
    frequencies: NDArray[np.int64]

    @property
    def average_length(self) -> float:
        """Terms per passage; 1 where there are none."""
        return self.token_count / self.passage_count if self.token_count else 1.0


def statistics_of(postings: Postings, counted: NDArray[np.bool_] | None = None) -> Statistics:
    """Count all passages, or those `counted`, bool `(n_passages,)`."""
    if counted is None:
        frequencies = np.diff(postings.offsets)
        return Statistics(
            passage_count=postings.passage_count,
            token_count=int(postings.lengths.sum(dtype=np.int64)),
            frequencies=np.asarray(frequencies, dtype=np.int64),
        )
    return Statistics(
        passage_count=int(counted.sum()),
        token_count=int(postings.lengths[counted].sum(dtype=np.int64)),
        frequencies=counted_frequencies(postings.offsets, postings.rows, counted),
    )


def counted_frequencies(offsets: NDArray[np.int64], rows: NDArray[np.int32], counted: NDArray[np.bool_]) -> NDArray[np.int64]:
    """How many of the passages `counted` hold each term, int64 `(n_terms,)`."""
    frequencies = np.zeros(len(offsets) - 1, dtype=np.int64)
    held = np.flatnonzero(np.diff(offsets))
    if len(held):
        frequencies[held] = np.add.reduceat(counted[rows], offsets[held], dtype=np.int64)
    return frequencies


def idf_of(statistics: Statistics) -> Float64:
    """The idf of every term, float64 `(n_terms,)`; a term that no counted passage holds gets that of none, ln(2N + 1).

    Terms must be numbered in the order they first appear in the corpus:
    the mean, and so the floor, is a sum whose last bits depend on the order.
    """
    frequencies, count = statistics.frequencies, statistics.passage_count
    distinct = {int(df): math.log(count - df + 0.5) - math.log(df + 0.5) for df in np.unique(frequencies)}
    values = np.zeros(len(frequencies))
    for df, value in distinct.items():
        values[frequencies == df] = value
    held = values[frequencies > 0]
    if len(held):
        mean = np.cumsum(held)[-1] / len(held)  # cumsum adds one by one, as the reference does; sum adds in pairs
        values[(frequencies > 0) & (values < 0)] = EPSILON * mean
    return values


def searching_idf(statistics: Statistics) -> Float64:
    """The idf that searching uses: the same, but never below zero, where the reference's floor is in a very small corpus.

    There it gives ln(1 + (N − df + 0.5) / (df + 0.5)) (Lucene), so that a word in every passage still finds them all.
    """
    values, frequencies = idf_of(statistics), statistics.frequencies
    above = np.log1p((statistics.passage_count - frequencies + 0.5) / (frequencies + 0.5))
    return np.where((frequencies > 0) & (values <= 0), above, values)


class Okapi:
    """Exact BM25 scores over postings: those of the reference over the passages that `statistics` counts."""

    def __init__(self, postings: Postings, statistics: Statistics | None = None, idf: Float64 | None = None) -> None:
        self.postings = postings
        self.statistics = statistics_of(postings) if statistics is None else statistics
        self.idf = idf_of(self.statistics) if idf is None else idf

    @cached_property
    def _norm(self) -> Float64:
        """k1 times the length part of the denominator, float64 `(n_passages,)`."""
        lengths = self.postings.lengths.astype(np.int64)
        return np.asarray(K1 * (1 - B + B * lengths / self.statistics.average_length))

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
        if not len(self.postings.rows) or not len(terms):
            return total
        numbers = np.asarray(terms, dtype=np.int64)
        places, held = places_in(self.postings.rows, spans_of(self.postings.offsets, numbers), rows)
        counts = self.postings.counts[places].astype(np.int64)
        added = self.idf[numbers][:, None] * (counts * (K1 + 1) / (counts + self._norm[rows]))
        for line in np.where(held, added, 0.0):  # one by one, in the order of the query: the last bits depend on it
            total += line
        return total

    @cached_property
    def _norm_rounded(self) -> NDArray[np.float32]:
        return self._norm.astype(np.float32)
