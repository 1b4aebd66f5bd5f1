"""The pruned search gives what adding everything up gives, to the bit."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from numpy.typing import NDArray

from index.lexical import columns, pruned
from index.lexical.okapi import Okapi
from index.lexical.postings import postings_of
from index.lexical.pruned import TopFinder
from index.lexical.top import top_rows
from index.lexical.weighted import Weighted, text_alone, weighted_sum

PASSAGES = 3000


@pytest.fixture(scope="module")
def okapi() -> Okapi:
    """Three thousand passages of a long-tailed vocabulary."""
    random = np.random.default_rng(11)
    lengths = random.integers(1, 40, PASSAGES).astype(np.int32)
    terms = (random.zipf(1.2, int(lengths.sum())) % 2000).astype(np.int32)
    return Okapi(postings_of(terms, lengths, 2000))


@pytest.fixture(autouse=True)
def small_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that three thousand passages have long lists."""
    monkeypatch.setattr(pruned, "CHECKED_FROM", 30)
    monkeypatch.setattr(pruned, "SHORT", 200)


@pytest.fixture(scope="module")
def order() -> NDArray[np.int32]:
    """Passage ids in an order of their own."""
    return np.random.default_rng(3).permutation(PASSAGES).astype(np.int32)


def queries(count: int) -> list[list[tuple[int, float]]]:
    """Queries of one to nine weighted terms, frequent and rare."""
    random = np.random.default_rng(5)
    return [
        [(int(term), float(random.choice([1.0, 0.5, 0.3]))) for term in set(random.zipf(1.3, size % 9 + 1) % 2000)]
        for size in range(count)
    ]


@pytest.mark.parametrize("k", [1, 10, 200])
@pytest.mark.parametrize("filtered", [False, True])
def test_pruning_changes_no_bit_of_the_result(okapi: Okapi, order: NDArray[np.int32], k: int, filtered: bool) -> None:
    """Rows, order and scores, with and without a filter."""
    matrix = text_alone(okapi)
    allowed = np.random.default_rng(1).random(PASSAGES) < 0.3 if filtered else None
    finder = TopFinder(matrix, order, pruned_from=0)
    for terms in queries(60):
        scores = matrix.scores(terms, allowed)
        expected = top_rows(scores, k, order)
        rows, found = finder.top(terms, k, allowed)
        assert rows.tolist() == expected.tolist()
        assert found.tobytes() == scores[expected].tobytes()


def test_survivors_scored_by_okapi_have_the_scores_of_rank_bm25(okapi: Okapi, order: NDArray[np.int32]) -> None:
    """Float32 narrows down, float64 in the reference's order decides."""
    finder = TopFinder(text_alone(okapi), order, pruned_from=0)
    for terms in queries(40):
        numbers = [term for term, _ in terms]
        scores = okapi.scores(numbers)
        rows, found = finder.top([(term, 1.0) for term in numbers], 10, exact=partial(okapi.scores_of, numbers))
        assert rows.tolist() == top_rows(scores, 10, order).tolist()
        assert found.tobytes() == scores[rows].tobytes()


def test_the_sum_of_fields_is_the_sum_of_their_scores(okapi: Okapi) -> None:
    """Twice the same field at weights 1 and 0.5, passages weighed 2: three times the score."""
    matrix: Weighted = weighted_sum([(okapi, 1.0), (okapi, 0.5)], np.full(PASSAGES, 2.0, dtype=np.float32))
    alone = text_alone(okapi)
    for terms in queries(10):
        np.testing.assert_allclose(matrix.scores(terms), 3 * alone.scores(terms), rtol=1e-6)


def test_adding_a_column_is_the_same_without_the_undocumented_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """To the bit: one product and one sum a row, both in float32."""
    random = np.random.default_rng(9)
    rows, weights = np.arange(0, 90, 3, dtype=np.int32), random.random(30).astype(np.float32)
    one, other = (np.full(100, 0.25, dtype=np.float32) for _ in range(2))
    columns.add_columns(one, rows, weights, [(3, 27), (0, 9)], [0.3, 2.0])
    monkeypatch.setattr(columns, "_product", lambda: None)
    columns.add_columns(other, rows, weights, [(3, 27), (0, 9)], [0.3, 2.0])
    assert one.tobytes() == other.tobytes()
