"""Fuzzes every reader and the way from question to answer for some minutes; cases that fail are kept for the tests.

    python -m eval.bench.fuzz [--minutes 10] [--seed 1] [--cases tests/trust/cases]

A file fails when its bounded process dies or hangs, or an error is no reason for people ("broken in a way no reader
can handle"). A question fails when it raises, takes over five seconds, or gives a quote that is not in its passage.
Exit status: 0 nothing found; 1 cases were kept.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from eval.bench.fuzz_files import CORPUS, LIMITS, damaged
from eval.bench.fuzz_questions import random_question
from index.build import build
from index.opened import open_index
from ingest.pipeline.bounded import BoundedWorker
from ingest.pipeline.sources import SourceFile
from ingest.records import FileStatus
from service.assistant import Assistant
from service.records import Question
from service.settings import load_settings

MOST_SECONDS = 5.0
BAD_REASONS = ("made its reader crash", "not read within", "broken in a way no reader can handle")


def main() -> int:
    """Fuzz files for half of the time, questions for the other half."""
    asked = _parser().parse_args()
    chance = random.Random(asked.seed)  # noqa: S311 - cases, not secrets
    half = asked.minutes * 30
    files = fuzz_files(chance, half, _keeper(asked.cases / "files"))
    questions = fuzz_questions(chance, half, _keeper(asked.cases / "questions"))
    print(f"seed {asked.seed}: {files[0]} files, {files[1]} failed; {questions[0]} questions, {questions[1]} failed")
    return 1 if files[1] or questions[1] else 0


def fuzz_files(chance: random.Random, seconds: float, keep: Callable[[bytes, str], None]) -> tuple[int, int]:
    """Give how many damaged files were read, each in a bounded process, and how many of them failed."""
    originals = sorted(path for path in CORPUS.iterdir() if path.is_file())
    end, tried, failed = time.monotonic() + seconds, 0, 0
    worker = BoundedWorker(LIMITS)
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < end:
            original = chance.choice(originals)
            path = Path(folder, f"case{original.suffix}")
            path.write_bytes(damaged(original.read_bytes(), chance))
            worker.give(SourceFile(path=path, relative_path=path.name))
            worker.connection.poll(worker.seconds_left)
            report = worker.result().report
            tried += 1
            if report.status is FileStatus.FAILED and any(each in report.reason for each in BAD_REASONS):
                failed += 1
                print(f"{original.name}: {report.reason}")
                keep(path.read_bytes(), path.suffix)
    worker.close()
    return tried, failed


def fuzz_questions(chance: random.Random, seconds: float, keep: Callable[[bytes, str], None]) -> tuple[int, int]:
    """Give how many questions were asked of the demo corpus, and how many of them failed."""
    end, tried, failed = time.monotonic() + seconds, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        build([CORPUS], Path(folder), workers=1)
        index = open_index(Path(folder))
        assistant = Assistant(index, load_settings(index=Path(folder)))
        while time.monotonic() < end:
            text = random_question(chance)
            tried += 1
            fault = fault_of(assistant, text)
            if fault:
                failed += 1
                print(f"{text[:60]!r}: {fault}")
                keep(text.encode(), ".txt")
        index.close()
    return tried, failed


def fault_of(assistant: Assistant, text: str) -> str:
    """Say what is wrong with the answer to a question; empty when nothing is."""
    started = time.monotonic()
    try:
        answer = assistant.ask(Question(text=text))
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    if time.monotonic() - started > MOST_SECONDS:
        return f"took {time.monotonic() - started:.1f} seconds"
    if not (answer.abstained or answer.sources):
        return "an answer without a source"
    return "" if all(source.quote in source.passage for source in answer.sources) else "a quote that is not in its passage"


def _keeper(folder: Path) -> Callable[[bytes, str], None]:
    folder.mkdir(parents=True, exist_ok=True)

    def keep(content: bytes, suffix: str) -> None:
        (folder / f"{sha256(content).hexdigest()[:12]}{suffix}").write_bytes(content)

    return keep


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=Path, default=Path("tests/trust/cases"))
    return parser


if __name__ == "__main__":
    sys.exit(main())
