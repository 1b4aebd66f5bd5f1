"""The retriever: both halves of the index, fused, reranked, near-duplicates grouped."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from index.analysis.query import QueryTerms
from index.dense.vectors import VectorIndex
from index.lexical.pruned import TopFinder
from index.lexical.searchable import Lexical
from index.protocols import Embedder
from index.records import Query, ScoredPassage
from index.rerank.definitions import defined_term, defining
from index.rerank.duplicates import group_duplicates
from index.rerank.features import Candidates, FeatureReader, neighbours
from index.rerank.signs import wanted_sections
from index.rerank.weights import WEIGHTS
from index.rows import Rows, allowed_rows, section_number
from index.store.reading import Store
from index.vocabulary import Vocabulary
from ingest.records import Access, Passage

DEPTH = 400
"""How many passages each half hands on, whatever k is: so that the first k are the same for every larger k."""
RERANKED = 100
ITEMS_OF = 50
"""The items of how many of the first passages bring their asked section with them."""
COMPANIONS_OF = 20
"""How many of the first passages bring their neighbours with them."""
KEPT_PASSAGES = 4_096
"""How many passages are kept as records: reading one from the store costs as much as ranking three."""
KEPT_BODIES = 32
"""Of how many sets of bodies the rows are kept: reading them from the store takes milliseconds where there are thousands."""
Rows64 = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuning:
    """What the retriever weighs by. `dense` is the weight of the cosine beside the lexical score in the first fusion."""

    dense: float = 0.3
    rerank: Mapping[str, float] = field(default_factory=lambda: WEIGHTS)


class HybridRetriever:
    """The `Retriever` of one generation. Safe to call from several threads."""

    def __init__(
        self,
        lexical: Lexical,
        rows: Rows,
        store: Store,
        vocabulary: Vocabulary,
        vectors: VectorIndex,
        embedder: Embedder,
        tuning: Tuning | None = None,
    ) -> None:
        self._lexical = lexical
        self._rows = rows
        self._store = store
        self._vocabulary = vocabulary
        self._vectors = vectors
        self._embedder = embedder
        self._tuning = tuning or Tuning()
        self._kept: dict[int, Passage] = {}
        self._rows_of: dict[frozenset[str], NDArray[np.bool_]] = {}
        self._finder = TopFinder(lexical.combined, rows.order)
        self._features = FeatureReader(lexical, rows, vocabulary.open.terms_of)

    def tuned(self, tuning: Tuning) -> HybridRetriever:
        """The same retriever with other weights: for measuring."""
        other = copy.copy(self)
        other._tuning = tuning
        return other

    def search(self, query: Query) -> list[ScoredPassage]:
        """See `index.protocols.Retriever`."""
        terms = self._vocabulary.of(query.filters.access).expand(query.text)
        head, tail = self.candidates(query, terms)
        features = self.features(query, terms, head)
        scores = sum(
            (np.float32(self._tuning.rerank.get(name, 0.0)) * values for name, values in features.items()),
            start=np.zeros(len(head.rows), dtype=np.float32),
        )
        order = np.lexsort((self._rows.order[head.rows], -scores))
        return self._scored(query, head, features, scores, [int(place) for place in order], tail)

    def candidates(self, query: Query, terms: QueryTerms) -> tuple[Candidates, Rows64]:
        """The passages to rerank and the rows behind them, best fused first; never one outside the filters."""
        allowed = allowed_rows(query.filters, self._rows, self._store)
        weighted = terms.weighted() | dict.fromkeys(terms.dates, 1.0)
        numbered = self._lexical.weights_of(weighted)
        matrix = self._lexical.combined
        best, scores = self._finder.top(numbered, DEPTH, allowed)
        vector = self._embedder.encode_query(query.text)
        rows = np.union1d(best, self._vectors.nearest(vector, RERANKED, allowed)[0])
        lexical = matrix.scores_of(numbered, rows) / max(float(scores.max(initial=0.0)), 1e-9)
        fused = lexical + self._tuning.dense * self._vectors.cosines(vector, rows)
        rows = rows[np.lexsort((self._rows.order[rows], -fused))]
        head = self._with_company(query, rows[:RERANKED], allowed)
        beside = neighbours(head, self._rows)
        read, places = np.unique(np.concatenate([head, *(row for row, _ in beside)]), return_inverse=True)
        own, *others = np.split(matrix.scores_of(numbered, read)[places], 1 + len(beside))
        found = Candidates(
            rows=head,
            lexical=own.astype(np.float32),
            dense=self._vectors.cosines(vector, head),
            beside=np.max([there * other for other, (_, there) in zip(others, beside, strict=True)], axis=0).astype(np.float32),
        )
        behind = rows[RERANKED:]
        return found, behind[~np.isin(behind, head)]

    def features(self, query: Query, terms: QueryTerms, candidates: Candidates) -> dict[str, NDArray[np.float32]]:
        """The features of the passages to rerank."""
        names = [dict.fromkeys(self._vocabulary.open.terms_of(name), 1.0) for name in query.prefer_names]
        bodies = self._of_bodies(query.prefer_bodies) if query.prefer_bodies else None
        features = self._features.features(query, terms, names, bodies, candidates)
        return features | {"defines": self._defines(query, candidates.rows)}

    def _of_bodies(self, bodies: frozenset[str]) -> NDArray[np.bool_]:
        """Which rows are of these bodies, bool `(n_rows,)`; those asked for lately are at hand."""
        found = self._rows_of.get(bodies)
        if found is None:
            found = np.zeros(self._rows.count, dtype=np.bool_)
            found[self._store.rows_where("body", bodies)] = True
            if len(self._rows_of) >= KEPT_BODIES:
                self._rows_of = {}
            self._rows_of[bodies] = found
        return found

    def _defines(self, query: Query, rows: Rows64) -> NDArray[np.float32]:
        """How clearly a passage says what the term asked about means; the texts are read only for such questions."""
        term = defined_term(query.text)
        if term is None:
            return np.zeros(len(rows), dtype=np.float32)
        passages = self._read(rows.tolist(), query.filters.access)
        return np.array(defining(term, [passages[row].text for row in rows.tolist()]), dtype=np.float32)

    def _read(self, rows: Sequence[int], access: frozenset[Access]) -> Mapping[int, Passage]:
        """The passages of these rows that may be seen; those read lately are at hand."""
        kept = self._kept
        found = {row: kept[row] for row in rows if row in kept}
        missing = [row for row in rows if row not in found]
        if missing:
            read = self._store.passages_in_rows(missing, access)
            if len(kept) + len(read) > KEPT_PASSAGES:
                self._kept = {}
            self._kept.update(read)
            found |= read
        return {row: passage for row, passage in found.items() if passage.access in access}

    def _with_company(self, query: Query, head: Rows64, allowed: NDArray[np.bool_] | None) -> Rows64:
        """The first passages, then the asked sections of their items, then the neighbours of the very first."""
        beside = [row[there] for row, there in neighbours(head[:COMPANIONS_OF], self._rows)]
        more = np.concatenate([self._asked_sections(query, head, allowed), *beside])
        if allowed is not None:
            more = more[allowed[more]]
        places = np.unique(more, return_index=True)[1]
        more = more[np.sort(places)]
        return np.concatenate([head, more[~np.isin(more, head)]])

    def _asked_sections(self, query: Query, head: Rows64, allowed: NDArray[np.bool_] | None) -> Rows64:
        """The asked section ("besluttede …") of the items found: its passages need not repeat the words of their case."""
        sections = wanted_sections(query)
        items = np.unique(self._rows.item[head[:ITEMS_OF]])
        if not sections or not len(items):
            return head[:0]
        numbers = [section_number(section) for section in sections]
        inside = np.isin(self._rows.section, numbers) & np.isin(self._rows.item, items[items >= 0])
        if allowed is not None:
            inside &= allowed
        return np.setdiff1d(np.flatnonzero(inside), head)[:RERANKED]

    def _scored(
        self,
        query: Query,
        head: Candidates,
        features: Mapping[str, NDArray[np.float32]],
        scores: NDArray[np.float32],
        ranked: Sequence[int],
        tail: Rows64,
    ) -> list[ScoredPassage]:
        """Group near-duplicates and fetch the first k. The tail keeps its order below every reranked passage."""
        places = {int(head.rows[place]): place for place in ranked}
        lowest = float(scores.min(initial=0.0))
        behind = {int(row): lowest - 1.0 - place * 1e-3 for place, row in enumerate(tail)}
        groups = group_duplicates([*places, *behind], self._lexical, self._rows)[: query.k]
        passages = self._read([row for group in groups for row in group], query.filters.access)
        return [
            ScoredPassage(
                passage=passages[group[0]],
                rank=rank,
                score=float(scores[places[group[0]]]) if group[0] in places else behind[group[0]],
                parts={name: float(values[places[group[0]]]) for name, values in features.items()} if group[0] in places else {},
                duplicate_ids=tuple(passages[row].id for row in group[1:]),
            )
            for rank, group in enumerate(groups, start=1)
        ]
