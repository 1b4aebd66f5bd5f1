"""Opens the embedder of a generation: the corpus model with numpy alone, a named one when it is first needed."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedders.corpus import CorpusEncoder, open_corpus_arrays
from index.protocols import Embedder

CORPUS_FOLDER = "model"


def open_embedder(dense: Path) -> Embedder:
    """The embedder whose vectors stand in the folder `dense`."""
    return CorpusEncoder(open_corpus_arrays(dense / CORPUS_FOLDER)) if (dense / CORPUS_FOLDER).is_dir() else LateEmbedder(dense)


class LateEmbedder:
    """A named model, loaded at the first query: importing torch takes seconds that `status` need not pay."""

    def __init__(self, dense: Path) -> None:
        self._dense = dense
        self._lock = threading.Lock()
        self._loaded: Embedder | None = None

    @property
    def name(self) -> str:
        """The model's name."""
        return self._embedder().name

    @property
    def dimension(self) -> int:
        """How many dimensions its vectors have."""
        return self._embedder().dimension

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `index.protocols.Embedder`."""
        return self._embedder().encode_passages(texts)

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """See `index.protocols.Embedder`."""
        return self._embedder().encode_query(text)

    def _embedder(self) -> Embedder:
        with self._lock:
            if self._loaded is None:
                from index.embedders.named import open_named

                self._loaded = open_named(self._dense)
            return self._loaded
