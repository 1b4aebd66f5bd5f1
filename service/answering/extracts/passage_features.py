"""The features that all windows of a passage have in common: what the passage and its headings say of the question."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.records import ScoredPassage
from service.answering.extracts.asked import Asked
from service.answering.extracts.context import Context
from service.answering.extracts.coverage import Floats
from service.answering.extracts.words import Word


def passage_features(
    asked: Asked, scored: ScoredPassage, own: Floats, around: Floats, best_score: float, context: Context
) -> dict[str, float]:
    """By name; `own` are the meetings of the passage's units, `around` those of what it stands under."""
    whole = np.maximum(own.max(axis=0), around)
    said_back = _said_back(asked, context.heading)
    names = [met for met, term in zip(whole.tolist(), asked.terms, strict=True) if term.is_name]
    return {
        "whole": float(asked.meetings.share(whole)),
        "named": min(names, default=1.0),
        "missing": float(asked.meetings.missing(whole)),
        "retrieved": scored.score / best_score if best_score > 0 else 0.0,
        "first": 1.0 / scored.rank,
        "weight": scored.passage.weight,
        "headed": float(asked.meetings.share(asked.meetings.of(context.heading))) * said_back,
        "under_question": float(asked.meetings.share(around)) * said_back if context.heading_asks else 0.0,
    }


def _said_back(asked: Asked, heading: Sequence[Word]) -> float:
    """How much of the heading the question says, 0 to 1; 0 for a heading without telling words."""
    telling = [word for word in heading if word.term]
    return sum(bool(asked.meetings.of_word(word)) for word in telling) / len(telling) if telling else 0.0
