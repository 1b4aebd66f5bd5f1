"""The process that reads files one after the other, so that a hostile file harms only itself.

Started by `ingest.pipeline.bounded` as `python -m ingest.pipeline.worker FD`; FD is its end of a socket pair.
It says "ready", then answers each (path, relative path, limits) with an `Ingested`, or with `OUT_OF_MEMORY` and its
end, until the other end closes.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path

from ingest.limits import Limits
from ingest.pipeline.failure import OUT_OF_MEMORY
from ingest.pipeline.file import ingest_file

# The parent kills at the limit; this alarm ends an orphan whose parent was killed itself.
_ORPHAN_GRACE_SECONDS = 30


def serve(connection: Connection) -> None:
    """Answer requests until the connection closes or memory ran out."""
    connection.send("ready")
    while True:
        try:
            path, relative_path, limits = connection.recv()
        except EOFError:
            return
        _bound(limits)
        try:
            ingested = ingest_file(Path(path), relative_path, limits)
        except MemoryError:
            connection.send(OUT_OF_MEMORY)
            return  # a process that ran out of memory is not to be trusted with another file
        signal.alarm(0)
        connection.send(ingested)


def _bound(limits: Limits) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (limits.max_memory_bytes, resource.getrlimit(resource.RLIMIT_AS)[1]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(int(limits.timeout_seconds) + _ORPHAN_GRACE_SECONDS)


def main() -> None:
    """Run as a worker. Whatever a library prints must not reach the program's own output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the parent, which ends its workers
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    with Connection(int(sys.argv[1])) as connection:
        serve(connection)


if __name__ == "__main__":
    main()
