"""A bound on request bodies, known from the header or counted as they come; refused as problem details."""

from __future__ import annotations

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.errors import BodyTooLarge
from service.problems import problem_response
from service.settings import Settings

UPLOADS = "/api/admin/uploads/"


class BodyLimit:
    """Answers 413 to a body beyond the limit; uploads have a limit of their own."""

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with a body that ends at the limit, or refuse it."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        limit_bytes = self._settings.max_upload_bytes if scope["path"].startswith(UPLOADS) else self._settings.max_body_bytes
        request = Request(scope)
        said = request.headers.get("content-length", "")
        if said.isdecimal() and int(said) > limit_bytes:
            refusal = problem_response(request, BodyTooLarge(limit_bytes))
            return await refusal(scope, receive, send)
        taken_bytes = 0

        async def counted() -> Message:
            nonlocal taken_bytes
            message = await receive()
            taken_bytes += len(message.get("body", b""))
            if taken_bytes > limit_bytes:  # as the framework's own error, which it lets through while it reads a body
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, str(BodyTooLarge(limit_bytes)))
            return message

        return await self._app(scope, counted, send)
