"""`kildesvar eval`: puts question sets to the index and says how many answers are right, and why the rest is not."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from service.cli.options import add_index, add_json, add_reranker

WRONG_USAGE = 2


def register(subparsers: Any) -> None:
    """Add the command."""
    command = subparsers.add_parser("eval", help="put question sets to the index and measure the answers")
    command.add_argument("questions", nargs="*", type=Path, metavar="QUESTIONS", help="a question set: .jsonl, .csv or .xlsx")
    add_index(command)
    add_reranker(command)
    command.add_argument("--out", type=Path, metavar="RESULTS.jsonl", help="write what was answered, one JSON object a line")
    command.add_argument("--report", type=Path, metavar="REPORT.html", help="write a report to read in a browser or on paper")
    command.add_argument("--against", type=Path, metavar="EARLIER.jsonl", help="compare with the results of an earlier run")
    command.add_argument("--min-accuracy", type=_share, metavar="X", help="end with status 3 when fewer are right, 0 to 1")
    command.add_argument("--seed", type=int, default=0, help="seed of the intervals and tests (default 0)")
    command.add_argument("--no-history", action="store_true", help="do not keep this run in the history beside the index")
    other = command.add_argument_group("other things to do")
    other.add_argument("--check", action="store_true", help="only check the sets and whether their evidence stands in the index")
    other.add_argument("--beir", type=Path, metavar="DIR", help="measure retrieval on a BEIR folder or a SQuAD file")
    other.add_argument("--generate", type=Path, metavar="OUT.jsonl", help="make questions with known answers from the index")
    other.add_argument("--most", type=_count, default=200, metavar="N", help="how many questions to make (default 200)")
    other.add_argument("--from-feedback", type=Path, metavar="OUT.jsonl", help="make a question set from reviewed feedback")
    other.add_argument("--template", type=Path, metavar="FILE", help="write an empty question set: .jsonl, .csv or .xlsx")
    add_json(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked; a faulty question set is wrong usage, said in sentences."""
    from eval.errors import EvaluationError

    try:
        return _task(arguments)
    except EvaluationError as error:
        print(error, file=sys.stderr)
        return WRONG_USAGE


def _task(arguments: argparse.Namespace) -> int:
    """The one task that the options name; a question set is only wanted for measuring and checking."""
    from eval import tasks

    others = {name: getattr(arguments, name) for name in ("template", "beir", "generate", "from_feedback")}
    named = [name for name, value in others.items() if value is not None]
    if len(named) + bool(arguments.questions) > 1:
        print(
            "kildesvar eval: question sets, --template, --beir, --generate and --from-feedback: one at a time.", file=sys.stderr
        )
        return WRONG_USAGE
    if named:
        task: int = getattr(tasks, named[0])(arguments)
        return task
    if not arguments.questions:
        print("kildesvar eval: name a question set. A template: kildesvar eval --template questions.csv", file=sys.stderr)
        return WRONG_USAGE
    return tasks.check(arguments) if arguments.check else tasks.measure(arguments)


def _share(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 1")
    return value


def _count(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text} is not above 0")
    return value
