"""Counts and times every request, and logs it without a word of what was asked."""

from __future__ import annotations

import logging
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.metrics import Metrics

log = logging.getLogger("service.requests")

QUIET = frozenset({"/healthz", "/readyz", "/metrics"})
"""Called every few seconds by machines: counted, not logged."""


class Observe:
    """Feeds the metrics and the log. A path is named by its route (`/api/documents/{document_id}`), never as called."""

    def __init__(self, app: ASGIApp, *, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; note how it ended."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        status = 500
        start = time.perf_counter()

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noting)
        finally:
            self._note(scope, status, time.perf_counter() - start)
        return None

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        path = route_of(scope)
        self._metrics.request(scope["method"], path, status, seconds)
        if path not in QUIET:
            log.info(
                "request", extra={"method": scope["method"], "route": path, "status": status, "ms": round(seconds * 1000, 1)}
            )


def route_of(scope: Scope) -> str:
    """Give the route's own path, which names nobody; "none" where no route was found. A path as called may hold a file's name."""
    return str(getattr(scope.get("route"), "path", "none"))
