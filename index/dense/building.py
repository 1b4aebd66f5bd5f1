"""Builds the dense half of a generation: fits or loads the model, embeds the passages, writes vectors and model."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.dense.vectors import FOLDER, build_vectors

CORPUS = "corpus"
MODEL = "model"


@dataclass(frozen=True, slots=True, kw_only=True)
class DenseReport:
    """What the dense half became."""

    model: str
    recall: float
    embedded: int  # passages that were embedded now, not taken from the cache


def build_dense(
    texts: Sequence[str], folder: Path, *, model: str, cache: Path, progress: Callable[[int, int], None] | None = None
) -> DenseReport:
    """Embed `texts`, one per passage row, and write all of it below `folder`.

    `cache` is a folder where vectors of named models are kept by the content of their text. Raises `ModelUnavailable`.
    """
    dense = folder / FOLDER
    dense.mkdir()
    if model == CORPUS:
        vectors, embedded = _fitted(texts, dense / MODEL), len(texts)
    else:
        vectors, embedded = _named(texts, dense, model, cache, progress)
    return DenseReport(model=model, recall=build_vectors(vectors, dense), embedded=embedded)


def text_key(text: str) -> bytes:
    """Names a text by its content: the first 16 bytes of its SHA-256."""
    return hashlib.sha256(text.encode()).digest()[:16]


def _fitted(texts: Sequence[str], folder: Path) -> np.typing.NDArray[np.float32]:
    from index.embedders.corpus import CorpusEncoder
    from index.embedders.corpus_fit import fit_corpus_model
    from index.embedders.corpus_folder import save_corpus_model

    arrays = fit_corpus_model(texts)
    save_corpus_model(arrays, folder)
    return CorpusEncoder(arrays).encode_passages(texts)


def _named(
    texts: Sequence[str], dense: Path, model: str, cache: Path, progress: Callable[[int, int], None] | None
) -> tuple[np.typing.NDArray[np.float32], int]:
    from index.embedders.named import NamedEmbedder, save_named
    from index.embedders.vector_cache import VectorCache

    embedder = NamedEmbedder(model)
    known = VectorCache(cache, embedder.identity, embedder.dimension)
    keys = [text_key(text) for text in texts]
    missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    known.add(list(missing), embedder.encode_passages(list(missing.values()), progress=progress))
    save_named(embedder, dense)
    return known.vectors(keys), len(missing)
