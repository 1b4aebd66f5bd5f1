"""What can go wrong with an index.

KildesvarIndexError
├── IndexNotFound          no index in the named folder
├── IndexCorrupt           a file of the generation is missing or not what was written
├── FormatMismatch         written by another version of Kildesvar
├── ModelUnavailable       a named model cannot be loaded, or is not the one the index was built with
├── BuildInProgress        another build holds the lock
└── GenerationNotFound     no such generation to roll back to
"""

from __future__ import annotations

from pathlib import Path


class KildesvarIndexError(Exception):
    """Root of all errors of the index."""


class IndexNotFound(KildesvarIndexError):
    """No index in the named folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: there is no index here. Build one with: kildesvar build FOLDER --index {path}")


class IndexCorrupt(KildesvarIndexError):
    """A file of the generation is missing or not what was written."""


class FormatMismatch(KildesvarIndexError):
    """Written by another version of Kildesvar."""


class ModelUnavailable(KildesvarIndexError):
    """A named model cannot be loaded, or is not the one the index was built with."""


class BuildInProgress(KildesvarIndexError):
    """Another build holds the lock."""


class GenerationNotFound(KildesvarIndexError):
    """No such generation to roll back to."""
