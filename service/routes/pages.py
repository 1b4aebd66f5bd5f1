"""A document's pages as images, with a passage marked, and its original file."""

from __future__ import annotations

import mimetypes
import zlib
from typing import Annotated
from urllib.parse import quote as percent_encoded

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import FileResponse

from ingest.records import Access, Box, Document
from service.dependencies import Generation, Reader
from service.errors import NotFound
from service.live import Serving
from service.originals import hides_something, masks, visible_pages
from service.page_images import RENDERING, highlights_of, page_image
from service.routes.documented import Responses, problems
from service.routes.documents import find_document

router = APIRouter(tags=["documents"])

PageNumber = Annotated[int, Path(ge=1, le=1_000_000, description="Page, 1-based as a viewer counts.")]
Scale = Annotated[float, Query(ge=0.5, le=4.0, description="Pixels per point.")]
Quoted = Annotated[str, Query(max_length=4_000, description="Words of the passage to mark instead of all of it.")]
Marked = Annotated[str | None, Query(max_length=300, description="Passage to mark.")]

IMAGE: Responses = {
    200: {"content": {"image/png": {"schema": {"type": "string", "format": "binary"}}}, "description": "The page."}
}
FILE: Responses = {
    200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}, "description": "The file."}
}
UNCHANGED: Responses = {304: {"description": "What the caller has is still right."}}

NEVER_RUNS = "default-src 'none'; sandbox"
"""For files that a browser might run (HTML): nothing in them does, even opened directly."""


@router.get(
    "/api/documents/{document_id}/pages/{number}.png",
    response_class=Response,
    responses={**problems(404), **IMAGE, **UNCHANGED},
    summary="A page as an image",
)
def page(
    document_id: str,
    number: PageNumber,
    request: Request,
    caller: Reader,
    serving: Generation,
    passage: Marked = None,
    quote: Quoted = "",
    scale: Scale = 2.0,
) -> Response:
    """Give a page as a PNG, with the passage's boxes marked where it has any on this page."""
    document = find_document(serving, document_id, caller.access)
    path = serving.index.store.file_of(document_id, caller.access)
    if number not in visible_pages(serving, document, caller.access) or not path.is_file():
        raise NotFound("page", str(number))
    marked = _boxes(serving, document, passage, caller.access)
    asked = zlib.crc32(repr((passage if marked else None, quote if marked else "", scale)).encode())
    headers = {"etag": f'"{document.sha256[:20]}-{number}-{asked:x}-{RENDERING}"', "cache-control": "private, no-cache"}
    if _has(request, headers["etag"]):
        return Response(status_code=304, headers=headers)
    highlights = highlights_of(path, number, marked, quote)
    image = page_image(path, number, scale, highlights, masks(serving, document, number))
    return Response(image, media_type="image/png", headers=headers | {"x-marked": str(len(highlights))})


@router.get(
    "/api/documents/{document_id}/file",
    response_class=Response,
    responses={**problems(404), **FILE, **UNCHANGED},
    summary="The original file",
)
def file(document_id: str, request: Request, caller: Reader, serving: Generation) -> Response:
    """Give the file as it was when the index was built; a PDF to be shown, anything else to be saved."""
    document = find_document(serving, document_id, caller.access)
    path = serving.index.store.file_of(document_id, caller.access)
    if hides_something(serving, document, caller.access) or not path.is_file():
        raise NotFound("file of document", document_id)
    headers = _file_headers(document)
    if _has(request, headers["etag"]):
        return Response(status_code=304, headers=headers)
    media_type = mimetypes.guess_type(document.path)[0] or "application/octet-stream"
    return FileResponse(path, media_type=media_type, headers=headers)


def _file_headers(document: Document) -> dict[str, str]:
    name = document.path.rsplit("/", 1)[-1]
    is_pdf = name.lower().endswith(".pdf")
    shown = "inline" if is_pdf else "attachment"
    headers = {
        "etag": f'"{document.sha256}"',
        "cache-control": "private, no-cache",
        "content-disposition": f"{shown}; filename*=UTF-8''{percent_encoded(name, safe='')}",
    }
    return headers if is_pdf else headers | {"content-security-policy": NEVER_RUNS}


def _boxes(
    serving: Serving, document: Document, passage_id: str | None, access: frozenset[Access]
) -> tuple[tuple[Box, ...], ...]:
    """Give the boxes of a passage of the document; nothing for a passage that is not there or may not be seen."""
    found = serving.index.store.passages([passage_id], access) if passage_id else []
    return tuple(each.boxes for each in found if each.document_id == document.id)


def _has(request: Request, tag: str) -> bool:
    """Whether the caller has this version already (RFC 9110, section 13.1.2)."""
    held = [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]
    return tag in held or held == ["*"]
