"""How well words meet the terms of a question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from service.answering.extracts.terms import Term
from service.answering.extracts.words import Word

PART = 0.75
RELATED = 0.55
SHORTEST_PART = 5
"""Letters a compound's part must have at least, so that "plan" alone does not meet "planlægning"."""

Meetings = tuple[float, ...]
"""How well something meets each term of the question, 0 to 1, in the order of the terms."""


def meetings(terms: Sequence[Term], words: Iterable[Word]) -> Meetings:
    """How well the best of the words meets each term: itself, as part of a compound, or in another of the corpus' ways to say it."""
    own, parts = set(), set()
    for word in words:
        if word.term:
            own.add(word.term)
            parts.update(word.parts)
    return tuple(_meeting(term, own, parts) for term in terms)


def most(several: Sequence[Meetings]) -> Meetings:
    """The best meeting of each term."""
    return tuple(map(max, zip(*several, strict=True)))


def share(met: Meetings, weights: Sequence[float]) -> float:
    """The weighted share of terms met: Σ weight × meeting / Σ weight; 0 without terms."""
    total = sum(weights)
    return sum(weight * each for weight, each in zip(weights, met, strict=True)) / total if total else 0.0


def missing(met: Meetings, weights: Sequence[float]) -> float:
    """The greatest unmet weight of one term, relative to the greatest weight; 0 without terms."""
    heaviest = max(weights, default=0.0)
    return max((weight * (1 - each) for weight, each in zip(weights, met, strict=True)), default=0.0) / heaviest if heaviest else 0.0


def _meeting(term: Term, own: set[str], parts: set[str]) -> float:
    best = 0.0
    for alternative, weight in term.alternatives:
        if weight <= best:
            continue
        if alternative in own:
            best = weight
        elif weight * PART > best:
            likeness = PART if alternative in parts else max((_likeness(alternative, other) for other in own), default=0.0)
            best = max(best, weight * likeness)
    return best


@lru_cache(maxsize=500_000)
def _likeness(wanted: str, other: str) -> float:
    """Likeness of two different terms: one is the other's head or first part in a compound."""
    short, long = (wanted, other) if len(wanted) <= len(other) else (other, wanted)
    if len(short) < SHORTEST_PART or short[0].isdigit():
        return 0.0
    if long.endswith(short):
        return PART
    if long.startswith(short):
        return PART if len(long) - len(short) <= 3 else RELATED
    return 0.0
