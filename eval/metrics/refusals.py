"""Refusals: how many were in place. Precision and recall of "I do not know" (Rajpurkar, Jia & Liang 2018, SQuAD 2.0)."""

from __future__ import annotations

from collections.abc import Iterable

from eval.records import Judgement, Share


def true_refusals(judgements: Iterable[Judgement]) -> Share:
    """Of the questions without an answer, how many were refused."""
    return _refused(judgements, answerable=False)


def false_refusals(judgements: Iterable[Judgement]) -> Share:
    """Of the questions with an answer, how many were refused all the same."""
    return _refused(judgements, answerable=True)


def _refused(judgements: Iterable[Judgement], *, answerable: bool) -> Share:
    those = [judgement for judgement in judgements if judgement.question.answerable == answerable]
    return Share(count=sum(judgement.abstained for judgement in those), of=len(those))
