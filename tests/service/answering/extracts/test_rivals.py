"""How a window stands to those it was chosen from."""

from __future__ import annotations

import math

import pytest

from service.answering.extracts.ranking import Ranked
from service.answering.extracts.rivals import ahead
from service.answering.extracts.windows import Window


def _window(passage_rank: int, score: float) -> Ranked:
    return Ranked(score=score, passage_rank=passage_rank, window=Window(units=(), first=0, last=0), features={})


def test_a_window_is_ahead_by_its_share_among_the_best_of_all_passages() -> None:
    """Of the second passage only the best window counts: e^2 / (e^2 + e^1)."""
    order = [_window(1, 2.0), _window(2, 1.0), _window(2, 0.5)]
    assert ahead(order) == pytest.approx(math.e / (math.e + 1))


def test_a_window_that_was_put_before_a_better_one_counts_as_good_as_that() -> None:
    """The decision on a case, of less score than the case's account in another passage: one of two best."""
    assert ahead([_window(2, 1.0), _window(1, 4.0)]) == pytest.approx(0.5)
