"""Fits `ranking.json` and `confidence.json` to the question sets of the repository and says what they are worth.

    python -m eval.fitting [--work DIR] [--also DOCUMENTS=QUESTIONS.jsonl ...] [--report REPORT.html] [--write]

Builds the index of every collection, chooses the penalties by leaving one collection out, fits the ranking, then the
confidence on what becomes of each question under the ranking fitted to the other collections (so that it is not flattered).
`--also` names sets that are measured and not fitted on. The same sources give the same files, to the byte.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.fitting import confidence_fit, ranking_fit
from eval.fitting.confidence_fit import Weights
from eval.fitting.outcomes import Outcome, outcomes_of
from eval.fitting.page import page
from eval.fitting.posed import Posed, posed
from eval.fitting.verdicts import Verdict, as_text, by_answerer, curve, reliability, verdicts
from eval.fitting.writing import write_confidence, write_ranking
from eval.own_sets import OwnSet, own_sets
from index.build import build
from index.opened import OpenIndex, open_index
from service.answering.extracts.answerer import ExtractAnswerer
from service.answering.extracts.coverage import Floats
from service.settings import Settings

OWN = "collections of the repository, each with weights fitted to the others"


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, fit, report and, if asked to, write."""
    asked = _parser().parse_args(arguments)
    with ExitStack() as stack:
        work = asked.work or Path(stack.enter_context(TemporaryDirectory(prefix="kildesvar-fitting-")))
        indexes = Indexes(work, stack)
        own = [list(posed(each, indexes.of(each.documents))) for each in own_sets()]
        others = [list(posed(each, indexes.of(each.documents))) for each in map(_also, asked.also)]
        ranking, ranking_made_by, by_collection = _fit_ranking(own)
        outcomes = [outcome for each in own for outcome in _outcomes(each, by_collection[each[0].collection])]
        penalty, left_out = _confidence_penalty(outcomes)
        weights = confidence_fit.fit(outcomes, penalty)
        found = {OWN: list(_verdicts(own, outcomes, left_out))}
        for questions in others:
            name = questions[0].collection
            found[f"{name}, not fitted on"] = verdicts(questions, list(_outcomes(questions, ranking)), {name: weights})
        _report(found, asked.report)
        if asked.write:
            write_ranking(ranking, ranking_made_by)
            told = sum(not (outcome.grounded or outcome.superseded) for outcome in outcomes)
            write_confidence(weights, f"python -m eval.fitting: {told} outcomes, penalty {penalty:g}")
    return 0


class Indexes:
    """The indexes of the collections, each built when it is first asked for and closed with the stack."""

    def __init__(self, work: Path, stack: ExitStack) -> None:
        self._work, self._stack = work, stack
        self._opened: dict[Path, OpenIndex] = {}

    def of(self, documents: Path) -> OpenIndex:
        """The index of a folder of documents."""
        if documents not in self._opened:
            print(f"building {documents} …", file=sys.stderr)
            directory = self._work / "-".join(documents.resolve().parts[-2:])
            build([documents], directory)
            self._opened[documents] = open_index(directory)
            self._stack.callback(self._opened[documents].close)
        return self._opened[documents]


def _also(argument: str) -> OwnSet:
    documents, separator, questions = argument.rpartition("=")
    if not separator:
        raise SystemExit(f"{argument}: say which documents the questions are about: DOCUMENTS=QUESTIONS.jsonl")
    return OwnSet(name=Path(questions).stem, documents=Path(documents), questions=(Path(questions),))


def _fit_ranking(own: Sequence[Sequence[Posed]]) -> tuple[Floats, str, dict[str, Floats]]:
    """The weights fitted to all, what to say of them, and for each collection those fitted to the others."""
    examples = [
        example for questions in own for example in ranking_fit.examples_of(questions, ExtractAnswerer(questions[0].index))
    ]
    tried = {penalty: ranking_fit.left_out(examples, penalty) for penalty in ranking_fit.PENALTIES}
    firsts = {penalty: ranking_fit.first_right_left_out(examples, weights) for penalty, weights in tried.items()}
    penalty = ranking_fit.chosen(firsts)
    weights = ranking_fit.fit(examples, penalty)
    said = ", ".join(f"{each:g}: {count}" for each, count in firsts.items())
    print(f"ranking: first windows right of {len(examples)}, collection left out, by penalty {said}")
    made_by = f"python -m eval.fitting: {len(examples)} examples, penalty {penalty:g}, {firsts[penalty]} right when left out"
    return weights, made_by, tried[penalty]


def _outcomes(questions: Sequence[Posed], ranking: Floats) -> Iterator[Outcome]:
    answerer = ExtractAnswerer(questions[0].index, ranking)
    return outcomes_of(questions, answerer)


def _confidence_penalty(outcomes: Sequence[Outcome]) -> tuple[float, dict[str, Weights]]:
    """The penalty of least loss when a collection is left out, and the weights for each collection fitted to the others."""
    tried = {penalty: confidence_fit.left_out(outcomes, penalty) for penalty in confidence_fit.PENALTIES}
    losses = {penalty: confidence_fit.loss_left_out(outcomes, weights) for penalty, weights in tried.items()}
    penalty = min(losses, key=lambda each: losses[each])
    print(
        f"confidence: loss, collection left out, by penalty {', '.join(f'{each:g}: {loss:.4f}' for each, loss in losses.items())}"
    )
    return penalty, tried[penalty]


def _verdicts(own: Sequence[Sequence[Posed]], outcomes: Sequence[Outcome], weights: dict[str, Weights]) -> Iterator[Verdict]:
    for questions in own:
        yield from verdicts(questions, outcomes, weights)


def _report(found: Mapping[str, Sequence[Verdict]], path: Path | None) -> None:
    """Print the tables of each group of verdicts, and write them with plots, if a file is named."""
    bound = float(Settings.model_fields["min_confidence"].default)
    for title, those in found.items():
        tables = (curve(those), reliability(those), by_answerer(those, bound))
        print(f"\n{title}: {len(those)} questions", *map(as_text, tables), sep="\n\n", flush=True)
    if path is not None:
        path.write_text(page(found, bound), encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="eval.fitting", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--work", type=Path, help="keep the indexes in this folder, so that the next run builds faster")
    parser.add_argument(
        "--also", action="append", default=[], metavar="DOCUMENTS=QUESTIONS.jsonl", help="measured, not fitted on"
    )
    parser.add_argument("--report", type=Path, metavar="REPORT.html", help="curve, reliability and answerers as one page")
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    return parser


if __name__ == "__main__":
    sys.exit(main())
