"""Danish stems by the Snowball algorithm (https://snowballstem.org/algorithms/danish/stemmer.html), on folded words."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock

import snowballstemmer

from index.analysis.words import is_number

_STEMMER = snowballstemmer.stemmer("danish")
_LOCK = Lock()  # the stemmer keeps the word it works on in itself


@lru_cache(maxsize=500_000)
def stem(word: str) -> str:
    """The stem of a folded word: "kommunerne" → "kommun". Numbers and words of up to three letters stay as they are."""
    if len(word) <= 3 or is_number(word):
        return word
    with _LOCK:
        stemmed: str = _STEMMER.stemWord(word.replace("-", ""))
    return stemmed
