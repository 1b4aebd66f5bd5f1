"""Grounds on which an extract is refused whatever speaks for it: it is about others, or about a meeting that is not here."""

from __future__ import annotations

import re

from index.analysis.folding import fold
from index.opened import OpenIndex
from service.records import QuestionKind, Source, Understood

_WHAT_HAPPENED = re.compile(
    r"\b(?:deltog|deltaget|fraværende|afbud|til stede|besluttede|besluttet|attended|absent|present|decided)\b", re.IGNORECASE
)


def refusal_ground(understood: Understood, source: Source, context: str, index: OpenIndex) -> str | None:
    """The name of the ground on which an extract is refused, or None. `context` is what the source's passage stands under."""
    if names_others(understood, f"{source.passage} {context}"):
        return "names_others"
    if meeting_is_missing(understood, index):
        return "meeting_is_missing"
    return None


def names_others(understood: Understood, text: str) -> bool:
    """Whether the question names municipalities, sundhedsråd or persons, and the text names none of them."""
    asked = [*understood.municipalities, *understood.councils, *understood.persons]
    folded = fold(text)
    return bool(asked) and not any(fold(name) in folded for name in asked)


def meeting_is_missing(understood: Understood, index: OpenIndex) -> bool:
    """Whether the question asks what happened at a meeting on a day for which the corpus the asker may see has no meeting."""
    days = [first for first, last in understood.periods if first == last]
    asks = understood.kind is QuestionKind.DECISION or _WHAT_HAPPENED.search(understood.text)
    if not days or not asks:
        return False
    held = {meeting.date for meeting in index.store.meetings(understood.filters)}
    return not held.intersection(days)
