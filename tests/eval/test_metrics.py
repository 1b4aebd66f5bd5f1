"""The metrics, worked by hand and against other implementations."""

from __future__ import annotations

from math import log2

import ir_measures
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from sklearn.metrics import brier_score_loss

from eval.metrics.bootstrap import bootstrap_interval
from eval.metrics.latency import percentile
from eval.metrics.mcnemar import mcnemar
from eval.metrics.ndcg import ndcg
from eval.metrics.permutation import permutation_test
from eval.metrics.recall import recall
from eval.metrics.reciprocal_rank import reciprocal_rank
from eval.metrics.reliability import brier_score, expected_calibration_error, reliability_bins, risk_coverage

RANKINGS = st.permutations([f"p{number}" for number in range(12)])
QRELS = st.dictionaries(st.sampled_from([f"p{number}" for number in range(14)]), st.integers(0, 3), min_size=1)


def test_recall_counts_the_relevant_among_the_first_k() -> None:
    """Of a, c and z only a is among the first two, and z is never found."""
    qrels = {"a": 1.0, "c": 1.0, "z": 1.0}
    assert recall(["a", "b", "c"], qrels, 2) == 1 / 3
    assert recall(["a", "b", "c"], qrels, 3) == 2 / 3
    assert recall(["a"], {}, 5) == 0


def test_reciprocal_rank_looks_at_the_first_relevant_only() -> None:
    """The second place gives one half; beyond k it gives nothing."""
    assert reciprocal_rank(["x", "a", "b"], {"a": 1, "b": 1}) == 1 / 2
    assert reciprocal_rank(["x", "a"], {"a": 1}, k=1) == 0


def test_ndcg_discounts_by_the_logarithm_of_the_rank() -> None:
    """Relevances 1, 0, 3 in the order found, 3, 1 in the best order."""
    found, best = 1 / log2(2) + 3 / log2(4), 3 / log2(2) + 1 / log2(3)
    assert ndcg(["one", "none", "three"], {"one": 1, "three": 3}, 10) == pytest.approx(found / best)


@given(run=RANKINGS, qrels=QRELS)
def test_rankings_are_judged_as_by_trec_eval(run: list[str], qrels: dict[str, int]) -> None:
    """Another implementation gives the same figures for any ranking."""
    scored = [ir_measures.ScoredDoc("q", name, float(-rank)) for rank, name in enumerate(run)]
    truth = [ir_measures.Qrel("q", name, relevance) for name, relevance in qrels.items()]
    measures = [ir_measures.R @ 5, ir_measures.RR, ir_measures.nDCG @ 10]
    theirs = ir_measures.calc_aggregate(measures, truth, scored)
    relevances = {name: float(relevance) for name, relevance in qrels.items()}
    ours = [recall(run, relevances, 5), reciprocal_rank(run, relevances), ndcg(run, relevances, 10)]
    assert ours == pytest.approx([theirs[measure] for measure in measures])


def test_a_percentile_is_a_value_that_was_measured() -> None:
    """Of ten values the median by nearest rank is the fifth, the 95th percentile the tenth."""
    assert percentile([10, 1, 9, 2, 8, 3, 7, 4, 6, 5], 50) == 5
    assert percentile([10, 1, 9, 2, 8, 3, 7, 4, 6, 5], 95) == 10
    assert percentile([], 95) == 0


def test_the_exact_mcnemar_test_is_a_sign_test() -> None:
    """Five better and one worse: 2 · (1 + 6) / 64."""
    assert mcnemar(5, 1) == 2 * (1 + 6) / 64
    assert mcnemar(0, 0) == 1
    assert mcnemar(3, 9) == pytest.approx(stats.binomtest(3, 12).pvalue)


def test_a_permutation_test_finds_what_is_never_chance() -> None:
    """Ten gains of the same sign turn up by chance twice in 2¹⁰."""
    assert permutation_test([0.1] * 10) == pytest.approx(2 / 2**10, abs=0.002)
    assert permutation_test([0.0, 0.0]) == 1
    assert permutation_test([1.0, -1.0, 1.0, -1.0]) == 1


def test_a_bootstrap_interval_is_about_that_of_the_normal_distribution() -> None:
    """Of 100 questions 80 right: 0.8 ± 1.96 · √(0.8 · 0.2 / 100)."""
    low, high = bootstrap_interval([1.0] * 80 + [0.0] * 20)
    assert (low, high) == pytest.approx((0.8 - 1.96 * 0.04, 0.8 + 1.96 * 0.04), abs=0.015)
    assert bootstrap_interval([1.0, 0.0, 1.0], seed=3) == bootstrap_interval([1.0, 0.0, 1.0], seed=3)
    assert bootstrap_interval([]) == (0.0, 0.0)


def test_reliability_compares_what_was_claimed_with_what_came_true() -> None:
    """Three answers of 0.9, two right; one of 0.2, wrong."""
    confidences, right = [0.9, 0.9, 0.9, 0.2], [True, True, False, False]
    low, high = reliability_bins(confidences, right)
    assert (low.count, low.accuracy) == (1, 0.0)
    assert (high.count, high.accuracy) == (3, 2 / 3)
    assert high.mean_confidence == pytest.approx(0.9)
    assert expected_calibration_error(confidences, right) == pytest.approx((3 * (0.9 - 2 / 3) + 1 * 0.2) / 4)
    assert brier_score(confidences, right) == pytest.approx(brier_score_loss(np.array(right), np.array(confidences)))


def test_a_confidence_of_one_falls_into_the_last_bin() -> None:
    """The last bin is closed above."""
    (only,) = reliability_bins([1.0], [True])
    assert (only.low, only.high) == (0.9, 1.0)


def test_the_curve_of_refusals_has_a_point_for_each_confidence() -> None:
    """At 0.9 one of four is answered, rightly; at 0.5 three, two of them rightly."""
    assert risk_coverage([0.5, 0.9, 0.5, 0.1], [True, True, False, False]) == ((1 / 4, 1.0), (3 / 4, 2 / 3), (1.0, 2 / 4))
