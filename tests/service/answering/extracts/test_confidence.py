"""From features to a chance."""

from __future__ import annotations

import math

import pytest

from service.answering.confidence import GROUND, chance, confidence_of
from service.records import Draft


def test_the_chance_is_the_logistic_function_of_the_weighted_features() -> None:
    """-1 + 2 × 0.5 + 3 × 0 = 0 gives one half; a feature that is absent counts as 0."""
    assert chance({"bias": -1.0, "own": 2.0, "far": 3.0}, {"own": 0.5}) == pytest.approx(0.5)
    assert chance({"bias": 1.0}, {}) == pytest.approx(1 / (1 + math.exp(-1)))


def test_a_kind_without_weights_states_its_own_chance() -> None:
    """The structured answerers know how sure they are."""
    assert confidence_of(Draft(text="", kind="fact", strength=0.93, sources=())) == 0.93


def test_a_draft_with_a_ground_against_it_has_no_chance() -> None:
    """Whatever else speaks for it."""
    assert (
        confidence_of(Draft(text="", kind="extract", strength=1.0, sources=(), features=(("score", 99.0), (GROUND, 1.0)))) == 0.0
    )
