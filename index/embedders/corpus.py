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
CACHED_WORDS = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusArrays:
    """`components` (float16, `(n_features, dimension)`): what each piece of a word adds, idf included. `features` names the rows."""

    features: tuple[str, ...]
    components: NDArray[np.float16]
    links: Mapping[str, tuple[str, ...]]


class CorpusEncoder:
    """The `Embedder` of the corpus model. Queries and passages are treated alike. Safe between threads."""

    name = "corpus"

    def __init__(self, arrays: CorpusArrays) -> None:
        self._arrays = arrays
        self._rows = {feature: row for row, feature in enumerate(arrays.features)}
        self._words: dict[str, NDArray[np.float32]] = {}
        self.dimension = int(arrays.components.shape[1])

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of unit length, float32 `(n, dimension)`; zero for a text without a known word."""
        return np.stack([self.encode_query(text) for text in texts]) if texts else np.zeros((0, self.dimension), dtype=np.float32)

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """One vector, float32 `(dimension,)`."""
        total = np.zeros(self.dimension, dtype=np.float32)
        for word, weight in word_weights(text, self._arrays.links).items():
            total += np.float32(weight) * self._word(word)
        length = np.float32(np.sqrt(np.dot(total, total)))
        return total / length if length > 0 else total

    def _word(self, word: str) -> NDArray[np.float32]:
        known = self._words.get(word)
        if known is None:
            rows = [row for piece in pieces_of(word) if (row := self._rows.get(piece)) is not None]
            known = np.asarray(self._arrays.components[rows], dtype=np.float32).sum(axis=0, dtype=np.float32)
            if len(self._words) < CACHED_WORDS:
                self._words[word] = known
        return known


def save_corpus_arrays(arrays: CorpusArrays, folder: Path) -> None:
    """Write the arrays into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FEATURES).write_text("\n".join(arrays.features), encoding="utf-8")
    np.save(folder / COMPONENTS, arrays.components, allow_pickle=False)
    (folder / LINKS).write_text(json.dumps(arrays.links, ensure_ascii=False), encoding="utf-8")
    (folder / CONFIG).write_text(json.dumps({"dimension": int(arrays.components.shape[1])}), encoding="utf-8")


def open_corpus_arrays(folder: Path) -> CorpusArrays:
    """Open what `save_corpus_arrays` wrote; the components stay on disk until they are used."""
    features = (folder / FEATURES).read_text(encoding="utf-8")
    links = json.loads((folder / LINKS).read_text(encoding="utf-8"))
    return CorpusArrays(
        features=tuple(features.split("\n")) if features else (),
        components=np.load(folder / COMPONENTS, mmap_mode="r", allow_pickle=False),
        links={english: tuple(danish) for english, danish in links.items()},
    )
