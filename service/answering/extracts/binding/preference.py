"""Among the best windows those come first that hold a value bound to what the question wants a value of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ingest.records import Passage
from service.answering.extracts.asked import Asked
from service.answering.extracts.binding.asked_value import asked_value
from service.answering.extracts.binding.bound import LOOSE, Binding
from service.answering.extracts.ranking import Ranked
from service.answering.extracts.words import Word

LOOKED_AT = 16
"""Windows whose values are looked at."""
WEIGHT = 2.0
"""What a firm bond adds to a window's score, of about 5 to 12."""
FIRM = 0.6


def bound_first(
    question: str, asked: Asked, order: Sequence[Ranked], context: Callable[[Passage], Sequence[Word]]
) -> list[Ranked]:
    """The windows by their score and their values' firmness; once one is firm, those of unbound values are left out.

    `context` gives the words over a passage. Unchanged when the question wants no number.
    """
    value = asked_value(question, asked)
    if value is None:
        return list(order)
    bindings: dict[str, Binding] = {}
    firmness: list[float] = []
    for ranked in order[:LOOKED_AT]:
        passage = ranked.window.units[0].passage
        if passage.id not in bindings:
            bindings[passage.id] = Binding(value, asked, ranked.window.units, context(passage))
        firmness.append(bindings[passage.id].best(ranked.window.inside).firmness)
    places = sorted(range(len(firmness)), key=lambda place: -order[place].score - WEIGHT * firmness[place])
    if firmness[places[0]] >= FIRM:
        return [order[place] for place in places if firmness[place] >= LOOSE]
    return [*(order[place] for place in places), *order[LOOKED_AT:]]
