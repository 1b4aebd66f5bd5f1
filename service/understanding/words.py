"""Words made comparable: folded, stemmed, stop words away."""

from __future__ import annotations

import re
from functools import lru_cache

import snowballstemmer

from ingest.places.distance import allowed_slips, slips
from ingest.places.folding import fold

MOST_LETTERS = 100
"""A word is known by its first hundred letters, so that what is kept of questions stays small."""

LEAST_SHARED = 6
_ENDINGS = frozenset(["", "e", "r", "t", "s", "er", "es", "et", "en", "te", "ede", "ne", "erne", "ene"])
_STEMMER = snowballstemmer.stemmer("danish")
_STOP_WORDS = """
og i på paa af til om den det de der er var skal kan har med fra ved som en et at for sig sin sit sine eller dele hele nye
ny mv mm hvem hvad hvor hvilken hvilket hvilke hvornår the a an of in on to and is are or who what which
"""
_STOP = frozenset(fold(word) for word in _STOP_WORDS.split())


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text in order, without stop words; words before a hanging hyphen ("sundheds- og") are left out."""
    found = re.findall(r"[^\W_]+(?![\w]*[-‐‑]\s+(?:og|eller|and|&))", fold_hanging(text))
    return tuple(word[:MOST_LETTERS] for word in found if word not in _STOP)


def fold_hanging(text: str) -> str:
    """`text` folded, with the first half of "sundheds- og omsorgspladser" left out: it is no word of its own."""
    return fold(re.sub(r"\w+[-‐‑]\s*(?=(?:og|eller|and|&)\s)", " ", text))


@lru_cache(maxsize=32_768)
def stem(word: str) -> str:
    """The Danish stem of a folded word (Snowball)."""
    stemmed: str = _STEMMER.stemWord(word)
    return stemmed


@lru_cache(maxsize=32_768)
def same_word(left: str, right: str) -> bool:
    """Whether two folded words are the same but for inflection and a slip or two."""
    if stem(left) == stem(right):
        return True
    shorter, longer = sorted((stem(left), stem(right)), key=len)
    ending = longer[len(shorter) :]
    if len(shorter) >= 6 and longer.startswith(shorter) and (len(ending) <= 2 or ending == "ted"):
        return True
    if _inflected(left, right):
        return True
    limit = allowed_slips(len(shorter))
    return limit > 0 and left[:1] == right[:1] and slips(stem(left), stem(right), limit) <= limit


def _inflected(left: str, right: str) -> bool:
    """Whether two folded words begin alike and both go on with endings only: "indfoere", "indfoert", which the stemmer parts."""
    shared = next(
        (at for at, (one, other) in enumerate(zip(left, right, strict=False)) if one != other), min(len(left), len(right))
    )
    return shared >= LEAST_SHARED and left[shared:] in _ENDINGS and right[shared:] in _ENDINGS
