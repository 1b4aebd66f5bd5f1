"""Builds a generation: ingest, write aside, check, make live."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from index.disk import disk_full_said
from index.draft import Draft
from index.errors import IndexCorrupt
from index.generations import discard_unfinished, originals_folder, prune, publish
from index.lock import locked
from index.manifest import Manifest, seal
from index.previous import Generation, Previous, index_version, ingest_version, marks_of, previous_of
from index.records import BuildReport, GateResult
from index.store.originals import keep_original
from index.version import FORMAT_VERSION
from ingest.limits import Limits
from ingest.pipeline.progress import Progress
from ingest.pipeline.run import ingest
from ingest.pipeline.sources import SourceFile, find_files
from ingest.records import FileReport, FileStatus

if TYPE_CHECKING:
    from index.dense.building import DenseReport
    from index.opened import OpenIndex
    from index.store.writing import StoreCounts

DEFAULT_MODEL = "corpus"
CACHE = "vectors"
"""Where an index keeps the vectors of named models between builds."""
UNREADABLE = frozenset({FileStatus.NO_TEXT, FileStatus.ENCRYPTED, FileStatus.FAILED})
WITH_DOCUMENTS = frozenset({FileStatus.READ, FileStatus.PARTLY})

Check = Callable[["OpenIndex"], GateResult]

log = logging.getLogger(__name__)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What `build` was asked for."""

    sources: Sequence[Path]
    files: Sequence[SourceFile]
    directory: Path
    model: str
    limits: Limits | None
    workers: int | None
    progress: Callable[[Progress], None] | None
    check: Check | None
    again: bool

    @property
    def source_names(self) -> tuple[str, ...]:
        """The sources as the manifest keeps them, for a rebuild from the page."""
        return tuple(str(source.resolve()) for source in self.sources)


def build(
    sources: Sequence[Path],
    directory: Path,
    *,
    model: str = DEFAULT_MODEL,
    limits: Limits | None = None,
    workers: int | None = None,
    progress: Callable[[Progress], None] | None = None,
    check: Check | None = None,
    again: bool = False,
) -> BuildReport:
    """Build a new generation from `sources` (files and folders) and make it live, unless `check` refuses it.

    Files that did not change since the live generation are not read again, nor their passages analysed. Where nothing
    changed at all there is no new generation (the report says so), unless `again` or `check` ask for one: the generations
    to go back to are then all different. A build that ends early, however it ends, leaves the live generation as it was.
    Raises the errors of `index.errors` and, before anything is written, those of `ingest.errors` for the sources as a whole.
    """
    # named now, while the files are those of the code that runs: an upgrade may come in between
    ingest_version()
    index_version()
    asked = _Asked(
        sources=sources,
        files=find_files(sources),
        directory=directory,
        model=model,
        limits=limits,
        workers=workers,
        progress=progress,
        check=check,
        again=again,
    )
    with locked(directory), disk_full_said(directory):
        try:
            return _built(asked, previous_of(directory, asked.files))
        except (IndexCorrupt, sqlite3.DatabaseError) as error:
            if isinstance(error, sqlite3.OperationalError):
                raise
            log.warning("the live generation cannot be built on: every file is read again", extra={"reason": str(error)})
            discard_unfinished(directory)
            return _built(asked, Previous())


def _built(asked: _Asked, previous: Previous) -> BuildReport:
    watch = Stopwatch()
    draft = Draft(asked.directory, previous)
    try:
        reports = _ingest(asked, previous, draft)
        watch.stage("ingest")
        removed = tuple(sorted(set(previous.reports) - {report.path for report in reports}))
        before = previous.generation
        if before is not None and not draft.started and not removed and _serves(asked, before):
            return _nothing_changed(before, reports, watch)
        counts, dense = draft.writer().finish(model=asked.model, cache=asked.directory / CACHE, previous=previous.folder)
        watch.stage("search arrays")
    finally:
        previous.close()
    manifest = seal(draft.folder, _manifest(asked, draft.generation, counts, reports, dense))
    watch.stage("checksums")
    gate = _gate(asked, draft.folder, manifest)
    live = gate is None or gate.passed
    publish(asked.directory, draft.generation, draft.folder, manifest, live=live)
    watch.stage("gate" if gate else "publish")
    prune(asked.directory)
    return BuildReport(
        generation=manifest.summary(live=live),
        files=reports,
        gate=gate,
        seconds=watch.total,
        stage_seconds=tuple(watch.stages),
        dense_recall=dense.recall,
        removed=removed,
    )


def _ingest(asked: _Asked, previous: Previous, draft: Draft) -> tuple[FileReport, ...]:
    """Bring every file into the draft, read or taken over; give their reports by ascending path."""
    paths = {file.relative_path: file.path for file in asked.files}
    originals = originals_folder(asked.directory)
    reports = []
    for ingested in ingest(
        asked.sources, previous=previous.unchanged, limits=asked.limits, workers=asked.workers, progress=asked.progress
    ):
        read = ingested.report
        unchanged = read.status is FileStatus.UNCHANGED
        report = previous.reports[read.path] if unchanged else read
        if report.status in WITH_DOCUMENTS:
            keep_original(paths[report.path], originals, report.sha256)
        if previous.has_all_of(report.path) if unchanged else previous.fails_again(report):
            draft.carry(previous.segments[report.path])
        else:
            draft.add(previous.ingested(report.path) if unchanged else ingested)
        reports.append(replace(report, status=FileStatus.UNCHANGED) if unchanged and report.status not in UNREADABLE else report)
    return tuple(reports)


def _serves(asked: _Asked, before: Generation) -> bool:
    """Whether the generation that is there is all that was asked for."""
    same = before.manifest.model == asked.model and before.manifest.sources == asked.source_names
    return same and before.live and asked.check is None and not asked.again


def _nothing_changed(before: Generation, reports: tuple[FileReport, ...], watch: Stopwatch) -> BuildReport:
    return BuildReport(
        generation=before.manifest.summary(live=True),
        files=reports,
        gate=None,
        seconds=watch.total,
        stage_seconds=tuple(watch.stages),
        dense_recall=before.manifest.dense_recall,
        changed=False,
    )


def _manifest(asked: _Asked, generation: str, counts: StoreCounts, reports: Sequence[FileReport], dense: DenseReport) -> Manifest:
    return Manifest(
        id=generation,
        format_version=FORMAT_VERSION,
        ingest_version=ingest_version(),
        index_version=index_version(),
        built_at=datetime.now(UTC).isoformat(timespec="seconds"),
        model=asked.model,
        model_sha256="",
        document_count=counts.documents,
        passage_count=len(counts.rows_by_id),
        fact_count=counts.facts,
        newest_date=counts.newest_date,
        unreadable=tuple(report.path for report in reports if report.status in UNREADABLE),
        dense_recall=dense.recall,
        marks=marks_of(asked.files),
        sources=asked.source_names,
    )


def _gate(asked: _Asked, folder: Path, manifest: Manifest) -> GateResult | None:
    """Let the check use the new generation before anybody else can."""
    if asked.check is None:
        return None
    from index.opened import open_folder

    opened = open_folder(asked.directory, folder, manifest, live=False)
    try:
        return asked.check(opened)
    finally:
        opened.close()
