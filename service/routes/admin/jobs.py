"""Rebuild and evaluate, with live progress."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import StreamingResponse

from service.dependencies import Administrator, RunningNow
from service.errors import BadRequest
from service.jobs import Job
from service.rebuilding import rebuild_sources
from service.routes.admin.uploads import uploaded
from service.routes.documented import problems
from service.running import Running
from service.schemas.admin import JobOut
from service.settings import Settings
from service.streams import KEEP_ALIVE, documented, event, stream

router = APIRouter(tags=["admin"])

SHOWN_EVENTS = 50
EVENTS = documented(
    "From the beginning of the job to its end: its `progress`, what the `gate` says, the `report` of a build, and the `end`.",
    *("progress", "gate", "report", "end", "said"),
)


@router.post("/api/admin/rebuild", status_code=202, responses=problems(409), summary="Rebuild the index")
async def rebuild(caller: Administrator, running: RunningNow) -> JobOut:
    """Read the sources and uploads, build a new generation aside, and let it go live when it passes the gate."""
    sources = tuple(str(source) for source in rebuild_sources(running.settings))
    if uploaded(running.settings.upload_folder):
        sources = (*sources, str(running.settings.upload_folder))
    if not sources:
        raise BadRequest("There is nothing to build from. Upload documents, or set KILDESVAR_SOURCES.")
    return job_out(running.jobs.start("rebuild", build_arguments(running.settings, sources), {}))


@router.post("/api/admin/evaluate", status_code=202, responses=problems(409), summary="Evaluate the live index")
async def evaluate(caller: Administrator, running: RunningNow) -> JobOut:
    """Ask the gate's question sets of the live index and note how many answers are right."""
    settings = running.settings
    if settings.gate_questions is None:
        raise BadRequest("There is no question set. Set KILDESVAR_GATE_QUESTIONS.")
    return job_out(running.jobs.start("evaluate", evaluate_arguments(settings), {}))


@router.get("/api/admin/job", responses=problems(404), summary="The last job")
async def job(caller: Administrator, running: RunningNow) -> JobOut | None:
    """Give the last rebuild or evaluation; null when there was none since the start."""
    return job_out(running.jobs.last) if running.jobs.last else None


@router.get(
    "/api/admin/job/events", response_class=StreamingResponse, responses={**problems(), 200: EVENTS}, summary="Follow the job"
)
async def events(
    caller: Administrator, running: RunningNow, skip: Annotated[int, Query(ge=0, le=1_000_000)] = 0
) -> StreamingResponse:
    """Stream what the last job says, from its beginning to its end; `skip` leaves out what is known already."""
    return stream(_stream(running, skip))


def build_arguments(settings: Settings, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Give the command that rebuilds with these settings."""
    workers = ("--workers", str(settings.build_workers)) if settings.build_workers else ()
    named = (part for source in sources for part in ("--source", source))
    return (*_work("build", settings), "--model", settings.model, *workers, *named)


def evaluate_arguments(settings: Settings) -> tuple[str, ...]:
    """Give the command that asks the question set of the live index."""
    return _work("evaluate", settings)


def _work(kind: str, settings: Settings) -> tuple[str, ...]:
    gate = (
        ("--gate", str(settings.gate_questions), "--min-accuracy", str(settings.gate_min_accuracy))
        if settings.gate_questions
        else ()
    )
    return (sys.executable, "-m", "service.work", kind, "--index", str(settings.index), *gate)


def job_out(found: Job) -> JobOut:
    """Give a job as it goes out."""
    return JobOut(
        kind=found.kind,
        started_at=found.started_at,
        running=found.status is None,
        status=found.status,
        events=tuple(found.events[-SHOWN_EVENTS:]),
    )


async def _stream(running: Running, skip: int) -> AsyncIterator[bytes]:
    told = 0
    if running.jobs.last is None:
        return
    async for said in running.jobs.last.follow():
        if said is None:
            yield KEEP_ALIVE
            continue
        told += 1
        if told > skip:
            yield event(str(said.get("event", "said")), said)
