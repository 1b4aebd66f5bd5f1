"""All files of some sources, read in parallel, each in a bounded process; unchanged files are not read."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from multiprocessing.connection import wait
from pathlib import Path

from ingest.errors import UnreadableDocument
from ingest.limits import Limits
from ingest.pipeline.bounded import BoundedWorker
from ingest.pipeline.checksum import sha256_of
from ingest.pipeline.failure import failed
from ingest.pipeline.marks import marked
from ingest.pipeline.progress import Progress
from ingest.pipeline.sources import SourceFile, find_files
from ingest.records import FileReport, FileStatus, Ingested


def ingest(
    sources: Sequence[Path],
    *,
    previous: Mapping[str, str] | None = None,
    limits: Limits | None = None,
    workers: int | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Iterator[Ingested]:
    """Every file below `sources`, by ascending relative path, each with its report.

    `previous` maps relative path → SHA-256 of files already ingested by the same version: those that did not change
    come back with the status `unchanged` and nothing else. `workers` is the number of processes (default: one a core,
    at most 8). `progress` is called once a file, in the order in which they are done.
    Raises `SourceNotFound`, `NothingToRead` and `SettingsError` before the first file.
    """
    files = find_files(sources)
    bounds = limits or Limits()
    unchanged = {} if not previous else {file: report for file in files if (report := _unchanged(file, previous, bounds))}
    to_read = [file for file in files if file not in unchanged]
    count = min(workers or min(os.cpu_count() or 1, 8), len(to_read))
    done = _Done(total=len(files), progress=progress)
    results = _read(to_read, bounds, count) if to_read else iter(())
    return _in_order(files, unchanged, results, done)


class _Done:
    """Counts what is done, for the progress callback."""

    def __init__(self, *, total: int, progress: Callable[[Progress], None] | None) -> None:
        self._total, self._progress, self._count, self._pages = total, progress, 0, 0

    def add(self, ingested: Ingested) -> None:
        self._count += 1
        self._pages += ingested.report.page_count
        if self._progress is not None:
            report = ingested.report
            self._progress(
                Progress(done=self._count, total=self._total, pages=self._pages, path=report.path, access=report.access)
            )


def _unchanged(file: SourceFile, previous: Mapping[str, str], limits: Limits) -> Ingested | None:
    """The report of a file that is as it was before; None for one to be read."""
    before = previous.get(file.relative_path)
    if before is None:
        return None
    try:
        sha256 = sha256_of(file.path, limits)
    except (UnreadableDocument, OSError):
        return None  # reading it will say what is wrong
    return failed(file.relative_path, sha256, FileStatus.UNCHANGED, "") if sha256 == before else None


def _in_order(
    files: Sequence[SourceFile],
    unchanged: Mapping[SourceFile, Ingested],
    results: Iterator[tuple[SourceFile, Ingested]],
    done: _Done,
) -> Iterator[Ingested]:
    """Results as they are ready, put back into the order of `files`."""
    ready = {file: marked(ingested, file.marks) for file, ingested in unchanged.items()}
    for ingested in ready.values():
        done.add(ingested)
    for file in files:
        while file not in ready:
            finished, ingested = next(results)
            ready[finished] = marked(ingested, finished.marks)
            done.add(ready[finished])
        yield ready.pop(file)


def _read(files: Sequence[SourceFile], limits: Limits, count: int) -> Iterator[tuple[SourceFile, Ingested]]:
    """Each file with what became of it, in the order in which they are done. Ends all its processes, whatever happens."""
    waiting = deque(files)
    workers: list[BoundedWorker] = []
    try:
        for _ in range(count):
            workers.append(BoundedWorker(limits))
            workers[-1].give(waiting.popleft())
        while busy := [worker for worker in workers if worker.file is not None]:
            readable = wait([worker.connection for worker in busy], timeout=max(0.0, min(worker.seconds_left for worker in busy)))
            for worker in busy:
                file = worker.file
                if file is not None and (worker.connection in readable or worker.seconds_left <= 0):
                    ingested = _with_checksum(worker.result(), file, limits)
                    if waiting:
                        worker.give(waiting.popleft())
                    yield file, ingested
    finally:
        for worker in workers:
            worker.close()


def _with_checksum(ingested: Ingested, file: SourceFile, limits: Limits) -> Ingested:
    """The report of a file whose reader died has no checksum yet; with one, an unchanged bad file is not read again."""
    report: FileReport = ingested.report
    if report.sha256:
        return ingested
    try:
        return replace(ingested, report=replace(report, sha256=sha256_of(file.path, limits)))
    except (UnreadableDocument, OSError):
        return ingested
