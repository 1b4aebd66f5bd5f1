"""Fits `ranking.json`: weights under which a window that holds the answer comes before those that do not.

    python -m service.answering.fitting.ranking_fit INDEX=QUESTIONS.jsonl [INDEX=QUESTIONS.jsonl ...]

Listwise softmax (Cao et al., ICML 2007) with an L2 penalty. Three weights are held fixed: that of a window's length, as the
longest window would always hold most, and those of a heading that asks and of a number that counts, as both are rare.
Prints the share of questions whose first window is right, in training and in five-fold cross-validation by question, and
writes the weights.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from index.opened import OpenIndex
from service.answering.extracts.answerer import READ_PASSAGES, ExtractAnswerer
from service.answering.extracts.coverage import Floats
from service.answering.extracts.evidence import FEATURES
from service.answering.fitting.gold import Gold, evidence_share, holds
from service.answering.fitting.sets import read_sets
from service.answering.retrieval import retrieve
from service.answering.sources import may_see
from service.records import Question, QuestionKind
from service.understanding.understand import understand

FIXED = {"long": -0.8, "under_question": 2.0, "counted": 1.0}
PENALTY = 1e-2
FOLDS = 5
RIGHT_PASSAGE = 0.6
"""The share of the evidence that a passage must hold for its windows to count as right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The windows of one question: features `(n_windows, n_features)` and whether each holds the answer."""

    question_id: str
    features: Floats
    right: NDArray[np.bool_]


def examples_of(index: OpenIndex, golds: Sequence[Gold]) -> Iterator[Example]:
    """The examples of the answerable questions that have a right window among the passages read."""
    answerer = ExtractAnswerer(index)
    for gold in golds:
        if not gold.answerable:
            continue
        understood = understand(Question(text=gold.question, context=gold.context), index)
        asked = answerer.asked(understood)
        features, right = [], []
        for weighed in answerer.weighed(asked, retrieve(understood, index)[:READ_PASSAGES]):
            file_name = index.store.document(weighed.scored.passage.document_id, may_see(weighed.scored.passage)).path.rsplit(
                "/", 1
            )[-1]
            in_place = evidence_share(gold, file_name, weighed.scored.passage.text) >= RIGHT_PASSAGE
            features.append(weighed.features)
            windows = (weighed.window(number).text for number in range(len(weighed.places)))
            right += [in_place and _is_right(gold, file_name, text, understood.kind) for text in windows]
        if any(right):
            yield Example(question_id=gold.id, features=np.concatenate(features), right=np.array(right))


def _is_right(gold: Gold, file_name: str, text: str, kind: QuestionKind) -> bool:
    """Whether a window holds the answer; for yes and no, whether it holds the evidence, since the word itself is ours."""
    if kind is QuestionKind.YES_NO:
        return evidence_share(gold, file_name, text) >= RIGHT_PASSAGE
    return holds(text, gold)


def fit(examples: Sequence[Example]) -> Floats:
    """The weights `(n_features,)` of least loss."""
    start = np.array([FIXED.get(name, 0.0) for name in FEATURES])
    bounds = [(FIXED[name], FIXED[name]) if name in FIXED else (None, None) for name in FEATURES]
    weights: Floats = minimize(_loss, start, args=(examples,), jac=True, method="L-BFGS-B", bounds=bounds).x
    return weights


def _loss(weights: Floats, examples: Sequence[Example]) -> tuple[float, Floats]:
    """Mean of -log Σ_right softmax(features · weights), plus the penalty; and its gradient."""
    loss, gradient = 0.0, np.zeros_like(weights)
    for example in examples:
        scores = example.features @ weights
        powers = np.exp(scores - scores.max())
        right = powers * example.right
        loss += np.log(powers.sum()) - np.log(right.sum())
        gradient += example.features.T @ (powers / powers.sum() - right / right.sum())
    count = len(examples)
    return loss / count + PENALTY * float(weights @ weights), gradient / count + 2 * PENALTY * weights


def first_right(examples: Sequence[Example], weights: Floats) -> list[bool]:
    """For each example, whether its best window is right."""
    return [bool(example.right[int(np.argmax(example.features @ weights))]) for example in examples]


def cross_validated(examples: Sequence[Example]) -> float:
    """The share of first windows that are right when the question was not fitted to."""
    ids = sorted({example.question_id for example in examples})
    random.Random(0).shuffle(ids)  # noqa: S311  # repeatable folds, not a secret
    found: list[bool] = []
    for fold in range(FOLDS):
        held = set(ids[fold::FOLDS])
        weights = fit([example for example in examples if example.question_id not in held])
        found += first_right([example for example in examples if example.question_id in held], weights)
    return sum(found) / len(found)


def main() -> None:
    """Fit, report and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", metavar="INDEX=QUESTIONS.jsonl")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "extracts" / "ranking.json")
    arguments = parser.parse_args()
    examples = [example for index, golds in read_sets(arguments.sets) for example in examples_of(index, golds)]
    weights = fit(examples)
    training = sum(first_right(examples, weights)) / len(examples)
    validation = cross_validated(examples)
    print(f"{len(examples)} examples; first window right: training {training:.3f}, cross-validated {validation:.3f}")
    made_by = (
        f"service.answering.fitting.ranking_fit: {len(examples)} examples, penalty {PENALTY:g}, cross-validated {validation:.3f}"
    )
    fitted = {name: round(float(weight), 4) for name, weight in zip(FEATURES, weights, strict=True)}
    arguments.out.write_text(json.dumps({"made_by": made_by, "weights": fitted}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
