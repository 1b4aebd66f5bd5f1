"""An answer as it goes out."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote, urlencode

from pydantic import Field

from ingest.records import Access
from service.records import Answer, Conflict, Language, Source
from service.schemas.record import FromRecord

LONGEST_IN_ADDRESS = 600


class BoxOut(FromRecord):
    """A rectangle on a page, in PDF points from the page's top left corner."""

    page_number: int
    x0: float
    top: float
    x1: float
    bottom: float


class SourceOut(FromRecord):
    """The place an answer comes from. `quote` is a verbatim part of `passage`; `view_url` opens the page with it marked."""

    document: str = Field(description="File name.")
    document_id: str
    passage_id: str
    title: str
    body: str | None
    date: date | None
    item: str | None = Field(description="Number of the agenda item.")
    section: str | None
    page: int | None
    quote: str
    passage: str
    boxes: tuple[BoxOut, ...]
    access: Access
    url: str
    view_url: str


class ConflictOut(FromRecord):
    """A source that says otherwise."""

    text: str
    source: SourceOut


class CoverageOut(FromRecord):
    """What was searched."""

    document_count: int
    newest_date: date | None
    unreadable: tuple[str, ...]


class AnswerOut(FromRecord):
    """An answer or, with `abstained`, a refusal whose `sources` are the nearest passages."""

    question: str
    understood_as: str = Field(description="The question as it was understood; differs from `question` for a follow-up.")
    answer: str
    abstained: bool
    kind: str
    language: Language
    confidence: float = Field(ge=0, le=1, description="Measured chance that the answer is right.")
    as_of: date | None
    sources: tuple[SourceOut, ...]
    conflicts: tuple[ConflictOut, ...]
    coverage: CoverageOut | None
    seconds: float
    generation: str = Field(description="The generation of the index that answered.")


def answer_out(answer: Answer, generation: str) -> AnswerOut:
    """Give an answer as it goes out."""
    return AnswerOut(
        question=answer.question,
        understood_as=answer.understood_as,
        answer=answer.text,
        abstained=answer.abstained,
        kind=answer.kind,
        language=answer.language,
        confidence=min(1.0, max(0.0, answer.confidence)),
        as_of=answer.as_of,
        sources=tuple(source_out(source) for source in answer.sources),
        conflicts=tuple(_conflict_out(conflict) for conflict in answer.conflicts),
        coverage=CoverageOut.model_validate(answer.coverage) if answer.coverage else None,
        seconds=round(answer.seconds, 6),
        generation=generation,
    )


def source_out(source: Source) -> SourceOut:
    """Give a source as it goes out, with the address that opens it."""
    return SourceOut(
        document=source.document,
        document_id=source.document_id,
        passage_id=source.passage_id,
        title=source.title,
        body=source.body,
        date=source.date,
        item=source.item,
        section=source.section,
        page=source.page,
        quote=source.quote,
        passage=source.passage,
        boxes=tuple(BoxOut.model_validate(box) for box in source.boxes),
        access=source.access,
        url=source.url,
        view_url=view_url(source.document_id, source.passage_id, source.page, _part(source)),
    )


def view_url(document_id: str, passage_id: str | None = None, page: int | None = None, quote_: str = "") -> str:
    """Give the address of the source view: the document, the page to open, the passage and the words of it to mark."""
    chosen = {"page": page, "passage": passage_id, "quote": quote_ or None}
    named = urlencode({name: value for name, value in chosen.items() if value is not None})
    return f"/documents/{quote(document_id, safe='')}" + (f"?{named}" if named else "")


def _part(source: Source) -> str:
    """Give the quote where it is a part of its passage, and short enough for an address."""
    return source.quote if source.quote.strip() != source.passage.strip() and len(source.quote) <= LONGEST_IN_ADDRESS else ""


def _conflict_out(conflict: Conflict) -> ConflictOut:
    return ConflictOut(text=conflict.text, source=source_out(conflict.source))
