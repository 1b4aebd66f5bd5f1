"""What the live generation already knows of unchanged files, so that they are not read again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import ingest
from index.errors import KildesvarIndexError
from index.generations import generation_folder, originals_folder, serving
from index.store.reading import Store
from ingest.pipeline.sources import SourceFile
from ingest.records import FileStatus, Ingested

_CARRIED = frozenset(FileStatus) - {FileStatus.FAILED}  # what failed for want of time or memory gets another chance


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """The records of the live generation. `unchanged` maps path → SHA-256 of files that need not be read if they are the same."""

    store: Store | None
    folder: Path | None
    known: frozenset[str]
    unchanged: Mapping[str, str]

    def ingested(self, path: str) -> Ingested:
        """What was made of a file then."""
        if self.store is None:
            raise KeyError(path)
        return self.store.ingested(path)

    def close(self) -> None:
        """Let go of the files."""
        if self.store is not None:
            self.store.close()


def previous_of(directory: Path, files: Sequence[SourceFile]) -> Previous:
    """What a build may carry over. Nothing when there is no readable index, or when other code read the files.

    A file whose marks in `corpus.toml` changed is read again: it may be closed now.
    """
    try:
        generation, manifest = serving(directory)
    except KildesvarIndexError:
        return Previous(store=None, folder=None, known=frozenset(), unchanged={})
    store = Store(generation_folder(directory, generation), originals_folder(directory))
    reports = store.file_reports()
    unchanged: dict[str, str] = {}
    if manifest.ingest_version == ingest_version():
        marks = {file.relative_path: repr(file.marks) for file in files}
        same = (report for report in reports if manifest.marks.get(report.path) == marks.get(report.path))
        unchanged = {report.path: report.sha256 for report in same if report.status in _CARRIED}
    return Previous(
        store=store,
        folder=generation_folder(directory, generation),
        known=frozenset(report.path for report in reports),
        unchanged=unchanged,
    )


@cache
def ingest_version() -> str:
    """Names the code of ingestion: the first 16 hex digits of the SHA-256 over its files."""
    digest = hashlib.sha256()
    for root in ingest.__path__:
        for path in sorted(Path(root).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
