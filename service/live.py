"""The live index: which generation answers, how a new one takes over between two requests, and when the old one closes.

A request leases the generation that is live when it begins and keeps it to its end; the old generation is closed when
its last lease is given back. A generation that cannot be opened never replaces one that works: the reason is kept for
`/api/status` and `/readyz`.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol

from index.errors import FormatMismatch, IndexCorrupt
from index.opened import OpenIndex
from index.records import Filters
from ingest.records import FileReport
from service.errors import NoIndexYet, ServiceNotReady
from service.records import Answer, Question, Understood

log = logging.getLogger(__name__)


class Asks(Protocol):
    """What answers questions over one generation; thread-safe."""

    def ask(self, question: Question) -> Answer:
        """Answer, or refuse with the nearest passages."""
        ...

    def stream(self, question: Question) -> Iterator[Understood | str | Answer]:
        """How the question was understood, checked sentences of a language model as they come, and the whole answer last."""
        ...


Opener = Callable[[], tuple[OpenIndex, Asks]]
"""Opens the live generation on disk and makes its assistant."""


@dataclass(kw_only=True, eq=False)
class Serving:
    """An open generation with its assistant, how many requests hold it, and the suggestions that were found in it."""

    index: OpenIndex
    assistant: Asks
    leases: int = 0
    retired: bool = False
    suggested: dict[Hashable, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def open_document_count(self) -> int:
        """How many documents anybody who may ask may see: what may be told without asking who asks."""
        return len(self.index.store.documents(Filters()))

    @cached_property
    def masked_files(self) -> Mapping[str, FileReport]:
        """The reports of files in which civil registration numbers were masked, by path."""
        return {report.path: report for report in self.index.store.file_reports() if report.masked_count}


class LiveIndex:
    """Holds the generation that answers. Thread-safe."""

    def __init__(self, directory: Path, opener: Opener) -> None:
        self._directory = directory
        self._opener = opener
        self._lock = threading.Lock()  # guards `_serving` and lease counts, held for a few instructions only
        self._opening = threading.Lock()  # one opening at a time; requests go on meanwhile
        self._serving: Serving | None = None
        self._seen: tuple[int, int] | None = None
        self.fault = "No index has been opened yet."

    @contextmanager
    def lease(self) -> Iterator[Serving]:
        """Give the live generation for the length of a request. Raises `ServiceNotReady` when there is none."""
        with self._lock:
            serving = self._serving
            if serving is None:
                raise NoIndexYet(self.fault) if self._mark() is None else ServiceNotReady(self.fault)
            serving.leases += 1
        try:
            yield serving
        finally:
            self._give_back(serving)

    @property
    def is_ready(self) -> bool:
        """Whether a generation answers."""
        return self._serving is not None

    def refresh(self) -> bool:
        """Open the generation that `CURRENT` names if it changed since last seen; give whether a new one answers now."""
        with self._opening:
            mark = self._mark()
            if mark is None:
                self.fault = f"There is no index in {self._directory.name} yet. Add documents and build one."
                return False
            if mark == self._seen:
                return False
            return self._open(mark)

    def close(self) -> None:
        """Retire the generation; it closes when its last request ends."""
        self._replace(None)

    def _open(self, mark: tuple[int, int]) -> bool:
        start = time.perf_counter()
        self._seen = mark  # a broken generation is not tried again until CURRENT changes
        try:
            index, assistant = self._opener()
        except Exception as error:  # whatever it is, what answers now goes on answering
            self.fault = f"The live generation could not be opened ({type(error).__name__}). {_advice(error)}".strip()
            log.error("generation not opened", extra={"serving_older": self.is_ready}, exc_info=error)
            return False
        self.fault = ""
        self._replace(Serving(index=index, assistant=assistant))
        seconds = round(time.perf_counter() - start, 3)
        log.info(
            "generation live", extra={"generation": index.summary.id, "passages": index.summary.passage_count, "seconds": seconds}
        )
        return True

    def _mark(self) -> tuple[int, int] | None:
        """Give what tells one `CURRENT` from the next: its inode and time of change; None when there is none."""
        try:
            found = (self._directory / "CURRENT").stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns

    def _replace(self, new: Serving | None) -> None:
        with self._lock:
            old, self._serving = self._serving, new
            if old is not None:
                old.retired = True
            closing = old is not None and old.leases == 0
        if old is not None and closing:
            old.index.close()

    def _give_back(self, serving: Serving) -> None:
        with self._lock:
            serving.leases -= 1
            closing = serving.retired and serving.leases == 0
        if closing:
            serving.index.close()


def _advice(error: Exception) -> str:
    """Give what the index itself says of a broken generation, which names no path; of anything else nothing."""
    return str(error) if isinstance(error, (FormatMismatch, IndexCorrupt)) else ""


class Watcher(threading.Thread):
    """Looks every `seconds` whether `CURRENT` names a new generation. `wake` makes it look at once."""

    def __init__(self, live: LiveIndex, seconds: float) -> None:
        super().__init__(name="watcher", daemon=True)
        self._live = live
        self._seconds = seconds
        self._wake = threading.Event()
        self._stopped = False

    def run(self) -> None:
        """Look until stopped; a fault in one look is logged and does not end the watch."""
        while not self._stopped:
            try:
                self._live.refresh()
            except Exception:
                log.exception("could not look for a new generation")
            self._wake.wait(self._seconds)
            self._wake.clear()

    def wake(self) -> None:
        """Look now."""
        self._wake.set()

    def stop(self) -> None:
        """End the watch and wait for it."""
        self._stopped = True
        self._wake.set()
        self.join()
