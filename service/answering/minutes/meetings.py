"""The meetings a question is about: by body, by day, or both."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from index.opened import OpenIndex
from index.records import Filters
from ingest.records import Meeting
from service.answering.minutes.agenda import Agenda
from service.records import Understood


def meetings_asked(understood: Understood, agenda: Agenda, index: OpenIndex) -> tuple[Meeting, ...]:
    """The meetings within the asker's bounds of the bodies and days named; all where neither is named; newest first."""
    meetings = list(agenda.meetings.values())
    if understood.filters != Filters(access=understood.filters.access):
        allowed = {document.id for document in index.store.documents(understood.filters)}
        meetings = [meeting for meeting in meetings if meeting.document_id in allowed]
    if understood.bodies:
        meetings = [meeting for meeting in meetings if meeting.body in understood.bodies]
    if understood.periods:
        meetings = [meeting for meeting in meetings if _falls_in(meeting.date, understood.periods)]
    return tuple(sorted(meetings, key=lambda meeting: (-(meeting.date.toordinal() if meeting.date else 0), meeting.id)))


def _falls_in(day: date | None, periods: Iterable[tuple[date, date]]) -> bool:
    return day is not None and any(first <= day <= last for first, last in periods)
