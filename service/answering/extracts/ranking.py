"""Ordering units by what speaks for them."""

from __future__ import annotations

from collections.abc import Sequence

from service.answering.extracts.evidence import Evidence

WEIGHTS = {"own": 1.0, "near": 0.5, "whole": 0.4, "named": 0.1, "typed": 0.35, "close": 0.15, "retrieved": 0.5, "weight": 0.2}
FEWEST_WORDS = 4
SHORT_PENALTY = 0.25
QUESTION_PENALTY = 0.4


def score_of(evidence: Evidence) -> float:
    """Σ weight × evidence, less for a unit too short to say anything and for one that itself asks."""
    score = sum(weight * float(getattr(evidence, name)) for name, weight in WEIGHTS.items())
    if len(evidence.unit.words) < FEWEST_WORDS and not evidence.unit.is_item:
        score -= SHORT_PENALTY
    if evidence.unit.text.rstrip().endswith("?"):
        score -= QUESTION_PENALTY
    return score


def ranked(evidence: Sequence[Evidence]) -> list[tuple[float, Evidence]]:
    """The evidence with its scores, best first; equal scores in the order of passages and units."""
    scored = [(score_of(each), each) for each in evidence]
    return sorted(scored, key=lambda pair: (-pair[0], pair[1].unit.rank, pair[1].unit.number))
