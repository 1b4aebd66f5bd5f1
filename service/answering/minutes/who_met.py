"""Answers who attended, chaired or missed a meeting, and whom somebody represents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.opened import OpenIndex
from ingest.records import Meeting
from service.answering.minutes.absent_from_case import absent_from_case
from service.answering.minutes.agenda import agenda_of
from service.answering.minutes.attendance import attendance_of
from service.answering.minutes.attendance_asked import ABSENT, PRESENT, of_organisation, of_side
from service.answering.minutes.attendance_told import listed, was_there
from service.answering.minutes.came_and_left import ASKS as CAME_AND_LEFT
from service.answering.minutes.came_and_left import came_and_left
from service.answering.minutes.meeting_drafts import KIND
from service.answering.minutes.meetings import meetings_asked
from service.answering.minutes.next_chair import next_chair
from service.answering.minutes.office_holders import chair, minute_taker, represents
from service.answering.minutes.substitutes import ANY_SUBSTITUTE, SUBSTITUTES, all_substitutes, substitute
from service.records import Draft, QuestionKind, Understood

_NEXT = re.compile(r"\b(?:næste|kommende|next)\b", re.IGNORECASE)
_NEW_OFFICE = re.compile(
    r"\b(?:ny|nye|new|kommende|næste|afløser|afløse|efterfølger|overtager|overtage|fremover|successor|takes? over)\b",
    re.IGNORECASE,
)
"""An office that changes hands: who held it at the meeting is no answer."""
_CHAIR = re.compile(
    r"\b(?:ordstyrer\w*|mødeleder\w*|dirigent\w*|mødeformand\w*|led(?:er|ede) mødet|styrer mødet"
    r"|(?<!vice )(?<!vice-)(?<!deputy )chair\w*|presided)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"\b(?:formand(?:en|skab\w*)?)\b", re.IGNORECASE)
_TOOK_MINUTES = re.compile(r"\b(?:referent\w*|(?:skrev|skrevet|tog) referat\w*|took the minutes|minute taker)\b", re.IGNORECASE)
_REPRESENTS = re.compile(
    r"\b(?:repræsenter\w*|represent\w*|kommer fra|kom fra|ansat|titel|stilling|rolle|role|position|hvilken kommune"
    r"|which municipality)\b",
    re.IGNORECASE,
)
_OF_A_RULE = re.compile(
    r"\bbeslutningsdygtig\w*|\bquorum\b|\b(?:skal|must|should)\b.*\b(?:til stede|present|deltage|attend)\b", re.IGNORECASE
)
"""How many must meet is no count of those who did."""
_KINDS = frozenset(
    {QuestionKind.WHO, QuestionKind.LIST, QuestionKind.HOW_MANY, QuestionKind.YES_NO, QuestionKind.WHAT, QuestionKind.WHERE}
)


class WhoMetAnswerer:
    """Answers from the heads and lists of absentees of minutes."""

    kind = KIND

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft for the meeting named by body or day (or the only one a named person attended); None otherwise."""
        text = understood.text
        if understood.kind not in _KINDS or (understood.kind is QuestionKind.HOW_MANY and _OF_A_RULE.search(text)):
            return None
        asks_absent, asks_present, asks_chair = (
            any(each.search(text) for each in group) for group in ((ABSENT,), (PRESENT,), (_CHAIR, _OFFICE, _TOOK_MINUTES))
        )
        if understood.persons and _REPRESENTS.search(text):
            return represents(understood, index)
        if SUBSTITUTES.search(text):
            return substitute(understood, index)
        from_case = absent_from_case(understood, index)
        if from_case is not None:
            return from_case
        asks_present = asks_present or bool(ANY_SUBSTITUTE.search(text) or CAME_AND_LEFT.search(text))
        asks_present = asks_present or (understood.kind is QuestionKind.WHO and bool(_REPRESENTS.search(text)))
        if not (asks_absent or asks_present or asks_chair) or not (understood.bodies or understood.periods):
            return None
        agenda = agenda_of(index, understood.filters.access)
        meetings = meetings_asked(understood, agenda, index)
        if _CHAIR.search(text) and (_NEXT.search(text) or not meetings):
            return next_chair(understood, index, meetings or meetings_asked(replace(understood, periods=()), agenda, index))
        if len(meetings) != 1 and not _newest_asked(text):
            return (
                None
                if not meetings or len({meeting.body for meeting in meetings}) > 1
                else _of_newest(understood, index, meetings)
            )
        return _about(understood, index, meetings[0]) if meetings else None


def _newest_asked(text: str) -> bool:
    return bool(re.search(r"\b(?:seneste|sidste|nyeste|latest|last|most recent)\b", text, re.IGNORECASE))


def _of_newest(understood: Understood, index: OpenIndex, meetings: Sequence[Meeting]) -> Draft | None:
    """Several meetings of one body fit: only what holds for a day that was named may be answered."""
    return None if not understood.periods and len(meetings) > 3 else _about(understood, index, meetings[0])


def _about(understood: Understood, index: OpenIndex, meeting: Meeting) -> Draft | None:
    moved = came_and_left(understood, index, meeting)
    if moved is not None:
        return moved
    if ANY_SUBSTITUTE.search(understood.text):
        return all_substitutes(understood, index, meeting)
    attendance = attendance_of(meeting, index, understood)
    if understood.kind is QuestionKind.YES_NO:
        return was_there(understood, index, attendance) if understood.persons else None
    if _TOOK_MINUTES.search(understood.text):
        return minute_taker(understood, index, meeting)
    if _NEW_OFFICE.search(understood.text) and (_OFFICE.search(understood.text) or _CHAIR.search(understood.text)):
        return None
    if _OFFICE.search(understood.text) and not _CHAIR.search(understood.text):
        draft = chair(understood, index, meeting)
        return draft if draft and re.search(r"(?<!næst)(?<!vice)formand", draft.sources[0].quote, re.IGNORECASE) else None
    if _CHAIR.search(understood.text):
        return chair(understood, index, meeting)
    if ABSENT.search(understood.text):
        return listed(understood, index, attendance, of_side(attendance.absent, understood), absent=True)
    people = of_organisation(attendance.present, understood)
    if _REPRESENTS.search(understood.text) and understood.municipalities and len(people) == len(attendance.present):
        return None  # nobody's role names the one represented
    return listed(understood, index, attendance, people, absent=False)
