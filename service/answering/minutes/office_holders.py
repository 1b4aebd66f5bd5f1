"""Who chaired a meeting, who took its minutes, and whom somebody represents there."""

from __future__ import annotations

import re

from index.opened import OpenIndex
from ingest.records import Meeting
from service.answering.minutes.agenda import agenda_of
from service.answering.minutes.meeting_drafts import meeting_draft
from service.answering.minutes.meeting_names import meeting_name
from service.answering.minutes.meetings import meetings_asked
from service.answering.minutes.places import source_of_names
from service.answering.sources import source_of
from service.records import Draft, Understood

_MINUTES_LINE = re.compile(r"^\W*(?:referent|sekretær|minutes by)\W*[:\t ]\s*(?P<name>\S.*)$", re.IGNORECASE | re.MULTILINE)


def chair(understood: Understood, index: OpenIndex, meeting: Meeting) -> Draft | None:
    """The chair with the role printed beside the name; None where the minutes name none."""
    if not meeting.chair:
        return None
    person = next((each for each in meeting.participants if each.name == meeting.chair), None)
    source = source_of_names([meeting.chair], meeting, index, understood, absent=False)
    if source is None:
        return None
    role = re.sub(r"[\s,–-]*(?:mødeleder|ordstyrer|dirigent)\b", "", person.role, flags=re.IGNORECASE) if person else ""
    role = f", {role}" if role else ""
    return meeting_draft(f"{meeting.chair}{role} ({meeting_name(meeting, understood.language)}).", (source,), meeting)


def minute_taker(understood: Understood, index: OpenIndex, meeting: Meeting) -> Draft | None:
    """Who the head names as "Referent"."""
    for passage in index.store.passages(list(meeting.passage_ids), understood.filters.access):
        match = _MINUTES_LINE.search(passage.text)
        if match:
            text = f"{match['name'].strip(' .')} ({meeting_name(meeting, understood.language)})."
            return meeting_draft(text, (source_of(index, passage, match.group(0)),), meeting)
    return None


def represents(understood: Understood, index: OpenIndex) -> Draft | None:
    """The role or organisation printed with a named person, from the newest meeting that prints one."""
    name = understood.persons[0]
    for meeting in meetings_asked(understood, agenda_of(index, understood.filters.access), index):
        person = next((each for each in (*meeting.participants, *meeting.absent) if each.name == name and each.role), None)
        source = source_of_names([name], meeting, index, understood, absent=False) if person else None
        if person and source:
            return meeting_draft(f"{person.role} ({name}, {meeting_name(meeting, understood.language)}).", (source,), meeting)
    return None
