"""The web pages, the widget and their parts: plain files, served with an ETag, and nothing else of the disk."""

from __future__ import annotations

import hashlib
import json
import mimetypes
from functools import cache
from importlib.resources import files

from fastapi import APIRouter, Request, Response

from service.errors import NotFound

router = APIRouter(include_in_schema=False)

FOLDER = "widget"
PAGES = {
    "/": "index.html",
    "/search": "search.html",
    "/meetings": "meetings.html",
    "/municipalities": "municipalities.html",
    "/admin": "admin.html",
}
ASSETS = (
    "site.css",
    "site.js",
    "text.js",
    "document.js",
    "search.js",
    "meetings.js",
    "municipalities.js",
    "admin.js",
    "review.js",
    "icon.svg",
)
ANYWHERE = {"access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin"}
"""The widget's script may be loaded by any page; what it may ask is decided where it asks."""


PARTS = ("text.js", "dom.js", "client.js", "sources.js", "verdict.js", "filters.js", "turn.js", "element.js")
"""The widget's parts in the order in which they are put together into the one script that pages include."""


@cache
def _read(name: str) -> tuple[bytes, str]:
    """Give a file's bytes and its ETag."""
    content = widget_script() if name == "widget.js" else files("service").joinpath(FOLDER, name).read_bytes()
    return content, f'"{hashlib.sha256(content).hexdigest()[:20]}"'


def widget_script() -> bytes:
    """Put the widget together: its style and its parts inside one function, so that no name leaks into the page."""
    folder = files("service").joinpath(FOLDER, "element")
    style = json.dumps(folder.joinpath("style.css").read_text("utf-8"), ensure_ascii=False)
    parts = "\n".join(folder.joinpath(part).read_text("utf-8") for part in PARTS)
    return f'(() => {{\n"use strict";\nconst STYLE = {style};\n{parts}}})();\n'.encode()


def _give(request: Request, name: str, headers: dict[str, str] | None = None) -> Response:
    content, tag = _read(name)
    all_headers = {"etag": tag, "cache-control": "no-cache", **(headers or {})}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=all_headers)
    media_type = {"js": "text/javascript"}.get(name.rsplit(".", 1)[-1]) or mimetypes.guess_type(name)[0]
    return Response(content, media_type=media_type, headers=all_headers)


@router.get("/widget.js")
async def widget(request: Request) -> Response:
    """Give the widget's script."""
    return _give(request, "widget.js", ANYWHERE)


@router.get("/assets/{name}")
async def asset(name: str, request: Request) -> Response:
    """Give a part of the pages."""
    if name not in ASSETS:
        raise NotFound("file", name)
    return _give(request, name)


@router.get("/documents/{document_id}")
async def document(document_id: str, request: Request) -> Response:
    """Give the source view; it asks for the document itself, so that access is decided in one place."""
    return _give(request, "document.html")


@router.get("/municipalities/{name}")
async def municipality(name: str, request: Request) -> Response:
    """Give the page of a municipality."""
    return _give(request, "municipalities.html")


@router.get("/")
@router.get("/search")
@router.get("/meetings")
@router.get("/municipalities")
@router.get("/admin")
async def page(request: Request) -> Response:
    """Give a page."""
    return _give(request, PAGES[request.scope["route"].path])
