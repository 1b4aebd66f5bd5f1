"""Reliability of the confidence: of the answers given with 0.9, are nine in ten right? Bins as in Niculescu-Mizil & Caruana
2005; expected calibration error as in Naeini et al. 2015 and Guo et al. 2017; Brier score as in Brier 1950.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The answers whose confidence lies from `low` to below `high` (the last bin holds 1.0 too)."""

    low: float
    high: float
    count: int
    mean_confidence: float
    accuracy: float


def reliability_bins(confidences: Sequence[float], right: Sequence[bool], bins: int = BINS) -> tuple[Bin, ...]:
    """The bins that hold any answer, in ascending order."""
    members: list[list[int]] = [[] for _ in range(bins)]
    for number, confidence in enumerate(confidences):
        members[min(bins - 1, int(confidence * bins))].append(number)
    return tuple(
        Bin(
            low=place / bins,
            high=(place + 1) / bins,
            count=len(those),
            mean_confidence=sum(confidences[number] for number in those) / len(those),
            accuracy=sum(right[number] for number in those) / len(those),
        )
        for place, those in enumerate(members)
        if those
    )


def expected_calibration_error(confidences: Sequence[float], right: Sequence[bool], bins: int = BINS) -> float:
    """The mean distance between confidence and accuracy over the bins, weighted by their size: 0 is perfect."""
    parts = reliability_bins(confidences, right, bins)
    return sum(part.count * abs(part.mean_confidence - part.accuracy) for part in parts) / max(1, len(confidences))


def brier_score(confidences: Sequence[float], right: Sequence[bool]) -> float:
    """The mean squared distance between the confidence and what came true: 0 is perfect, 0.25 is always saying one half."""
    return sum((confidence - hit) ** 2 for confidence, hit in zip(confidences, right, strict=True)) / max(1, len(confidences))


def risk_coverage(confidences: Sequence[float], right: Sequence[bool]) -> tuple[tuple[float, float], ...]:
    """The selective curve (El-Yaniv & Wiener 2010): (share answered, share right of those) as the threshold falls.

    Answers of equal confidence fall together, so each confidence gives one point.
    """
    order = sorted(zip(confidences, right, strict=True), key=lambda pair: -pair[0])
    points, hits = [], 0
    for number, (confidence, hit) in enumerate(order, start=1):
        hits += hit
        if number == len(order) or order[number][0] != confidence:
            points.append((number / len(order), hits / number))
    return tuple(points)
