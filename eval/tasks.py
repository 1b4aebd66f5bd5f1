"""What `kildesvar eval` can do, one function per task; each gives the exit status."""

from __future__ import annotations

import argparse
import json
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval.experiment import Experiment, missing_evidence
from eval.figures import accuracy, figures
from eval.judging import judge
from eval.questions.reading import doubts, read_questions
from eval.questions.schema import question_of
from eval.questions.writing import write_questions
from eval.records import GoldQuestion, Judgement, Outcome
from eval.results import read_results, write_results
from eval.runs import Run, RunStore, commit_of_this_program, hash_of, now
from eval.summary import comparison_summary, percent, summary

if TYPE_CHECKING:
    from eval.compare import Comparison
    from index.opened import OpenIndex
    from service.settings import Settings

DONE, NOTHING_DONE, NOT_ENOUGH = 0, 1, 3
SETTINGS_KEPT = ("min_confidence", "model", "reranker", "answer_model_name")
DOUBTS_SHOWN = 10


def measure(arguments: argparse.Namespace) -> int:
    """Run the question sets and print, write, compare and keep the figures."""
    questions = _read(arguments.questions)
    earlier = read_results(arguments.against) if arguments.against else None
    with _opened(arguments) as (index, settings):
        outcomes = Experiment(index, settings).run(questions, _progress())
        judgements = [judge(question, outcome) for question, outcome in zip(questions, outcomes, strict=True)]
        run = _run_of(arguments, questions, judgements, index, settings)
        if arguments.out:
            write_results(arguments.out, outcomes)
        if not arguments.no_history:
            _keep(arguments.index, run, judgements)
    _say_failures(judgements)
    comparison = _compare(earlier, judgements, arguments.seed) if earlier is not None else None
    if arguments.report:
        _report(arguments, run, judgements, comparison)
    _print(arguments, run, judgements, comparison)
    return _status(arguments.min_accuracy, judgements)


def check(arguments: argparse.Namespace) -> int:
    """Say which questions rest on evidence that does not stand in the index."""
    questions = _read(arguments.questions)
    with _opened(arguments) as (index, settings):
        missing = missing_evidence(Experiment(index, settings), questions)
    if arguments.json:
        print(json.dumps({"questions": len(questions), "missing": missing, "doubts": doubts(questions)}, ensure_ascii=False))
    else:
        print("\n".join(missing) or f"The evidence of all {len(questions)} questions stands in the index.")
    return NOT_ENOUGH if missing else DONE


def template(arguments: argparse.Namespace) -> int:
    """Write a template of a question set."""
    from eval.questions.template import write_template

    write_template(arguments.template)
    print(f"{arguments.template}: two example questions; replace them by your own.")
    return DONE


def beir(arguments: argparse.Namespace) -> int:
    """Measure retrieval on a public collection, in a folder that is thrown away afterwards."""
    from tempfile import TemporaryDirectory

    from eval.beir import measure_retrieval
    from eval.collections import read_collection

    collection = read_collection(arguments.beir)
    print(f"{collection.name}: {len(collection.documents)} documents, {len(collection.queries)} queries", file=sys.stderr)
    with TemporaryDirectory(prefix="kildesvar-beir-") as folder:
        found = measure_retrieval(collection, Path(folder), _progress())
    print(
        json.dumps(found, ensure_ascii=False)
        if arguments.json
        else "\n".join(f"{name:20} {value}" for name, value in found.items())
    )
    return DONE


def generate(arguments: argparse.Namespace) -> int:
    """Make questions from the index, put them to it, and list the weak documents."""
    from eval.generate.choosing import generate as make
    from eval.generate.weak import weak_documents

    with _opened(arguments) as (index, settings):
        made = make(index, arguments.most, arguments.seed)
        if not made.chosen:
            print("No question could be made: no fact, decision or meeting was read from the documents.", file=sys.stderr)
            return NOTHING_DONE
        write_questions(arguments.generate, made.chosen)
        outcomes = Experiment(index, settings).run(made.chosen, _progress())
        judgements = [judge(question, outcome) for question, outcome in zip(made.chosen, outcomes, strict=True)]
        weak = weak_documents(index, judgements, made.possible)
    found = figures(judgements, arguments.seed)
    if arguments.json:
        print(json.dumps(found | {"weak documents": {each.path: each.reason for each in weak}}, ensure_ascii=False))
        return DONE
    print(summary(found))
    print(f"\n{len(made.chosen)} questions in {arguments.generate}; {len(weak)} weak documents:")
    print("\n".join(f"  {each.path}: {each.reason}" for each in weak))
    return DONE


def from_feedback(arguments: argparse.Namespace) -> int:
    """Write what users found helpful and editors reviewed as a question set."""
    from ingest.records import Access
    from service.feedback import FeedbackStore
    from service.question_set import questions_of

    lines = questions_of(FeedbackStore(arguments.index).list(frozenset({Access.OPEN})))
    if not lines:
        print(f"{arguments.index}: no answer was found helpful or reviewed yet, so there is nothing to write.", file=sys.stderr)
        return NOTHING_DONE
    write_questions(arguments.from_feedback, [question_of(line) for line in lines])
    print(f"{len(lines)} questions in {arguments.from_feedback}")
    return DONE


@contextmanager
def _opened(arguments: argparse.Namespace) -> Iterator[tuple[OpenIndex, Settings]]:
    from service.cli.options import given_settings
    from service.opening import open_searched
    from service.settings import load_settings

    settings = load_settings(**given_settings(arguments))
    index = open_searched(settings)
    try:
        yield index, settings
    finally:
        index.close()


def _read(paths: Sequence[Path]) -> list[GoldQuestion]:
    """The questions of all sets; what is odd about them is said on standard error."""
    questions = [question for path in paths for question in read_questions(path)]
    said = doubts(questions)
    for doubt in said[:DOUBTS_SHOWN]:
        print(f"note: {doubt}", file=sys.stderr)
    if len(said) > DOUBTS_SHOWN:
        print(f"note: … and {len(said) - DOUBTS_SHOWN} more such questions.", file=sys.stderr)
    return questions


def _progress() -> Any:
    """A line on standard error that is written over where somebody looks at it; a line at the end elsewhere."""

    def show(done: int, total: int) -> None:
        if sys.stderr.isatty():
            print(f"\r\x1b[K{done}/{total} questions", end="\n" if done == total else "", file=sys.stderr, flush=True)
        elif done == total or done % 50 == 0:
            print(f"{done}/{total} questions", file=sys.stderr, flush=True)

    return show


def _run_of(
    arguments: argparse.Namespace,
    questions: Sequence[GoldQuestion],
    judgements: Sequence[Judgement],
    index: OpenIndex,
    settings: Settings,
) -> Run:
    return Run(
        at=now(),
        questions=", ".join(path.name for path in arguments.questions),
        questions_hash=hash_of(questions),
        commit=commit_of_this_program(),
        generation=index.summary.id,
        settings={name: getattr(settings, name) for name in SETTINGS_KEPT} | {"documents": index.summary.document_count},
        seed=arguments.seed,
        figures=figures(judgements, arguments.seed),
    )


def _keep(directory: Path, run: Run, judgements: Sequence[Judgement]) -> None:
    try:
        RunStore(directory).add(run, judgements)
    except (sqlite3.Error, OSError):
        print(f"note: {directory} cannot be written, so this run is not kept in its history.", file=sys.stderr)


def _compare(earlier: Any, judgements: Sequence[Judgement], seed: int) -> Comparison:
    from eval.compare import compare

    questions = [judgement.question for judgement in judgements if judgement.question.id in earlier]
    return compare([judge(question, Outcome(result=earlier[question.id])) for question in questions], judgements, seed)


def _say_failures(judgements: Sequence[Judgement]) -> None:
    """Questions that ended in an error count as wrong, and are said to have."""
    failed = [judgement for judgement in judgements if judgement.outcome.error]
    for judgement in failed[:DOUBTS_SHOWN]:
        print(f"note: {judgement.question.id} ended in an error ({judgement.outcome.error}).", file=sys.stderr)


def _report(arguments: argparse.Namespace, run: Run, judgements: Sequence[Judgement], comparison: Comparison | None) -> None:
    from eval.report.page import write_report

    history = [] if arguments.no_history else RunStore(arguments.index).list(run.questions_hash)
    write_report(arguments.report, run, judgements, comparison, history)


def _print(arguments: argparse.Namespace, run: Run, judgements: Sequence[Judgement], comparison: Comparison | None) -> None:
    if arguments.json:
        kept = {"questions_hash": run.questions_hash, "commit": run.commit, "generation": run.generation, "seed": run.seed}
        print(json.dumps(run.figures | kept | _as_dict(comparison), ensure_ascii=False))
        return
    print(summary(run.figures))
    if comparison is not None:
        print("\n" + comparison_summary(comparison))
    misses = [judgement for judgement in judgements if not judgement.right]
    if misses:
        print("\nnot right: " + " ".join(judgement.question.id for judgement in misses))


def _as_dict(comparison: Comparison | None) -> dict[str, Any]:
    if comparison is None:
        return {}
    return {
        "against": {
            "questions": comparison.questions,
            "gain": round(comparison.gain, 4),
            "better": [change.after.question.id for change in comparison.better],
            "worse": [change.after.question.id for change in comparison.worse],
            "p": round(comparison.p_right, 4),
        }
    }


def _status(min_accuracy: float | None, judgements: Sequence[Judgement]) -> int:
    reached = accuracy(judgements)
    if min_accuracy is not None and reached < min_accuracy:
        print(f"{percent(reached)} right is below the {percent(min_accuracy)} asked for.", file=sys.stderr)
        return NOT_ENOUGH
    return DONE
