"""Who leads the next meeting, as the minutes of the last one announce it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.opened import OpenIndex
from ingest.dates.find import find_dates
from ingest.passages.sentences import sentences
from ingest.records import Meeting
from service.answering.frames import quoted
from service.answering.minutes.meeting_names import meeting_name
from service.answering.sources import source_of
from service.records import Draft, Understood

_NEXT = re.compile(r"\b(?:næste (?:\w+\s)?(?:møde|gang)|next (?:meeting|time))\b", re.IGNORECASE)
_DAY_AND_MONTH = re.compile(r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/])")
_LEADS = re.compile(r"\b(?:ordstyrer|mødeleder|dirigent|leder mødet|leder|chairs|chair)\b", re.IGNORECASE)


def next_chair(understood: Understood, index: OpenIndex, meetings: Sequence[Meeting]) -> Draft | None:
    """The draft from the newest of these meetings that names the leader of the next (on the day asked for, if any is)."""
    for meeting in meetings:
        for passage in index.store.passages_of_document(meeting.document_id, understood.filters.access):
            for line in passage.text.split("\n"):
                if not _NEXT.search(line) or not _on_day(line, meeting, understood):
                    continue
                for start, end in sentences(line):
                    sentence = line[start:end].strip()
                    if _LEADS.search(sentence) and re.search(r"[A-ZÆØÅ][a-zæøå]+", sentence):
                        return Draft(
                            text=f"{quoted(sentence)} ({meeting_name(meeting, understood.language)}).",
                            kind="meeting",
                            strength=0.88,
                            sources=(source_of(index, passage, sentence),),
                            as_of=meeting.date,
                            features=(("next_chair", 1.0),),
                        )
    return None


def _on_day(line: str, meeting: Meeting, understood: Understood) -> bool:
    """Whether the line announces a meeting on the day asked for; any line does where none is, or that of the meeting itself."""
    days = {(found.first.month, found.first.day) for found in find_dates(line, reference=meeting.date)}
    days |= {(int(match["month"]), int(match["day"])) for match in _DAY_AND_MONTH.finditer(line)}
    asked = [(first, last) for first, last in understood.periods if meeting.date is None or not first <= meeting.date <= last]
    return not asked or any((first.month, first.day) <= day <= (last.month, last.day) for day in days for first, last in asked)
