"""A bound on how often one client may call: a token bucket per client, refused requests told when to come back."""

from __future__ import annotations

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from service.errors import TooManyRequests
from service.problems import problem_response
from service.settings import Settings

MOST_CLIENTS = 10_000
"""Clients remembered at a time; the one that called longest ago is forgotten first, so that memory stays bounded."""


class Buckets:
    """Token buckets by client name. Thread-safe."""

    def __init__(self, *, per_minute: int, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_second = per_minute / 60
        self._burst = float(burst)
        self._clock = clock
        self._lock = threading.Lock()
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()  # client → (tokens, when counted)

    def take(self, client: str) -> int:
        """Take a token: 0 when there was one, else the whole seconds until there will be."""
        now = self._clock()
        with self._lock:
            tokens, counted = self._buckets.pop(client, (self._burst, now))
            tokens = min(self._burst, tokens + (now - counted) * self._per_second)
            allowed = tokens >= 1
            self._buckets[client] = (tokens - 1 if allowed else tokens, now)
            if len(self._buckets) > MOST_CLIENTS:
                self._buckets.popitem(last=False)
        return 0 if allowed else max(1, math.ceil((1 - tokens) / self._per_second))


class RateLimit:
    """Answers 429 with `Retry-After` to a client beyond the rate; only `/api/` counts."""

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._buckets = Buckets(per_minute=settings.requests_per_minute, burst=settings.burst_requests)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] == "http" and scope["path"].startswith("/api/"):
            request = Request(scope)
            wait_seconds = self._buckets.take(self._client(request))
            if wait_seconds:
                refusal = problem_response(request, TooManyRequests(wait_seconds))
                return await refusal(scope, receive, send)
        await self._app(scope, receive, send)
        return None

    def _client(self, request: Request) -> str:
        """Give the address, or behind a trusted proxy the user it names: all its users share one address."""
        address = request.client.host if request.client else ""
        if address in self._settings.proxy_addresses and self._settings.proxy_user_header:
            return f"user {request.headers.get(self._settings.proxy_user_header, address)}"
        return address
