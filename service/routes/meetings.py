"""Meetings with their items, and decisions with what was proposed beside them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from ingest.records import Access, AgendaItem, Meeting, SectionName
from service.dependencies import Generation, Reader
from service.errors import NotFound
from service.live import Serving
from service.routes.documented import problems
from service.routes.documents import Bounds, Limit, Offset
from service.schemas.meeting import (
    DecisionList,
    ItemOut,
    MeetingDetail,
    MeetingList,
    MeetingOut,
    decision_out,
    item_out,
    meeting_out,
)

router = APIRouter(tags=["meetings"])

MostText = Annotated[str, Query(max_length=300, description="Words that the title or the decision must hold.")]


@router.get("/api/meetings", responses=problems(), summary="List meetings")
def meetings(caller: Reader, serving: Generation, bounds: Bounds, limit: Limit = 100, offset: Offset = 0) -> MeetingList:
    """Give the meetings within the filters, newest first."""
    found = serving.index.store.meetings(bounds.to_filters(caller.access))
    some = tuple(_meeting(serving, each, caller.access) for each in found[offset : offset + limit])
    return MeetingList(total=len(found), meetings=some)


@router.get("/api/meetings/{meeting_id}", responses=problems(404), summary="One meeting with its items")
def meeting(meeting_id: str, caller: Reader, serving: Generation) -> MeetingDetail:
    """Give a meeting with those of its items that the caller may see, in printed order."""
    store = serving.index.store
    try:
        found = store.meeting(meeting_id, caller.access)
    except KeyError:
        raise NotFound("meeting", meeting_id) from None
    items = store.items_of_meeting(meeting_id, caller.access)
    return MeetingDetail(meeting=_meeting(serving, found, caller.access), items=tuple(item_out(item) for item in items))


@router.get("/api/items/{item_id}", responses=problems(404), summary="One agenda item")
def item(item_id: str, caller: Reader, serving: Generation) -> ItemOut:
    """Give an agenda item with its sections."""
    try:
        return item_out(serving.index.store.item(item_id, caller.access))
    except KeyError:
        raise NotFound("agenda item", item_id) from None


@router.get("/api/decisions", responses=problems(), summary="List decisions")
def decisions(
    caller: Reader, serving: Generation, bounds: Bounds, words: MostText = "", limit: Limit = 100, offset: Offset = 0
) -> DecisionList:
    """Give what was decided, newest first, with what was proposed beside it."""
    filters = bounds.to_filters(caller.access)
    held = {each.id: each for each in serving.index.store.meetings(filters)}
    found = [item for item in serving.index.store.items(filters) if item.meeting_id in held and _decides(item)]
    chosen = [item for item in found if _holds(item, words)]
    order = {meeting_id: place for place, meeting_id in enumerate(held)}  # the store gives meetings newest first
    chosen.sort(key=lambda item: order[item.meeting_id])
    some = tuple(decision_out(item, held[item.meeting_id]) for item in chosen[offset : offset + limit])
    return DecisionList(total=len(chosen), decisions=some)


def _meeting(serving: Serving, found: Meeting, access: frozenset[Access]) -> MeetingOut:
    store = serving.index.store
    return meeting_out(found, store.document(found.document_id, access), len(store.items_of_meeting(found.id, access)))


def _decides(item: AgendaItem) -> bool:
    """Whether the minutes have a section for the decision or the proposal; it may be blank, which is shown as such."""
    return any(section.name in (SectionName.DECISION, SectionName.RECOMMENDATION) for section in item.sections)


def _holds(item: AgendaItem, words: str) -> bool:
    said = " ".join([item.title, *(section.text for section in item.sections)]).casefold()
    return all(word in said for word in words.casefold().split())
