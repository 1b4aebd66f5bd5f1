"""A value that another place of the same document changes ("from 900 to 750") gives way to the changed one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.answering.extracts.asked import Asked, answering_spans
from service.answering.extracts.ranking import Ranked
from service.answering.extracts.wanted import Wanted

_NUMBERS = frozenset({Wanted.COUNT, Wanted.MONEY, Wanted.SHARE, Wanted.DURATION})

MATTER = 0.5
"""The changing place says at least this share of what the best window says of the question."""

_VALUE = r"\d[\d.,]*\d|\d"
_CHANGE = re.compile(
    rf"\b(?:fra|from|i stedet for|instead of) (?P<old>{_VALUE})\b[^.;\n]{{0,25}}?\b(?:til|to)\b[^.;\n]{{0,12}}?(?:{_VALUE})|"
    rf"(?:{_VALUE})\b[^.;\n]{{0,25}}\b(?:i stedet for|mod (?:hidtil|før)|instead of) (?P<before>{_VALUE})\b",
    re.IGNORECASE,
)
_ASKS_BEFORE = re.compile(
    r"\b(?:hidtil|tidligere|oprindelig\w*|før|først|var|earlier|original\w*|before|was|were)\b", re.IGNORECASE
)


def changed_first(question: str, asked: Asked, order: Sequence[Ranked], all_windows: Sequence[Ranked]) -> list[Ranked]:
    """The windows with one of the same document in front that changes a number of the best one; unchanged where none does.

    The best window is left out then: its number holds no more. Unchanged for questions for what held before, and for those
    that want no number. `all_windows` are the best of all, in order.
    """
    best = order[0]
    spans = answering_spans(asked.wanted[0], asked, best.window.text) or () if asked.wanted[0] in _NUMBERS else ()
    numbers = frozenset(number for span in spans for number in re.findall(_VALUE, span.of(best.window.text)))
    if not numbers or _ASKS_BEFORE.search(question):
        return list(order)
    document = best.window.units[0].passage.document_id
    for other in all_windows:
        near = other.window.units[0].passage.document_id == document and other.features["own"] >= MATTER * best.features["own"]
        if near and numbers & _old_values(other) and _apart(best, other):
            return [other, *(window for window in order if window is not other and not numbers & _said(window))]
    return list(order)


def _old_values(window: Ranked) -> frozenset[str]:
    found = _CHANGE.finditer(window.window.text)
    return frozenset(value for match in found for value in (match.group("old"), match.group("before")) if value)


def _said(window: Ranked) -> frozenset[str]:
    return frozenset(re.findall(_VALUE, window.window.text))


def _apart(first: Ranked, second: Ranked) -> bool:
    """Whether two windows share no words of one passage."""
    a, b = first.window, second.window
    return a.units[0].passage.id != b.units[0].passage.id or a.end <= b.start or b.end <= a.start
