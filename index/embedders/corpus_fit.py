"""Fits the corpus model: pieces × passages, weighted by rarity, reduced by a truncated singular value decomposition."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence

import numpy as np
import scipy.sparse
from numpy.typing import NDArray

from index.analysis.lexicon import lexicon
from index.analysis.words import words_of
from index.embedders.corpus import CorpusArrays
from index.embedders.features import pieces_of, word_weights

DIMENSION = 256
MAX_FEATURES = 60_000
MIN_PASSAGES = 2
OVERSAMPLED = 32
POWER_ITERATIONS = 3
SAMPLE = 3_000
"""How many passages the model is fitted to at most, evenly taken: the decomposition is quadratic in them."""


def fit_corpus_model(texts: Sequence[str], *, dimension: int = DIMENSION, sample: int = SAMPLE) -> CorpusArrays:
    """Fit to passages. The same texts give the same arrays. A corpus too small to fit gives a model of zero vectors."""
    links = lexicon_links()
    step = max(1, -(-len(texts) // sample))
    features, matrix = _matrix(texts[::step], links)
    rank = min(dimension, matrix.shape[0] - 1, matrix.shape[1] - 1)
    if rank < 1:
        return CorpusArrays(features=(), components=np.zeros((0, dimension), dtype=np.float16), links=links)
    idf = _idf(matrix)
    weighted = _unit_rows(matrix @ scipy.sparse.diags_array(idf))
    components = _components(weighted, rank) * idf[:, None]
    return CorpusArrays(features=features, components=components.astype(np.float16), links=links)


def lexicon_links() -> dict[str, tuple[str, ...]]:
    """English stem → folded Danish words, from the lexicon: what brings English questions near Danish passages."""
    return {
        english: tuple(dict.fromkeys(word for text in danish[:4] for word in words_of(text)))
        for english, danish in lexicon().english_words()
    }


def _matrix(texts: Sequence[str], links: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], scipy.sparse.csr_array]:
    """Passages × words times words × pieces: each distinct word is taken apart once."""
    words: dict[str, int] = {}
    columns, values, ends = array("i"), array("f"), array("q", [0])
    for text in texts:
        for word, weight in word_weights(text, links).items():
            columns.append(words.setdefault(word, len(words)))
            values.append(weight)
        ends.append(len(columns))
    passages = scipy.sparse.csr_array((np.array(values), np.array(columns), np.array(ends)), shape=(len(texts), len(words)))
    pieces: dict[str, int] = {}
    taken = [[pieces.setdefault(piece, len(pieces)) for piece in pieces_of(word)] for word in words]
    flat = np.array([piece for some in taken for piece in some], dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum([len(some) for some in taken], dtype=np.int64)])
    apart = scipy.sparse.csr_array((np.ones(len(flat), dtype=np.float32), flat, starts), shape=(len(words), len(pieces)))
    matrix = scipy.sparse.csr_array(passages @ apart)
    kept = _kept(matrix)
    names = list(pieces)
    return tuple(names[column] for column in kept), scipy.sparse.csr_array(matrix[:, kept])


def _kept(matrix: scipy.sparse.csr_array) -> NDArray[np.int64]:
    """The columns of pieces in at least two passages; the most frequent ones where there are too many."""
    frequencies = np.bincount(matrix.indices, minlength=matrix.shape[1])
    kept = np.flatnonzero(frequencies >= MIN_PASSAGES)
    if len(kept) > MAX_FEATURES:
        kept = np.sort(kept[np.argsort(-frequencies[kept], kind="stable")[:MAX_FEATURES]])
    return kept


def _idf(matrix: scipy.sparse.csr_array) -> NDArray[np.float32]:
    frequencies = np.bincount(matrix.indices, minlength=matrix.shape[1])
    return np.asarray(np.log((1 + matrix.shape[0]) / (1 + frequencies)), dtype=np.float32)


def _unit_rows(matrix: scipy.sparse.csr_array) -> scipy.sparse.csr_array:
    lengths = np.sqrt(np.asarray((matrix * matrix).sum(axis=1)).ravel())
    return scipy.sparse.csr_array(scipy.sparse.diags_array(1 / np.maximum(lengths, 1e-9)) @ matrix)


def _components(weighted: scipy.sparse.csr_array, rank: int) -> NDArray[np.float32]:
    """The right singular vectors, float32 `(n_features, rank)`, by the eigenvectors of the passages' own similarities."""
    similar = np.asarray((weighted @ weighted.T).todense(), dtype=np.float32)
    values, vectors = _leading(similar, rank)
    signs = np.sign(vectors[np.argmax(np.abs(vectors), axis=0), np.arange(vectors.shape[1])])
    singular = np.sqrt(np.maximum(values, 1e-6))
    return np.asarray((weighted.T @ (vectors * signs).astype(np.float32)) / singular, dtype=np.float32)


def _leading(similar: NDArray[np.float32], rank: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The leading eigenvalues, largest first, and eigenvectors of a symmetric matrix.

    Large ones by subspace iteration from a seeded start (Halko, Martinsson and Tropp 2011): seconds where ARPACK takes minutes.
    """
    if len(similar) <= 2 * rank:
        values, vectors = np.linalg.eigh(similar.astype(np.float64))
    else:
        start = np.random.default_rng(0).standard_normal((len(similar), rank + OVERSAMPLED), dtype=np.float32)
        basis = np.linalg.qr(similar @ start)[0]
        for _ in range(POWER_ITERATIONS):
            basis = np.linalg.qr(similar @ basis)[0]
        values, rotation = np.linalg.eigh((basis.T @ (similar @ basis)).astype(np.float64))
        vectors = basis @ rotation
    order = np.argsort(-values)[:rank]
    return values[order], vectors[:, order]
