"""Rewrites a follow-up into a question that stands alone."""

from __future__ import annotations

from service.records import Question
from service.understanding.vocabulary import Vocabulary


def standing_alone(question: Question, known: Vocabulary) -> str:
    """The question's text as it would be asked without the conversation before it."""
    return question.text.strip()
