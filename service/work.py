"""The process that the admin page starts: builds or evaluates, and says how far it is, a JSON object a line."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from index.build import Check, build
from index.opened import OpenIndex, open_index
from index.records import BuildReport, GateResult
from ingest.pipeline.progress import Progress
from ingest.records import Access
from service.cli.build import GATES, as_object
from service.cli.sentences import sentence
from service.errors import SettingsInvalid
from service.evaluations import note

DONE, FAILED, DONE_IN_PART = 0, 1, 3
SECONDS_BETWEEN = 0.2  # progress is for eyes


def main(arguments: Sequence[str] | None = None) -> int:
    """Do the work; give the exit status of the command line's `build`."""
    asked = _parser().parse_args(arguments)
    try:
        return _build(asked) if asked.kind == "build" else _evaluate(asked)
    except Exception as error:
        print(sentence(error), file=sys.stderr)
        return FAILED


def gate(questions: Path, min_accuracy: float) -> Check:
    """Give the gate over a question set. Raises `SettingsInvalid` where the evaluation is not installed."""
    for point in sorted(entry_points(group=GATES), key=lambda point: point.name):
        check: Check = point.load()(questions, min_accuracy)
        return check
    raise SettingsInvalid("The gate cannot be used: the evaluation is not installed.")


def _build(asked: argparse.Namespace) -> int:
    report = build(
        asked.sources, asked.index, model=asked.model, workers=asked.workers, progress=_Teller(), check=_noting_gate(asked)
    )
    _say("report", **as_object(_without_closed(report)))
    refused = report.gate is not None and not report.gate.passed
    return DONE_IN_PART if report.generation.unreadable or refused else DONE


def _evaluate(asked: argparse.Namespace) -> int:
    check = _noting_gate(asked)
    if check is None:
        raise SettingsInvalid("There is no question set to evaluate with.")
    index = open_index(asked.index)
    try:
        result = check(index)
    finally:
        index.close()
    return DONE if result.passed else DONE_IN_PART


def _noting_gate(asked: argparse.Namespace) -> Check | None:
    """Give the gate, which also says and keeps its result."""
    if asked.gate is None:
        return None
    check = gate(asked.gate, asked.min_accuracy)

    def checking(index: OpenIndex) -> GateResult:
        _say("gate", sentence="", passed=None)
        result = check(index)
        note(asked.index, index.summary.id, result)
        _say("gate", sentence=result.sentence, passed=result.passed, accuracy=result.accuracy)
        return result

    return checking


class _Teller:
    """Says how far the build is, not more often than somebody can read."""

    def __init__(self) -> None:
        self._said_at = 0.0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._said_at >= SECONDS_BETWEEN or progress.done == progress.total:
            self._said_at = now
            _say("progress", done=progress.done, total=progress.total, pages=progress.pages, path=_shown(progress))


def _shown(progress: Progress) -> str:
    """Name a file to whoever follows the build, who may administer but not see what is closed."""
    return progress.path if progress.access is Access.OPEN else ""


def _without_closed(report: BuildReport) -> BuildReport:
    """Leave out closed files, and what was removed, of which nobody knows any more whether it was closed."""
    return replace(report, files=tuple(file for file in report.files if file.access is Access.OPEN), removed=())


def _say(event: str, **told: Any) -> None:
    print(json.dumps({"event": event, **told}, ensure_ascii=False), flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="service.work")
    parser.add_argument("kind", choices=("build", "evaluate"))
    parser.add_argument("--source", dest="sources", action="append", default=[], type=Path)
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--model", default="corpus")
    parser.add_argument("--workers", type=int, default=None)
    parser.add_argument("--gate", type=Path, default=None)
    parser.add_argument("--min-accuracy", type=float, default=0.90)
    return parser


if __name__ == "__main__":
    sys.exit(main())
