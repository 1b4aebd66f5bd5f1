"""`POST /api/feedback`: what a user says of an answer."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter
from pydantic import Field, StringConstraints

from ingest.records import Access
from service.dependencies import Generation, Reader, RunningNow
from service.routes.documented import problems
from service.schemas.question import Context, FiltersIn, Name, Text
from service.schemas.record import FromOutside, FromRecord

router = APIRouter(tags=["ask"])

LongText = Annotated[str, StringConstraints(max_length=10_000)]


class Verdict(StrEnum):
    """Whether the answer helped."""

    UP = "up"
    DOWN = "down"


class Reason(StrEnum):
    """Why not."""

    WRONG = "wrong"
    INCOMPLETE = "incomplete"
    OUTDATED = "outdated"
    WRONG_SOURCE = "wrong_source"
    NOT_FOUND = "not_found"
    OTHER = "other"


class FeedbackIn(FromOutside):
    """A verdict on an answer, with the question and the passages shown."""

    question: Text
    context: Context = ()
    filters: FiltersIn = Field(default=FiltersIn())
    answer: LongText = ""
    abstained: bool = False
    verdict: Verdict
    reason: Reason | None = None
    comment: Annotated[str, StringConstraints(max_length=2_000)] = ""
    passage_ids: Annotated[tuple[Name, ...], Field(max_length=20)] = ()


class Kept(FromRecord):
    """The id under which the verdict is kept."""

    id: int


@router.post("/api/feedback", status_code=201, responses=problems(413, 415), summary="Say whether an answer helped")
def feedback(body: FeedbackIn, caller: Reader, running: RunningNow, serving: Generation) -> Kept:
    """Keep a verdict for the editor. Passages that the caller may not see are left out."""
    shown = serving.index.store.passages(body.passage_ids, caller.access)
    closed = Access.CLOSED in caller.access  # whoever may see closed items may also write of them
    given = body.model_dump(mode="json") | {
        "passage_ids": [passage.id for passage in shown],
        "sources": [
            {"document": serving.index.store.document(each.document_id, caller.access).path, "quote": each.text} for each in shown
        ],
        "generation": serving.index.summary.id,
    }
    running.metrics.feedback(body.verdict)
    return Kept(id=running.feedback.add(given, Access.CLOSED if closed else Access.OPEN))
