"""How texts are compared: case, white space, dashes and soft hyphens do not count, words do."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from eval.records import Rule

HASH_LENGTH = 10
_SAME = str.maketrans({"\u00ad": None, "\u2010": "-", "\u2011": "-", "\u2013": "-"})
_BROKEN_WORD = re.compile(r"(\w)-\s+(\w)")


def fold(text: str) -> str:
    """Lower case, NFC, one kind of hyphen, single spaces. Spaces at the ends stay: an alternative may be bounded by one."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).lower().translate(_SAME))


@lru_cache(maxsize=4096)
def word_counts(text: str) -> Counter[str]:
    """The folded words of a text with their number; a word broken by a hyphen and a space counts as one."""
    return Counter(re.findall(r"\w+", _BROKEN_WORD.sub(r"\1\2", fold(text))))


def word_hash(word: str) -> str:
    """The first ten hexadecimal digits of the word's SHA-256: gold quotes of closed texts are kept this way."""
    return hashlib.sha256(word.encode()).hexdigest()[:HASH_LENGTH]


def covered(quote: str | Sequence[str], text: str) -> float:
    """The share of the quote's words, repeats counted, that stand in the text: 0 to 1. A quote may be a list of word hashes."""
    have = word_counts(text)
    if isinstance(quote, str):
        need = word_counts(quote)
    else:
        need = Counter(quote)
        hashed: Counter[str] = Counter()
        for word, count in have.items():
            hashed[word_hash(word)] += count
        have = hashed
    return (need & have).total() / max(1, need.total())


def holds(folded: str, rule: Rule) -> bool:
    """Whether a folded text holds one alternative of every group and nothing it must never hold."""
    required = all(any(fold(alternative) in folded for alternative in group) for group in rule.groups)
    return required and not any(fold(bad) in folded for bad in rule.never)
