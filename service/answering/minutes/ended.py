"""Answers when a meeting ended."""

from __future__ import annotations

import re

from index.opened import OpenIndex
from service.answering.minutes.agenda import agenda_of
from service.answering.minutes.meeting_names import meeting_name
from service.answering.minutes.meetings import meetings_asked
from service.answering.sources import source_of
from service.records import Draft, Language, Understood

ENDED = re.compile(
    r"\b(?:slut\w*|hævet|hævede|afsluttet|færdig\w*|end(?:ed|s)?|adjourned|finish\w*|over\b(?=\W*$)|closed?)\b", re.IGNORECASE
)
_HOUR = r"(?P<hour>\d{1,2}[.:]\d{2})"
_ENDED_AT = re.compile(
    rf"^.*?\b(?:hævet|hævedes|sluttede|slut|afsluttet|mødeslut|sluttidspunkt|adjourned|ended)\b\W{{0,3}}(?:kl\.?|klokken|at)?\s*{_HOUR}",
    re.IGNORECASE | re.MULTILINE,
)
_RANGE = re.compile(rf"\d{{1,2}}[.:]\d{{2}}\s*(?:-|–|—|til|to)\s*(?:kl\.?\s*)?{_HOUR}")


def ended(understood: Understood, index: OpenIndex) -> Draft | None:
    """The hour at which the newest meeting asked about ended, as its minutes say; else the end of the hours in its head."""
    meetings = meetings_asked(understood, agenda_of(index, understood.filters.access), index)
    if not meetings or (len({meeting.body for meeting in meetings}) > 1):
        return None
    meeting = meetings[0]
    for pattern in (_ENDED_AT, _RANGE):
        passages = index.store.passages_of_document(meeting.document_id, understood.filters.access)
        for passage in passages if pattern is _ENDED_AT else [each for each in passages if each.id in meeting.passage_ids]:
            match = pattern.search(passage.text)
            if match:
                at = "Kl." if understood.language is Language.DANISH else "At"
                where = meeting_name(meeting, understood.language)
                return Draft(
                    text=f"{at} {match['hour']} ({where}).",
                    kind="meeting",
                    strength=0.92,
                    sources=(source_of(index, passage, match.group(0)),),
                    as_of=meeting.date,
                    features=(("ended", 1.0),),
                )
    return None
