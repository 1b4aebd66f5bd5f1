"""Who attended a meeting and who did not, by its head, its items, and what the two say against each other."""

from __future__ import annotations

from dataclasses import dataclass

from index.opened import OpenIndex
from ingest.records import Meeting, Person
from service.records import Understood


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """The people of a meeting in printed order; `both` are the names listed as present and as absent.

    `partly` are those absent from some items only, with the numbers of these.
    """

    meeting: Meeting
    present: tuple[Person, ...]
    absent: tuple[Person, ...]
    partly: tuple[tuple[str, tuple[str, ...]], ...]
    both: tuple[str, ...]


def attendance_of(meeting: Meeting, index: OpenIndex, understood: Understood) -> Attendance:
    """The head's lists; where the head names no absentees, or one item is asked about, those that the items name, each once."""
    items = [item for item in index.store.items_of_meeting(meeting.id, understood.filters.access) if item.absent]
    if understood.item_number:
        items = [item for item in items if item.number == understood.item_number]
    people = {person.name: person for item in items for person in item.absent}
    numbers = {name: tuple(item.number for item in items if name in {p.name for p in item.absent}) for name in people}
    always = {name for name, found in numbers.items() if len(found) == len(items)} if len(items) > 1 else set(people)
    listed = () if understood.item_number else meeting.absent
    absent = listed or tuple(person for name, person in people.items() if name in always)
    named = {person.name for person in absent}
    partly = tuple((name, found) for name, found in numbers.items() if name not in named)
    both = tuple(person.name for person in meeting.participants if person.name in named)
    return Attendance(meeting=meeting, present=meeting.participants, absent=absent, partly=partly, both=both)
