"""What routes ask for by name: the running application, the caller, a caller who may administer, the live generation."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated, cast

from fastapi import Depends, Request

from service.access import Caller, Claim, Role, caller_of
from service.errors import NotAllowed
from service.live import Serving
from service.running import Running

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


async def running_of(request: Request) -> Running:
    """Give what the application holds."""
    return cast("Running", request.app.state.running)


async def signed_in(request: Request, running: Annotated[Running, Depends(running_of)]) -> Caller:
    """Give the caller; refuse one who may not read, and a change asked for by a page of a foreign origin."""
    claim = Claim(
        address=request.client.host if request.client else "",
        host=request.headers.get("host", ""),
        headers=request.headers,
        cookies=request.cookies,
    )
    caller = caller_of(claim, running.settings, running.keys)
    caller.require(Role.READER)
    if request.method not in SAFE_METHODS:
        _refuse_foreign_page(request, running)
    return caller


async def administrator(request: Request, caller: Annotated[Caller, Depends(signed_in)]) -> Caller:
    """Give the caller, who may administer; never from a page of another origin, embedding allowed or not."""
    caller.require(Role.ADMIN)
    if not _same_origin(request):
        raise NotAllowed("Administration is only possible from this service's own pages.")
    return caller


async def serving_generation(running: Annotated[Running, Depends(running_of)]) -> AsyncIterator[Serving]:
    """Give the live generation, held to the end of the request."""
    with running.live.lease() as serving:
        yield serving


def _refuse_foreign_page(request: Request, running: Running) -> None:
    """Raise `NotAllowed` for a foreign page's request (CSRF) unless its origin may embed the widget."""
    allowed = running.settings.cors_origins
    if not _same_origin(request) and "*" not in allowed and request.headers.get("origin") not in allowed:
        raise NotAllowed("Pages of this origin may not ask here. Set KILDESVAR_CORS_ORIGINS to allow it.")


def _same_origin(request: Request) -> bool:
    """Whether a request comes from our own page or from none. Behind a proxy names differ, but the browser says so itself."""
    origin = request.headers.get("origin")
    if origin is None or request.headers.get("sec-fetch-site") == "same-origin":
        return True
    return origin.partition("://")[2] == request.headers.get("host", "")


RunningNow = Annotated[Running, Depends(running_of)]
Reader = Annotated[Caller, Depends(signed_in)]
Administrator = Annotated[Caller, Depends(administrator)]
Generation = Annotated[Serving, Depends(serving_generation)]
