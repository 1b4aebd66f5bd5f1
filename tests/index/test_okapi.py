"""BM25 gives the scores of rank_bm25, to the bit."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from index.lexical.okapi import Okapi
from index.lexical.postings import postings_of
from index.lexical.top import top_rows

DOCUMENTS = st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=12), min_size=1, max_size=30)


def numbered(documents: list[list[str]]) -> tuple[Okapi, dict[str, int]]:
    """Our BM25 over tokenised documents, and the numbers of its terms."""
    numbers: dict[str, int] = {}
    terms = np.array([numbers.setdefault(term, len(numbers)) for document in documents for term in document], dtype=np.int32)
    lengths = np.array([len(document) for document in documents], dtype=np.int32)
    return Okapi(postings_of(terms, lengths, len(numbers), block_tokens=7)), numbers


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS, st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=8))
def test_scores_are_those_of_rank_bm25_to_the_bit(documents: list[list[str]], query: list[str]) -> None:
    """Any documents, any query, terms repeated or in more than half of the documents included."""
    ours, numbers = numbered(documents)
    expected = BM25Okapi(documents).get_scores(query)
    assert ours.scores([numbers[term] for term in query if term in numbers]).tobytes() == expected.tobytes()


def test_a_thousand_documents_of_a_long_tailed_vocabulary_score_as_rank_bm25_scores_them() -> None:
    """The blocks of a build do not show in the result."""
    random = np.random.default_rng(7)
    documents = [[f"t{n}" for n in random.zipf(1.3, size=random.integers(1, 60)) % 5000] for _ in range(1000)]
    ours, numbers = numbered(documents)
    reference = BM25Okapi(documents)
    for query in documents[::50]:
        assert ours.scores([numbers[term] for term in query]).tobytes() == reference.get_scores(query).tobytes()


def test_the_score_of_one_term_worked_by_hand() -> None:
    """N = 4, df = 1, tf = 2, |d| = 2, avgdl = 5 / 4; k1 = 1.5, b = 0.75."""
    ours, numbers = numbered([["a", "a"], ["b"], ["c"], ["d"]])
    idf = math.log(4 - 1 + 0.5) - math.log(1 + 0.5)
    expected = idf * (2 * 2.5) / (2 + 1.5 * (0.25 + 0.75 * 2 / (5 / 4)))
    assert ours.scores([numbers["a"]]).tolist() == pytest.approx([expected, 0, 0, 0], rel=1e-15)


def test_a_term_in_most_documents_gets_a_quarter_of_the_mean_idf() -> None:
    """Its own idf would be negative: the floor of the reference applies."""
    ours, numbers = numbered([["a", "b"], ["a", "c"], ["a", "d"]])
    values = [math.log(3 - df + 0.5) - math.log(df + 0.5) for df in (3, 1, 1, 1)]
    assert ours.idf[numbers["a"]] == 0.25 * (sum(values) / 4)


def test_the_best_rows_come_first_and_ties_by_passage_id() -> None:
    """Rows 1 and 3 are equal; row 3 has the smaller id."""
    scores, order = np.array([0.0, 2.0, 1.0, 2.0]), np.array([0, 3, 2, 1], dtype=np.int32)
    assert top_rows(scores, 10, order).tolist() == [3, 1, 2]


@given(st.lists(st.sampled_from([0.0, 1.0, 2.0, 3.0]), min_size=1, max_size=40), st.integers(1, 39))
def test_the_first_k_are_the_beginning_of_the_first_k_plus_one(scores: list[float], k: int) -> None:
    """Whatever the ties."""
    order = np.random.default_rng(len(scores)).permutation(len(scores)).astype(np.int32)
    values = np.array(scores)
    assert top_rows(values, k, order).tolist() == top_rows(values, k + 1, order).tolist()[:k]
