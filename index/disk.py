"""What a full disk makes of a build."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.generations import discard_unfinished

NEARLY_FULL = 1024 * 1024
"""A write that failed with less than this many bytes free failed for want of space."""


@contextmanager
def disk_full_said(directory: Path) -> Iterator[None]:
    """Every library says in its own way that the disk is full; say it in one, and clear up what was half built."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        full = (
            getattr(error, "errno", None) == errno.ENOSPC
            or "full" in str(error)
            or shutil.disk_usage(directory).free < NEARLY_FULL
        )
        discard_unfinished(directory)
        if not full:
            raise
        said = "the disk is full; the live generation is unchanged. Free some space and build again"
        raise OSError(errno.ENOSPC, said, str(directory)) from error
    except BaseException:
        discard_unfinished(directory)
        raise
