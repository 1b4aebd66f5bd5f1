"""`kildesvar build`: reads documents into a new generation of the index and makes it live."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from service.cli.options import add_index, add_json

if TYPE_CHECKING:
    from index.build import Check
    from index.records import BuildReport
    from ingest.pipeline.progress import Progress

GATES = "kildesvar.gates"
"""Entry point group of gates: `make_check(questions, min_accuracy, max_drop=…)` gives a check for `index.build.build`."""

DONE, NOTHING_DONE, WRONG_USAGE, DONE_IN_PART = 0, 1, 2, 3
REPORTED = 20


def register(subparsers: Any) -> None:
    """Add the command."""
    command = subparsers.add_parser("build", help="read documents into the index and make the new generation live")
    command.add_argument("sources", nargs="+", type=Path, metavar="SOURCE", help="a file or folder of documents")
    add_index(command)
    command.add_argument(
        "--model", default="corpus", metavar="NAME|PATH", help="embedding model: corpus (default), a hub name or a folder"
    )
    command.add_argument(
        "--gate",
        type=Path,
        action="append",
        default=[],
        metavar="QUESTIONS",
        help="question set the new generation must pass before it goes live",
    )
    command.add_argument(
        "--min-accuracy", type=_share, default=0.90, metavar="X", help="what the gate asks for, 0 to 1 (default 0.90)"
    )
    command.add_argument(
        "--max-drop", type=_share, default=None, metavar="Y", help="how far below the live generation it may score, 0 to 1"
    )
    command.add_argument(
        "--workers", type=int, default=None, metavar="N", help="processes that read documents (default: one a core)"
    )
    command.add_argument("--again", action="store_true", help="make a new generation even if no document changed")
    add_json(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Build, report, and give the exit status: 3 when some documents could not be read or the gate refused."""
    from index.build import build

    check = _gate(arguments) if arguments.gate else None
    if arguments.gate and check is None:
        print(f"{arguments.gate[0]}: the gate cannot be used, the evaluation is not installed.", file=sys.stderr)
        return WRONG_USAGE
    report = build(
        arguments.sources,
        arguments.index,
        model=arguments.model,
        workers=arguments.workers,
        progress=_progress(),
        check=check,
        again=arguments.again,
    )
    _print(report, as_json=arguments.json)
    refused = report.gate is not None and not report.gate.passed
    return DONE_IN_PART if report.generation.unreadable or refused else DONE


def as_object(report: BuildReport) -> dict[str, object]:
    """The report as one JSON object."""
    generation = report.generation
    statuses = [str(file.status) for file in report.files]
    return {
        "generation": generation.id,
        "live": generation.live,
        "changed": report.changed,
        "documents": generation.document_count,
        "passages": generation.passage_count,
        "facts": generation.fact_count,
        "newest_date": generation.newest_date.isoformat() if generation.newest_date else None,
        "model": generation.model,
        "files": {status: statuses.count(status) for status in sorted(set(statuses))},
        "unreadable": [{"path": file.path, "status": str(file.status), "reason": file.reason} for file in _unreadable(report)],
        "removed": list(report.removed),
        "gate": {"passed": report.gate.passed, "accuracy": report.gate.accuracy, "sentence": report.gate.sentence}
        if report.gate
        else None,
        "dense_recall": report.dense_recall,
        "seconds": round(report.seconds, 3),
        "stages": {name: round(seconds, 3) for name, seconds in report.stage_seconds},
    }


def _print(report: BuildReport, *, as_json: bool) -> None:
    unreadable = _unreadable(report)
    for file in unreadable[:REPORTED]:
        print(f"not read: {file.path}: {file.reason or file.status}", file=sys.stderr)
    if len(unreadable) > REPORTED:
        print(f"… and {len(unreadable) - REPORTED} more documents not read", file=sys.stderr)
    if report.gate:
        print(report.gate.sentence, file=sys.stderr)
    if as_json:
        print(json.dumps(as_object(report), ensure_ascii=False))
        return
    generation = report.generation
    counts = f"{generation.document_count} documents, {generation.passage_count} passages, {generation.fact_count} facts"
    state = "live" if generation.live else "not live: the earlier generation goes on serving"
    state = state if report.changed else "live, nothing changed"
    print(f"{generation.id} ({state}): {counts}, {len(unreadable)} not readable, {report.seconds:.1f} s")
    if report.dense_recall < 1:
        print(f"compressed vectors find {100 * report.dense_recall:.1f} % of the ten nearest passages", file=sys.stderr)


def _unreadable(report: BuildReport) -> list[Any]:
    paths = set(report.generation.unreadable)
    return [file for file in report.files if file.path in paths]


def _gate(arguments: argparse.Namespace) -> Check | None:
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=GATES), key=lambda point: point.name):
        check: Check = point.load()(arguments.gate, arguments.min_accuracy, max_drop=arguments.max_drop)
        return check
    return None


def _progress() -> Any:
    """A line on standard error that is written over, only where somebody looks at it."""
    if not sys.stderr.isatty():
        return None

    def show(progress: Progress) -> None:
        end = "\n" if progress.done == progress.total else ""
        print(
            f"\r\x1b[K{progress.done}/{progress.total} documents, {progress.pages} pages: {progress.path[-60:]}",
            end=end,
            file=sys.stderr,
        )

    return show


def _share(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0.0 <= value <= 1.0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a share between 0 and 1")
    return value
