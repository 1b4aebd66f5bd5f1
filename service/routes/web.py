"""The web pages, the widget and their parts: plain files, served with an ETag, and nothing else of the disk."""

from __future__ import annotations

import hashlib
import json
import mimetypes
import re
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from string import Template

from fastapi import APIRouter, Request, Response

from service.errors import NotFound

router = APIRouter(include_in_schema=False)

FOLDER = "widget"
SCRIPT = "text/javascript"
FRAME = "page.html"
PARTS = ("text.js", "dom.js", "client.js", "sources.js", "verdict.js", "filters.js", "turn.js", "element.js")
"""The widget's parts in the order in which they are put together into the one script that sites include."""

SHARED = "dom.js"
"""The part of the widget that our own pages import as a module."""

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
    SHARED,
)
ANYWHERE = {"access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin"}
"""The widget's script may be loaded by any page; what it may ask is decided where it asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """A page: its title, its script and what stands in its main part until the script has filled it. All share one frame."""

    title: str
    script: str
    main: str


WAITING = '<div id="content"><p class="wait" data-t="loading">Henter …</p></div>'
PAGES = {
    "ask": WebPage(
        title="Spørg",
        script="site.js",
        main='<h1 class="aside" data-t="askTitle">Spørg i dokumenterne</h1>\n'
        '<script src="/widget.js" defer></script>\n<kilde-svar></kilde-svar>',
    ),
    "search": WebPage(title="Søg", script="search.js", main='<h1 data-t="search">Søg</h1>\n<div id="content"></div>'),
    "meetings": WebPage(title="Møder", script="meetings.js", main=WAITING),
    "municipalities": WebPage(title="Kommuner", script="municipalities.js", main=WAITING),
    "document": WebPage(title="Kilde", script="document.js", main=WAITING),
    "admin": WebPage(title="Administration", script="admin.js", main=f'<h1 data-t="admin">Administration</h1>\n{WAITING}'),
}
"""What is said in the markup is Danish, for a browser without JavaScript; the script sets it in the reader's language."""


def widget_script() -> bytes:
    """Put the widget together: its style and its parts inside one function, so that no name leaks into the page."""
    style = json.dumps(_text("element/style.css"), ensure_ascii=False)
    parts = "\n".join(_text(f"element/{part}") for part in PARTS)
    parts = re.sub(r"^export ", "", parts, flags=re.MULTILINE)
    return f'(() => {{\n"use strict";\nconst STYLE = {style};\n{parts}}})();\n'.encode()


def _text(name: str) -> str:
    return files("service").joinpath(FOLDER, *name.split("/")).read_text("utf-8")


@cache
def _page(name: str) -> bytes:
    return Template(_text(FRAME)).substitute(asdict(PAGES[name])).encode()


@cache
def _asset(name: str) -> bytes:
    return _text(f"element/{name}" if name == SHARED else name).encode()


_widget = cache(widget_script)


def _give(request: Request, content: bytes, media_type: str | None, headers: dict[str, str] | None = None) -> Response:
    tag = f'"{hashlib.sha256(content).hexdigest()[:20]}"'
    all_headers = {"etag": tag, "cache-control": "no-cache", **(headers or {})}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=all_headers)
    return Response(content, media_type=media_type, headers=all_headers)


def _give_page(request: Request, name: str) -> Response:
    return _give(request, _page(name), "text/html")


@router.get("/widget.js")
async def widget(request: Request) -> Response:
    """Give the widget's script."""
    return _give(request, _widget(), SCRIPT, ANYWHERE)


@router.get("/assets/{name}")
async def asset(name: str, request: Request) -> Response:
    """Give a part of the pages."""
    if name not in ASSETS:
        raise NotFound("file", name)
    return _give(request, _asset(name), SCRIPT if name.endswith(".js") else mimetypes.guess_type(name)[0])


@router.get("/documents/{document_id}")
async def document(document_id: str, request: Request) -> Response:
    """Give the source view; it asks for the document itself, so that access is decided in one place."""
    return _give_page(request, "document")


@router.get("/municipalities/{name}")
async def municipality(name: str, request: Request) -> Response:
    """Give the page of a municipality."""
    return _give_page(request, "municipalities")


@router.get("/")
async def ask(request: Request) -> Response:
    """Give the page with the widget."""
    return _give_page(request, "ask")


@router.get("/search")
@router.get("/meetings")
@router.get("/municipalities")
@router.get("/admin")
async def page(request: Request) -> Response:
    """Give the page of the address' name."""
    return _give_page(request, request.scope["route"].path[1:])
