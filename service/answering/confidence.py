"""From what speaks for a draft to the chance that it is right: a logistic model, its weights in `confidence.json`."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from service.records import Draft

GROUND = "ground"
"""A draft with this feature is refused whatever else speaks for it."""


def confidence_of(draft: Draft) -> float:
    """The measured chance, 0 to 1, that the draft is right.

    Kinds without fitted weights state their own chance as `strength`.
    """
    weights = _weights().get(draft.kind)
    features = dict(draft.features)
    if features.get(GROUND):
        return 0.0
    if weights is None:
        return min(1.0, max(0.0, draft.strength))
    return chance(weights, features)


def chance(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """1 / (1 + exp(-(bias + Σ weight × feature))); a feature that is absent counts as 0."""
    total = weights.get("bias", 0.0) + sum(weight * features.get(name, 0.0) for name, weight in weights.items() if name != "bias")
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, total))))


@cache
def _weights() -> dict[str, dict[str, float]]:
    fitted: dict[str, dict[str, float]] = json.loads(files("service.answering").joinpath("confidence.json").read_text("utf-8"))[
        "weights"
    ]
    return fitted
