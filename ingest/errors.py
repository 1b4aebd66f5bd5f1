"""What can go wrong in ingestion.

IngestError
├── SourceNotFound            a named file or folder is not there
├── NothingToRead             a folder holds no file that any reader knows
└── UnreadableDocument        one file could not be read; the others go on
    ├── EncryptedDocument     a password is needed
    ├── EmptyDocument         no text on any page
    ├── UnknownFormat         no reader for this type, or the content is not what the name says
    └── LimitExceeded         larger, longer or slower than the limits allow
"""

from __future__ import annotations

from pathlib import Path


class IngestError(Exception):
    """Root of all errors of ingestion."""


class SourceNotFound(IngestError):
    """A named file or folder is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: there is no such file or folder. Check the path.")


class NothingToRead(IngestError):
    """A folder holds no file that any reader knows."""

    def __init__(self, path: Path, suffixes: frozenset[str]) -> None:
        known = ", ".join(sorted(suffixes))
        super().__init__(f"{path}: no document to read in this folder. Known file types: {known}.")


class UnreadableDocument(IngestError):
    """One file could not be read; `reason` is a sentence for the report."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.reason = reason


class EncryptedDocument(UnreadableDocument):
    """A password is needed."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "protected by a password. Save a copy without one and build again.")


class EmptyDocument(UnreadableDocument):
    """No text on any page."""


class UnknownFormat(UnreadableDocument):
    """No reader for this type, or the content is not what the name says."""


class LimitExceeded(UnreadableDocument):
    """Larger, longer or slower than the limits allow."""
