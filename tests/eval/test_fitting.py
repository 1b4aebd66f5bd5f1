"""Fitting by hand-made examples, and over the demo: the same sources give the same weights."""

from __future__ import annotations

import json
import math
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pytest

from eval.demo.make import CORPUS, QUESTIONS
from eval.fitting import confidence_fit, ranking_fit
from eval.fitting.in_use import judged_by_title
from eval.fitting.indexes import Indexes
from eval.fitting.logistic import least
from eval.fitting.outcomes import outcomes_of
from eval.fitting.page import page
from eval.fitting.posed import posed
from eval.fitting.verdicts import by_answerer, curve, reliability, verdicts
from eval.fitting.writing import CONFIDENCE, RANKING, beside, confidence_json, ranking_json
from eval.own_sets import FITTED_ON, OwnSet, own_sets
from index.opened import open_index
from service.answering.extracts.answerer import ExtractAnswerer
from service.answering.extracts.evidence import FEATURES
from service.assistant import Assistant
from service.records import Question
from service.settings import Settings


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


def test_the_same_sources_give_the_same_weights(demo_index: Path) -> None:
    """Twice over the demo: files equal to the byte, chances between 0 and 1, tables of all questions."""
    demo = OwnSet(name="demo", documents=CORPUS, questions=(QUESTIONS,))
    index = open_index(demo_index)
    try:
        questions = list(posed(demo, index))
        examples = list(ranking_fit.examples_of(questions, ExtractAnswerer(index)))
        outcomes = list(outcomes_of(questions, ExtractAnswerer(index)))
    finally:
        index.close()
    one, two = (
        (ranking_json(ranking_fit.fit(examples, 1e-2), "a test"), confidence_json(confidence_fit.fit(outcomes, 1e-2), "a test"))
        for _ in range(2)
    )
    assert one == two
    found = verdicts(questions, outcomes, {"demo": confidence_fit.fit(outcomes, 1e-2)})
    assert len(found) == len(questions)
    assert all(0 <= verdict.confidence <= 1 for verdict in found)
    assert [row[0] for row in curve(found).rows if row[0] == "0.50"] == ["0.50"]
    assert reliability(found).rows
    assert "ExtractAnswerer" in {row[0] for row in by_answerer(found, 0.5).rows}
    assert "not fitted on: 60 questions" in page({"demo, not fitted on": found}, 0.5, "Fitted to the demo.")


TOWN = """# Referat af møde i Udvalget for Havn og Strand den 4. marts 2026

## 1. Badebroen ved Nordstranden

Badebroen lukkes fra den 1. november til den 31. marts. Driften koster 120.000 kr. om året.

**Beslutning:** Udvalget godkendte, at broen males hvert andet år.

## 2. Saunaen

Foreningen Koldt Vand står for saunaen. Aftalen gælder i tre år.
"""


def test_judging_says_what_the_program_answers(tmp_path: Path) -> None:
    """A collection of three questions: the rows of the curve count what the assistant itself answers right and refuses."""
    documents, questions = tmp_path / "town", tmp_path / "harbour.jsonl"
    documents.mkdir()
    (documents / "harbour.md").write_text(TOWN, encoding="utf-8")
    asked = (
        ("Hvad koster driften af badebroen om året?", ["120.000"]),
        ("Hvem står for saunaen?", ["Foreningen Koldt Vand"]),
        ("Hvor mange kajakker har svømmehallen i Tønder?", []),
    )
    with questions.open("w", encoding="utf-8") as file:
        for number, (text, facts) in enumerate(asked):
            evidence = [{"doc": "harbour.md", "quote": "Driften koster 120.000 kr. om året."}] if facts else []
            gold = {"id": f"h{number}", "question": text, "answerable": bool(facts), "must_include": [facts] if facts else []}
            file.write(json.dumps({**gold, "evidence": evidence}, ensure_ascii=False) + "\n")
    before = (RANKING.read_bytes(), CONFIDENCE.read_bytes())
    own = OwnSet(name="harbour", documents=documents, questions=(questions,))
    with ExitStack() as stack:
        index = Indexes(tmp_path / "work", stack).of(documents)
        found = judged_by_title([list(posed(own, index))])
        assistant = Assistant(index, Settings())
        answers = [assistant.ask(Question(text=text)) for text, _ in asked]
    (title, those), *rest = found.items()
    assert (title, rest) == ("harbour, not fitted on", [])
    assert [each.confidence >= Settings().min_confidence for each in those] == [not answer.abstained for answer in answers]
    assert [each.right for each in those] == [True, True, False]
    assert (RANKING.read_bytes(), CONFIDENCE.read_bytes()) == before


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


def test_a_fit_says_whether_it_is_the_one_in_use(tmp_path: Path) -> None:
    """The same text or another."""
    path = tmp_path / "ranking.json"
    path.write_text("{}\n", encoding="utf-8")
    assert beside(path, "{}\n") == "ranking.json: the file in use, to the byte"
    assert beside(path, "{} \n") == "ranking.json: other weights than those in use"


def test_what_is_fitted_on_is_a_part_of_the_collections() -> None:
    """At least one is left to show what carries over."""
    assert {own.name for own in own_sets()} > FITTED_ON
