"""The retriever: both halves of the index, fused, reranked, near-duplicates grouped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from index.analysis.expansion import Expander
from index.analysis.query import QueryTerms
from index.dense.vectors import VectorIndex
from index.lexical.searchable import Lexical
from index.lexical.top import top_rows
from index.protocols import Embedder
from index.records import Query, ScoredPassage
from index.rerank.duplicates import group_duplicates
from index.rerank.features import Candidates, FeatureReader
from index.rerank.weights import WEIGHTS
from index.rows import Rows, allowed_rows
from index.store.reading import Store

DEPTH = 400
"""How many passages each half hands on, whatever k is: so that the first k are the same for every larger k."""
RERANKED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuning:
    """What the retriever weighs by. `dense` is the weight of the cosine beside the lexical score in the first fusion."""

    dense: float = 0.3
    rerank: Mapping[str, float] = field(default_factory=lambda: WEIGHTS)
    reranked: int = RERANKED


class HybridRetriever:
    """The `Retriever` of one generation. Safe to call from several threads."""

    def __init__(
        self,
        lexical: Lexical,
        rows: Rows,
        store: Store,
        expander: Expander,
        vectors: VectorIndex,
        embedder: Embedder,
        tuning: Tuning | None = None,
    ) -> None:
        self._lexical = lexical
        self._rows = rows
        self._store = store
        self._expander = expander
        self._vectors = vectors
        self._embedder = embedder
        self._tuning = tuning or Tuning()
        self._features = FeatureReader(lexical, rows)

    def search(self, query: Query) -> list[ScoredPassage]:
        """See `index.protocols.Retriever`."""
        terms = self._expander.expand(query.text)
        candidates = self.candidates(query, terms)
        features = self.features(query, terms, candidates)
        scores = sum(
            (np.float32(self._tuning.rerank.get(name, 0.0)) * values for name, values in features.items()),
            start=np.zeros(len(candidates.rows), dtype=np.float32),
        )
        head = min(self._tuning.reranked, len(candidates.rows))
        order = np.lexsort((self._rows.order[candidates.rows[:head]], -scores[:head]))
        ranked = [int(place) for place in order] + list(range(head, len(candidates.rows)))
        return self._scored(query, candidates, features, scores, ranked)

    def candidates(self, query: Query, terms: QueryTerms) -> Candidates:
        """The passages of both halves in fused order, never one outside the filters."""
        allowed = allowed_rows(query.filters, self._rows, self._store)
        weighted = terms.weighted() | dict.fromkeys(terms.dates, 1.0)
        lexical = self._lexical.combined.scores(self._lexical.weights_of(weighted), allowed) * self._rows.weight
        found = top_rows(lexical, DEPTH, self._rows.order)
        vector = self._embedder.encode_query(query.text)
        near, _ = self._vectors.nearest(vector, RERANKED, allowed)
        rows = np.unique(np.concatenate([found, near]))
        cosines = self._vectors.cosines(vector, rows)
        fused = lexical[rows] / max(float(lexical[rows].max(initial=0.0)), 1e-9) + self._tuning.dense * cosines
        best = np.lexsort((self._rows.order[rows], -fused))
        return Candidates(rows=rows[best], lexical=lexical[rows[best]].astype(np.float32), dense=cosines[best])

    def features(self, query: Query, terms: QueryTerms, candidates: Candidates) -> dict[str, NDArray[np.float32]]:
        """The features of all candidates; those behind the reranked ones too."""
        names = [dict.fromkeys(self._expander.terms_of(name), 1.0) for name in query.prefer_names]
        bodies = None
        if query.prefer_bodies:
            bodies = np.zeros(self._rows.count, dtype=np.bool_)
            bodies[self._store.rows_where("body", query.prefer_bodies)] = True
        return self._features.features(query, terms, names, bodies, candidates)

    def _scored(
        self,
        query: Query,
        candidates: Candidates,
        features: Mapping[str, NDArray[np.float32]],
        scores: NDArray[np.float32],
        ranked: list[int],
    ) -> list[ScoredPassage]:
        groups = group_duplicates([int(candidates.rows[place]) for place in ranked], self._lexical, self._rows)
        places = {int(candidates.rows[place]): place for place in ranked}
        chosen = groups[: query.k]
        wanted = [row for group in chosen for row in group]
        passages = self._store.passages_in_rows(wanted, query.filters.access) if wanted else {}
        return [
            ScoredPassage(
                passage=passages[group[0]],
                rank=rank,
                score=float(scores[places[group[0]]]),
                parts={name: float(values[places[group[0]]]) for name, values in features.items()},
                duplicate_ids=tuple(passages[row].id for row in group[1:] if row in passages),
            )
            for rank, group in enumerate(chosen, start=1)
        ]
