"""nDCG@k: discounted gain over the best possible one (Järvelin & Kekäläinen 2002), as trec_eval and BEIR compute it.

The gain of a thing is its relevance, the discount log2(rank + 1).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import log2


def ndcg(run: Sequence[str], qrels: Mapping[str, float], k: int) -> float:
    """The nDCG of a ranking at k, 0 to 1; 0 when nothing is relevant."""
    ideal = _gain(sorted((relevance for relevance in qrels.values() if relevance > 0), reverse=True)[:k])
    return _gain(max(0.0, qrels.get(name, 0)) for name in run[:k]) / ideal if ideal else 0.0


def _gain(relevances: Iterable[float]) -> float:
    return sum(relevance / log2(rank + 1) for rank, relevance in enumerate(relevances, start=1))
