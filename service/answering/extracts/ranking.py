"""Ordering windows by what speaks for them: a weighted sum of their features, the weights in `ranking.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from service.answering.extracts.evidence import Evidence


def score_of(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Σ weight × feature."""
    return sum(weight * features.get(name, 0.0) for name, weight in weights.items())


def ranked(evidence: Sequence[Evidence]) -> list[tuple[float, Evidence]]:
    """The evidence with its scores, best first; equal scores in the order of passages and windows."""
    weights = ranking_weights()
    scored = [(score_of(each.features, weights), each) for each in evidence]
    return sorted(scored, key=lambda pair: (-pair[0], pair[1].rank, pair[1].window.first, pair[1].window.last))


@cache
def ranking_weights() -> dict[str, float]:
    """The fitted weights by feature name."""
    weights: dict[str, float] = json.loads(files("service.answering.extracts").joinpath("ranking.json").read_text("utf-8"))["weights"]
    return weights
