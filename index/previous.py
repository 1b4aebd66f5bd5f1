"""What the live generation already knows of unchanged files, so that they are neither read nor analysed again."""

from __future__ import annotations

import hashlib
import platform
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from types import ModuleType

import index
import ingest
from index.errors import KildesvarIndexError
from index.generations import generation_folder, live_id, originals_folder, serving
from index.manifest import Manifest, check_files
from index.store.reading import Store
from index.store.segments import Segment
from ingest.pipeline.sources import SourceFile
from ingest.records import FileReport, FileStatus, Ingested

_MADE_ANEW = "lexical/"  # what is searched by words depends on the whole corpus: nothing of it is taken over
_CARRIED = frozenset(FileStatus) - {FileStatus.FAILED}  # what failed for want of time or memory gets another chance


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """The generation that a build goes on from. `live` says whether it is the live one or stands in for it."""

    folder: Path
    manifest: Manifest
    store: Store
    live: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """The records of the live generation.

    `unchanged` maps path → SHA-256 of files that need not be read if they are the same; `segments` says where the
    records of those stand whose passages need not be analysed again either. `reports` are all files it knew, by path.
    """

    generation: Generation | None = None
    reports: Mapping[str, FileReport] = field(default_factory=dict)
    unchanged: Mapping[str, str] = field(default_factory=dict)
    segments: Mapping[str, Segment] = field(default_factory=dict)

    @property
    def folder(self) -> Path | None:
        """Where it stands."""
        return self.generation.folder if self.generation else None

    def ingested(self, path: str) -> Ingested:
        """What was made of a file then."""
        if self.generation is None:
            raise KeyError(path)
        return self.generation.store.ingested(path)

    def has_all_of(self, path: str) -> bool:
        """Whether the passages of a file need not be analysed again."""
        return path in self.segments

    def fails_again(self, report: FileReport) -> bool:
        """Whether a file that could not be read then could not be read now for the same reason."""
        before = self.reports.get(report.path)
        return (
            report.status is FileStatus.FAILED
            and before is not None
            and report.path in self.segments
            and replace(report, seconds=0.0) == replace(before, seconds=0.0)
        )

    def check(self) -> None:
        """Compare every byte of what is about to be taken over with its checksum. Raises `IndexCorrupt`."""
        if self.generation is not None:
            manifest = self.generation.manifest
            taken = {name: mark for name, mark in manifest.files.items() if not name.startswith(_MADE_ANEW)}
            check_files(self.generation.folder, replace(manifest, files=taken), whole=True)

    def close(self) -> None:
        """Let go of the files."""
        if self.generation is not None:
            self.generation.store.close()


def previous_of(directory: Path, files: Sequence[SourceFile]) -> Previous:
    """What a build may take over. Nothing when there is no readable index, or when other code read the files.

    A file whose marks in `corpus.toml` changed is read again: it may be closed now. So are files that share a path.
    """
    try:
        generation, manifest = serving(directory)
    except KildesvarIndexError:
        return Previous()
    folder = generation_folder(directory, generation)
    store = Store(folder, originals_folder(directory))
    reports = {report.path: report for report in store.file_reports()}
    opened = Generation(folder=folder, manifest=manifest, store=store, live=generation == live_id(directory))
    if manifest.ingest_version != ingest_version():
        return Previous(generation=opened, reports=reports)
    marks = marks_of(files)
    same = [report for path, report in reports.items() if path in marks and manifest.marks.get(path) == marks[path]]
    known = {report.path for report in same} if manifest.index_version == index_version() else set()
    return Previous(
        generation=opened,
        reports=reports,
        unchanged={report.path: report.sha256 for report in same if report.status in _CARRIED},
        segments={segment.path: segment for segment in store.segments() if segment.path in known},
    )


def marks_of(files: Sequence[SourceFile]) -> dict[str, str]:
    """What `corpus.toml` says of each file, by path; without files that share a path, of which one cannot tell which is which."""
    twice = Counter(file.relative_path for file in files)
    return {file.relative_path: repr(file.marks) for file in files if twice[file.relative_path] == 1}


@cache
def ingest_version() -> str:
    """Names the code that reads files: the first 16 hex digits of the SHA-256 over its files."""
    return _code_version(ingest)


@cache
def index_version() -> str:
    """Names the code that analyses passages, and the Python that runs it."""
    return _code_version(index)


def _code_version(package: ModuleType) -> str:
    digest = hashlib.sha256(platform.python_version().encode())
    for root in package.__path__:
        for path in sorted(Path(root).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
