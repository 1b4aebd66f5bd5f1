"""What somebody named is to do: "DA undersøger, om der kan frigives tid inden den 15. april 2026", "Bo Lind sender referatet"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ingest.dates.find import around_due, find_dates
from ingest.facts.deadlines import days_of, due_date
from ingest.facts.found import Found
from ingest.facts.responsibilities import NOBODY
from ingest.facts.sentences import sentences_of
from ingest.minutes.people import NAME, ORGANISATION, person
from ingest.records import FactKind

_INITIALS = r"[A-ZÆØÅ]{2,4}"
_BODY = (
    r"(?:(?:Administrationen|Sekretariatet|Forvaltningen|Formanden|Formandskabet|Næstformanden|Bestyrelsen|Kassereren|Referenten|Direktionen"
    r"|Projektlederen|Regionen|Kommunen|Kommunerne|Udvalget|The secretariat|The chair"
    r"|The administration)"
    r"|[A-ZÆØÅ][a-zæøå]+(?:sekretariatet|forvaltningen|gruppen|udvalget|afdelingen|centret))"
)
_ONE = rf"(?:{NAME}|{_INITIALS}(?:\s\([^()]*\))?|{_BODY})"
_DOES = (
    r"(?:(?:under|efter)søger|sender|udsender|rundsender|fremsender|eftersender|videresender|udarbejder|indkalder|kontakter|tager\s(?:kontakt|fat|initiativ|sig\saf)"
    r"|følger\sop|afklarer|laver|skriver|inviterer|bestiller|arrangerer|opdaterer|tilretter|reviderer|melder\stilbage|vender\stilbage|booker|indhenter|samler"
    r"|planlægger|forbereder|færdiggør|fremlægger|kommer\smed|sørger\sfor|leverer|spørger|opretter|tjekker|sends|prepares|contacts|drafts|checks|invites|arranges"
    r"|updates|(?:skal|will|to)\s(?!have\b|være\b|ifølge\b)[a-zæøå]{2,}(?<!s)(?=\s))"
)
_MOST_OTHERS = 7  # a list of names without end is no sentence, and must not be tried in every way
_ACTION = re.compile(
    rf"^(?P<who>{_ONE}(?:(?:,\s|\s(?:og|and)\s){_ONE}){{0,{_MOST_OTHERS}}})\s(?P<task>{_DOES}\b.{{4,300}})$", re.DOTALL
)
_IS_BODY = re.compile(rf"^{_BODY}$")
_PLACE = re.compile(
    r"(?:forsyning|center|centret|museum|skole|klub|fond\w*|analyse\w*|plan\w*|projekt\w*|udvalg\w*|råd\w*)(?!\w)", re.IGNORECASE
)
RELATION = "opgave"


def _is_person(who: str) -> bool:
    """Tell people and initials from organisations, which have tasks without end."""
    first = re.split(r",\s|\s(?:og|and)\s", who)[0]
    return re.fullmatch(_INITIALS + r"(?:\s\([^()]*\))?", first) is not None or (
        person(first) is not None and not ORGANISATION.search(first) and not _PLACE.search(first)
    )


def action_facts(text: str, reference: date | None) -> Iterator[Found]:
    """Read the tasks of named people, and of offices and groups where a date is set for them.

    The qualifiers hold the first and last day of the deadline (ISO 8601) and the date as printed, where there is one.
    """
    for sentence in sentences_of(text):
        match = _ACTION.match(sentence)
        if match is None or " ikke " in match["task"][:30] or NOBODY.match(match["who"].split()[0]):
            continue
        due = due_date(sentence, find_dates(sentence, reference=around_due(reference)))
        if due is None and (_IS_BODY.match(match["who"]) or not _is_person(match["who"])):
            continue
        qualifiers = () if due is None else (*days_of(due), ("date", sentence[due.char_start : due.char_end]))
        yield Found(
            kind=FactKind.RESPONSIBILITY,
            subject=match["task"].strip().rstrip("."),
            relation=RELATION,
            object=match["who"],
            qualifiers=qualifiers,
        )
