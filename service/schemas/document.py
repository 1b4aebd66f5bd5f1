"""Documents and passages as they go out."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from index.records import ScoredPassage
from ingest.records import Access, BlockKind, Document, DocumentKind, Passage, SectionName
from service.schemas.answer import BoxOut, view_url
from service.schemas.record import FromRecord


class DocumentOut(FromRecord):
    """A document."""

    id: str
    path: str
    title: str
    kind: DocumentKind
    date: date | None
    body: str | None
    author: str | None
    region: str | None
    language: str
    access: Access
    page_first: int | None
    page_last: int | None
    warnings: tuple[str, ...]


class DocumentList(FromRecord):
    """Documents, newest first, a page of them at a time."""

    total: int = Field(description="How many there are within the filters, on all pages.")
    documents: tuple[DocumentOut, ...]


class PageOut(FromRecord):
    """A page that can be shown as an image."""

    number: int
    image_url: str


class DocumentDetail(FromRecord):
    """A document with its pages and its file. `pages` is empty for formats without pages."""

    document: DocumentOut
    pages: tuple[PageOut, ...]
    file_url: str | None = Field(description="The original file; null when it holds what the caller may not see.")
    meeting_ids: tuple[str, ...]


class PassageOut(FromRecord):
    """A passage: what is retrieved and cited."""

    id: str
    document_id: str
    order: int
    text: str
    heading_path: tuple[str, ...]
    item_id: str | None
    item_number: str | None
    section: SectionName | None
    page_first: int | None
    page_last: int | None
    boxes: tuple[BoxOut, ...]
    access: Access
    date: date | None
    kind: BlockKind


class PassageList(FromRecord):
    """The passages of a document in printed order."""

    passages: tuple[PassageOut, ...]


class Hit(FromRecord):
    """A passage that was found, with its document. `snippet` is the part of its text that fits the query best."""

    rank: int = Field(ge=1)
    score: float
    snippet: str
    terms: tuple[str, ...] = Field(description="Words of the snippet that the query asked for, as they stand there.")
    passage: PassageOut
    document: DocumentOut
    view_url: str


class SearchResult(FromRecord):
    """What a search found, best first."""

    query: str
    hits: tuple[Hit, ...]
    seconds: float
    generation: str


def document_out(document: Document) -> DocumentOut:
    """Give a document as it goes out."""
    return DocumentOut.model_validate(document)


def passage_out(passage: Passage) -> PassageOut:
    """Give a passage as it goes out."""
    return PassageOut.model_validate(passage)


def hit_out(scored: ScoredPassage, document: Document, snippet: str, terms: tuple[str, ...]) -> Hit:
    """Give a found passage as it goes out."""
    passage = scored.passage
    return Hit(
        rank=scored.rank,
        score=scored.score,
        snippet=snippet,
        terms=terms,
        passage=passage_out(passage),
        document=document_out(document),
        view_url=view_url(document.id, passage.id, passage.page_first),
    )
