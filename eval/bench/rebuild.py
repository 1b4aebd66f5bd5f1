"""What a rebuild costs beside a build from nothing: `python -m eval.bench.rebuild --folder FOLDER [--file NAME] [--json]`.

In one run, each build in a process of its own, as a user starts it: the whole folder from nothing; the same again with
nothing changed; without one file; with that file again. The file is the one of median size, or the named one. Times are
of the clock and of all processors together (reading processes included). `pages` is the file's share of all pages: what
reading it must cost if every page cost the same.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from index.opened import open_index


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """One build: seconds of the clock and of the processors, and their shares of the build from nothing, in percent."""

    build: str
    wall_seconds: float
    cpu_seconds: float
    wall_percent: float
    cpu_percent: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Build four times and print what each cost."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--file", help="the file to take out and put back (default: the one of median size)")
    parser.add_argument("--workers", type=int, default=1, help="reading processes (default 1, so that the clock tells the work)")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="kildesvar-rebuild-") as scratch:
        folder, index = Path(shutil.copytree(asked.folder, Path(scratch, "folder"))), Path(scratch, "index")
        one = folder / asked.file if asked.file else median_file(folder)
        costs = measured(folder, index, one, asked.workers)
        share = pages_percent(index, one.relative_to(folder).as_posix())
    if asked.json:
        print(
            json.dumps({"file": one.name, "pages_percent": share, "builds": [asdict(cost) for cost in costs]}, ensure_ascii=False)
        )
        return 0
    print(f"one file: {one.name}, {share:.1f} % of all pages")
    for cost in costs:
        print(
            f"{cost.build:16} {cost.wall_seconds:8.2f} s wall {cost.wall_percent:6.1f} %"
            f" {cost.cpu_seconds:8.2f} s processor {cost.cpu_percent:6.1f} %"
        )
    return 0


def median_file(folder: Path) -> Path:
    """The file of median size, the smaller one of the middle two."""
    files = sorted((path for path in folder.rglob("*") if path.is_file()), key=lambda path: (path.stat().st_size, path.name))
    return files[(len(files) - 1) // 2]


def measured(folder: Path, index: Path, one: Path, workers: int) -> list[Cost]:
    """Build four times; the first is what the others are compared with."""
    aside = index.with_name(f"aside{one.suffix}")
    timed = [("from nothing", built(folder, index, workers)), ("unchanged", built(folder, index, workers))]
    one.rename(aside)
    timed.append(("one file less", built(folder, index, workers)))
    aside.rename(one)
    timed.append(("one file more", built(folder, index, workers)))
    wall, cpu = timed[0][1]
    return [
        Cost(
            build=name,
            wall_seconds=round(seconds, 3),
            cpu_seconds=round(processor, 3),
            wall_percent=round(100 * seconds / wall, 2),
            cpu_percent=round(100 * processor / cpu, 2),
        )
        for name, (seconds, processor) in timed
    ]


def built(folder: Path, index: Path, workers: int) -> tuple[float, float]:
    """Seconds of the clock and of the processors of one `kildesvar build`, from its start to its end."""
    command = [sys.executable, "-m", "service.cli.main", "build", str(folder), "--index", str(index), "--workers", str(workers)]
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=os.environ)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):
        raise SystemExit(f"the build ended with status {process.returncode}")
    return time.perf_counter() - started, used.ru_utime + used.ru_stime


def pages_percent(index: Path, path: str) -> float:
    """A file's share of all pages, in percent."""
    opened = open_index(index)
    try:
        pages = {report.path: report.page_count for report in opened.store.file_reports()}
    finally:
        opened.close()
    return 100 * pages[path] / max(1, sum(pages.values()))


if __name__ == "__main__":
    sys.exit(main())
