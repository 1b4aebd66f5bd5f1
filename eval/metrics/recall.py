"""Recall@k: the share of the relevant things that are among the first k (Manning, Raghavan & Schütze 2008, ch. 8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def recall(run: Sequence[str], qrels: Mapping[str, float], k: int) -> float:
    """Recall of a ranking at k, 0 to 1; 0 when nothing is relevant. `run` is best first, a relevance above 0 counts."""
    relevant = {name for name, relevance in qrels.items() if relevance > 0}
    return len(relevant.intersection(run[:k])) / len(relevant) if relevant else 0.0
