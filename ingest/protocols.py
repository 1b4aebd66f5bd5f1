"""The seams of ingestion."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from ingest.limits import Limits
from ingest.records import ReadFile


class Reader(Protocol):
    """Reads one format. Stateless; one instance may be used by several processes.

    `suffixes` are lower case with the dot. `read` gives pages in order and never repairs or interprets text.
    Raises `UnreadableDocument` or one of its kinds (see `ingest.errors`), never anything else for a bad file.
    """

    suffixes: frozenset[str]

    def read(self, path: Path, limits: Limits) -> ReadFile: ...
