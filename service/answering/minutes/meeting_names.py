"""How an answer names a meeting."""

from __future__ import annotations

from ingest.records import Meeting
from service.answering.frames import written_date
from service.records import Language


def meeting_name(meeting: Meeting, language: Language) -> str:
    """The body and day of a meeting: "Byrådet, 12. december 2022"."""
    return ", ".join(part for part in (meeting.body, written_date(meeting.date, language) if meeting.date else "") if part)
