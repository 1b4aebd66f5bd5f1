"""Generations: which there are, going back to one, and what became of every file."""

from __future__ import annotations

import anyio.to_thread
from fastapi import APIRouter

from index.generations import roll_back, versions
from index.records import GenerationSummary
from ingest.records import Access
from service.dependencies import Administrator, Generation, RunningNow
from service.routes.documented import problems
from service.schemas.admin import FileReportOut, ReportOut, RollBackIn, VersionList, VersionOut

router = APIRouter(tags=["admin"])


@router.get("/api/admin/versions", responses=problems(), summary="List generations")
def list_versions(caller: Administrator, running: RunningNow) -> VersionList:
    """Give all generations of the index, newest first."""
    found = versions(running.settings.index)
    return VersionList(versions=tuple(_version_out(each, caller.access) for each in found))


@router.post("/api/admin/rollback", responses=problems(404, 409, 413, 415), summary="Go back to a generation")
async def rollback(body: RollBackIn, caller: Administrator, running: RunningNow) -> VersionOut:
    """Make an earlier generation live; requests that run end with the one they began with."""
    summary = await anyio.to_thread.run_sync(roll_back, running.settings.index, body.generation)
    await anyio.to_thread.run_sync(running.live.refresh)
    return _version_out(summary, caller.access)


@router.get("/api/admin/report", responses=problems(), summary="What became of every file")
def report(caller: Administrator, serving: Generation) -> ReportOut:
    """Give, for every file of the live generation, whether and how it was read."""
    files = tuple(
        FileReportOut(
            path=each.path,
            status=each.status,
            reason=each.reason,
            page_count=each.page_count,
            passage_count=each.passage_count,
            repair_count=len(each.repairs),
            warnings=each.warnings,
            seconds=round(each.seconds, 3),
        )
        for each in serving.index.store.file_reports()
        if each.access in caller.access
    )
    return ReportOut(generation=serving.index.summary.id, files=files)


def _version_out(summary: GenerationSummary, access: frozenset[Access]) -> VersionOut:
    """Give a generation as it goes out; its unreadable files by name only to who may see closed ones, which may be among them."""
    found = VersionOut.model_validate(summary)
    return found if Access.CLOSED in access else found.model_copy(update={"unreadable": ()})
