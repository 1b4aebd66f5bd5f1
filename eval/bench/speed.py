"""Speed and quality beside other tools: `python -m eval.bench.speed --shared DIR [--peers .venv-peers/bin/python]`.

Says how long `kildesvar` takes to start and to answer. With an environment of the peers (see
`eval/bench/peers/requirements.txt`) they run on the same passages and questions; `--model` names the sentence
embedding model that the hybrid ones use.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from eval.bench.peers.compare import compare
from eval.bench.quality import Corpus, corpora
from eval.bench.rows import append_row, as_table, row
from eval.metrics.latency import percentile
from eval.questions.reading import read_questions
from index.build import build
from index.opened import open_index
from service.settings import load_settings

PEERS = ("recall@1", "recall@5", "recall@10", "reciprocal rank", "p50 ms", "p95 ms", "texts")
TIMES = ("p50 ms", "most ms")
REPEATS = 5
MODEL = "all-MiniLM-L6-v2"


def main(arguments: Sequence[str] | None = None) -> int:
    """Time the command line, then compare."""
    asked = _parser().parse_args(arguments)
    with ExitStack() as stack:
        work = asked.work or Path(stack.enter_context(TemporaryDirectory(prefix="kildesvar-bench-")))
        for corpus in [corpus for corpus in corpora(asked.shared) if corpus.name in (asked.only or ("demo", "shared"))]:
            _measure(corpus, work, asked)
    return 0


def _measure(corpus: Corpus, work: Path, asked: argparse.Namespace) -> None:
    directory = work / corpus.name
    report = build([corpus.documents], directory)
    print(f"\n{corpus.name}: {report.generation.passage_count} passages built in {report.seconds:.1f} s", flush=True)
    lines = [row("command line", name, corpus.name, _timed(command)) for name, command in _commands(directory).items()]
    _show(lines, TIMES, asked.out)
    if asked.peers is None:
        print("The peers need an environment of their own: eval/bench/peers/requirements.txt says how.", flush=True)
        return
    index = open_index(directory)
    gold = [question for path in corpus.questions for question in read_questions(path)]
    found = compare(index, load_settings(index=directory), gold, asked.peers, asked.model, work / f"{corpus.name}-peers")
    _show([row("peers", name, corpus.name, measured) for name, measured in found], PEERS, asked.out)
    index.close()


def _commands(directory: Path) -> dict[str, list[str]]:
    start = [sys.executable, "-m", "service.cli.main"]
    return {
        "kildesvar --help": [*start, "--help"],
        "kildesvar ask": [*start, "ask", "who drives akutsygepleje in Læsø", "--index", str(directory)],
        "kildesvar search": [*start, "search", "akutsygepleje", "--index", str(directory)],
    }


def _timed(command: list[str]) -> dict[str, Any]:
    """Wall milliseconds of a whole process, from start to end."""
    milliseconds = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True)
        milliseconds.append(1000 * (time.perf_counter() - started))
    return {"p50 ms": round(percentile(milliseconds, 50), 1), "most ms": round(max(milliseconds), 1)}


def _show(lines: list[dict[str, Any]], columns: tuple[str, ...], out: Path | None) -> None:
    print(as_table(lines, columns), flush=True)
    for line in lines:
        append_row(out, line)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="eval.bench.speed", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the shared material")
    parser.add_argument("--only", action="append", choices=("demo", "shared", "greve"), help="measure these corpora only")
    parser.add_argument("--peers", type=Path, help="the python of the peers' environment")
    parser.add_argument("--model", default=MODEL, help="the embedding model of the hybrid peers: a name or a folder")
    parser.add_argument("--work", type=Path, help="keep the indexes in this folder, so that the next run builds faster")
    parser.add_argument("--out", type=Path, help="add the rows to this file as JSON lines")
    return parser


if __name__ == "__main__":
    sys.exit(main())
