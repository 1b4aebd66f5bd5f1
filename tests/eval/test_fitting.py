"""Fitting by hand-made examples, and over the demo: the same sources give the same weights."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest

from eval.demo.make import CORPUS, QUESTIONS
from eval.fitting import confidence_fit, ranking_fit
from eval.fitting.logistic import least
from eval.fitting.outcomes import outcomes_of
from eval.fitting.page import page
from eval.fitting.posed import posed
from eval.fitting.verdicts import by_answerer, curve, reliability, verdicts
from eval.fitting.writing import CONFIDENCE, RANKING, write_confidence, write_ranking
from eval.own_sets import OwnSet
from index.opened import open_index
from service.answering.extracts.answerer import ExtractAnswerer
from service.answering.extracts.evidence import FEATURES


def test_the_bias_alone_becomes_the_log_odds() -> None:
    """Three right of four: log(3 / 1)."""
    fitted = least(np.ones((4, 1)), np.array([1.0, 1.0, 1.0, 0.0]), np.ones(4), 0.0)
    assert fitted[0] == pytest.approx(math.log(3), abs=1e-4)


def test_what_weighs_twice_counts_like_two() -> None:
    """One right of weight 3 and one wrong of weight 1 are three of four."""
    fitted = least(np.ones((2, 1)), np.array([1.0, 0.0]), np.array([3.0, 1.0]), 0.0)
    assert fitted[0] == pytest.approx(math.log(3), abs=1e-4)


def test_a_penalty_draws_the_weights_towards_nothing() -> None:
    """But not the bias: with a great penalty only the share of right ones is left."""
    matrix = np.array([[1.0, 1.0], [1.0, 1.0], [-1.0, 1.0], [-1.0, 1.0]])
    fitted = least(matrix, np.array([1.0, 1.0, 1.0, 0.0]), np.ones(4), 1e6)
    assert fitted == pytest.approx([0.0, math.log(3)], abs=1e-4)


def test_the_feature_of_right_windows_gets_the_weight() -> None:
    """Two collections in which the windows with the first feature hold the answer."""
    features = np.zeros((2, len(FEATURES)))
    features[1, 0] = 1.0
    examples = [ranking_fit.Example(collection=name, features=features, right=np.array([False, True])) for name in ("a", "b")]
    weights = ranking_fit.fit(examples, 1e-2)
    assert weights[0] > 0
    assert weights[FEATURES.index("long")] == ranking_fit.FIXED["long"]
    assert ranking_fit.first_right_left_out(examples, ranking_fit.left_out(examples, 1e-2)) == 2


def test_a_greater_penalty_may_cost_one_in_a_hundred() -> None:
    """Of 200 at best 198 are enough, 197 are not."""
    assert ranking_fit.chosen({0.03: 197, 0.01: 198, 0.001: 200}) == 0.01


def test_the_same_sources_give_the_same_weights(demo_index: Path, tmp_path: Path) -> None:
    """Twice over the demo: files equal to the byte, chances between 0 and 1, tables of all questions."""
    demo = OwnSet(name="demo", documents=CORPUS, questions=(QUESTIONS,))
    index = open_index(demo_index)
    try:
        questions = list(posed(demo, index))
        examples = list(ranking_fit.examples_of(questions, ExtractAnswerer(index)))
        outcomes = list(outcomes_of(questions, ExtractAnswerer(index)))
    finally:
        index.close()
    for name in ("one", "two"):
        write_ranking(ranking_fit.fit(examples, 1e-2), "a test", tmp_path / f"ranking {name}")
        write_confidence(confidence_fit.fit(outcomes, 1e-2), "a test", tmp_path / f"confidence {name}")
    for kind in ("ranking", "confidence"):
        assert (tmp_path / f"{kind} one").read_bytes() == (tmp_path / f"{kind} two").read_bytes()
    found = verdicts(questions, outcomes, {"demo": confidence_fit.fit(outcomes, 1e-2)})
    assert len(found) == len(questions)
    assert all(0 <= verdict.confidence <= 1 for verdict in found)
    assert [row[0] for row in curve(found).rows if row[0] == "0.50"] == ["0.50"]
    assert reliability(found).rows
    assert "ExtractAnswerer" in {row[0] for row in by_answerer(found, 0.5).rows}
    assert "not fitted on: 60 questions" in page({"demo, not fitted on": found}, 0.5)


def test_without_its_evidence_no_answer_is_right(demo_index: Path) -> None:
    """Every withheld outcome is wrong, and of questions that have an answer."""
    demo = OwnSet(name="demo", documents=CORPUS, questions=(QUESTIONS,))
    index = open_index(demo_index)
    try:
        questions = list(posed(demo, index))[:20]
        outcomes = list(outcomes_of(questions, ExtractAnswerer(index)))
    finally:
        index.close()
    withheld = [outcome for outcome in outcomes if outcome.withheld]
    assert withheld
    assert not any(outcome.right for outcome in withheld)
    assert all(outcome.posed.question.answerable for outcome in withheld)


def test_the_weights_in_the_package_are_those_of_the_features() -> None:
    """A feature that is renamed or dropped must be fitted anew."""
    ranking = json.loads(RANKING.read_text(encoding="utf-8"))["weights"]
    extract = json.loads(CONFIDENCE.read_text(encoding="utf-8"))["weights"]["extract"]
    assert set(ranking) <= set(FEATURES)
    assert set(extract) == {*confidence_fit.FEATURES, "bias"}
