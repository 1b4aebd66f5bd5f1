"""The seams of the index."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.records import Query, ScoredPassage


class Retriever(Protocol):
    """Finds passages.

    `search` returns at most `query.k` passages, best first, ranks 1, 2, …; `search(k)` is a prefix of `search(k + 1)`.
    Equal scores are ordered by ascending passage id. Passages outside `query.filters` are never returned or counted.
    Safe to call from several threads.
    """

    def search(self, query: Query) -> list[ScoredPassage]:
        """The passages found, best first."""
        ...


class Embedder(Protocol):
    """Turns text into vectors: float32 `(n, dimension)`, rows of unit length (or zero for text without a known word).

    Queries and passages may be treated differently (prompts). The same text gives the same bytes.
    """

    @property
    def name(self) -> str:
        """The model's name."""
        ...

    @property
    def dimension(self) -> int:
        """How many dimensions a vector has."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of passages, one row each."""
        ...

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """The vector of a query, `(dimension,)`."""
        ...


class PairScorer(Protocol):
    """Says how well passages fit a query by reading both together. Safe to call from several threads."""

    def scores(self, query: str, texts: Sequence[str], seconds: float) -> NDArray[np.float32]:
        """One score per text, higher is better, float32 `(m,)`: of the first m texts, as many as `seconds` allow (m may be 0)."""
        ...
