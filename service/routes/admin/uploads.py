"""New documents: what the next rebuild reads, and files sent from the browser."""

from __future__ import annotations

import os
import re
import secrets
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request

from ingest.pipeline.settings import SETTINGS_NAME
from ingest.privacy.mask import mask_path
from ingest.readers.registry import known_suffixes
from ingest.records import Access
from service.dependencies import Administrator, RunningNow
from service.errors import BodyTooLarge, NotFound, NotStored, UploadRefused
from service.rebuilding import rebuild_sources
from service.routes.documented import problems
from service.schemas.admin import UploadList, UploadOut

router = APIRouter(tags=["admin"])

MOST_NAME_CHARACTERS = 150
CLOSED = "closed"
"""The folder inside the uploads whose documents only the role `closed` may see."""

Closed = Annotated[bool, Query(description="Whether only those with the role `closed` may see the document.")]
BODY = {
    "requestBody": {"required": True, "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
}


@router.get("/api/admin/uploads", responses=problems(), summary="What the next rebuild reads")
def uploads(caller: Administrator, running: RunningNow) -> UploadList:
    """Give the configured sources and the uploaded files, open ones first, by name; closed ones to who may see them."""
    return UploadList(
        sources=tuple(str(source) for source in rebuild_sources(running.settings)),
        uploads=tuple(
            UploadOut(name=path.name, bytes=path.stat().st_size, closed=path.parent.name == CLOSED)
            for path in uploaded(running.settings.upload_folder)
            if path.parent.name != CLOSED or Access.CLOSED in caller.access
        ),
    )


@router.put(
    "/api/admin/uploads/{name}", status_code=201, responses=problems(413), openapi_extra=BODY, summary="Upload a document"
)
async def upload(name: str, request: Request, caller: Administrator, running: RunningNow, closed: Closed = False) -> UploadOut:
    """Keep a file for the next rebuild; one of the same name is replaced. Written aside and moved in whole or not at all."""
    folder = running.settings.upload_folder
    target = folder / (CLOSED if closed else "") / safe_name(name)
    aside = folder / f".{secrets.token_hex(8)}.part"  # never a name that an upload cut off by a crash has left behind
    try:
        _prepare(folder)
        size = await _receive(request, aside, running.settings.max_upload_bytes)
        if size == 0:
            raise UploadRefused("The file is empty.")
        aside.replace(target)
        if closed:
            (folder / target.name).unlink(missing_ok=True)  # what is closed now must not stay open under the same name
    except OSError as error:
        raise NotStored(f"The file was not kept ({error.strerror}). Make room for it, then upload it again.") from error
    finally:
        with suppress(OSError):  # on a read-only disk there is nothing to take away
            aside.unlink()
    return UploadOut(name=target.name, bytes=size, closed=closed)


@router.delete("/api/admin/uploads/{name}", status_code=204, responses=problems(404), summary="Take an upload back")
def remove(name: str, caller: Administrator, running: RunningNow, closed: Closed = False) -> None:
    """Remove an uploaded file; what it said leaves the index with the next rebuild. A closed one only who may see it."""
    target = running.settings.upload_folder / (CLOSED if closed else "") / safe_name(name)
    if (closed and Access.CLOSED not in caller.access) or not _is_upload(target):
        raise NotFound("upload", name)
    target.unlink()


def uploaded(folder: Path) -> tuple[Path, ...]:
    """Give the uploaded files, open ones first, by name."""
    places = (folder, folder / CLOSED)
    return tuple(path for place in places if place.is_dir() for path in sorted(place.iterdir()) if _is_upload(path))


def _prepare(folder: Path) -> None:
    """Make the folder, and say in its `corpus.toml` that what is uploaded as closed is closed, before anything can be."""
    (folder / CLOSED).mkdir(parents=True, exist_ok=True)
    marks = folder / SETTINGS_NAME
    if not marks.exists():
        aside = folder / f".{SETTINGS_NAME}.{os.getpid()}"
        aside.write_text(f'[[folder]]\npath = "{CLOSED}/*"\nclosed = true\n', "utf-8")
        aside.replace(marks)


def safe_name(name: str) -> str:
    """Give a file name without anything a path could do: no folder, no leading dot, no control character, a known suffix;
    civil registration numbers are masked.

    Raises `UploadRefused`.
    """
    last = mask_path(unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1])
    cleaned = re.sub(r"[^\w .,()&+\-–§█]", "_", last).strip(" .")
    suffix = Path(cleaned).suffix.lower()
    if suffix not in known_suffixes():
        raise UploadRefused(
            f"Files of type {suffix or 'without an ending'!s} are not read. Known: {', '.join(sorted(known_suffixes()))}."
        )
    stem = cleaned[: -len(suffix)][: MOST_NAME_CHARACTERS - len(suffix)].rstrip(" .")
    if not stem:
        raise UploadRefused("The file needs a name.")
    return stem + suffix


async def _receive(request: Request, aside: Path, limit_bytes: int) -> int:
    """Write the body as it comes; give its size. Raises `BodyTooLarge` as soon as it is."""
    size = 0
    with aside.open("xb") as file:
        async for piece in request.stream():
            size += len(piece)
            if size > limit_bytes:
                raise BodyTooLarge(limit_bytes)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    return size


def _is_upload(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and not path.name.startswith(".") and path.name != SETTINGS_NAME
