"""Meetings, agenda items and decisions as they go out."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from ingest.records import Access, AgendaItem, Document, Meeting, SectionName
from service.schemas.answer import view_url
from service.schemas.record import FromRecord


class PersonOut(FromRecord):
    """Somebody named in the minutes."""

    name: str
    role: str


class SectionOut(FromRecord):
    """A section of an agenda item."""

    name: SectionName
    heading: str
    text: str
    passage_ids: tuple[str, ...]


class RecommendationOut(FromRecord):
    """A numbered point of the proposal with the decision on it, where the minutes link them."""

    number: int
    text: str
    decision: str | None


class ItemOut(FromRecord):
    """An agenda item with its sections."""

    id: str
    meeting_id: str
    document_id: str
    number: str
    title: str
    kind: str
    case_number: str | None
    access: Access
    sections: tuple[SectionOut, ...]
    recommendations: tuple[RecommendationOut, ...]
    attachments: tuple[str, ...]
    absent: tuple[PersonOut, ...]
    votes: tuple[str, ...]
    page_first: int | None


class MeetingOut(FromRecord):
    """A meeting."""

    id: str
    document_id: str
    title: str
    body: str
    date: date | None
    time: str | None
    place: str | None
    chair: str | None
    participants: tuple[PersonOut, ...]
    absent: tuple[PersonOut, ...]
    item_count: int
    view_url: str


class MeetingList(FromRecord):
    """Meetings, newest first."""

    total: int
    meetings: tuple[MeetingOut, ...]


class MeetingDetail(FromRecord):
    """A meeting with its items in printed order."""

    meeting: MeetingOut
    items: tuple[ItemOut, ...]


class DecisionOut(FromRecord):
    """What was decided in an item, with what was proposed beside it. `decision` is empty where the minutes record none."""

    item_id: str
    meeting_id: str
    body: str
    date: date | None
    number: str
    title: str
    case_number: str | None
    proposal: str
    decision: str
    access: Access
    view_url: str = Field(description="Opens the decision in its document.")


class DecisionList(FromRecord):
    """Decisions, newest first."""

    total: int
    decisions: tuple[DecisionOut, ...]


def meeting_out(meeting: Meeting, document: Document, item_count: int) -> MeetingOut:
    """Give a meeting as it goes out."""
    head = meeting.passage_ids[0] if meeting.passage_ids else None
    return MeetingOut(
        id=meeting.id,
        document_id=meeting.document_id,
        title=document.title,
        body=meeting.body,
        date=meeting.date,
        time=meeting.time,
        place=meeting.place,
        chair=meeting.chair,
        participants=tuple(PersonOut.model_validate(person) for person in meeting.participants),
        absent=tuple(PersonOut.model_validate(person) for person in meeting.absent),
        item_count=item_count,
        view_url=view_url(meeting.document_id, head, document.page_first),
    )


def item_out(item: AgendaItem) -> ItemOut:
    """Give an agenda item as it goes out."""
    return ItemOut.model_validate(item)


def decision_out(item: AgendaItem, meeting: Meeting) -> DecisionOut:
    """Give the decision of an item beside its proposal."""
    decided = [section for section in item.sections if section.name is SectionName.DECISION]
    cited = [passage_id for section in decided for passage_id in section.passage_ids]
    return DecisionOut(
        item_id=item.id,
        meeting_id=meeting.id,
        body=meeting.body,
        date=meeting.date,
        number=item.number,
        title=item.title,
        case_number=item.case_number,
        proposal=_text(item, SectionName.RECOMMENDATION),
        decision=_text(item, SectionName.DECISION),
        access=item.access,
        view_url=view_url(item.document_id, cited[0] if cited else None, item.page_first),
    )


def _text(item: AgendaItem, name: SectionName) -> str:
    return "\n\n".join(section.text for section in item.sections if section.name is name and section.text)
