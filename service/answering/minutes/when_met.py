"""Answers when and where a body met."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.opened import OpenIndex
from ingest.dates.find import find_dates
from ingest.dates.found import FoundDate
from ingest.places.folding import fold
from ingest.records import Meeting, Passage
from service.answering.frames import quoted, written_date
from service.answering.minutes.agenda import agenda_of
from service.answering.minutes.ended import ENDED, ended
from service.answering.minutes.items import items_asked
from service.answering.minutes.meeting_names import meeting_name
from service.answering.minutes.meetings import meetings_asked
from service.answering.minutes.roots import root
from service.answering.minutes.topic import topic_words
from service.answering.sources import source_of
from service.answering.wording import capital, joined, number_word
from service.records import Draft, Language, QuestionKind, Source, Understood

_MET = re.compile(
    r"\b(?:\w*møde[trs]?|\w*mødet|\w*generalforsamling\w*|\w*moede[trs]?|moedtes|mødedato\w*|mødtes|mødes|mødested\w*|mødelokale\w*|samledes|met|meets?|meetings?)\b",
    re.IGNORECASE,
)
_GENERAL = """
holdt holder holdes afholdt afholdes afholdte fandt sted foregik begyndte startede starter lokale lokalet hvilket tidspunkt
klokken kl dato dag held hold take took place begin start room date time sidst sidste seneste senest last latest region
danmark sensommeren sommeren foråret efteråret vinteren året ordinære ordinært ekstraordinære
"""
_KNOWN = frozenset(root(fold(word)) for word in _GENERAL.split())
MOST_MEETINGS = 8
_NEXT = re.compile(
    r"\b(?:næste|kommende|next|following)\s+(?:\w+\s+){0,2}?(?:\w*møde\w*|\w*generalforsamling\w*|meeting)\b"
    r"|\b(?:mødes|ses) igen\b"
    r"|\b(?:meets?|meeting) (?:again|next)\b",
    re.IGNORECASE,
)
_KINDS = frozenset({QuestionKind.WHEN, QuestionKind.WHERE, QuestionKind.HOW_MANY})
_HOW_MANY_MEETINGS = re.compile(r"\b(?:hvor mange|how many)\s+(?:\w+\s+)?(?:møder|meetings)\b", re.IGNORECASE)
_TREATED = re.compile(
    r"\b(?:behandle\w*|drøfte\w*|beslutte\w*|godkendt\w*|vedtog\w*|vedtaget|dagsorden\w*|treat\w*|discuss\w*|decid\w*)\b",
    re.IGNORECASE,
)


class WhenMetAnswerer:
    """Answers the day, hour and place of meetings from the heads of minutes."""

    kind = "meeting"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft for the meetings of the body named; None when something else about the meeting is asked."""
        if understood.kind is QuestionKind.WHEN and understood.quoted and _TREATED.search(understood.text):
            return _treated(understood, index)
        if understood.kind not in _KINDS or not _MET.search(understood.text):
            return None
        if not understood.bodies and not (understood.periods and understood.kind is QuestionKind.WHERE):
            return None
        if _NEXT.search(understood.text):
            return _next(understood, index)
        if ENDED.search(understood.text):
            return ended(understood, index)
        agenda = agenda_of(index, understood.filters.access)
        other = [word for word in topic_words(understood, agenda) if word not in _KNOWN and not _MET.fullmatch(word)]
        meetings = [each for each in meetings_asked(understood, agenda, index) if each.date]
        if len(other) > 1 or not meetings or len(meetings) > MOST_MEETINGS:
            return None
        if re.search(r"\b(?:sidst\w*|seneste\w*|last|latest)\b", understood.text, re.IGNORECASE):
            meetings = meetings[:1]
        if understood.kind is QuestionKind.HOW_MANY:
            return _counted(understood, index, meetings) if _HOW_MANY_MEETINGS.search(understood.text) else None
        if understood.kind is QuestionKind.WHERE:
            return _where(understood, index, meetings)
        return _when(understood, index, meetings)


def _next(understood: Understood, index: OpenIndex) -> Draft | None:
    """The day of the next meeting, as the newest minutes of the body announce it; None when they announce none."""
    meetings = [each for each in meetings_asked(understood, agenda_of(index, understood.filters.access), index) if each.date]
    for meeting in meetings[:1]:
        for passage in index.store.passages_of_document(meeting.document_id, understood.filters.access):
            for line in passage.text.split("\n"):
                found = [each for each in find_dates(line, reference=meeting.date) if _is_next(line, each, meeting)]
                if found:
                    day = written_date(found[0].first, understood.language)
                    text = f"{day}: {quoted(line)} ({meeting_name(meeting, understood.language)})."
                    return _draft(text, (source_of(index, passage, line),), [meeting])
    return None


def _is_next(line: str, found: FoundDate, meeting: Meeting) -> bool:
    """Whether a date of a line is that of the meeting after this one."""
    announced = _NEXT.search(line[: found.char_start])
    return bool(announced and meeting.date and found.first == found.last and found.first > meeting.date)


def _when(understood: Understood, index: OpenIndex, meetings: Sequence[Meeting]) -> Draft | None:
    sources = tuple(source for meeting in meetings if (source := _head_source(meeting, index, understood)))
    if not sources:
        return None
    language = understood.language
    days = [_day(meeting, language) for meeting in reversed(meetings)]
    return _draft(f"{capital(joined(days, language))} ({meetings[0].body}).", sources, meetings)


def _counted(understood: Understood, index: OpenIndex, meetings: Sequence[Meeting]) -> Draft | None:
    """How many meetings there are, each with its day."""
    told = _when(understood, index, meetings)
    if told is None:
        return None
    return replace(told, text=f"{capital(number_word(len(meetings), understood.language))}: {told.text}")


def _treated(understood: Understood, index: OpenIndex) -> Draft | None:
    """The days on which the case of this title was treated, by which body."""
    agenda = agenda_of(index, understood.filters.access)
    cards = [found.card for found in items_asked(understood, agenda, index) if found.verbatim][:MOST_MEETINGS]
    meetings = [agenda.meetings[card.meeting_id] for card in cards if agenda.meetings[card.meeting_id].date]
    sources = tuple(source for meeting in meetings if (source := _head_source(meeting, index, understood)))
    if not sources:
        return None
    days = [f"{_day(meeting, understood.language)} ({meeting.body})" for meeting in reversed(meetings)]
    return _draft(f"{capital(joined(days, understood.language))}.", sources, meetings)


def _day(meeting: Meeting, language: Language) -> str:
    day = written_date(meeting.date, language) if meeting.date else ""
    if not meeting.time:
        return day
    return f"{day} {'kl.' if language is Language.DANISH else 'at'} {meeting.time}"


def _where(understood: Understood, index: OpenIndex, meetings: Sequence[Meeting]) -> Draft | None:
    placed = [meeting for meeting in meetings if meeting.place]
    sources = tuple(source for meeting in placed if (source := _head_source(meeting, index, understood)))
    if not placed or not sources:
        return None
    told = [f"{meeting.place} ({_day(meeting, understood.language)})" for meeting in placed]
    return _draft(f"{joined(told, understood.language)}.", sources, placed)


def _head_source(meeting: Meeting, index: OpenIndex, understood: Understood) -> Source | None:
    """The passage of the head that prints the day, else the place; the quote is the line that prints it."""
    passages = index.store.passages(list(meeting.passage_ids), understood.filters.access)
    passages = passages or index.store.passages_of_document(meeting.document_id, understood.filters.access)[:2]
    for passage in passages:
        line = _line_of(passage, meeting)
        if line:
            return source_of(index, passage, line)
    return None


def _line_of(passage: Passage, meeting: Meeting) -> str | None:
    for line in passage.text.split("\n"):
        if any(found.first == meeting.date == found.last for found in find_dates(line)) or (
            meeting.place and meeting.place in line
        ):
            return line
    return None


def _draft(text: str, sources: tuple[Source, ...], meetings: Sequence[Meeting]) -> Draft:
    return Draft(
        text=text,
        kind=WhenMetAnswerer.kind,
        strength=0.92,
        sources=sources,
        as_of=meetings[0].date,
        features=(("meetings", float(len(meetings))),),
    )
