"""Copies of the original files, named by their content, shared by all generations of an index."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

FOLDER = "originals"


def original_path(folder: Path, sha256: str, name: str) -> Path:
    """Where the copy of the file with this content stands; the suffix is kept so that a viewer knows the type."""
    return folder / sha256[:2] / f"{sha256}{Path(name).suffix.lower()}"


def keep_original(source: Path, folder: Path, sha256: str) -> Path | None:
    """Copy a file into the index, unless a copy is there. Gives None when the file has changed or gone since it was read."""
    target = original_path(folder, sha256, source.name)
    if target.exists():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        shutil.copyfile(source, aside)
        if file_sha256(aside) != sha256:
            return None
        with aside.open("rb") as copied:
            os.fsync(copied.fileno())
        aside.replace(target)
    except FileNotFoundError:
        return None
    finally:
        aside.unlink(missing_ok=True)
    return target


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hex."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
