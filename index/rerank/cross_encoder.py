"""A cross-encoder: reads query and passage together and says how well they fit. A sentence-transformers model, by name.

Nogueira and Cho, Passage Re-ranking with BERT (2019). Slow beside everything else here, so it only looks at the first few.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelUnavailable

BATCH = 8
"""Pairs scored between two looks at the clock."""
MAX_TOKENS = 512


class CrossEncoderScorer:
    """The `PairScorer` around a `sentence_transformers.CrossEncoder` with one output. Threads take turns."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._model = _load(name)
        self._lock = threading.Lock()

    def scores(self, query: str, texts: Sequence[str], seconds: float) -> NDArray[np.float32]:
        """See `index.protocols.PairScorer`."""
        ends = time.monotonic() + seconds
        if not self._lock.acquire(timeout=seconds):
            return np.empty(0, dtype=np.float32)
        try:
            scored: list[NDArray[np.float32]] = []
            while len(scored) * BATCH < len(texts) and time.monotonic() < ends:
                batch = texts[len(scored) * BATCH : (len(scored) + 1) * BATCH]
                found = self._model.predict([(query, text) for text in batch], batch_size=BATCH, show_progress_bar=False)
                scored.append(np.asarray(found, dtype=np.float32))
        finally:
            self._lock.release()
        return np.concatenate(scored) if scored else np.empty(0, dtype=np.float32)


@lru_cache(maxsize=1)
def open_cross_encoder(name: str) -> CrossEncoderScorer:
    """The model of this name, loaded once for all generations. Raises `ModelUnavailable`."""
    return CrossEncoderScorer(name)


def _load(name: str) -> Any:
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        from sentence_transformers import CrossEncoder

        model = CrossEncoder(name, device="cpu")
    except Exception as error:  # the library raises whatever its own libraries raise
        reason = str(error).split("\n", 1)[0][:200]
        raise ModelUnavailable(
            f"{name}: the cross-encoder cannot be loaded ({reason}). Name a folder or a model of the hub, or name none."
        ) from error
    if model.num_labels != 1:
        raise ModelUnavailable(
            f"{name}: gives {model.num_labels} values for a pair; a cross-encoder that ranks passages gives one. Name another."
        )
    model.max_seq_length = min(MAX_TOKENS, model.max_seq_length or MAX_TOKENS)
    return model
