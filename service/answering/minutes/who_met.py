"""Answers who attended, chaired or missed a meeting, and whom somebody represents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.opened import OpenIndex
from ingest.records import Meeting, Person
from service.answering.frames import no, quoted, yes
from service.answering.minutes.absent_from_case import absent_from_case
from service.answering.minutes.agenda import agenda_of
from service.answering.minutes.attendance import Attendance, attendance_of
from service.answering.minutes.came_and_left import ASKS as CAME_AND_LEFT
from service.answering.minutes.came_and_left import came_and_left
from service.answering.minutes.meeting_names import meeting_name
from service.answering.minutes.meetings import meetings_asked
from service.answering.minutes.next_chair import next_chair
from service.answering.minutes.places import source_of_names
from service.answering.minutes.substitutes import ANY_SUBSTITUTE, SUBSTITUTES, all_substitutes, substitute
from service.answering.sources import source_of
from service.answering.wording import capital, joined, number_word
from service.records import Conflict, Draft, Language, QuestionKind, Source, Understood
from service.understanding.words import same_word, words_of

_ABSENT = re.compile(
    r"\b(?:fravær\w*|afbud\w*|ikke til stede|udeblev\w*|manglede|kunne ikke (?:deltage|komme|være med)|deltog ikke"
    r"|mødte ikke|var ikke med|forfald|ikke (?:mødt|mødte|dukkede) op"
    r"|n['’]t (?:present|there|at the meeting|attend\w*)|not (?:there|at the meeting)"
    r"|absent\w*|missing|missed|apolog\w+|not present|(?:could|did) not (?:attend|come|take part|make it)"
    r"|unable to (?:attend|come))\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:deltog|deltager|deltagere|deltagerne|mødedeltager\w*|mødte|fremmødt\w*|til stede|var med|sad med|sidder med|sidder i"
    r"|medlem\w*"
    r"|attend\w*|participa\w*|present|members?|sits? on)\b",
    re.IGNORECASE,
)
_MEMBERS = re.compile(r"\b(?:sidder i|medlem\w*|members?|sits? on)\b", re.IGNORECASE)
_SIDE = re.compile(
    r"\b(?:fra|from|hvilke[nt]?|which)\s(?:the\s)?(?P<side>kommuner?(?:ne|n)?|municipalit\w+|region(?:en|erne|er)?|regions?|sygehus\w*|hospital\w*)\b",
    re.IGNORECASE,
)
_UNEXCUSED = re.compile(r"\b(?:uden (?:at melde )?afbud|without (?:\w+ )?apolog\w+)\b", re.IGNORECASE)
_SIDES = {"kommun": "kommune", "munici": "kommune", "region": "region", "sygehu": "sygehus", "hospit": "hospital"}
"""Whom the absent come from, by the first letters of the word that asks."""
_NEXT = re.compile(r"\b(?:næste|kommende|next)\b", re.IGNORECASE)
_NEW_OFFICE = re.compile(
    r"\b(?:ny|nye|new|kommende|næste|afløser|afløse|efterfølger|overtager|overtage|fremover|successor|takes? over)\b",
    re.IGNORECASE,
)
"""An office that changes hands: who held it at the meeting is no answer."""
_CHAIR = re.compile(
    r"\b(?:ordstyrer\w*|mødeleder\w*|dirigent\w*|mødeformand\w*|led(?:er|ede) mødet|styrer mødet|chair\w*|presided)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"\b(?:formand(?:en|skab\w*)?)\b", re.IGNORECASE)
_TOOK_MINUTES = re.compile(r"\b(?:referent\w*|(?:skrev|skrevet|tog) referat\w*|took the minutes|minute taker)\b", re.IGNORECASE)
_MINUTES_LINE = re.compile(r"^\W*(?:referent|sekretær|minutes by)\W*[:\t ]\s*(?P<name>\S.*)$", re.IGNORECASE | re.MULTILINE)
_REPRESENTS = re.compile(
    r"\b(?:repræsenter\w*|represent\w*|kommer fra|kom fra|ansat|titel|stilling|rolle|role|position|hvilken kommune"
    r"|which municipality)\b",
    re.IGNORECASE,
)
_KINDS = frozenset(
    {QuestionKind.WHO, QuestionKind.LIST, QuestionKind.HOW_MANY, QuestionKind.YES_NO, QuestionKind.WHAT, QuestionKind.WHERE}
)
STRENGTH = 0.94


class WhoMetAnswerer:
    """Answers from the heads and lists of absentees of minutes."""

    kind = "meeting"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft for the meeting named by body or day (or the only one a named person attended); None otherwise."""
        text = understood.text
        if understood.kind not in _KINDS:
            return None
        asks_absent, asks_present, asks_chair = (
            any(each.search(text) for each in group) for group in ((_ABSENT,), (_PRESENT,), (_CHAIR, _OFFICE, _TOOK_MINUTES))
        )
        if understood.persons and _REPRESENTS.search(text):
            return _represents(understood, index)
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
        return _was_there(understood, index, attendance) if understood.persons else None
    if _TOOK_MINUTES.search(understood.text):
        return _minute_taker(understood, index, meeting)
    if _NEW_OFFICE.search(understood.text) and (_OFFICE.search(understood.text) or _CHAIR.search(understood.text)):
        return None
    if _OFFICE.search(understood.text) and not _CHAIR.search(understood.text):
        draft = _chair(understood, index, meeting)
        return draft if draft and re.search(r"(?<!næst)(?<!vice)formand", draft.sources[0].quote, re.IGNORECASE) else None
    if _CHAIR.search(understood.text):
        return _chair(understood, index, meeting)
    if _ABSENT.search(understood.text):
        return _listed(understood, index, attendance, _of_side(attendance.absent, understood), absent=True)
    people = _of_organisation(attendance.present, understood)
    if _REPRESENTS.search(understood.text) and understood.municipalities and len(people) == len(attendance.present):
        return None  # nobody's role names the one represented
    return _listed(understood, index, attendance, people, absent=False)


def _of_side(people: Sequence[Person], understood: Understood) -> tuple[Person, ...]:
    """Those whose role is of the side asked for: "hvem fra kommunerne", "hvilke kommuner"; all where no role is of it."""
    if _UNEXCUSED.search(understood.text):
        return tuple(person for person in people if "uden afbud" in person.role)
    side = _SIDE.search(understood.text)
    word = _SIDES.get(side["side"].lower()[:6], "") if side else ""
    return tuple(person for person in people if word and word in person.role.lower()) or tuple(people)


def _of_organisation(people: Sequence[Person], understood: Understood) -> tuple[Person, ...]:
    """Those whose role names the organisation asked for; all when none is asked for."""
    bodies = [word for body in understood.bodies for word in words_of(body)]
    asked = [word for word in words_of(understood.text) if not any(same_word(word, other) for other in bodies)]
    chosen = tuple(person for person in people if any(_named(part, asked) for part in re.split(r",|\s[-–]\s|\(|\)", person.role)))
    return chosen or tuple(people)


def _named(part: str, asked: Sequence[str]) -> bool:
    own = words_of(part)
    return bool(own) and all(any(word == other or same_word(word, other) for other in asked) for word in own)


def _listed(
    understood: Understood, index: OpenIndex, attendance: Attendance, people: Sequence[Person], *, absent: bool
) -> Draft | None:
    names = [person.name for person in people]
    told = attendance.partly if absent and len(people) == len(attendance.absent) else ()
    source = source_of_names(names or [name for name, _ in told], attendance.meeting, index, understood, absent=absent)
    if source is None:
        return None
    if not names:
        return _draft(
            f"{_partly(told, understood.language)} ({meeting_name(attendance.meeting, understood.language)}).",
            (source,),
            attendance.meeting,
        )
    language = understood.language
    text = joined(names, language)
    if understood.kind is QuestionKind.HOW_MANY:
        text = f"{capital(number_word(len(names), language))}: {text}"
    if _MEMBERS.search(understood.text) and understood.kind is not QuestionKind.HOW_MANY and not absent:
        text = (
            f"{'Deltagere på det seneste møde' if language is Language.DANISH else 'Participants of the latest meeting'}: {text}"
        )
    text = f"{text} ({meeting_name(attendance.meeting, language)})."
    if told:
        text += f" {_partly(told, language)}."
    conflicts = _contradiction(attendance, index, understood) if absent else ()
    if conflicts:
        text += f" {conflicts[0].text}"
    return _draft(text, (source,), attendance.meeting, conflicts)


def _partly(told: Sequence[tuple[str, tuple[str, ...]]], language: Language) -> str:
    """Who was absent from single items: "Kun punkt 5: Eva Holm"."""
    word = "Kun ved punkt" if language is Language.DANISH else "Only for item"
    by_items: dict[tuple[str, ...], list[str]] = {}
    for name, numbers in told:
        by_items.setdefault(numbers, []).append(name)
    return "; ".join(
        f"{word} {joined(sorted(numbers, key=_by_number), language)}: {joined(names, language)}"
        for numbers, names in by_items.items()
    )


def _by_number(number: str) -> tuple[int, str]:
    """Items in the order of their numbers, whatever the order they were treated in."""
    digits = re.match(r"\d+", number)
    return (int(digits.group()) if digits else 0, number)


def _contradiction(attendance: Attendance, index: OpenIndex, understood: Understood) -> tuple[Conflict, ...]:
    """Says that people named absent stand among the participants too, with that list as source."""
    source = source_of_names(attendance.both, attendance.meeting, index, understood, absent=False) if attendance.both else None
    if source is None:
        return ()
    several, danish = len(attendance.both) > 1, understood.language is Language.DANISH
    count = number_word(len(attendance.both), understood.language)
    if danish:
        who = f"{count} af dem som mødedeltagere" if several else f"{attendance.both[0]} som mødedeltager"
        text = f"Referatet opfører også {who}."
    else:
        who = f"{count} of them as participants" if several else f"{attendance.both[0]} as participant"
        text = f"The minutes also list {who}."
    return (Conflict(text=text, source=source),)


def _was_there(understood: Understood, index: OpenIndex, attendance: Attendance) -> Draft | None:
    """Whether a named person was absent (or attended, as asked)."""
    name = understood.persons[0]
    present = name in {person.name for person in attendance.present}
    absent = name in {person.name for person in attendance.absent}
    source = source_of_names([name], attendance.meeting, index, understood, absent=absent)
    if not (present or absent) or source is None:
        return None
    asked_absent, danish = bool(_ABSENT.search(understood.text)), understood.language is Language.DANISH
    word = (yes if absent == asked_absent else no)(understood.language)
    if present and absent:
        said = "står både som mødedeltager og som fraværende" if danish else "is listed both as participant and as absent"
        text = f"{name} {said}: {quoted(source.quote)}" if len(source.quote) > len(name) + 4 else f"{name} {said}"
    elif absent:
        text = f"{word}, {name} {'er anført som fraværende' if danish else 'is listed as absent'}"
    else:
        said = (
            "står blandt mødedeltagerne og er ikke anført som fraværende"
            if danish
            else "is listed as participant and not as absent"
        )
        text = f"{word}, {name} {said}"
    return _draft(f"{text} ({meeting_name(attendance.meeting, understood.language)}).", (source,), attendance.meeting)


def _chair(understood: Understood, index: OpenIndex, meeting: Meeting) -> Draft | None:
    if not meeting.chair:
        return None
    person = next((each for each in meeting.participants if each.name == meeting.chair), None)
    source = source_of_names([meeting.chair], meeting, index, understood, absent=False)
    if source is None:
        return None
    role = re.sub(r"[\s,–-]*(?:mødeleder|ordstyrer|dirigent)\b", "", person.role, flags=re.IGNORECASE) if person else ""
    role = f", {role}" if role else ""
    return _draft(f"{meeting.chair}{role} ({meeting_name(meeting, understood.language)}).", (source,), meeting)


def _minute_taker(understood: Understood, index: OpenIndex, meeting: Meeting) -> Draft | None:
    """Who the head names as "Referent"."""
    for passage in index.store.passages(list(meeting.passage_ids), understood.filters.access):
        match = _MINUTES_LINE.search(passage.text)
        if match:
            text = f"{match['name'].strip(' .')} ({meeting_name(meeting, understood.language)})."
            return _draft(text, (source_of(index, passage, match.group(0)),), meeting)
    return None


def _represents(understood: Understood, index: OpenIndex) -> Draft | None:
    """The role or organisation printed with a named person, from the newest meeting that prints one."""
    name = understood.persons[0]
    for meeting in meetings_asked(understood, agenda_of(index, understood.filters.access), index):
        person = next((each for each in (*meeting.participants, *meeting.absent) if each.name == name and each.role), None)
        source = source_of_names([name], meeting, index, understood, absent=False) if person else None
        if person and source:
            return _draft(f"{person.role} ({name}, {meeting_name(meeting, understood.language)}).", (source,), meeting)
    return None


def _draft(text: str, sources: tuple[Source, ...], meeting: Meeting, conflicts: tuple[Conflict, ...] = ()) -> Draft:
    return Draft(
        text=text,
        kind=WhoMetAnswerer.kind,
        strength=STRENGTH,
        sources=sources + tuple(conflict.source for conflict in conflicts),
        as_of=meeting.date,
        conflicts=conflicts,
        features=(("contradiction", float(bool(conflicts))),),
    )
