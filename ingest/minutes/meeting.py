"""A meeting read from a document: its stretches, and its records once the passages have their ids."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.minutes.absences import partly_absent
from ingest.minutes.absent_told import absent_in
from ingest.minutes.chair import chair_among
from ingest.minutes.decisions import with_decisions
from ingest.minutes.head import MeetingHead, meeting_head
from ingest.minutes.items import PassageIds, agenda_item, item_ids, section_text
from ingest.minutes.label_columns import sections_in_order
from ingest.minutes.labels import labelled
from ingest.minutes.outline import ItemRun, Outline, outline
from ingest.minutes.people import once, people_in_lines
from ingest.minutes.run_in import run_in_apart
from ingest.minutes.sections import SectionRun
from ingest.minutes.substitutes import substitutes
from ingest.minutes.tables import rows_as_items
from ingest.passages.identity import content_id
from ingest.records import AgendaItem, Block, DocumentKind, Meeting, Person, SectionName

_OPENS = re.compile(r"\b(?:dagsorden|velkomst|konstituering|mødets åbning|agenda|welcome)\w*", re.IGNORECASE)
_APOLOGIES = re.compile(r"(?:Afbud fra|(?:Der var|Meldt) afbud fra)\s[^.\n]+")
_ABOUT_PARTICIPANTS = re.compile(
    r"^\W*(?:(?:møde)?deltagere|fremmødte|til stede|participants|present)(?:$|\s(?:og|samt|and)\b|[,/&])", re.IGNORECASE
)
_LIST_OF_PARTICIPANTS = re.compile(r"^\W*(?:(?:møde)?deltagere|fremmødte|til ?stede|participants|present)\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMeeting:
    """A meeting taken apart, and what its head says."""

    outline: Outline
    head: MeetingHead

    @property
    def has_decisions(self) -> bool:
        """Tell whether any item records a decision."""
        return any(
            section.name is SectionName.DECISION and section_text(section)
            for item in self.outline.items
            for section in item.sections
        )


def read_meeting(blocks: Sequence[Block], *, kind: DocumentKind) -> ReadMeeting | None:
    """Read minutes or an agenda; None where the blocks hold no agenda items."""
    is_meeting = kind in (DocumentKind.MINUTES, DocumentKind.AGENDA)
    whole = run_in_apart(sections_in_order(rows_as_items(blocks)), is_meeting=is_meeting)
    outlined = outline(whole, is_meeting=is_meeting, is_agenda=kind is DocumentKind.AGENDA)
    if outlined is None:
        return None
    head = _completed(meeting_head(outlined.head), outlined.items)
    away = _absent_from_items(outlined)
    items = tuple(
        replace(
            item,
            sections=with_decisions(item.sections, body=head.body, day=head.date, of_minutes=_holds_decisions(outlined, kind)),
            absent=away.get(item.number, ()),
        )
        for item in outlined.items
    )
    return ReadMeeting(outline=replace(outlined, items=items), head=head)


def _absent_from_items(outlined: Outline) -> dict[str, tuple[Person, ...]]:
    """Who was absent from single items, by item number, wherever the minutes say so."""
    away: dict[str, dict[str, Person]] = {}
    decided = (block for item in outlined.items for section in item.sections for block in section.blocks)
    for block in (*outlined.head, *decided):
        field = labelled(block.text) if block.table is None else None
        for found in partly_absent(block.text, listed=field is not None and field.field == "absent"):
            for number in found.items:
                away.setdefault(number, {}).setdefault(found.person.name, found.person)
    return {number: tuple(people.values()) for number, people in away.items()}


def _holds_decisions(outlined: Outline, kind: DocumentKind) -> bool:
    named = any(section.name is SectionName.DECISION for item in outlined.items for section in item.sections)
    return named or kind is DocumentKind.MINUTES


def _completed(head: MeetingHead, items: Sequence[ItemRun]) -> MeetingHead:
    """Where the head names nobody, take those present and absent from the item that lists them."""
    if head.participants:
        return head if head.absent else replace(head, absent=_apologies(items))
    for item in items[:2]:
        runs = [section for section in item.sections if section.name is not SectionName.DECISION]
        listed = [block for section in runs if section.name is not SectionName.ABSENT for block in section.blocks]
        if _ABOUT_PARTICIPANTS.match(item.title) is None and not any(_LIST_OF_PARTICIPANTS.match(each.text) for each in listed):
            continue
        told = [substitutes(section_text(section)) for section in item.sections if section not in runs or _is_absence(section)]
        away = once((*head.absent, *(one for text in told for one in (*absent_in(text.rest), *text.absent))))
        present = people_in_lines(listed)
        came = once((*present, *(each for text in told for each in text.came)))
        return replace(head, participants=came, chair=head.chair or chair_among(present), absent=away)
    return head


def _is_absence(section: SectionRun) -> bool:
    return section.name is SectionName.ABSENT


def _apologies(items: Sequence[ItemRun]) -> tuple[Person, ...]:
    """Who sent apologies for the meeting, told where it opens ("Godkendt. Afbud fra Eva Holm.")."""
    opening = [item for item in items[:2] if _OPENS.search(item.title)]
    decisions = [section for item in opening for section in item.sections if section.name is SectionName.DECISION]
    told = (sentence.group() for section in decisions for sentence in _APOLOGIES.finditer(section_text(section)))
    return once(each for text in told for each in absent_in(text))


def meeting_records(
    read: ReadMeeting, *, document_id: str, head_passage_ids: tuple[str, ...], passage_ids: PassageIds
) -> tuple[Meeting, tuple[AgendaItem, ...]]:
    """Make the records of a meeting and its items."""
    head = read.head
    meeting_id = meeting_id_of(document_id)
    meeting = Meeting(
        id=meeting_id,
        document_id=document_id,
        body=head.body or "",
        date=head.date,
        time=head.time,
        place=head.place,
        chair=head.chair,
        participants=head.participants,
        absent=head.absent,
        passage_ids=head_passage_ids,
    )
    ids = item_ids(meeting_id, read.outline.items)
    items = tuple(
        agenda_item(run, place=place, item_id=item_id, meeting_id=meeting_id, document_id=document_id, passage_ids=passage_ids)
        for place, (run, item_id) in enumerate(zip(read.outline.items, ids, strict=True))
    )
    return meeting, items


def meeting_id_of(document_id: str) -> str:
    """Give the id of the one meeting of a document."""
    return content_id(document_id, "meeting")
