"""Who attended or was absent, in words, with what the minutes themselves say against it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.opened import OpenIndex
from ingest.records import Person
from service.answering.frames import no, quoted, yes
from service.answering.minutes.attendance import Attendance
from service.answering.minutes.attendance_asked import ABSENT
from service.answering.minutes.meeting_drafts import meeting_draft
from service.answering.minutes.meeting_names import meeting_name
from service.answering.minutes.places import source_of_names
from service.answering.wording import capital, joined, number_word
from service.records import Conflict, Draft, Language, QuestionKind, Understood

_MEMBERS = re.compile(r"\b(?:sidder i|medlem\w*|members?|sits? on)\b", re.IGNORECASE)


def listed(
    understood: Understood, index: OpenIndex, attendance: Attendance, people: Sequence[Person], *, absent: bool
) -> Draft | None:
    """The draft that names these people of the meeting; None where no passage prints their names."""
    names = [person.name for person in people]
    told = attendance.partly if absent and len(people) == len(attendance.absent) else ()
    source = source_of_names(names or [name for name, _ in told], attendance.meeting, index, understood, absent=absent)
    if source is None:
        return None
    if not names:
        return meeting_draft(
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
    return meeting_draft(text, (source,), attendance.meeting, conflicts)


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


def was_there(understood: Understood, index: OpenIndex, attendance: Attendance) -> Draft | None:
    """Whether a named person was absent (or attended, as asked)."""
    name = understood.persons[0]
    present = name in {person.name for person in attendance.present}
    absent = name in {person.name for person in attendance.absent}
    source = source_of_names([name], attendance.meeting, index, understood, absent=absent)
    if not (present or absent) or source is None:
        return None
    asked_absent, danish = bool(ABSENT.search(understood.text)), understood.language is Language.DANISH
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
    return meeting_draft(f"{text} ({meeting_name(attendance.meeting, understood.language)}).", (source,), attendance.meeting)
