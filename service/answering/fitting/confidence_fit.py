"""Fits `confidence.json`: the chance that an extract is right, from what speaks for and against it.

    python -m service.answering.fitting.confidence_fit --index DIR [--index DIR] QUESTIONS.jsonl...

Logistic regression with an L2 penalty over the questions that no structured answerer takes, unanswerable ones counted as
wrong. Prints the reliability and the curve of right answers against refusals in ten-fold cross-validation by question,
and writes the weights.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from index.opened import OpenIndex, open_index
from service.answering.confidence import GROUND, chance
from service.answering.extracts.answerer import ExtractAnswerer
from service.answering.extracts.coverage import Floats
from service.answering.fitting.gold import Gold, holds, read_gold
from service.answering.structured import structured_answerers
from service.records import Question
from service.understanding.understand import understand

FEATURES = (
    "absent_name", "absent_names", "absent_known", "absent_unknown", "untyped", "elsewhere", "surely_elsewhere", "strange",
    "roleless", "far", "untold", "pending", "undenied", "uncounted", "stray", "unlisted", "unheld",
    "own", "peak_typed", "whole", "typed", "retrieved", "score", "english",
)  # fmt: skip
PENALTY = 1e-3
FOLDS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A question's extract: its features, whether it is right, whether there is an answer, whether a ground refused it."""

    question_id: str
    features: dict[str, float]
    right: bool
    answerable: bool
    grounded: bool


def outcomes_of(index: OpenIndex, golds: Sequence[Gold]) -> Iterator[Outcome]:
    """The outcomes of the questions that are left to extracts."""
    answerer, structured = ExtractAnswerer(index), structured_answerers()
    for gold in golds:
        understood = understand(Question(text=gold.question, context=gold.context), index)
        if any(each.answer(understood, index) for each in structured):
            continue
        draft = answerer.answer(understood, index)
        if draft is not None:
            features = dict(draft.features)
            right = gold.answerable and holds(draft.text, gold)
            yield Outcome(
                question_id=gold.id,
                features=features,
                right=right,
                answerable=gold.answerable,
                grounded=bool(features.get(GROUND)),
            )


def fit(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """The weights of least loss by feature name, and the bias."""
    matrix = np.array([[outcome.features.get(name, 0.0) for name in FEATURES] + [1.0] for outcome in outcomes])
    right = np.array([float(outcome.right) for outcome in outcomes])
    fitted: Floats = minimize(_loss, np.zeros(matrix.shape[1]), args=(matrix, right), jac=True, method="L-BFGS-B").x
    return {name: round(float(weight), 4) for name, weight in zip((*FEATURES, "bias"), fitted, strict=True)}


def _loss(weights: Floats, matrix: Floats, right: Floats) -> tuple[float, Floats]:
    """Mean logistic loss with the penalty on all but the bias; and its gradient."""
    totals = matrix @ weights
    penalised = np.append(weights[:-1], 0.0)
    loss = float(np.mean(np.logaddexp(0.0, totals) - right * totals)) + PENALTY * float(penalised @ penalised)
    gradient: Floats = matrix.T @ (1 / (1 + np.exp(-totals)) - right) / len(right) + 2 * PENALTY * penalised
    return loss, gradient


def cross_validated(outcomes: Sequence[Outcome]) -> list[float]:
    """The confidence of each outcome under weights that were not fitted to its question."""
    ids = sorted({outcome.question_id for outcome in outcomes})
    random.Random(0).shuffle(ids)  # noqa: S311  # repeatable folds, not a secret
    fold_of = {question_id: place % FOLDS for place, question_id in enumerate(ids)}
    weights = [fit([outcome for outcome in outcomes if fold_of[outcome.question_id] != fold]) for fold in range(FOLDS)]
    return [0.0 if outcome.grounded else chance(weights[fold_of[outcome.question_id]], outcome.features) for outcome in outcomes]


def print_curve(outcomes: Sequence[Outcome], confidences: Sequence[float]) -> None:
    """For each bound: the shares of unanswerable and of answerable questions refused, and of right ones among the answers."""
    print("bound  unanswerable refused  answerable refused  right among answers")
    pairs = list(zip(outcomes, confidences, strict=True))
    for bound in (0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8, 0.9):
        given = [outcome for outcome, confidence in pairs if confidence >= bound]
        refused = [outcome for outcome, confidence in pairs if confidence < bound]
        shares = [
            sum(outcome.answerable is kind for outcome in refused)
            / max(1, sum(outcome.answerable is kind for outcome in outcomes))
            for kind in (False, True)
        ]
        right = sum(outcome.right for outcome in given) / max(1, len(given))
        print(f"{bound:5.2f}  {shares[0]:20.3f}  {shares[1]:18.3f}  {right:19.3f}")


def main() -> None:
    """Fit, report and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", nargs="+", type=Path)
    parser.add_argument("--index", action="append", required=True, type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "confidence.json")
    arguments = parser.parse_args()
    golds = [gold for path in arguments.questions for gold in read_gold(path)]
    outcomes = [outcome for directory in arguments.index for outcome in outcomes_of(open_index(directory), golds)]
    print_curve(outcomes, cross_validated(outcomes))
    made_by = f"service.answering.fitting.confidence_fit: {len(outcomes)} outcomes, penalty {PENALTY:g}"
    written = {"made_by": made_by, "weights": {"extract": fit(outcomes)}}
    arguments.out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
