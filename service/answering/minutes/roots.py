"""The root by which words of minutes are compared: the stem of the stem, for "budget", "budgettet" and "budgetter" alike."""

from __future__ import annotations

from functools import lru_cache

from service.understanding.words import stem, words_of


@lru_cache(maxsize=32_768)
def root(word: str) -> str:
    """The root of a folded word."""
    return stem(stem(word))


def roots_of(text: str) -> frozenset[str]:
    """The roots of a text's words."""
    return frozenset(root(word) for word in words_of(text))
