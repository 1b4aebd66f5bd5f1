"""Named models: any SentenceTransformer, from a folder or the hub, with the prompts it was trained with."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelUnavailable

BATCH = 32
SETTINGS = "model.json"
QUERY_PROMPTS, PASSAGE_PROMPTS = (
    ("query", "search_query", "retrieval.query"),
    ("passage", "document", "search_document", "retrieval.passage"),
)

log = logging.getLogger(__name__)


class NamedEmbedder:
    """The `Embedder` around a SentenceTransformer. Vectors are of unit length. Safe between threads; one encodes at a time."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._model = _load(name)
        self._lock = threading.Lock()
        self.query_prompt, self.passage_prompt = _prompts(self._model, name)
        self.dimension = int(self._model.encode(["a"], show_progress_bar=False).shape[1])
        self.identity = hashlib.sha256(f"{self.name}\0{_fingerprint(self._model)}\0{self.passage_prompt}".encode()).hexdigest()[
            :16
        ]

    def encode_passages(self, texts: Sequence[str], *, progress: Callable[[int, int], None] | None = None) -> NDArray[np.float32]:
        """Vectors of passages, float32 `(n, dimension)`. `progress` gets (done, total) after each batch."""
        batches = []
        for start in range(0, len(texts), BATCH):
            batches.append(self._encode(texts[start : start + BATCH], self.passage_prompt))
            if progress is not None:
                progress(min(start + BATCH, len(texts)), len(texts))
        return np.concatenate(batches) if batches else np.zeros((0, self.dimension), dtype=np.float32)

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """The vector of a query, float32 `(dimension,)`."""
        return np.asarray(self._encode([text], self.query_prompt)[0])

    def _encode(self, texts: Sequence[str], prompt: str) -> NDArray[np.float32]:
        with self._lock:
            vectors = self._model.encode(
                list(texts),
                prompt=prompt or None,
                batch_size=BATCH,
                normalize_embeddings=True,
                convert_to_numpy=True,
                show_progress_bar=False,
            )
        return np.asarray(vectors, dtype=np.float32)


def save_named(embedder: NamedEmbedder, dense: Path) -> None:
    """Record which model the vectors are of. The model itself stays where it is."""
    settings = {"name": embedder.name, "identity": embedder.identity, "dimension": embedder.dimension}
    (dense / SETTINGS).write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")


def open_named(dense: Path) -> NamedEmbedder:
    """Load the model a generation was built with. Raises `ModelUnavailable` when it is gone or another one."""
    settings = json.loads((dense / SETTINGS).read_text(encoding="utf-8"))
    embedder = NamedEmbedder(settings["name"])
    if embedder.identity != settings["identity"]:
        raise ModelUnavailable(f"{settings['name']}: this is not the model the index was built with. Build the index again.")
    return embedder


def _load(name: str) -> Any:
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(name, device="cpu")
    except Exception as error:  # the library raises whatever its own libraries raise
        reason = str(error).split("\n", 1)[0][:200]
        raise ModelUnavailable(
            f"{name}: the embedding model cannot be loaded ({reason}). Name a folder or a model of the hub."
        ) from error


def _prompts(model: Any, name: str) -> tuple[str, str]:
    """The prompts for queries and passages: the model's own, else those its family was trained with."""
    own = dict(getattr(model, "prompts", None) or {})
    query = next((own[key] for key in QUERY_PROMPTS if own.get(key)), "")
    passage = next((own[key] for key in PASSAGE_PROMPTS if own.get(key)), "")
    if not query and not passage and "e5" in Path(name).name.lower().replace("_", "-").split("-"):
        instruct = "instruct" in name.lower()
        task = "Instruct: Given a question, retrieve passages that answer it\nQuery: "
        return (task, "") if instruct else ("query: ", "passage: ")
    return query, passage


def _fingerprint(model: Any) -> str:
    """Tells models of one name apart by what they make of a sentence, rounded so that machines agree."""
    vector = np.asarray(model.encode(["Referat af møde i udvalget"], normalize_embeddings=True, show_progress_bar=False)[0])
    return ",".join(f"{value:.2f}" for value in vector[:32] + 0.0)
