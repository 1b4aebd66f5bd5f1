"""Which of those who attended or were absent a question asks for: of a side, of an organisation, without excuse."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.records import Person
from service.records import Understood
from service.understanding.words import same_word, words_of

ABSENT = re.compile(
    r"\b(?:fravær\w*|afbud\w*|ikke til stede|udeblev\w*|manglede|kunne ikke (?:deltage|komme|være med)|deltog ikke"
    r"|mødte ikke|var ikke med|forfald|forhindret|meldte (?:sig syg|forfald)|ikke (?:mødt|mødte|dukkede) op"
    r"|(?:\w+n['’]t|not) (?:present|there|at the meeting|attend\w*|come|take part|make it|be there)"
    r"|absent\w*|missing|missed|apolog\w+|excused|stayed away|(?:did(?:n['’]t| not)|failed to) (?:show|turn) up"
    r"|unable to (?:attend|come))\b",
    re.IGNORECASE,
)
"""Asks who was not there."""
PRESENT = re.compile(
    r"\b(?:deltog|deltager|deltagere|deltagerne|mødedeltager\w*|mødte|fremmødt\w*|til stede|var med|sad med|sidder med|sidder i"
    r"|medlem\w*"
    r"|attend\w*|participa\w*|present|members?|sits? on)\b",
    re.IGNORECASE,
)
"""Asks who was there."""
_SIDE = re.compile(
    r"\b(?:fra|from|hvilke[nt]?|which)\s(?:the\s)?(?P<side>kommuner?(?:ne|n)?|municipalit\w+|region(?:en|erne|er)?|regions?|sygehus\w*|hospital\w*)\b",
    re.IGNORECASE,
)
_UNEXCUSED = re.compile(r"\b(?:uden (?:at melde )?afbud|without (?:\w+ )?apolog\w+)\b", re.IGNORECASE)
_SIDES = {"kommun": "kommune", "munici": "kommune", "region": "region", "sygehu": "sygehus", "hospit": "hospital"}
"""Whom the absent come from, by the first letters of the word that asks."""


def of_side(people: Sequence[Person], understood: Understood) -> tuple[Person, ...]:
    """Those whose role is of the side asked for: "hvem fra kommunerne", "hvilke kommuner"; all where no role is of it."""
    if _UNEXCUSED.search(understood.text):
        return tuple(person for person in people if "uden afbud" in person.role)
    side = _SIDE.search(understood.text)
    word = _SIDES.get(side["side"].lower()[:6], "") if side else ""
    return tuple(person for person in people if word and word in person.role.lower()) or tuple(people)


def of_organisation(people: Sequence[Person], understood: Understood) -> tuple[Person, ...]:
    """Those whose role names the organisation asked for; all when none is asked for."""
    bodies = [word for body in understood.bodies for word in words_of(body)]
    asked = [word for word in words_of(understood.text) if not any(same_word(word, other) for other in bodies)]
    chosen = tuple(person for person in people if any(_named(part, asked) for part in re.split(r",|\s[-–]\s|\(|\)", person.role)))
    return chosen or tuple(people)


def _named(part: str, asked: Sequence[str]) -> bool:
    own = words_of(part)
    return bool(own) and all(any(word == other or same_word(word, other) for other in asked) for word in own)
