"""The meetings a question is about: by body, by day, or both."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from index.opened import OpenIndex
from index.records import Filters
from ingest.records import Meeting
from service.answering.minutes.agenda import Agenda
from service.answering.minutes.institutions import institutions_in, of_institutions
from service.answering.minutes.owners import body_places, of_others
from service.records import Understood


def meetings_asked(understood: Understood, agenda: Agenda, index: OpenIndex) -> tuple[Meeting, ...]:
    """The meetings within the asker's bounds of the bodies and days named; all where neither is named; newest first."""
    meetings = list(agenda.meetings.values())
    if understood.filters != Filters(access=understood.filters.access):
        allowed = {document.id for document in index.store.documents(understood.filters)}
        meetings = [meeting for meeting in meetings if meeting.document_id in allowed]
    if understood.bodies:
        meetings = [meeting for meeting in meetings if meeting.body in understood.bodies]
    places = body_places(understood)
    meetings = [meeting for meeting in meetings if not of_others(meeting, agenda.owners, places)]
    names = institutions_in(understood)
    meetings = of_institutions(meetings, names, agenda) if names else meetings
    if understood.periods:
        dated = [meeting for meeting in meetings if _falls_in(meeting.date, understood.periods)]
        meetings = dated if dated or not all(_is_week(first, last) for first, last in understood.periods) else meetings
    return tuple(sorted(meetings, key=lambda meeting: (-(meeting.date.toordinal() if meeting.date else 0), meeting.id)))


def _is_week(first: date, last: date) -> bool:
    """Whether a period is "uge 29": when something is done rather than when it was decided, where nobody met in it."""
    return (last - first).days == 6 and first.weekday() == 0


def _falls_in(day: date | None, periods: Iterable[tuple[date, date]]) -> bool:
    return day is not None and any(first <= day <= last for first, last in periods)
