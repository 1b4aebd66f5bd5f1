"""Who attended a meeting in somebody's place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.opened import OpenIndex
from ingest.records import Meeting, Person
from service.answering.minutes.agenda import agenda_of
from service.answering.minutes.meeting_names import meeting_name
from service.answering.minutes.meetings import meetings_asked
from service.answering.minutes.places import source_of_names
from service.answering.wording import joined
from service.records import Draft, Language, Understood
from service.understanding.words import same_word, words_of

SUBSTITUTES = re.compile(
    r"\b(?:i stedet for|instead of|in place of|(?:deltog|mødte|var) (?:som )?(?:stedfortræder|suppleant) for|substitut\w+ for)\b",
    re.IGNORECASE,
)
ANY_SUBSTITUTE = re.compile(
    r"\b(?:deltog|mødte|kom|sad|var|trådte|attended|stood|came|were|was)\b.{0,40}\b(?:stedfortræder\w*|suppleant\w*|vikar\w*|afløser\w*"
    r"|substitutes?|stand-?ins?|in for)\b",
    re.IGNORECASE,
)
"""Who came for anybody at all."""
_IN_PLACE_OF = re.compile(r"(?:^|,\s)i stedet for (?P<name>.+)$", re.IGNORECASE)


def substitute(understood: Understood, index: OpenIndex) -> Draft | None:
    """The draft for the one stand-in of the person or office named, at the newest meeting that has one; None without one."""
    said = SUBSTITUTES.search(understood.text)
    asked = words_of(understood.text[said.end() :]) if said else ()
    for meeting in meetings_asked(understood, agenda_of(index, understood.filters.access), index):
        found = [(person, name) for person, name in _stand_ins(meeting) if _meant(name, meeting, understood, asked)]
        source = source_of_names([found[0][0].name], meeting, index, understood, absent=False) if len(found) == 1 else None
        if source:
            person, name = found[0]
            where = meeting_name(meeting, understood.language)
            return Draft(
                text=f"{person.name}, i stedet for {name} ({where}).",
                kind="meeting",
                strength=0.9,
                sources=(source,),
                as_of=meeting.date,
                features=(("substitute", 1.0),),
            )
    return None


def all_substitutes(understood: Understood, index: OpenIndex, meeting: Meeting) -> Draft | None:
    """The draft that names everybody who came for another; None where the minutes name nobody."""
    found = list(_stand_ins(meeting))
    source = source_of_names([person.name for person, _ in found], meeting, index, understood, absent=True) if found else None
    if source is None:
        return None
    word = "i stedet for" if understood.language is Language.DANISH else "for"
    names = joined([f"{person.name} ({word} {name})" for person, name in found], understood.language)
    return Draft(
        text=f"{names} ({meeting_name(meeting, understood.language)}).",
        kind="meeting",
        strength=0.9,
        sources=(source,),
        as_of=meeting.date,
        features=(("substitute", 1.0),),
    )


def _stand_ins(meeting: Meeting) -> Iterator[tuple[Person, str]]:
    """The participants whose role says for whom they came, each with that name."""
    for person in meeting.participants:
        match = _IN_PLACE_OF.search(person.role)
        if match:
            yield person, match["name"]


def _meant(name: str, meeting: Meeting, understood: Understood, asked: Sequence[str]) -> bool:
    """Whether the question names the person replaced, or the first word of the office printed with the name."""
    if name in understood.persons:
        return True
    roles = [words_of(person.role) for person in (*meeting.participants, *meeting.absent) if person.name == name and person.role]
    return any(same_word(word, role[0]) for role in roles if role for word in asked)
