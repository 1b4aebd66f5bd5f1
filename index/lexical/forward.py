"""The terms of each passage in order, as arrays: what the reranker reads for the first hundred passages."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Forward:
    """Row i holds the term numbers `terms[offsets[i]:offsets[i + 1]]` (int32), in the order of the text."""

    terms: NDArray[np.int32]
    offsets: NDArray[np.int64]

    def row(self, row: int) -> NDArray[np.int32]:
        """The term numbers of one passage."""
        return self.terms[self.offsets[row] : self.offsets[row + 1]]

    def row_lengths(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """How many terms these passages have."""
        return np.asarray(self.offsets[rows + 1]) - np.asarray(self.offsets[rows])

    @property
    def lengths(self) -> NDArray[np.int32]:
        """How many terms each passage has, int32 `(n_passages,)`."""
        return np.diff(self.offsets).astype(np.int32)


def forward_of(terms: NDArray[np.int32], lengths: NDArray[np.int32]) -> Forward:
    """Lay terms out by passage."""
    return Forward(terms=terms, offsets=np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)]))
