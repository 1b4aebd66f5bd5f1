"""Fits `ranking.json`: weights under which a window that holds the answer comes before those that do not.

Listwise softmax (Cao et al., ICML 2007) with an L2 penalty, which is chosen by leaving one collection out. The weight of a
window's length is held fixed, as the longest window would always hold most.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from eval.fitting.posed import Posed
from service.answering.extracts.answerer import READ_PASSAGES, ExtractAnswerer
from service.answering.extracts.coverage import Floats
from service.answering.extracts.evidence import FEATURES, Weighed
from service.records import QuestionKind

FIXED = {"long": -1.5}
PENALTIES = (3e-2, 1e-2, 3e-3, 1e-3)
GIVEN_AWAY = 0.01
"""The share of right first windows that a greater penalty may cost: smaller weights carry over better to other documents."""
RIGHT_PASSAGE = 0.6
"""The share of the evidence that a passage must hold for its windows to count as right."""
DECIMALS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The windows of one question: features `(n_windows, n_features)` and whether each holds the answer."""

    collection: str
    features: Floats
    right: NDArray[np.bool_]


def examples_of(questions: Sequence[Posed], answerer: ExtractAnswerer) -> Iterator[Example]:
    """The examples of the answerable questions that have a right window among the passages read."""
    for question in questions:
        if not question.question.answerable:
            continue
        weighed = answerer.weighed(answerer.asked(question.understood), question.passages[:READ_PASSAGES])
        right = [is_right for each in weighed for is_right in _right_windows(question, each)]
        if any(right):
            features = np.concatenate([each.features for each in weighed])
            yield Example(collection=question.collection, features=features, right=np.array(right))


def _right_windows(question: Posed, weighed: Weighed) -> list[bool]:
    """Whether each window holds the answer in its place; for yes and no the evidence, since the word itself is ours."""
    passage = weighed.scored.passage
    if question.evidence_share(passage, passage.text) < RIGHT_PASSAGE:
        return [False] * len(weighed.places)
    texts = [weighed.window(number).text for number in range(len(weighed.places))]
    if question.understood.kind is QuestionKind.YES_NO:
        return [question.evidence_share(passage, text) >= RIGHT_PASSAGE for text in texts]
    return [question.is_right(text) for text in texts]


def fit(examples: Sequence[Example], penalty: float) -> Floats:
    """The weights `(n_features,)` of least loss, rounded to the decimals that are written."""
    start = np.array([FIXED.get(name, 0.0) for name in FEATURES])
    bounds = [(FIXED[name], FIXED[name]) if name in FIXED else (None, None) for name in FEATURES]
    found = minimize(
        _loss,
        start,
        args=(_joined(examples), penalty),
        jac=True,
        method="L-BFGS-B",
        bounds=bounds,
        options={"maxiter": 1000, "ftol": 1e-13, "gtol": 1e-8},
    ).x
    weights: Floats = np.round(found, DECIMALS) + 0.0
    return weights


@dataclass(frozen=True, slots=True, kw_only=True)
class _Joined:
    """The windows of all examples one under the other.

    `features` is `(n_windows, n_features)`, `right` 1 for the right ones, else 0; `begins` and `counts` `(n_examples,)`: where
    the windows of each example begin and how many there are.
    """

    features: Floats
    right: Floats
    begins: NDArray[np.int64]
    counts: NDArray[np.int64]


def _joined(examples: Sequence[Example]) -> _Joined:
    counts = np.array([len(example.right) for example in examples])
    return _Joined(
        features=np.concatenate([example.features for example in examples]),
        right=np.concatenate([example.right for example in examples]).astype(np.float64),
        begins=np.cumsum(counts) - counts,
        counts=counts,
    )


def _loss(weights: Floats, joined: _Joined, penalty: float) -> tuple[float, Floats]:
    """Mean of -log Σ_right softmax(features · weights), plus the penalty on the weights that are free; and its gradient."""
    scores = joined.features @ weights
    powers = np.exp(scores - np.repeat(np.maximum.reduceat(scores, joined.begins), joined.counts))
    right = powers * joined.right
    of_all, of_right = np.add.reduceat(powers, joined.begins), np.add.reduceat(right, joined.begins)
    loss = float(np.log(of_all).sum() - np.log(of_right).sum())
    shares = powers / np.repeat(of_all, joined.counts) - right / np.repeat(of_right, joined.counts)
    free = weights * [name not in FIXED for name in FEATURES]
    count = len(joined.counts)
    return loss / count + penalty * float(free @ free), joined.features.T @ shares / count + 2 * penalty * free


def first_right(examples: Sequence[Example], weights: Floats) -> int:
    """For how many of the examples the best window is right."""
    return sum(bool(example.right[int(np.argmax(example.features @ weights))]) for example in examples)


def left_out(examples: Sequence[Example], penalty: float) -> dict[str, Floats]:
    """For each collection the weights that were fitted to the others."""
    names = dict.fromkeys(example.collection for example in examples)
    return {name: fit([example for example in examples if example.collection != name], penalty) for name in names}


def first_right_left_out(examples: Sequence[Example], weights: dict[str, Floats]) -> int:
    """For how many of the examples the best window is right under the weights fitted to the other collections."""
    return sum(first_right([each for each in examples if each.collection == name], fitted) for name, fitted in weights.items())


def chosen(firsts: Mapping[float, int]) -> float:
    """The greatest penalty under which hardly fewer first windows are right than under the best."""
    enough = (1 - GIVEN_AWAY) * max(firsts.values())
    return max(penalty for penalty, count in firsts.items() if count >= enough)
