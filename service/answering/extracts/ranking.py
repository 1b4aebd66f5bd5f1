"""Ordering windows by what speaks for them: a weighted sum of their features, the weights in `ranking.json`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from service.answering.extracts.coverage import Floats
from service.answering.extracts.evidence import FEATURES, Weighed
from service.answering.extracts.windows import Window

KEPT = 40
"""How many windows are worth looking at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A window with its score, the rank of its passage and its features by name."""

    score: float
    passage_rank: int
    window: Window
    features: dict[str, float]


def ranked(weighed: Sequence[Weighed], weights: Floats | None = None, kept: int = KEPT) -> list[Ranked]:
    """The best windows, best first; equal scores in the order of passages and windows.

    `weights` are others than the fitted ones, float64 `(n_features,)`: fitting tries them. At most `kept` are given.
    """
    weights = ranking_weights() if weights is None else weights
    found = [
        (-float(score), each.scored.rank, *each.places[number], each, number)
        for each in weighed
        for number, score in enumerate((each.features @ weights).tolist())
    ]
    found.sort(key=lambda entry: entry[:4])
    return [
        Ranked(
            score=-score,
            passage_rank=rank,
            window=each.window(number),
            features=dict(zip(FEATURES, each.features[number].tolist(), strict=True)),
        )
        for score, rank, _, _, each, number in found[:kept]
    ]


@cache
def ranking_weights() -> Floats:
    """The fitted weights, float64 `(n_features,)` in the order of `FEATURES`; 0 for a feature without one."""
    fitted: dict[str, float] = json.loads(files("service.answering.extracts").joinpath("ranking.json").read_text("utf-8"))[
        "weights"
    ]
    return np.array([fitted.get(name, 0.0) for name in FEATURES], dtype=np.float64)
