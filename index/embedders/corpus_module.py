"""The corpus model as a module of sentence-transformers: the folder saved in a generation is a regular model folder.

    SentenceTransformer(folder, trust_remote_code=True).encode(["Hvem driver akutsygeplejen?"])

`trust_remote_code` only lets sentence-transformers import this installed module; nothing is fetched.
"""

# The library widens its arguments to images and sound; this module reads text.
# mypy: disable-error-code="override,assignment,no-untyped-call"

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from sentence_transformers.base.modules.input_module import InputModule

from index.embedders.corpus import CorpusEncoder, open_corpus_arrays, save_corpus_arrays


class CorpusModule(InputModule):
    """Turns texts into sentence embeddings with the arrays of the corpus model."""

    modalities: list[str] = ["text"]  # noqa: RUF012 - the library reads it from the class
    config_keys: list[str] = []  # noqa: RUF012

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._arrays = open_corpus_arrays(folder)
        self._encoder = CorpusEncoder(self._arrays)

    def preprocess(self, inputs: list[str], prompt: str | None = None, **_: Any) -> dict[str, torch.Tensor]:
        """The texts' vectors: for this model, reading a text and embedding it are one step."""
        texts = [f"{prompt}{text}" for text in inputs] if prompt else inputs
        return {"vectors": torch.from_numpy(self._encoder.encode_passages(texts))}

    def forward(self, features: dict[str, torch.Tensor], **_: Any) -> dict[str, torch.Tensor]:
        """Hand the vectors on as sentence embeddings, float32 `(n, dimension)`."""
        features["sentence_embedding"] = features["vectors"]
        return features

    @property
    def max_seq_length(self) -> None:
        """There is no bound."""
        return

    @property
    def tokenizer(self) -> None:
        """There is none: words are taken apart by rule."""
        return

    def get_embedding_dimension(self) -> int:
        """How many dimensions a vector has."""
        return self._encoder.dimension

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Write the arrays into a folder."""
        save_corpus_arrays(self._arrays, Path(output_path))

    @classmethod
    def load(cls, model_name_or_path: str, subfolder: str = "", **_: Any) -> CorpusModule:
        """Open a folder written by `save` or by a build."""
        return cls(Path(model_name_or_path, subfolder))
