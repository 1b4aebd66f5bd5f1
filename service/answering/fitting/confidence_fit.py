"""Fits `confidence.json`: the chance that an extract is right, from what speaks for and against it.

    python -m service.answering.fitting.confidence_fit INDEX=QUESTIONS.jsonl [INDEX=QUESTIONS.jsonl ...]

Logistic regression with an L2 penalty over the questions that no structured answerer is sure of (unanswerable ones and
those without their evidence count as wrong), then its scale and bias anew over the real questions alone, so that the chance
means what it says (Platt 1999). Prints the curve of right answers against refusals and the reliability in ten-fold
cross-validation by question, and writes the weights.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from service.answering.confidence import chance
from service.answering.extracts.coverage import Floats
from service.answering.fitting.outcomes import Outcome, outcomes_of
from service.answering.fitting.sets import read_sets

FEATURES = (
    "score", "typed", "typed_share", "english", "untyped", "silent", "share_lacking", "lacking_name", "lacking_names",
    "unfocused", "objectless", "untold", "pending", "undenied", "uncounted", "stray", "unlisted", "unheld", "roleless",
)  # fmt: skip
PENALTY = 1e-2
WITHHELD = 0.3
"""What a question without its evidence weighs beside a real one."""

FOLDS = 10
BOUNDS = (0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8, 0.9)
BINS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.01)


def fit(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """The weights of least loss by feature name, and the bias."""
    matrix = np.array([[outcome.features.get(name, 0.0) for name in FEATURES] for outcome in outcomes])
    spread = matrix.std(axis=0) + 1e-9
    right = np.array([float(outcome.right) for outcome in outcomes])
    real = np.array([not outcome.withheld for outcome in outcomes])
    counts = np.where(real, 1.0, WITHHELD)
    fitted = _least(np.c_[matrix / spread, np.ones(len(matrix))], right, counts, PENALTY)
    totals = np.c_[matrix / spread, np.ones(len(matrix))] @ fitted
    scale, bias = _least(np.c_[totals[real], np.ones(real.sum())], right[real], np.ones(real.sum()), 0.0)
    weights = {name: round(float(weight), 4) for name, weight in zip(FEATURES, fitted[:-1] / spread * scale, strict=True)}
    return weights | {"bias": round(float(fitted[-1] * scale + bias), 4)}


def _least(matrix: Floats, right: Floats, counts: Floats, penalty: float) -> Floats:
    """The weights of least mean logistic loss, with the penalty on all but the last, the bias."""
    shares = counts / counts.sum()

    def loss(weights: Floats) -> tuple[float, Floats]:
        totals = matrix @ weights
        penalised = np.append(weights[:-1], 0.0)
        value = float(shares @ (np.logaddexp(0.0, totals) - right * totals)) + penalty * float(penalised @ penalised)
        return value, matrix.T @ (shares * (1 / (1 + np.exp(-totals)) - right)) + 2 * penalty * penalised

    found: Floats = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B").x
    return found


def cross_validated(outcomes: Sequence[Outcome]) -> list[float]:
    """The confidence of each outcome under weights that were not fitted to its question."""
    ids = sorted({outcome.question_id for outcome in outcomes})
    random.Random(0).shuffle(ids)  # noqa: S311  # repeatable folds, not a secret
    fold_of = {question_id: place % FOLDS for place, question_id in enumerate(ids)}
    weights = [fit([outcome for outcome in outcomes if fold_of[outcome.question_id] != fold]) for fold in range(FOLDS)]
    return [confidence(weights[fold_of[outcome.question_id]], outcome) for outcome in outcomes]


def confidence(weights: dict[str, float], outcome: Outcome) -> float:
    """The chance under the weights; 0 where a ground refuses."""
    return 0.0 if outcome.grounded else chance(weights, outcome.features)


def print_curve(outcomes: Sequence[Outcome], confidences: Sequence[float]) -> None:
    """For each bound: the shares of unanswerable, withheld, answerable and right ones refused, and of right among answers."""
    print("bound  unanswerable refused  withheld refused  answerable refused  right refused  right among answers")
    pairs = list(zip(outcomes, confidences, strict=True))
    real = [(outcome, value) for outcome, value in pairs if not outcome.withheld]
    groups = (
        [value for outcome, value in real if not outcome.answerable],
        [value for outcome, value in pairs if outcome.withheld],
        [value for outcome, value in real if outcome.answerable],
        [value for outcome, value in real if outcome.right],
    )
    for bound in BOUNDS:
        shares = [sum(value < bound for value in values) / max(1, len(values)) for values in groups]
        given = [outcome for outcome, value in real if value >= bound]
        right = sum(outcome.right for outcome in given) / max(1, len(given))
        print(f"{bound:5.2f}  {shares[0]:20.3f}  {shares[1]:16.3f}  {shares[2]:18.3f}  {shares[3]:13.3f}  {right:19.3f}")


def print_reliability(outcomes: Sequence[Outcome], confidences: Sequence[float]) -> None:
    """For each bin of confidence over the real questions: how many there are, the mean said, and the share that is right."""
    print("confidence   questions  said   right")
    real = [(outcome.right, value) for outcome, value in zip(outcomes, confidences, strict=True) if not outcome.withheld]
    for low, high in pairwise(BINS):
        inside = [(right, value) for right, value in real if low <= value < high]
        if inside:
            said, right_share = (
                sum(column) / len(inside) for column in zip(*((value, right) for right, value in inside), strict=True)
            )
            print(f"{low:.2f}-{min(high, 1.0):.2f}  {len(inside):10}  {said:.3f}  {right_share:.3f}")


def main() -> None:
    """Fit, report and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", metavar="INDEX=QUESTIONS.jsonl")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "confidence.json")
    arguments = parser.parse_args()
    outcomes = [outcome for index, golds in read_sets(arguments.sets) for outcome in outcomes_of(index, golds)]
    confidences = cross_validated(outcomes)
    print_curve(outcomes, confidences)
    print_reliability(outcomes, confidences)
    real = sum(not outcome.withheld for outcome in outcomes)
    made_by = (
        f"service.answering.fitting.confidence_fit: {real} outcomes and {len(outcomes) - real} without their evidence, "
        f"penalty {PENALTY:g}"
    )
    written = {"made_by": made_by, "weights": {"extract": fit(outcomes)}}
    arguments.out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
