"""How an answer names a meeting."""

from __future__ import annotations

from ingest.records import AgendaItem, Meeting
from service.answering.frames import written_date
from service.records import Language


def meeting_name(meeting: Meeting, language: Language) -> str:
    """The body and day of a meeting: "Byrådet, 12. december 2022"."""
    return ", ".join(part for part in (meeting.body, written_date(meeting.date, language) if meeting.date else "") if part)


def place_of(item: AgendaItem, meeting: Meeting, language: Language) -> str:
    """Body, day and number of an item: "Byrådet, 24. februar 2026, punkt 3"."""
    parts = [meeting.body] if meeting.body else []
    if meeting.date:
        parts.append(written_date(meeting.date, language))
    parts.append(f"{'punkt' if language is Language.DANISH else 'item'} {item.number}")
    return ", ".join(parts)
