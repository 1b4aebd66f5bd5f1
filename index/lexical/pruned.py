"""The exact k best passages without sorting all of them: MaxScore over arrays.

Turtle and Flood, Query Evaluation: Strategies and Optimizations (1995): terms are taken from the one that can add most
downwards; once the rest together cannot lift a new passage among the k best, only passages already seen go on, and of
those only the ones the rest can still lift. The survivors are scored again in the query's own order of terms, so the
result is to the bit that of adding everything up.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from index.lexical.columns import add_column
from index.lexical.postings import held_places
from index.lexical.top import top_rows
from index.lexical.weighted import BEST_RANKS, Float32, Float64, Mask, Rows64, Terms, Weighted

PRUNED_FROM = 20_000
"""Below this many passages adding everything up is faster."""
TINY = np.float32(1e-30)
CHECKED_FROM = 500_000
"""Shorter lists are taken without asking whether they are needed: at a million passages asking costs more (2.8 ms, 4.2 ms)."""
SHORT = 60_000
"""The rows of lists up to this length are looked at again to raise the threshold."""
SLACK = np.float32(1 - 1e-5)
"""Bounds are sums of float32: a passage this near to the threshold stays in."""

Int32 = NDArray[np.int32]
_Scores = Callable[[Rows64], Float64]


class TopFinder:
    """Finds the best rows of one matrix. Safe between threads: each has its own scratch array."""

    def __init__(self, matrix: Weighted, order: NDArray[np.int32], *, pruned_from: int = PRUNED_FROM) -> None:
        self._matrix, self._order, self._pruned_from = matrix, order, pruned_from
        self._local = threading.local()

    def top(self, terms: Terms, k: int, allowed: Mask | None = None, exact: _Scores | None = None) -> tuple[Rows64, Float64]:
        """The k best rows with a score above zero and their scores, best first; equal scores by `order`.

        Rows not `allowed` are never scored. `exact` scores the survivors (default: the matrix' own sums).
        """
        scores_of = exact or (lambda rows: self._matrix.scores_of(terms, rows))
        if self._matrix.passage_count < self._pruned_from and exact is None:
            scores = self._matrix.scores(terms, allowed)
            rows = top_rows(scores, k, self._order)
            return rows, scores[rows]
        rows = self._survivors(terms, k, allowed)
        scores = scores_of(rows)
        best = np.lexsort((self._order[rows], -scores))[:k]
        return rows[best], scores[best]

    def _survivors(self, terms: Terms, k: int, allowed: Mask | None) -> Rows64:
        """Every row that can be among the k best, and few others; ascending."""
        by_bound = sorted(((float(self._matrix.most[term]) * weight, term, weight) for term, weight in terms), reverse=True)
        bounds = np.array([bound for bound, _, _ in by_bound] + [0.0])
        rest = np.cumsum(bounds[::-1])[::-1]  # rest[i]: what the terms from i on can add at most
        scratch = self._scratch()
        threshold = self._threshold(terms, k) if allowed is None else 0.0
        taken = 0
        short: list[Int32] = []  # the rows of short lists: what stands in them now says how good the k best must be
        for _, term, weight in by_bound:
            if taken and self._matrix.size_of(term) > CHECKED_FROM:
                threshold = max(threshold, self._reached(scratch, short, k, threshold))
                if rest[taken] < threshold * SLACK:
                    break
            taken += 1
            rows, weights = self._matrix.entries(term)
            if allowed is not None:
                kept = allowed[rows]
                rows, weights = rows[kept], weights[kept]
            add_column(scratch, rows, weights, weight)
            if len(rows) <= SHORT:
                short.append(rows)
        if taken < len(by_bound):
            threshold = max(threshold, self._reached(scratch, short, k, threshold))
        found = np.flatnonzero(scratch >= max((threshold - rest[taken]) * SLACK, TINY))
        partial = scratch[found]
        scratch.fill(0.0)
        return self._refined(found, partial, by_bound[taken:], rest[taken:], threshold, k)

    def _threshold(self, terms: Terms, k: int) -> float:
        """A score that at least k passages reach by a single term."""
        level = next((level for level, rank in enumerate(BEST_RANKS) if k <= rank), None)
        return (
            0.0 if level is None else max((float(self._matrix.best[term, level]) * weight for term, weight in terms), default=0.0)
        )

    def _reached(self, scratch: Float32, short: list[Int32], k: int, threshold: float) -> float:
        """A score that k passages have reached so far: a row stands in at most every one of the lists."""
        if not short:
            return 0.0
        return _kth(scratch[np.concatenate(short)], k * len(short), threshold)

    def _refined(
        self, rows: Rows64, partial: Float32, terms: list[tuple[float, int, float]], rest: Float64, threshold: float, k: int
    ) -> Rows64:
        """Take the remaining terms for the rows that can still come among the best, fewer with every term."""
        for left, (_, term, weight) in zip(rest, terms, strict=False):
            threshold = max(threshold, _kth(partial, k, threshold))
            kept = partial + np.float32(left) >= threshold * SLACK
            rows, partial = rows[kept], partial[kept]
            held, places = held_places(self._matrix.entries(term)[0], rows)
            partial[held] += np.float32(weight) * self._matrix.entries(term)[1][places]
        return np.asarray(rows[partial >= max(threshold, _kth(partial, k, threshold)) * SLACK], dtype=np.int64)

    def _scratch(self) -> Float32:
        scratch: Float32 | None = getattr(self._local, "scratch", None)
        if scratch is None:
            scratch = self._local.scratch = np.zeros(self._matrix.passage_count, dtype=np.float32)
        return scratch


def _kth(values: Float32, k: int, floor: float) -> float:
    """The k-th largest of the values above `floor`, 0.0 when there are fewer: no passage below it can be among the k best."""
    above = values[values > floor] if floor else values
    return float(np.partition(above, len(above) - k)[len(above) - k]) if len(above) >= k else 0.0
