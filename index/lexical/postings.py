"""Which passages hold which term how often: a sparse term × passage matrix, built from arrays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Int32 = NDArray[np.int32]
Int64 = NDArray[np.int64]

BLOCK_TOKENS = 4_000_000
"""How many tokens are sorted at a time: bounds the memory of a build."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """The matrix by term.

    Term t stands in `rows[offsets[t]:offsets[t + 1]]` (int32, ascending), `counts` times (uint16, at most 65 535).
    """

    offsets: Int64
    rows: Int32
    counts: NDArray[np.uint16]
    lengths: Int32  # terms per passage, (n_passages,)

    @property
    def term_count(self) -> int:
        """How many terms the vocabulary has."""
        return len(self.offsets) - 1

    @property
    def passage_count(self) -> int:
        """How many passages there are."""
        return len(self.lengths)


def postings_of(terms: Int32, lengths: Int32, term_count: int, *, block_tokens: int = BLOCK_TOKENS) -> Postings:
    """Count terms per passage.

    `terms` (int32, all passages' term numbers one after the other), `lengths` (int32, `(n_passages,)`).
    """
    blocks = list(_blocks(terms, lengths, term_count, block_tokens))
    frequencies = np.zeros(term_count + 1, dtype=np.int64)
    for found, _, _ in blocks:
        frequencies[1:] += np.bincount(found, minlength=term_count)
    offsets = np.cumsum(frequencies)
    rows, counts = np.empty(offsets[-1], dtype=np.int32), np.empty(offsets[-1], dtype=np.uint16)
    cursor = offsets[:-1].copy()
    while blocks:  # passages are in ascending blocks, so each block's rows go behind the earlier ones'
        found, found_rows, found_counts = blocks.pop(0)
        per_term = np.bincount(found, minlength=term_count)
        starts = np.cumsum(per_term) - per_term
        places = cursor[found] + (np.arange(len(found)) - starts[found])
        rows[places], counts[places] = found_rows, found_counts
        cursor += per_term
    return Postings(offsets=offsets, rows=rows, counts=counts, lengths=lengths)


def held_places(term_rows: Int32, rows: Int32 | Int64) -> tuple[Int64, Int64]:
    """Which of `rows` a term's ascending rows hold: their positions in `rows`, and their places in the term's list."""
    keys = rows.astype(term_rows.dtype, copy=False)  # with another type numpy would copy the whole list
    places = np.searchsorted(term_rows, keys)
    inside = np.flatnonzero(places < len(term_rows))
    held = inside[term_rows[places[inside]] == keys[inside]]
    return held, places[held]


def spans_of(offsets: Int64, terms: Int64) -> Int64:
    """The first place of each term's entries and the one behind the last, int64 `(2, n_terms)`."""
    spans = np.empty((2, len(terms)), dtype=np.int64)
    spans[0], spans[1] = offsets[terms], offsets[terms + 1]
    return spans


def places_in(all_rows: Int32, spans: Int64, rows: Int32 | Int64) -> tuple[Int64, NDArray[np.bool_]]:
    """Where several lists hold `rows`, and whether they do, both `(n_lists, n_rows)`; other places mean nothing, but are valid.

    `spans` (`(2, n_lists)`) are the first place of each list in `all_rows`, which must not be empty, and the one behind its last.
    """
    keys = rows.astype(all_rows.dtype, copy=False)
    places = np.empty((spans.shape[1], len(keys)), dtype=np.int64)
    for line, first, last in zip(places, *spans.tolist(), strict=True):
        line[:] = all_rows[first:last].searchsorted(keys)
    places += spans[0][:, None]
    inside = places < spans[1][:, None]
    np.minimum(places, len(all_rows) - 1, out=places)
    return places, inside & (all_rows[places] == keys)


def _blocks(
    terms: Int32, lengths: Int32, term_count: int, block_tokens: int
) -> Iterable[tuple[Int32, Int32, NDArray[np.uint16]]]:
    """Per block of passages: term, passage row and count of each pair, sorted by term, then row."""
    ends = np.cumsum(lengths, dtype=np.int64)
    first = 0
    while first < len(lengths):
        start = int(ends[first - 1]) if first else 0
        last = max(first + 1, int(np.searchsorted(ends, start + block_tokens, side="right")))
        some = terms[start : int(ends[last - 1])]
        span = last - first
        key = some.astype(np.int64) * span + np.repeat(np.arange(span, dtype=np.int64), lengths[first:last])
        pairs, repeats = np.unique(key, return_counts=True)
        rows = (pairs % span + first).astype(np.int32)
        yield (pairs // span).astype(np.int32), rows, np.minimum(repeats, 65_535).astype(np.uint16)
        first = last
