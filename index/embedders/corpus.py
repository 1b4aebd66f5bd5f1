"""The corpus model: latent semantic analysis over pieces of words, fitted to the corpus, encoded with numpy alone.

Deerwester et al., Indexing by Latent Semantic Analysis (1990), on character 3- to 5-grams. The same arrays, saved as a
SentenceTransformer folder, give the same vectors there (`index.embedders.corpus_module`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedders.features import pieces_of, word_weights

FEATURES, COMPONENTS, LINKS, CONFIG = "features.txt", "components.npy", "links.json", "config.json"
VERSION = 1
"""Raise it when features, lexicon links or the fit change: a build then fits the model anew instead of carrying it over."""
BLOCK = 5_000
"""How many texts are encoded at a time: bounds the memory for the vectors of their words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusArrays:
    """`components` (float16, `(n_features, dimension)`): what each piece of a word adds, idf included.

    `features` names the rows.
    """

    features: tuple[str, ...]
    components: NDArray[np.float16]
    links: Mapping[str, tuple[str, ...]]


class CorpusEncoder:
    """The `Embedder` of the corpus model. Queries and passages are treated alike. Safe between threads."""

    name = "corpus"

    def __init__(self, arrays: CorpusArrays) -> None:
        self._arrays = arrays
        self._rows = {feature: row for row, feature in enumerate(arrays.features)}
        self.dimension = int(arrays.components.shape[1])

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of unit length, float32 `(n, dimension)`; zero for a text without a known word."""
        blocks = [self._encode(texts[start : start + BLOCK]) for start in range(0, len(texts), BLOCK)]
        return np.concatenate(blocks) if blocks else np.zeros((0, self.dimension), dtype=np.float32)

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """One vector, float32 `(dimension,)`."""
        vector: NDArray[np.float32] = self._encode([text])[0]
        return vector

    def _encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Add up the words of each text in their own order, so that its bytes do not depend on its neighbours."""
        weights = [word_weights(text, self._arrays.links) for text in texts]
        words = {word: place for place, word in enumerate(dict.fromkeys(word for each in weights for word in each))}
        table = self._word_vectors(list(words))
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for vector, each in zip(vectors, weights, strict=True):
            if each:
                vector += np.array(list(each.values()), dtype=np.float32) @ table[[words[word] for word in each]]
        lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors, dtype=np.float32))
        return np.asarray(vectors / np.where(lengths > 0, lengths, 1.0)[:, None], dtype=np.float32)

    def _word_vectors(self, words: Sequence[str]) -> NDArray[np.float32]:
        """The sum of the components of each word's pieces, float32 `(n_words, dimension)`."""
        rows = [[row for piece in pieces_of(word) if (row := self._rows.get(piece)) is not None] for word in words]
        needed, columns = np.unique(np.array([row for some in rows for row in some], dtype=np.int64), return_inverse=True)
        components = self._arrays.components[needed].astype(np.float32)
        vectors = np.zeros((len(words), self.dimension), dtype=np.float32)
        start = 0
        for vector, some in zip(vectors, rows, strict=True):
            vector += components[columns[start : start + len(some)]].sum(axis=0)
            start += len(some)
        return vectors


def save_corpus_arrays(arrays: CorpusArrays, folder: Path) -> None:
    """Write the arrays into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FEATURES).write_text("\n".join(arrays.features), encoding="utf-8")
    np.save(folder / COMPONENTS, arrays.components, allow_pickle=False)
    (folder / LINKS).write_text(json.dumps(arrays.links, ensure_ascii=False), encoding="utf-8")
    (folder / CONFIG).write_text(json.dumps({"dimension": int(arrays.components.shape[1]), "version": VERSION}), encoding="utf-8")


def same_version(folder: Path) -> bool:
    """Whether the model in a folder was fitted by this version."""
    config = folder / CONFIG
    return config.exists() and json.loads(config.read_text(encoding="utf-8")).get("version") == VERSION


def open_corpus_arrays(folder: Path) -> CorpusArrays:
    """Open what `save_corpus_arrays` wrote; the components stay on disk until they are used."""
    features = (folder / FEATURES).read_text(encoding="utf-8")
    links = json.loads((folder / LINKS).read_text(encoding="utf-8"))
    return CorpusArrays(
        features=tuple(features.split("\n")) if features else (),
        components=np.load(folder / COMPONENTS, mmap_mode="r", allow_pickle=False),
        links={english: tuple(danish) for english, danish in links.items()},
    )
