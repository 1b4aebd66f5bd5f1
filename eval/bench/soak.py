"""Soak: mixed questions from several clients, rebuilds and roll-backs for some minutes; memory and file handles stay flat.

    python -m eval.bench.soak [--minutes 10] [--clients 4]

A real server over a copy of the demo corpus. Every ten seconds a document changes and the index is rebuilt, or goes back
a generation. Once a second the server's resident memory and open files are noted. Exit status 1 when a request was lost,
or the last third of the run holds more than the first third after the warm-up: 10 % and 20 MB of memory, or 5 files.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from eval.bench.fuzz_files import CORPUS
from eval.bench.fuzz_questions import random_question
from index.build import build
from index.generations import roll_back

QUESTIONS = CORPUS.parent / "questions.jsonl"
CHANGE_SECONDS = 10.0
WARM_UP = 0.25  # of the run: caches fill
MOST_GROWTH, MOST_MEGABYTES = 1.10, 20.0
MOST_FILES = 5


@dataclass(slots=True)
class Seen:
    """What was seen: requests answered and lost, and per second the server's memory in MB and its open files."""

    answered: int = 0
    lost: list[str] = field(default_factory=list)
    changes: int = 0
    megabytes: list[float] = field(default_factory=list)
    files: list[int] = field(default_factory=list)


def main() -> int:
    """Run, print one JSON object, and give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--clients", type=int, default=4)
    asked = parser.parse_args()
    seen = soak(asked.minutes * 60, asked.clients)
    faults = faults_of(seen)
    figures = {"minutes": asked.minutes, "answered": seen.answered, "lost": len(seen.lost), "changes": seen.changes}
    print(json.dumps({**figures, "megabytes": thirds(seen.megabytes), "files": thirds(seen.files), "faults": faults}))
    return 1 if faults else 0


def soak(seconds: float, clients: int) -> Seen:
    """Ask and change for so long; give what was seen."""
    seen, stop, chance = Seen(), threading.Event(), random.Random(1)  # noqa: S311 - questions, not secrets
    with tempfile.TemporaryDirectory() as scratch:
        corpus = Path(shutil.copytree(CORPUS, Path(scratch, "corpus")))
        index = Path(scratch, "index")
        build([corpus], index, workers=1)
        with _server(index) as (address, process):
            askers = [threading.Thread(target=_ask_on, args=(address, seen, stop, number)) for number in range(clients)]
            changer = threading.Thread(target=_change_on, args=(corpus, index, seen, stop, chance))
            for thread in (*askers, changer):
                thread.start()
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                seen.megabytes.append(_megabytes(process.pid))
                seen.files.append(len(os.listdir(f"/proc/{process.pid}/fd")))
                time.sleep(1.0)
            stop.set()
            for thread in (*askers, changer):
                thread.join()
    return seen


def faults_of(seen: Seen) -> list[str]:
    """Say what did not hold; nothing when all did."""
    faults = [f"{len(seen.lost)} requests were lost, the first: {seen.lost[0]}"] if seen.lost else []
    first, _, last = thirds(seen.megabytes)
    if last > first * MOST_GROWTH and last > first + MOST_MEGABYTES:
        faults.append(f"memory grew from {first:.0f} to {last:.0f} MB")
    first, _, last = thirds(seen.files)
    if last > first + MOST_FILES:
        faults.append(f"open files grew from {first:.0f} to {last:.0f}")
    return faults


def thirds(values: Sequence[float]) -> tuple[float, float, float]:
    """Give the median of each third of the values after the warm-up."""
    kept = list(values)[int(len(values) * WARM_UP) :] or [0.0]
    size = max(1, len(kept) // 3)
    parts = (kept[:size], kept[size : 2 * size] or kept, kept[-size:])
    first, middle, last = (round(median(part), 1) for part in parts)
    return first, middle, last


def _ask_on(address: str, seen: Seen, stop: threading.Event, number: int) -> None:
    """Ask questions of the demo set and half-made ones, search, list and look at pages, until told to stop."""
    chance = random.Random(number)  # noqa: S311
    asked = [json.loads(line)["question"] for line in QUESTIONS.read_text("utf-8").splitlines()]
    while not stop.is_set():
        text = chance.choice(asked) if chance.random() < 0.7 else random_question(chance)
        path, body = chance.choice(
            (
                ("/api/ask", {"question": text}),
                ("/api/ask", {"question": text}),
                ("/api/search", {"query": text}),
                ("/api/meetings", None),
            )
        )
        data = json.dumps(body).encode() if body else None
        request = urllib.request.Request(address + path, data=data, headers={"content-type": "application/json"})  # noqa: S310 - our own server
        try:
            with urllib.request.urlopen(request, timeout=30) as response:  # noqa: S310 - our own server
                response.read()
            seen.answered += 1
        except OSError as error:
            seen.lost.append(f"{path}: {error}")


def _change_on(corpus: Path, index: Path, seen: Seen, stop: threading.Event, chance: random.Random) -> None:
    """Rebuild with a changed document, or go back a generation, every ten seconds until told to stop."""
    while not stop.wait(CHANGE_SECONDS):
        seen.changes += 1
        if seen.changes % 3 == 0:
            roll_back(index)
        else:
            text = f"Notat\n\nUdvalget afsatte {chance.randrange(10_000)} kr. til prøven.\n"
            (corpus / "soak.txt").write_text(text, "utf-8")
            build([corpus], index, workers=1)


@contextlib.contextmanager
def _server(index: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    variables = {"KILDESVAR_INDEX": str(index), "KILDESVAR_REQUESTS_PER_MINUTE": "1000000", "KILDESVAR_BURST_REQUESTS": "1000000"}
    command = [sys.executable, "-m", "service.cli.main", "serve", "--port", str(port)]
    process = subprocess.Popen(command, env={**os.environ, **variables}, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            with contextlib.suppress(OSError), urllib.request.urlopen(f"{address}/readyz", timeout=2):  # noqa: S310
                break
            time.sleep(0.1)
        yield address, process
    finally:
        process.terminate()
        process.wait(timeout=30)


def _megabytes(pid: int) -> float:
    """Give the resident memory of a process."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


if __name__ == "__main__":
    sys.exit(main())
