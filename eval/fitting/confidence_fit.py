"""Fits `confidence.json`: the chance that an extract is right, from what speaks for and against it.

Logistic regression over the questions that no answerer of records is sure of and no ground refuses (unanswerable ones and
those without their evidence count as wrong), then its scale and bias anew over the questions people would ask alone, so that
the chance means what it says (Platt 1999). The penalty is chosen by leaving one collection out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from eval.fitting.logistic import least
from eval.fitting.outcomes import Outcome
from service.answering.confidence import chance

FEATURES = (
    "ahead", "rival", "score", "typed_share", "typed", "untyped", "silent", "share_lacking", "lacking_name", "lacking_names",
    "names_apart", "stray", "unfocused", "objectless", "uncounted", "pending", "terms",
)  # fmt: skip
PENALTIES = (3e-2, 1e-2, 3e-3)
WITHHELD = 0.1
"""What a question without its evidence weighs beside a real one."""
DECIMALS = 3
Weights = dict[str, float]


def fit(outcomes: Sequence[Outcome], penalty: float) -> Weights:
    """The weights of least loss by feature name, and the bias, rounded to the decimals that are written."""
    told = [outcome for outcome in outcomes if not (outcome.grounded or outcome.superseded)]
    matrix = np.array([[outcome.features.get(name, 0.0) for name in FEATURES] for outcome in told])
    middle, spread = matrix.mean(axis=0), matrix.std(axis=0) + 1e-9
    right = np.array([float(outcome.right) for outcome in told])
    counts = np.where([outcome.withheld for outcome in told], WITHHELD, 1.0)
    fitted = least(np.c_[(matrix - middle) / spread, np.ones(len(matrix))], right, counts, penalty)
    weights, bias = fitted[:-1] / spread, fitted[-1] - float(middle @ (fitted[:-1] / spread))
    usual = np.array([not (outcome.withheld or outcome.posed.hard) for outcome in told])
    totals = (matrix @ weights + bias)[usual]
    scale, shift = least(np.c_[totals, np.ones(len(totals))], right[usual], np.ones(len(totals)), 0.0)
    found = {name: round(float(weight * scale), DECIMALS) + 0.0 for name, weight in zip(FEATURES, weights, strict=True)}
    return found | {"bias": round(float(bias * scale + shift), DECIMALS) + 0.0}


def confidence(weights: Weights, outcome: Outcome) -> float:
    """The chance under the weights; 0 where a ground refuses."""
    return 0.0 if outcome.grounded else chance(weights, outcome.features)


def left_out(outcomes: Sequence[Outcome], penalty: float) -> dict[str, Weights]:
    """For each collection the weights that were fitted to the others."""
    names = dict.fromkeys(outcome.collection for outcome in outcomes)
    return {name: fit([outcome for outcome in outcomes if outcome.collection != name], penalty) for name in names}


def loss_left_out(outcomes: Sequence[Outcome], weights: dict[str, Weights]) -> float:
    """The mean logistic loss over the real questions under the weights fitted to the other collections."""
    told = [outcome for outcome in outcomes if not (outcome.grounded or outcome.superseded or outcome.withheld)]
    chances = np.clip([chance(weights[outcome.collection], outcome.features) for outcome in told], 0.02, 0.98)
    right = np.array([outcome.right for outcome in told])
    return float(-np.log(np.where(right, chances, 1 - chances)).mean())
