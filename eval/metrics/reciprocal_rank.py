"""Reciprocal rank: one over the rank of the first relevant thing (Voorhees 1999, TREC-8 question answering track)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def reciprocal_rank(run: Sequence[str], qrels: Mapping[str, float], k: int | None = None) -> float:
    """1 / rank of the first relevant name of the ranking (within the first k, when given), else 0."""
    ranks = (rank for rank, name in enumerate(run[:k], start=1) if qrels.get(name, 0) > 0)
    first = next(ranks, None)
    return 1 / first if first else 0.0
