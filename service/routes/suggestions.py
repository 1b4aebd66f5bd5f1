"""`POST /api/suggestions`: what could be asked next, known to have an answer."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import Field

from service.dependencies import Generation, Reader
from service.records import Language
from service.routes.documented import problems
from service.schemas.question import FiltersIn, Name
from service.schemas.record import FromOutside, FromRecord
from service.suggestions import suggestions

router = APIRouter(tags=["ask"])


class SuggestionsIn(FromOutside):
    """Where the conversation is: the passages of the last answer, or none at its beginning."""

    passage_ids: tuple[Name, ...] = Field(default=(), max_length=20)
    asked: tuple[Name, ...] = Field(default=(), max_length=20, description="Questions not to suggest again.")
    language: Language = Language.DANISH
    filters: FiltersIn = Field(default=FiltersIn())


class SuggestionsOut(FromRecord):
    """Questions, the best first, each of which was answered when it was tried just now."""

    questions: tuple[str, ...]


@router.post("/api/suggestions", responses=problems(413, 415), summary="What could be asked next")
def suggest(body: SuggestionsIn, caller: Reader, serving: Generation) -> SuggestionsOut:
    """Give up to three questions that have an answer the caller may see."""
    found = suggestions(
        serving, body.passage_ids, filters=body.filters.to_filters(caller.access), language=body.language, asked=body.asked
    )
    return SuggestionsOut(questions=found)
