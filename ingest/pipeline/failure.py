"""How a file that gave nothing is reported. Imports no reader: a build that reads nothing has no use for them."""

from __future__ import annotations

from ingest.records import FileReport, FileStatus, Ingested

OUT_OF_MEMORY = "out of memory"
"""What a reading process answers instead of a result before it ends."""


def failed(relative_path: str, sha256: str, status: FileStatus, reason: str) -> Ingested:
    """A file of which nothing could be made, with the reason."""
    return Ingested(report=FileReport(path=relative_path, sha256=sha256, status=status, reason=reason))
