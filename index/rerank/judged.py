"""A retriever whose first few passages are read once more, together with the query, and put in a better order."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from index.protocols import PairScorer, Retriever
from index.records import Query, ScoredPassage

CANDIDATES = 20
SECONDS = 2.0
SHARE = 0.5
"""How much of the order is the scorer's: the rest stays the retriever's, which knows dates, names and sections."""
PART = "cross_encoder"

log = logging.getLogger(__name__)


class JudgedRetriever:
    """A `Retriever` over another: the first `candidates` are put in order by both, as many as can be read in `seconds`.

    How many those are does not depend on k. Those behind, and those there was no time for, keep their places.
    """

    def __init__(self, retriever: Retriever, scorer: PairScorer, candidates: int = CANDIDATES, seconds: float = SECONDS) -> None:
        self._retriever, self._scorer = retriever, scorer
        self._candidates, self._seconds = candidates, seconds

    def search(self, query: Query) -> list[ScoredPassage]:
        """See `index.protocols.Retriever`."""
        found = self._retriever.search(replace(query, k=max(query.k, self._candidates)))
        first = found[: self._candidates]
        judged = self._scorer.scores(query.text, [read_text(scored) for scored in first], self._seconds)
        if len(judged) < len(first):
            log.warning("not all passages judged in time", extra={"judged": len(judged), "asked": len(first)})
        return [*reordered(first[: len(judged)], judged), *found[len(judged) :]][: query.k]


def read_text(scored: ScoredPassage) -> str:
    """What the scorer reads of a passage: where it stands, then its words."""
    return "\n".join(filter(None, (" / ".join(scored.passage.heading_path), scored.passage.text)))


def reordered(found: Sequence[ScoredPassage], judged: NDArray[np.float32]) -> list[ScoredPassage]:
    """Order by both scores, each brought to 0 to 1, equal ones by passage id; the places keep their scores."""
    both = (1 - SHARE) * _spread(np.array([scored.score for scored in found])) + SHARE * _spread(judged.astype(np.float64))
    order = sorted(range(len(found)), key=lambda place: (-both[place], found[place].passage.id))
    return [
        replace(
            found[place],
            rank=held.rank,
            score=held.score,
            parts={**found[place].parts, PART: float(judged[place])},
        )
        for held, place in zip(found, order, strict=True)
    ]


def _spread(values: NDArray[np.float64]) -> NDArray[np.float64]:
    if not len(values):
        return values
    lowest, highest = values.min(), values.max()
    return np.asarray((values - lowest) / (highest - lowest if highest > lowest else 1.0))
