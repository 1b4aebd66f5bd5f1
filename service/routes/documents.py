"""Documents: the list, one of them, its passages."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query

from index.records import Filters
from ingest.records import Access, Document
from service.dependencies import Generation, Reader
from service.errors import NotFound
from service.live import Serving
from service.originals import hides_something, visible_pages
from service.routes.documented import problems
from service.routes.search import filters_in
from service.schemas.document import DocumentDetail, DocumentList, PageOut, PassageList, PassageOut, document_out, passage_out
from service.schemas.question import FiltersIn

router = APIRouter(tags=["documents"])

Bounds = Annotated[FiltersIn, Depends(filters_in)]
Limit = Annotated[int, Query(ge=1, le=500, description="Most to give.")]
Offset = Annotated[int, Query(ge=0, le=1_000_000, description="How many to skip.")]


@router.get("/api/documents", responses=problems(), summary="List documents")
def documents(caller: Reader, serving: Generation, bounds: Bounds, limit: Limit = 100, offset: Offset = 0) -> DocumentList:
    """Give the documents within the filters that the caller may see, newest first."""
    found = serving.index.store.documents(bounds.to_filters(caller.access))
    return DocumentList(total=len(found), documents=tuple(document_out(each) for each in found[offset : offset + limit]))


@router.get("/api/documents/{document_id}", responses=problems(404), summary="One document")
def document(document_id: str, caller: Reader, serving: Generation) -> DocumentDetail:
    """Give a document with the pages that can be shown, its original file and its meetings."""
    found = find_document(serving, document_id, caller.access)
    store = serving.index.store
    pages = visible_pages(serving, found, caller.access)
    address = f"/api/documents/{quote(document_id, safe='')}"
    meetings = store.meetings(Filters(access=caller.access, document_ids=frozenset({document_id})))
    return DocumentDetail(
        document=document_out(found),
        pages=tuple(PageOut(number=number, image_url=f"{address}/pages/{number}.png") for number in pages),
        file_url=None if hides_something(serving, found, caller.access) else f"{address}/file",
        meeting_ids=tuple(meeting.id for meeting in meetings),
    )


@router.get("/api/documents/{document_id}/passages", responses=problems(404), summary="The passages of a document")
def passages(document_id: str, caller: Reader, serving: Generation) -> PassageList:
    """Give the passages of a document that the caller may see, in printed order."""
    find_document(serving, document_id, caller.access)
    found = serving.index.store.passages_of_document(document_id, caller.access)
    return PassageList(passages=tuple(passage_out(passage) for passage in found))


@router.get("/api/passages/{passage_id}", responses=problems(404), summary="One passage")
def passage(passage_id: str, caller: Reader, serving: Generation) -> PassageOut:
    """Give a passage."""
    try:
        return passage_out(serving.index.store.passage(passage_id, caller.access))
    except KeyError:
        raise NotFound("passage", passage_id) from None


def find_document(serving: Serving, document_id: str, access: frozenset[Access]) -> Document:
    """Give a document. Raises `NotFound`, in the same words whether it is closed or not there."""
    try:
        return serving.index.store.document(document_id, access)
    except KeyError:
        raise NotFound("document", document_id) from None
