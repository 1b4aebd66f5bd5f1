"""One build at a time: an advisory lock that the system lets go of when its holder dies, however it dies."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import BuildInProgress


@contextmanager
def locked(directory: Path) -> Iterator[None]:
    """Hold the lock of an index. Raises `BuildInProgress` at once when another process holds it."""
    directory.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(directory / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BuildInProgress(f"{directory}: another build is at work here. Wait for it to end, then try again.") from error
        yield
    finally:
        os.close(descriptor)
