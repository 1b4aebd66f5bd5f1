"""A worker process seen from its parent: given one file at a time, killed when it takes too long, replaced when it dies."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import ingest
from ingest.limits import Limits
from ingest.pipeline.failure import OUT_OF_MEMORY, failed
from ingest.pipeline.sources import SourceFile
from ingest.records import FileStatus, Ingested

_START_SECONDS = 60.0


class BoundedWorker:
    """One worker process and the file it is reading, if any. Not for use by several threads."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._file: SourceFile | None = None
        self._deadline = 0.0
        self._start()

    @property
    def connection(self) -> Connection:
        """To wait on: readable when a result is there or the process has died."""
        return self._connection

    @property
    def file(self) -> SourceFile | None:
        """The file being read; None when idle."""
        return self._file

    @property
    def seconds_left(self) -> float:
        """Until the file's time is up."""
        return self._deadline - time.monotonic()

    def give(self, file: SourceFile) -> None:
        """Let the worker read a file."""
        self._file = file
        try:
            self._connection.send((str(file.path), file.relative_path, self._limits))
        except OSError:  # somebody ended it between two files
            self._restart()
            self._connection.send((str(file.path), file.relative_path, self._limits))
        self._deadline = time.monotonic() + self._limits.timeout_seconds

    def result(self) -> Ingested:
        """What became of the file, after `connection` became readable or its time was up."""
        file, self._file = self._file, None
        if file is None:
            raise ValueError("the worker was given no file")
        if not self._connection.poll():
            self._restart()
            reason = f"not read within {self._limits.timeout_seconds:g} seconds. Split the file."
            return failed(file.relative_path, "", FileStatus.FAILED, reason)
        try:
            ingested = self._connection.recv()
        except (EOFError, OSError):
            self._restart()
            return failed(file.relative_path, "", FileStatus.FAILED, "made its reader crash; it is damaged or hostile.")
        if ingested == OUT_OF_MEMORY:  # the process is ending: a file given to it now would be lost
            self._restart()
            reason = f"needs more than {self._limits.max_memory_bytes // 2**20} MB of memory. Split the file."
            return failed(file.relative_path, "", FileStatus.FAILED, reason)
        if not isinstance(ingested, Ingested):
            raise TypeError(f"the worker answered {type(ingested).__name__}")
        return ingested

    def close(self) -> None:
        """End the process and wait until it is gone, so that no zombie stays."""
        self._connection.close()
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)  # with what it started, such as an OCR program
        self._process.wait()

    def _start(self) -> None:
        self._connection, theirs = Pipe(duplex=True)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "ingest.pipeline.worker", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                env=_environment(),
                start_new_session=True,
            )
        if not self._connection.poll(_START_SECONDS):
            self.close()
            raise RuntimeError("a reading process did not start within a minute. Is the machine overloaded?")
        self._connection.recv()

    def _restart(self) -> None:
        self.close()
        self._start()


def _environment() -> dict[str, str]:
    """The parent's environment, with our package to be found and one thread for each number library: workers share the cores."""
    root = str(Path(ingest.__file__).resolve().parents[1])
    paths = [root, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return {**os.environ, **threads, "PYTHONPATH": os.pathsep.join(paths)}
