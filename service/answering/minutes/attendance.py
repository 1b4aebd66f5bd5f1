"""Who attended a meeting and who did not, by its head, its items, and what the two say against each other."""

from __future__ import annotations

from dataclasses import dataclass

from index.opened import OpenIndex
from ingest.records import Meeting, Person
from service.records import Understood


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """The people of a meeting in printed order; `both` are the names listed as present and as absent."""

    meeting: Meeting
    present: tuple[Person, ...]
    absent: tuple[Person, ...]
    both: tuple[str, ...]


def attendance_of(meeting: Meeting, index: OpenIndex, understood: Understood) -> Attendance:
    """The head's lists; where the head names no absentees, those that the agenda items name, each once."""
    absent = meeting.absent
    if not absent:
        items = index.store.items_of_meeting(meeting.id, understood.filters.access)
        absent = tuple({person.name: person for item in items for person in item.absent}.values())
    names = {person.name for person in absent}
    both = tuple(person.name for person in meeting.participants if person.name in names)
    return Attendance(meeting=meeting, present=meeting.participants, absent=absent, both=both)
