"""Builds a generation: ingest, write aside, check, make live."""

from __future__ import annotations

import errno
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from index.generations import discard_unfinished, new_generation, originals_folder, prune, publish
from index.lock import locked
from index.manifest import Manifest, seal
from index.opened import OpenIndex, open_folder
from index.previous import Previous, ingest_version, previous_of
from index.records import BuildReport, GateResult
from index.store.originals import keep_original
from index.version import FORMAT_VERSION
from index.writing import GenerationWriter
from ingest.limits import Limits
from ingest.pipeline.progress import Progress
from ingest.pipeline.run import ingest
from ingest.pipeline.sources import SourceFile, find_files
from ingest.records import FileReport, FileStatus

DEFAULT_MODEL = "corpus"
CACHE = "vectors"
"""Where an index keeps the vectors of named models between builds."""
UNREADABLE = frozenset({FileStatus.NO_TEXT, FileStatus.ENCRYPTED, FileStatus.FAILED})

NEARLY_FULL = 1024 * 1024
"""A write that failed with less than this many bytes free failed for want of space."""

Check = Callable[[OpenIndex], GateResult]


@dataclass(slots=True)
class Stopwatch:
    """Wall seconds by stage."""

    started: float = field(default_factory=time.perf_counter)
    stages: list[tuple[str, float]] = field(default_factory=list)

    def stage(self, name: str) -> None:
        """End a stage that began when the one before it ended."""
        self.stages.append((name, self.total - sum(seconds for _, seconds in self.stages)))

    @property
    def total(self) -> float:
        """Seconds since the start."""
        return time.perf_counter() - self.started


def build(
    sources: Sequence[Path],
    directory: Path,
    *,
    model: str = DEFAULT_MODEL,
    limits: Limits | None = None,
    workers: int | None = None,
    progress: Callable[[Progress], None] | None = None,
    check: Check | None = None,
) -> BuildReport:
    """Build a new generation from `sources` (files and folders) and make it live, unless `check` refuses it.

    Files that did not change since the live generation are not read again. A build that ends early, however it
    ends, leaves the live generation as it was. Raises the errors of `index.errors` and, before anything is written,
    those of `ingest.errors` for the sources as a whole.
    """
    watch = Stopwatch()
    files = find_files(sources)
    with locked(directory), _disk_full_said(directory):
        previous = previous_of(directory, files)
        generation, folder = new_generation(directory)
        writer = GenerationWriter(folder)
        reports = _ingest(sources, files, directory, previous, writer, limits, workers, progress)
        watch.stage("ingest")
        dense = writer.finish(model=model, cache=directory / CACHE, previous=previous.folder)
        watch.stage("search arrays")
        manifest = seal(folder, _manifest(generation, writer, reports, model, files))
        watch.stage("checksums")
        gate = _gate(directory, folder, manifest, check)
        live = gate is None or gate.passed
        publish(directory, generation, folder, manifest, live=live)
        watch.stage("gate" if gate else "publish")
        prune(directory)
    return BuildReport(
        generation=manifest.summary(live=live),
        files=reports,
        gate=gate,
        seconds=watch.total,
        stage_seconds=tuple(watch.stages),
        dense_recall=dense.recall,
        removed=tuple(sorted(previous.known - {report.path for report in reports})),
    )


@contextmanager
def _disk_full_said(directory: Path) -> Iterator[None]:
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


def _ingest(
    sources: Sequence[Path],
    files: Sequence[SourceFile],
    directory: Path,
    previous: Previous,
    writer: GenerationWriter,
    limits: Limits | None,
    workers: int | None,
    progress: Callable[[Progress], None] | None,
) -> tuple[FileReport, ...]:
    """Bring every file's records into the generation, read or carried over; give their reports by ascending path."""
    paths = {file.relative_path: file.path for file in files}
    originals = originals_folder(directory)
    reports = []
    for ingested in ingest(sources, previous=previous.unchanged, limits=limits, workers=workers, progress=progress):
        report = ingested.report
        if report.status is FileStatus.UNCHANGED:
            ingested = previous.ingested(report.path)
            report = (
                ingested.report if ingested.report.status in UNREADABLE else replace(ingested.report, status=FileStatus.UNCHANGED)
            )
        if ingested.documents:
            keep_original(paths[report.path], originals, report.sha256)
        writer.add(ingested)
        reports.append(report)
    previous.close()
    return tuple(reports)


def _manifest(
    generation: str, writer: GenerationWriter, reports: Sequence[FileReport], model: str, files: Sequence[SourceFile]
) -> Manifest:
    return Manifest(
        id=generation,
        format_version=FORMAT_VERSION,
        ingest_version=ingest_version(),
        built_at=datetime.now(UTC).isoformat(timespec="seconds"),
        model=model,
        model_sha256="",
        document_count=writer.document_count,
        passage_count=writer.passage_count,
        fact_count=writer.fact_count,
        newest_date=writer.newest_date,
        unreadable=tuple(report.path for report in reports if report.status in UNREADABLE),
        marks={file.relative_path: repr(file.marks) for file in files},
    )


def _gate(directory: Path, folder: Path, manifest: Manifest, check: Check | None) -> GateResult | None:
    """Let the check use the new generation before anybody else can."""
    if check is None:
        return None
    opened = open_folder(directory, folder, manifest, live=False)
    try:
        return check(opened)
    finally:
        opened.close()
