"""Builds the dense half of a generation: fits, carries over or loads the model, embeds the passages, writes vectors and model."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.dense.vectors import FOLDER, VECTORS, build_vectors
from index.embedders.corpus import same_version

CORPUS = "corpus"
MODEL, KEYS = "model", "keys.npy"
REFIT_SHARE = 0.2
"""The corpus model is fitted anew when more than this share of the passages is new to it, or as many have gone."""

Float32 = NDArray[np.float32]
Keys = NDArray[np.void]


@dataclass(frozen=True, slots=True, kw_only=True)
class DenseReport:
    """What the dense half became. `embedded` counts the texts that were embedded now, not carried over."""

    model: str
    recall: float
    embedded: int


def build_dense(
    texts: Sequence[str],
    closed: NDArray[np.bool_],
    folder: Path,
    *,
    model: str,
    cache: Path,
    previous: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
    keys: Keys | None = None,
) -> DenseReport:
    """Embed `texts`, one per passage row (`closed` says which are), and write all of it below `folder`.

    `cache` is a folder where vectors of named models are kept by the content of their text; `previous` is the folder
    of the generation before, whose corpus model and vectors serve again as long as little is new. `keys` are the names
    of the texts (`text_keys`) where they are known: a text is then only asked for when it is embedded. Raises `ModelUnavailable`.
    """
    dense = folder / FOLDER
    dense.mkdir()
    keys = text_keys(texts) if keys is None else keys
    if model == CORPUS:
        vectors, embedded = _corpus(texts, keys, closed, dense, previous / FOLDER if previous else None)
    else:
        vectors, embedded = _named(texts, keys, dense, model, cache, progress)
    return DenseReport(model=model, recall=build_vectors(vectors, closed, dense), embedded=embedded)


def text_keys(texts: Sequence[str]) -> Keys:
    """Names texts by their content: the first 16 bytes of their SHA-256, `(n,)` of 16-byte values."""
    return np.frombuffer(b"".join(hashlib.sha256(text.encode()).digest()[:16] for text in texts), dtype="V16")


def _corpus(texts: Sequence[str], keys: Keys, closed: NDArray[np.bool_], dense: Path, before: Path | None) -> tuple[Float32, int]:
    """Carry the model and known vectors over, or fit anew. `keys.npy` names the texts of the vectors.

    The model is fitted to the open passages, so that no word of a closed one moves an open one; where all are closed, to all.
    """
    fitted = np.arange(len(texts)) if closed.all() else np.flatnonzero(~closed)
    carried = _carried_over(keys, np.unique(keys[fitted].view("S16")), dense, before)
    if carried is not None:
        vectors, missing = carried
        _save_keys(keys, dense)
        return _filled(texts, vectors, missing, dense), len(missing)
    from index.embedders.corpus import CorpusEncoder
    from index.embedders.corpus_fit import fit_corpus_model
    from index.embedders.corpus_folder import save_corpus_model

    arrays = fit_corpus_model([texts[row] for row in fitted.tolist()])
    save_corpus_model(arrays, dense / MODEL)
    np.save(dense / MODEL / KEYS, np.unique(keys[fitted].view("S16")), allow_pickle=False)
    _save_keys(keys, dense)
    return CorpusEncoder(arrays).encode_passages(texts), len(texts)


def _carried_over(
    keys: Keys, own: NDArray[np.bytes_], dense: Path, before: Path | None
) -> tuple[Float32, NDArray[np.int64]] | None:
    """The vectors known from before and the rows without one; None when the model must be fitted anew.

    `own` names the texts that a new model would be fitted to. A text that is here and no longer among them was closed since.
    """
    if before is None or not (before / MODEL / KEYS).exists() or not (before / KEYS).exists() or not same_version(before / MODEL):
        return None
    fitted = np.load(before / MODEL / KEYS, allow_pickle=False)
    shared = len(np.intersect1d(own, fitted, assume_unique=True))
    gone = np.setdiff1d(fitted, own, assume_unique=True)
    if max(len(own), len(fitted)) - shared > REFIT_SHARE * max(1, len(fitted)) or np.isin(gone, keys.view("S16")).any():
        return None
    shutil.copytree(before / MODEL, dense / MODEL)
    known = np.load(before / KEYS, allow_pickle=False).view("S16")
    old = np.load(before / VECTORS, mmap_mode="r", allow_pickle=False)
    order = np.argsort(known, kind="stable")
    places = np.clip(np.searchsorted(known[order], keys.view("S16")), 0, max(0, len(known) - 1))
    there = known[order[places]] == keys.view("S16") if len(known) else np.zeros(len(keys), dtype=np.bool_)
    vectors = np.zeros((len(keys), old.shape[1]), dtype=np.float32)
    vectors[there] = old[order[places[there]]]
    return vectors, np.flatnonzero(~there)


def _filled(texts: Sequence[str], vectors: Float32, missing: NDArray[np.int64], dense: Path) -> Float32:
    from index.embedders.corpus import CorpusEncoder, open_corpus_arrays

    if len(missing):
        encoder = CorpusEncoder(open_corpus_arrays(dense / MODEL))
        vectors[missing] = encoder.encode_passages([texts[row] for row in missing])
    return vectors


def _save_keys(keys: Keys, dense: Path) -> None:
    np.save(dense / KEYS, keys.view("S16"), allow_pickle=False)


def _named(
    texts: Sequence[str], keys: Keys, dense: Path, model: str, cache: Path, progress: Callable[[int, int], None] | None
) -> tuple[Float32, int]:
    from index.embedders.named import NamedEmbedder, save_named
    from index.embedders.vector_cache import VectorCache

    embedder = NamedEmbedder(model)
    known = VectorCache(cache, embedder.identity, embedder.dimension)
    names = [key.tobytes() for key in keys]
    missing = {key: texts[row] for row, key in enumerate(names) if key not in known}
    known.add(list(missing), embedder.encode_passages(list(missing.values()), progress=progress))
    save_named(embedder, dense)
    return known.vectors(names), len(missing)
