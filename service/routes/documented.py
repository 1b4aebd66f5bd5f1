"""What OpenAPI says of errors: every route may answer with problem details, and says with which statuses."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from service.schemas.problem import MEDIA_TYPE

Responses = dict[int | str, dict[str, Any]]

WHY = {
    400: "The request makes no sense.",
    401: "No key, or not a valid one.",
    403: "The caller's role or origin does not allow it.",
    404: "There is no such thing that the caller may see.",
    405: "This path has no such method.",
    409: "Another rebuild or evaluation is running.",
    413: "More bytes than the limit.",
    415: "The body is not JSON.",
    422: "The request is malformed; `faults` says where.",
    429: "Too many requests from this client; `Retry-After` says how long to wait.",
    503: "No index is loaded, or a part the answer needs is down.",
}

EVERYWHERE = (400, 401, 403, 422, 429, 503)


def problems(*statuses: int) -> Responses:
    """Give the documentation of these error statuses besides those that every route may answer with."""
    return {status: _documented(status) for status in sorted({*EVERYWHERE, *statuses})}


def _documented(status: int) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    documented: dict[str, Any] = {"description": WHY[status], "content": {MEDIA_TYPE: {"schema": schema}}}
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        documented["headers"] = {"Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer"}}}
    return documented
