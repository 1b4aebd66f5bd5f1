"""Turns every error into problem details (RFC 9457), in one way for all routes."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.requests import Request

from index.errors import KildesvarIndexError
from ingest.errors import IngestError
from service.errors import ServiceError, TooManyRequests, status_of
from service.middleware.observe import route_of
from service.schemas.problem import MEDIA_TYPE, Fault, Problem

log = logging.getLogger(__name__)

OURS = (IngestError, KildesvarIndexError, ServiceError)
HIDDEN = "Something went wrong here. It has been logged."


def add_handlers(app: FastAPI) -> None:
    """Let every error of a route leave as problem details."""
    for kind in OURS:
        app.add_exception_handler(kind, _own)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)


def problem_response(request: Request, error: Exception) -> Response:
    """Give the answer for one of our own errors. Words of an error that becomes 5xx may name paths, so they stay in the log."""
    status = status_of(error)
    detail = str(error) if isinstance(error, ServiceError) or status < HTTPStatus.INTERNAL_SERVER_ERROR else HIDDEN
    headers = {"retry-after": str(error.retry_after_seconds)} if isinstance(error, TooManyRequests) else {}
    if status == HTTPStatus.UNAUTHORIZED:
        headers["www-authenticate"] = "Bearer"
    return _response(request, status, _slug(type(error).__name__), detail, headers=headers)


def _own(request: Request, error: Exception) -> Response:
    if status_of(error) >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.error("request failed", extra={"error": type(error).__name__, "route": route_of(request.scope)})
    return problem_response(request, error)


def _malformed(request: Request, error: Exception) -> Response:
    """Say where a request is malformed; what was sent (a question, perhaps a key) is not repeated."""
    found = error.errors() if isinstance(error, RequestValidationError) else []
    faults = [Fault(where=".".join(str(part) for part in fault["loc"]), what=str(fault["msg"])) for fault in found]
    detail = "; ".join(f"{fault.where}: {fault.what}" for fault in faults[:5]) or "The request is malformed."
    return _response(request, HTTPStatus.UNPROCESSABLE_ENTITY, "malformed-request", detail, faults=faults)


def _http(request: Request, error: Exception) -> Response:
    """Give what the framework refuses by itself: an unknown path, a wrong method, a body beyond the limit."""
    refused = error if isinstance(error, HTTPException) else HTTPException(HTTPStatus.INTERNAL_SERVER_ERROR)
    status = HTTPStatus(refused.status_code)
    return _response(request, status, _slug(status.phrase), str(refused.detail), headers=dict(refused.headers or {}))


def _unforeseen(request: Request, error: Exception) -> Response:
    log.error("request failed", extra={"error": type(error).__name__, "route": route_of(request.scope)}, exc_info=error)
    return _response(request, HTTPStatus.INTERNAL_SERVER_ERROR, "internal", HIDDEN)


def _response(request: Request, status: HTTPStatus, name: str, detail: str, **more: Any) -> Response:
    problem = Problem(
        type=f"/problems/{name}",
        title=status.phrase,
        status=status,
        detail=detail,
        instance=request.url.path,
        faults=more.get("faults", []),
    )
    return JSONResponse(problem.model_dump(), status_code=status, media_type=MEDIA_TYPE, headers=more.get("headers"))


def _slug(name: str) -> str:
    """Give `NotSignedIn` or `Not Found` as `not-signed-in`, `not-found`."""
    spaced = "".join(f" {letter}" if letter.isupper() else letter for letter in name)
    return "-".join(spaced.lower().split())
