"""Words of a text with the keys by which they are compared: folded, stemmed, hyphenated words also by their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.analysis.folding import fold
from index.analysis.stems import stem

_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:[’'´`&-]?[^\W_]+)*")
_PLAIN = (("aa", "a"), ("ae", "a"), ("oe", "o"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word with its half-open place in the text and the keys it is compared by, the whole word's first."""

    text: str
    start: int
    end: int
    keys: tuple[str, ...]


def words_of(text: str) -> Iterator[Word]:
    """The words of a text in order."""
    for match in _WORD.finditer(text):
        yield Word(text=match.group(), start=match.start(), end=match.end(), keys=keys_of(match.group()))


@lru_cache(maxsize=65_536)
def keys_of(word: str) -> tuple[str, ...]:
    """The keys of one word: its own, then those of its parts where it has a hyphen or apostrophe ("SOF'er", "E-sundhed")."""
    parts = [part for part in re.split(r"[’'´`&-]", word) if len(part) > 1]
    return tuple(dict.fromkeys([key_of(word)] + [key_of(part) for part in parts]))


@lru_cache(maxsize=65_536)
def key_of(word: str) -> str:
    """The stem of a word without its Danish letters, so that "maaltal", "maltal" and "måltal" meet."""
    return plain(stem(fold(word)))


def plain(stemmed: str) -> str:
    """A folded word with aa → a, ae → a, oe → o: the spellings of people without Danish keys."""
    for letters, letter in _PLAIN:
        stemmed = stemmed.replace(letters, letter)
    return stemmed
