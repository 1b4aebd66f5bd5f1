"""Saves the corpus model as a sentence-transformers folder without importing the library: it is a few JSON files and arrays."""

from __future__ import annotations

import json
from pathlib import Path

from index.embedders.corpus import CorpusArrays, save_corpus_arrays

_MODULES = [{"idx": 0, "name": "0", "path": "", "type": "index.embedders.corpus_module.CorpusModule"}]
_CONFIG = {
    "model_type": "SentenceTransformer",
    "prompts": {"query": "", "document": ""},
    "default_prompt_name": None,
    "similarity_fn_name": "cosine",
}


def save_corpus_model(arrays: CorpusArrays, folder: Path) -> None:
    """Write the folder that both `SentenceTransformer` and `open_corpus_arrays` read."""
    save_corpus_arrays(arrays, folder)
    (folder / "modules.json").write_text(json.dumps(_MODULES, indent=2), encoding="utf-8")
    (folder / "config_sentence_transformers.json").write_text(json.dumps(_CONFIG, indent=2), encoding="utf-8")
