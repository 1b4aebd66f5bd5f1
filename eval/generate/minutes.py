"""Questions from minutes: what was decided, who was away, where and with which case number."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from eval.records import Evidence, GoldQuestion, Rule
from ingest.records import SectionName

if TYPE_CHECKING:
    from datetime import date

    from index.opened import OpenIndex
    from ingest.records import AgendaItem, Meeting

MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december")
MOST_DECISION_WORDS = 90  # a longer one does not fit into an answer


def questions_from_minutes(index: OpenIndex) -> Iterator[GoldQuestion]:
    """The questions of every dated meeting of a known body, by date."""
    paths = {document.id: PurePosixPath(document.path).name for document in index.store.documents()}
    for meeting in index.store.meetings():
        if meeting.date is None or not meeting.body:
            continue
        name = paths.get(meeting.document_id, "")
        yield from _of_meeting(meeting, meeting.date, name)
        for item in index.store.items_of_meeting(meeting.id):
            yield from _of_item(meeting, meeting.date, item, name)


def _of_meeting(meeting: Meeting, day: date, name: str) -> Iterator[GoldQuestion]:
    if meeting.place:
        yield GoldQuestion(
            id=f"place-{meeting.id}",
            text=f"Hvor holdt {meeting.body} møde den {_written(day)}?",
            rule=Rule(groups=((meeting.place,),)),
            evidence=(Evidence(document=name, quote=meeting.place),),
            language="da",
            kind="where",
            answer=meeting.place,
        )


def _of_item(meeting: Meeting, day: date, item: AgendaItem, name: str) -> Iterator[GoldQuestion]:
    where = f'{meeting.body} den {_written(day)} i sagen "{item.title}"'
    decision = " ".join(section.text for section in item.sections if section.name is SectionName.DECISION).strip()
    if decision and len(decision.split()) <= MOST_DECISION_WORDS:
        yield _question("decision", item, f"Hvad besluttede {where}?", decision, name)
    if item.case_number:
        asked = f'Hvilket sagsnummer har sagen "{item.title}" på mødet i {meeting.body} den {_written(day)}?'
        yield GoldQuestion(
            id=f"case-{item.id}",
            text=asked,
            rule=Rule(groups=((item.case_number,),)),
            evidence=(Evidence(document=name, quote=item.case_number),),
            language="da",
            kind="what",
            answer=item.case_number,
        )
    if item.absent:
        names = tuple((person.name,) for person in item.absent)
        yield GoldQuestion(
            id=f"absent-{item.id}",
            text=f"Hvem var fraværende hos {where}?",
            rule=Rule(groups=names),
            evidence=(Evidence(document=name, quote=" ".join(person.name for person in item.absent)),),
            language="da",
            kind="who",
            answer=", ".join(person.name for person in item.absent),
        )


def _question(kind: str, item: AgendaItem, asked: str, said: str, name: str) -> GoldQuestion:
    return GoldQuestion(
        id=f"{kind}-{item.id}",
        text=asked,
        gist=said,
        evidence=(Evidence(document=name, quote=said, item=item.number),),
        language="da",
        kind=kind,
        answer=said,
    )


def _written(day: date) -> str:
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
