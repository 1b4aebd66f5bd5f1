"""Questions about a meeting that is not here: nothing that happened on another day answers them."""

from __future__ import annotations

import re

from index.opened import OpenIndex
from index.records import Filters
from service.answering.frames import MONTHS_DA
from service.answering.minutes.agenda import agenda_of
from service.records import QuestionKind, Understood

_THERE = r"deltog|deltaget|fraværende|afbud|til stede|attended|absent|present"
_ATTENDED = re.compile(rf"\b(?:{_THERE})\b", re.IGNORECASE)
_WHAT_HAPPENED = re.compile(rf"\b(?:{_THERE}|besluttede|besluttet|decided)\b", re.IGNORECASE)
_TELLS = re.compile(
    rf"\b(?:{_THERE}|decided|"
    r"(?:beslutt|godkend|vedt[ao]g|behandl|tiltr|drøft|udsk|udsat|udsæt|valgt|afvis|forkast)\w*)\b",
    re.IGNORECASE,
)


def meeting_is_missing(understood: Understood, index: OpenIndex) -> bool:
    """Whether the question asks what happened at a meeting on a day for which the corpus the asker may see has no meeting."""
    days = [first for first, last in understood.periods if first == last]
    asks = understood.kind is QuestionKind.DECISION or _WHAT_HAPPENED.search(understood.text)
    if not days or not asks:
        return False
    everything = understood.filters == Filters(access=understood.filters.access)
    agenda = agenda_of(index, understood.filters.access)  # learnt once, where the store reads all meetings anew
    meetings = agenda.meetings.values() if everything else index.store.meetings(understood.filters)
    held = {meeting.date for meeting in meetings}
    return not held.intersection(days)


def tells_of_day(understood: Understood, quote: str) -> bool:
    """Whether a quote tells what happened on a day asked about: another body's minutes may tell what a body decided.

    Who was there is told by words of that alone.
    """
    days = [first for first, last in understood.periods if first == last]
    named = any(f"{day.day}. {MONTHS_DA[day.month - 1]}" in quote.lower() for day in days)
    told = _ATTENDED if _ATTENDED.search(understood.text) else _TELLS
    return named and bool(told.search(quote))
