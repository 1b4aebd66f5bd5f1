"""What is known of each unit of a passage by itself, a column a thing, before units are taken together in windows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from service.answering.extracts.asked import Asked, answering_spans
from service.answering.extracts.counting import follows
from service.answering.extracts.coverage import Floats
from service.answering.extracts.held import held
from service.answering.extracts.pairs import pairs_met
from service.answering.extracts.standing import standing
from service.answering.extracts.units import Unit
from service.answering.extracts.wanted import Wanted

GREATEST = ("alone", "alone_typed", "paired", "counted")
SUMMED = ("news", "words")
"""The columns of which a window has the greatest of its units, and those of which it has the sum."""


def unit_columns(asked: Asked, units: Sequence[Unit], own: Floats, around: Floats) -> dict[str, Floats]:
    """What is known of each unit, float64 `(n_units,)` by name; meetings of lead-ins `(n_units, n_terms)`."""
    meetings = asked.meetings
    lead = np.stack([meetings.of(unit.lead_words) for unit in units])
    typed = np.array([[held(kind, asked, units, place) for kind in asked.wanted] for place in range(len(units))])
    alone = meetings.share(standing(asked, units, own, around))
    return {
        "lead": lead,
        "typed": typed,
        "alone": alone,
        "counted": np.array([_counts(asked, unit) for unit in units]),
        "alone_typed": alone * typed.max(axis=1),
        "paired": np.array([pairs_met(meetings, unit.words) for unit in units]),
        "news": np.array([_news(asked, unit) for unit in units]),
        "words": np.array([float(len(unit.words)) for unit in units]),
        "asks": np.array([float(unit.text.endswith("?")) for unit in units]),
        "colon": np.array([float(unit.text.endswith(":")) for unit in units]),
        "title": np.array([float(unit.is_title) for unit in units]),
        "item": np.array([float(unit.is_item) for unit in units]),
    }


def _news(asked: Asked, unit: Unit) -> float:
    """How many words of the unit the question does not hold; the shortest tell nothing."""
    return float(sum(len(word.text) > 2 and word.text.lower() not in asked.said for word in unit.words))


def _counts(asked: Asked, unit: Unit) -> float:
    """1 when a number of the unit counts the noun asked about, else 0."""
    if not asked.counted or Wanted.COUNT not in asked.wanted:
        return 0.0
    met = [(word.start, frozenset(number for number, _ in asked.meetings.of_word(word))) for word in unit.words]
    spans = answering_spans(Wanted.COUNT, asked, unit.text) or ()
    return float(any(follows(span, met, asked.counted) for span in spans))
