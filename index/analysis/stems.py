"""Danish stems by the Snowball algorithm (https://snowballstem.org/algorithms/danish/stemmer.html), on folded words."""

from __future__ import annotations

import re
from functools import lru_cache
from threading import Lock

import snowballstemmer

from index.analysis.words import is_number

_STEMMER = snowballstemmer.stemmer("danish")
_SYNCOPE = re.compile(r"([bdfgkpt]{1,2})el$")
_VOWEL_CHANGES = "boern:barn maend:mand boeg:bog haend:haand naet:nat taend:tand doetr:dat boend:bond straend:strand"
_IRREGULAR = dict(pair.split(":") for pair in _VOWEL_CHANGES.split())
"""Stems of plurals that change their vowel → the stem of the singular."""
_LOCK = Lock()  # the stemmer keeps the word it works on in itself


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a folded word: "kommunerne" → "kommun". Numbers and words of up to three letters stay as they are."""
    if len(word) <= 3 or is_number(word):
        return word
    with _LOCK:
        stemmed: str = _STEMMER.stemWord(word.replace("-", ""))
    stemmed = _IRREGULAR.get(stemmed, stemmed)
    return _SYNCOPE.sub(_without_e, stemmed)


def _without_e(ending: re.Match[str]) -> str:
    """Drop the e that comes and goes in the last syllable ("middel", "midler"), and with it a doubled consonant."""
    before = ending[1]
    return (before[0] if len(before) == 2 and before[0] == before[1] else before) + "l"
