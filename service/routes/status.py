"""`GET /api/status` and `/api/session`: what is covered, and who the caller is."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import Field, StringConstraints

from index.records import Filters
from ingest.records import Access, FileStatus
from service.access import COOKIE, Role, roles_of
from service.dependencies import Generation, Reader, RunningNow
from service.errors import NotSignedIn
from service.keys import find_key
from service.routes.documented import problems
from service.schemas.record import FromOutside, FromRecord

router = APIRouter(tags=["status"])

UNREADABLE = frozenset({FileStatus.FAILED, FileStatus.ENCRYPTED, FileStatus.NO_TEXT, FileStatus.SKIPPED})
KEY_SECONDS = 12 * 3600  # a working day


class UnreadableFile(FromRecord):
    """A file that could not be read, or only in part, and why."""

    path: str
    status: FileStatus
    reason: str


class StatusOut(FromRecord):
    """What the answers are made from."""

    generation: str
    built_at: str
    document_count: int
    passage_count: int | None = Field(description="Of all documents; null for a caller who may not see closed items.")
    fact_count: int | None = Field(description="As `passage_count`.")
    newest_date: date | None
    unreadable: tuple[UnreadableFile, ...]
    model: str
    fault: str = Field(description="Why a newer generation does not answer; else empty.")


class SessionOut(FromRecord):
    """Who the caller is and what he may do."""

    name: str
    roles: tuple[Role, ...]


class KeyIn(FromOutside):
    """A key, to be kept in a cookie that scripts cannot read."""

    key: Annotated[str, StringConstraints(min_length=1, max_length=200)]


@router.get("/api/status", responses=problems(), summary="What is covered")
def status(caller: Reader, running: RunningNow, serving: Generation) -> StatusOut:
    """Say how many documents there are, through which date, which could not be read, and which generation answers."""
    summary = serving.index.summary
    documents = serving.index.store.documents(Filters(access=caller.access))
    reports = [
        report
        for report in serving.index.store.file_reports()
        if report.status in UNREADABLE | {FileStatus.PARTLY} and report.access in caller.access
    ]
    sees_all = Access.CLOSED in caller.access
    return StatusOut(
        generation=summary.id,
        built_at=summary.built_at,
        document_count=len(documents),
        passage_count=summary.passage_count if sees_all else None,
        fact_count=summary.fact_count if sees_all else None,
        newest_date=max((document.date for document in documents if document.date), default=None),
        unreadable=tuple(UnreadableFile.model_validate(report) for report in reports),
        model=summary.model,
        fault=running.live.fault,
    )


@router.get("/api/session", responses=problems(), summary="Who am I")
async def session(caller: Reader) -> SessionOut:
    """Say who the caller is and which roles he has."""
    return SessionOut(name=caller.name, roles=tuple(sorted(caller.roles)))


@router.post("/api/session", responses=problems(413, 415), summary="Sign in with a key")
async def sign_in(body: KeyIn, request: Request, response: Response, running: RunningNow) -> SessionOut:
    """Keep a valid key in a cookie, so that page images and links work; other sites' pages cannot use it."""
    record = find_key(body.key, running.keys)
    if record is None:
        raise NotSignedIn("This key is not valid.")
    secure = request.url.scheme == "https"
    response.set_cookie(COOKIE, body.key, max_age=KEY_SECONDS, httponly=True, samesite="strict", secure=secure)
    return SessionOut(name=record.name, roles=tuple(sorted(roles_of(record.roles))))


@router.delete("/api/session", status_code=204, responses=problems(), summary="Sign out")
async def sign_out(response: Response) -> None:
    """Forget the key."""
    response.delete_cookie(COOKIE, httponly=True, samesite="strict")
