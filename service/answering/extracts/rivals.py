"""How the chosen window stands to the others, and its answering sentence to the names of the question."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from service.answering.extracts.asked import Asked, answering_spans
from service.answering.extracts.context import Context
from service.answering.extracts.ranking import Ranked
from service.answering.extracts.units import Unit


def rivals_of(asked: Asked, order: Sequence[Ranked], quote: Sequence[Unit], context: Context) -> dict[str, float]:
    """Named numbers about the first of the windows in order, of which `quote` are the units quoted.

    `ahead`: its share, 0 to 1, among the best windows of all passages, e^score / Σ e^score, its score counted as the best where
    it was put before better ones; `rival`: how much more of the question one sentence with words of the wanted kind meets in
    another passage, -1 to 1; `names_apart`: the share of the question's names that neither the quoted sentence with words of the
    wanted kind nor what it stands under says; `terms`: how many telling words the question has.
    """
    return {
        "ahead": ahead(order),
        "rival": _rival(order),
        "names_apart": _names_apart(asked, quote, context),
        "terms": float(len(asked.terms)),
    }


def ahead(order: Sequence[Ranked]) -> float:
    """The share of the first window among the best of all passages, as `rivals_of` says."""
    best = order[0]
    top = max(each.score for each in order)  # more than the first one's own where what it says put it there
    scores: dict[int, float] = {best.passage_rank: top}
    for other in order:
        scores.setdefault(other.passage_rank, other.score)
    return 1 / sum(math.exp(score - top) for score in scores.values())


def _rival(order: Sequence[Ranked]) -> float:
    best = order[0]
    others = (each.features["peak_typed"] for each in order[1:] if each.passage_rank != best.passage_rank)
    return max(others, default=0.0) - best.features["peak_typed"]


def _names_apart(asked: Asked, quote: Sequence[Unit], context: Context) -> float:
    """0 for a question without names, or one of whose quoted sentences says them all."""
    names = asked.meetings.names
    if not names.any():
        return 0.0
    apart = 1.0
    for unit in quote:
        spans = answering_spans(asked.wanted[0], asked, unit.text)
        if spans is None or spans:
            said = asked.meetings.strictly((*context.heading, *unit.words, *unit.lead_words, *unit.head_words))
            apart = min(apart, 1.0 - float(np.average(said, weights=names)))
    return apart
