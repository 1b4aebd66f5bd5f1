"""The draft of an answer from the head of minutes."""

from __future__ import annotations

from ingest.records import Meeting
from service.records import Conflict, Draft, Source

KIND = "meeting"
STRENGTH = 0.94


def meeting_draft(text: str, sources: tuple[Source, ...], meeting: Meeting, conflicts: tuple[Conflict, ...] = ()) -> Draft:
    """The draft with this text; what contradicts it comes behind its sources."""
    return Draft(
        text=text,
        kind=KIND,
        strength=STRENGTH,
        sources=sources + tuple(conflict.source for conflict in conflicts),
        as_of=meeting.date,
        conflicts=conflicts,
        features=(("contradiction", float(bool(conflicts))),),
    )
