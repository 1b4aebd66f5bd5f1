"""Where the question says how many it asks for ("which four municipalities …"), the place that names just so many comes first."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from ingest.places.gazetteer import municipalities_in
from service.answering.extracts.asked import Asked
from service.answering.extracts.ranking import Ranked
from service.answering.extracts.spans.registry import find
from service.answering.extracts.wanted import Wanted

NEAR_SCORE = {True: 0.4, False: 0.7}
"""The share of the best score from which a window may be the one that names them, in the best one's document and in another …"""

AS_MUCH = {True: 0.3, False: 0.7}
"""… when it and what it stands under say at least this share of what the best say of the question."""

READ_WINDOWS = 200
"""A row of names seldom says much of the question: the windows that follow the best are read too."""

_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("to two", "tre three", "fire four", "fem five", "seks six", "syv seven", "otte eight"), start=2
    )
    for word in (str(number), *words.split())
}
_ASKS = re.compile(rf"\b(?:hvilke|which) (?P<number>{'|'.join(_NUMBERS)}) (?P<thing>[^\W\d_]+)", re.IGNORECASE)
_MUNICIPALITIES = re.compile(r"kommuner|municipalities", re.IGNORECASE)


def enumerated_first(
    question: str, asked: Asked, order: Sequence[Ranked], further: Callable[[int], Sequence[Ranked]]
) -> list[Ranked]:
    """The windows with the best in front that names as many as are asked for; unchanged where the best does or none.

    `further` gives the best windows of all, as many as asked. Only what can be told apart from other words is counted:
    municipalities, days, persons.
    """
    found = _ASKS.search(question)
    count = None if found is None else _counted(found["thing"], asked)
    if found is None or count is None:
        return list(order)
    number, best = _NUMBERS[found["number"].lower()], order[0]
    for window in (best, *further(READ_WINDOWS)):
        if _is_near(window, best) and any(count(unit.text) == number for unit in window.window.inside):
            return list(order) if window is best else [window, *order]
    return list(order)


def _is_near(window: Ranked, best: Ranked) -> bool:
    same = window.window.units[0].passage.document_id == best.window.units[0].passage.document_id
    return window.score >= NEAR_SCORE[same] * best.score and window.features["led"] >= AS_MUCH[same] * best.features["led"]


def _counted(thing: str, asked: Asked) -> Callable[[str], int] | None:
    """How many of the things asked for a text names; None for things without a kind."""
    if _MUNICIPALITIES.fullmatch(thing):
        return _municipality_count
    kind = next((kind for kind in (Wanted.DATE, Wanted.PERSON) if kind in asked.wanted), None)
    return None if kind is None else partial(_span_count, kind)


def _municipality_count(text: str) -> int:
    return len({each.name for each in municipalities_in(text)})


def _span_count(kind: Wanted, text: str) -> int:
    return len(find(kind, text) or ())
