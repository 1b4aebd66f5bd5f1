"""General Danish words, of which questions on any subject are made: "endte", "rigtig", "stykke", "bagefter"."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from index.analysis.folding import fold
from index.analysis.stems import stem

LIST = "general_da.txt"
SHORTEST = 4
"""Shorter words are known by their very form."""


def is_general(word: str) -> bool:
    """Whether a folded word is a general one: where no document has it, that says little about what the documents know."""
    return word in _forms() or stem(word) in _stems()


@lru_cache(maxsize=1)
def _forms() -> frozenset[str]:
    lines = files("index.analysis").joinpath(LIST).read_text(encoding="utf-8").splitlines()
    return frozenset(fold(word) for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    return frozenset(stem(word) for word in _forms() if len(word) >= SHORTEST)
