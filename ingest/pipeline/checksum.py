"""The identity of a file: the SHA-256 of its bytes."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ingest.errors import EmptyDocument, LimitExceeded
from ingest.limits import Limits


def sha256_of(path: Path, limits: Limits) -> str:
    """The checksum as 64 hex digits. Raises `LimitExceeded` above `max_file_bytes` and `EmptyDocument` for no bytes."""
    size = path.stat().st_size
    if size > limits.max_file_bytes:
        raise LimitExceeded(path, f"{size} bytes, the limit is {limits.max_file_bytes}. Split the file.")
    if size == 0:
        raise EmptyDocument(path, "the file is empty (0 bytes).")
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
