"""Office files are packages (zip) of XML: opened only within bounds."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from ingest.errors import IngestError, LimitExceeded, UnreadableDocument
from ingest.limits import Limits

_MAX_PARTS = 20_000
_ENTITY = re.compile(rb"<!\s*(?:ENTITY|DOCTYPE)", re.IGNORECASE)
_HEAD_BYTES = 8192


@contextmanager
def opened_package(path: Path, limits: Limits, program: str) -> Iterator[BinaryIO]:
    """The checked package as a file of bytes, closed at the end; `program` can save it anew.

    The file is opened here because the office libraries leave one open that they fail to read. What they raise for a
    broken package becomes `UnreadableDocument`; raises `LimitExceeded` too.
    """
    with _errors(path, program), path.open("rb") as file:
        _check(path, file, limits)
        file.seek(0)
        yield file


def _check(path: Path, file: BinaryIO, limits: Limits) -> None:
    """Refuse a package that unpacks to more than the limit, or declares XML entities, which no office program writes.

    Python's zipfile never unpacks more of a part than its directory entry says, so the entries can be trusted here.
    """
    with zipfile.ZipFile(file) as package:
        parts = package.infolist()
        unpacked = sum(part.file_size for part in parts)
        if unpacked > limits.max_decompressed_bytes:
            raise LimitExceeded(
                path, f"unpacks to {unpacked} bytes, the limit is {limits.max_decompressed_bytes}. Split the file."
            )
        if len(parts) > _MAX_PARTS:
            raise LimitExceeded(path, f"a package of {len(parts)} parts, the limit is {_MAX_PARTS}. Split the file.")
        for part in parts:
            if part.filename.endswith((".xml", ".rels")) and _declares_entities(package, part):
                raise UnreadableDocument(
                    path, f"declares XML entities in {part.filename}; no office program does. Do not trust this file."
                )


def _declares_entities(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    with package.open(part) as stream:
        # In UTF-16 every second byte is zero.
        return _ENTITY.search(stream.read(_HEAD_BYTES).replace(b"\x00", b"")) is not None


@contextmanager
def _errors(path: Path, program: str) -> Iterator[None]:
    try:
        yield
    except (IngestError, MemoryError, RecursionError):
        raise
    except zipfile.BadZipFile as error:
        raise UnreadableDocument(path, f"a damaged package (zip). Open it in {program} and save it again.") from error
    except etree.XMLSyntaxError as error:
        raise UnreadableDocument(
            path, f"its XML is broken or nested too deeply. Open it in {program} and save it again."
        ) from error
    except Exception as error:  # these libraries raise errors of many kinds for a broken file
        reason = f"not a readable file of its type ({type(error).__name__}). Open it in {program} and save it again."
        raise UnreadableDocument(path, reason) from error
