"""How well a stretch of words meets the terms of a question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from service.answering.extracts.terms import Term

SAME = 1.0
TRANSLATED = 0.9
PART = 0.75
RELATED = 0.6
MISSPELT = 0.8
SHORTEST_PART = 5
"""Letters a compound's part must have at least, so that "plan" alone does not meet "planlægning"."""


def meeting(term: Term, keys: Iterable[str]) -> float:
    """How well the best of the keys meets the term, 0 to 1."""
    have = keys if isinstance(keys, (set, frozenset)) else frozenset(keys)
    if term.keys[0] in have:
        return SAME
    if term.translations & have:
        return TRANSLATED
    if any(key in have for key in term.keys[1:]):
        return PART
    return max((_likeness(wanted, key, term.known) for wanted in (term.keys[0], *term.translations) for key in have), default=0.0)


def coverage(terms: Sequence[Term], keys: Iterable[str]) -> float:
    """The weighted share of the terms that the keys meet, 0 to 1: Σ weight × meeting / Σ weight."""
    total = sum(term.weight for term in terms)
    have = frozenset(keys)
    return sum(term.weight * meeting(term, have) for term in terms) / total if total else 0.0


@lru_cache(maxsize=262_144)
def _likeness(wanted: str, key: str, known: bool) -> float:
    """Likeness of two different keys: one is the other's head or first part in a compound, or a slip of one letter."""
    short, long = sorted((wanted, key), key=len)
    if wanted[0].isdigit() or key[0].isdigit():
        return 0.0
    if len(short) >= SHORTEST_PART:
        if long.endswith(short):
            return PART
        if long.startswith(short):
            return PART if len(long) - len(short) <= 3 else RELATED
    if not known and len(short) >= SHORTEST_PART and len(long) - len(short) <= 1 and _one_slip(short, long):
        return MISSPELT
    return 0.0


def _one_slip(short: str, long: str) -> bool:
    """Whether one letter added, changed or two swapped turns one word into the other (Damerau, CACM 1964)."""
    head = next((place for place, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) != len(long):
        return short[head:] == long[head + 1 :]
    rest_short, rest_long = short[head:], long[head:]
    swapped = rest_short[:2] == rest_long[:2][::-1] and rest_short[2:] == rest_long[2:]
    return swapped or rest_short[1:] == rest_long[1:]
