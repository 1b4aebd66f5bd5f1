"""The exact k best passages without sorting all of them: MaxScore over arrays.

Turtle and Flood, Query Evaluation: Strategies and Optimizations (1995): terms are taken from the one that can add most
downwards; once the rest together cannot lift a new passage among the k best, only passages already seen go on, and of
those only the ones the rest can still lift. The survivors are scored again in the query's own order of terms, so the
result is to the bit that of adding everything up.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.lexical.columns import add_columns
from index.lexical.postings import held_places, spans_of
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

Span = tuple[int, int]
_Scores = Callable[[Rows64], Float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The terms of a search, from the one that can add most downwards: their numbers, entries, weights as asked.

    `rest[i]` is what the terms from i on can add at most, 0 behind the last.
    """

    numbers: Sequence[int]
    spans: Sequence[Span]
    weights: Sequence[float]
    rest: Sequence[float]

    def next_long(self, taken: int) -> int:
        """The next place behind `taken` where it pays to ask whether the list is needed at all."""
        places = range(taken + 1, len(self.spans))
        return next((place for place in places if self.spans[place][1] - self.spans[place][0] > CHECKED_FROM), len(self.spans))


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
        matrix = self._matrix
        columns = _columns(matrix, terms)
        scratch = self._scratch()
        threshold = self._threshold(columns, k) if allowed is None else 0.0
        taken = 0
        while taken < len(columns.spans):
            until = columns.next_long(taken)
            self._add(scratch, columns.spans[taken:until], columns.weights[taken:until], allowed)
            taken = until
            if taken < len(columns.spans):
                threshold = max(threshold, self._reached(scratch, columns.spans[:taken], k, threshold))
                if columns.rest[taken] < threshold * SLACK:
                    break
        found = (scratch >= max((threshold - columns.rest[taken]) * SLACK, TINY)).nonzero()[0]
        partial = scratch[found]
        scratch.fill(0.0)
        return self._refined(found, partial, columns, taken, threshold, k)

    def _add(self, scratch: Float32, spans: Sequence[Span], weights: Sequence[float], allowed: Mask | None) -> None:
        matrix = self._matrix
        if allowed is None:
            add_columns(scratch, matrix.rows, matrix.weights, spans, weights)
            return
        for (first, last), weight in zip(spans, weights, strict=True):
            rows = matrix.rows[first:last]
            kept = allowed[rows]
            add_columns(scratch, rows[kept], matrix.weights[first:last][kept], [(0, int(kept.sum()))], [weight])

    def _threshold(self, columns: Columns, k: int) -> float:
        """A score that at least k passages reach by a single term."""
        level = next((level for level, rank in enumerate(BEST_RANKS) if k <= rank), None)
        if level is None or not columns.weights:
            return 0.0
        return float((self._matrix.best[columns.numbers, level] * np.array(columns.weights)).max())

    def _reached(self, scratch: Float32, spans: Sequence[Span], k: int, threshold: float) -> float:
        """A score that k passages have reached so far by these lists: a row stands in at most every one of the short ones."""
        short = [span for span in spans if span[1] - span[0] <= SHORT]
        if not short:
            return 0.0
        rows = np.concatenate([self._matrix.rows[first:last] for first, last in short])
        return _kth(scratch[rows], k * len(short), threshold)

    def _refined(self, rows: Rows64, partial: Float32, columns: Columns, taken: int, threshold: float, k: int) -> Rows64:
        """Take the remaining terms for the rows that can still come among the best, fewer with every term."""
        matrix = self._matrix
        for number in range(taken, len(columns.spans)):
            threshold = max(threshold, _kth(partial, k, threshold))
            kept = partial + np.float32(columns.rest[number]) >= threshold * SLACK
            rows, partial = rows[kept], partial[kept]
            first, last = columns.spans[number]
            held, places = held_places(matrix.rows[first:last], rows)
            partial[held] += np.float32(columns.weights[number]) * matrix.weights[first:last][places]
        return np.asarray(rows[partial >= max(threshold, _kth(partial, k, threshold)) * SLACK], dtype=np.int64)

    def _scratch(self) -> Float32:
        scratch: Float32 | None = getattr(self._local, "scratch", None)
        if scratch is None:
            scratch = self._local.scratch = np.zeros(self._matrix.passage_count, dtype=np.float32)
        return scratch


def _columns(matrix: Weighted, terms: Terms) -> Columns:
    numbers, weights = [term for term, _ in terms], [weight for _, weight in terms]
    spans = spans_of(matrix.offsets, np.array(numbers, dtype=np.int64))
    rest = [0.0] * (len(terms) + 1)
    if len(terms) and int((spans[1] - spans[0]).max()) > CHECKED_FROM:  # else every list is taken, in any order
        bounds = matrix.most[numbers] * np.array(weights)
        order = np.argsort(-bounds, kind="stable")
        rest[:-1] = np.cumsum(bounds[order][::-1])[::-1].tolist()
        numbers, weights, spans = [numbers[n] for n in order], [weights[n] for n in order], spans[:, order]
    return Columns(numbers=numbers, spans=list(zip(*spans.tolist(), strict=True)), weights=weights, rest=rest)


def _kth(values: Float32, k: int, floor: float) -> float:
    """The k-th largest of the values above `floor`, 0.0 when there are fewer: no passage below it can be among the k best."""
    above = values[values > floor] if floor else values
    return float(np.partition(above, len(above) - k)[len(above) - k]) if len(above) >= k else 0.0
