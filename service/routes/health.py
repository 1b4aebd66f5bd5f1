"""`/healthz`, `/readyz` and `/metrics`, for the machines that watch."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

from service.dependencies import RunningNow

router = APIRouter(tags=["operation"])


class Health(BaseModel):
    """Whether the process lives."""

    status: str


class Readiness(BaseModel):
    """Whether questions can be answered. `fault` says why not, or that a newer generation could not be opened."""

    ready: bool
    fault: str


UNREADY: dict[int | str, dict[str, Any]] = {503: {"model": Readiness, "description": "No question can be answered now."}}
PLAIN: dict[int | str, dict[str, Any]] = {200: {"content": {"text/plain": {"schema": {"type": "string"}}}}}


@router.get("/healthz", summary="Is the process alive")
async def healthz() -> Health:
    """Say that the process answers; nothing else is looked at."""
    return Health(status="ok")


@router.get("/readyz", responses=UNREADY, response_model=Readiness, summary="Can questions be answered")
async def readyz(running: RunningNow) -> Any:
    """Say whether a generation of the index is open."""
    readiness = Readiness(ready=running.live.is_ready, fault=running.live.fault)
    status = HTTPStatus.OK if readiness.ready else HTTPStatus.SERVICE_UNAVAILABLE
    return JSONResponse(readiness.model_dump(), status_code=status)


@router.get("/metrics", response_class=Response, responses=PLAIN, summary="Metrics for Prometheus")
async def metrics(running: RunningNow) -> Response:
    """Give the metrics in Prometheus' text format."""
    if running.live.is_ready:
        with running.live.lease() as serving:
            running.metrics.generation(documents=serving.open_document_count)
    return Response(running.metrics.page(), media_type="text/plain; version=0.0.4; charset=utf-8")
