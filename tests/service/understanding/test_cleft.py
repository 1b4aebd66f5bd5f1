"""A question in two clauses asks what it would ask in one."""

from __future__ import annotations

import pytest

from service.understanding.cleft import straight


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Hvem er det, der åbner søen?", "Hvem åbner søen?"),
        ("Hvem er det typisk, der åbner søen?", "Hvem åbner søen?"),
        ("Og hvad er det, havnen betaler?", "Og hvad havnen betaler?"),
        ("Hvornår er det, at søen åbner?", "Hvornår søen åbner?"),
        ("Who is it that usually opens the lake?", "Who usually opens the lake?"),
        ("Hvad er det nye navn på søen?", "Hvad er det nye navn på søen?"),
        ("Hvem er formand?", "Hvem er formand?"),
    ],
)
def test_a_cleft_question_is_asked_in_one_clause(question: str, plain: str) -> None:
    """What is no cleft sentence stays as it is."""
    assert straight(question) == plain
