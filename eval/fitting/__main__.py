"""Fits `ranking.json` and `confidence.json` to question sets of the repository, or judges the weights in use.

    python -m eval.fitting [--judge | --write] [--work DIR] [--also DOCUMENTS=QUESTIONS.jsonl ...] [--report REPORT.html]

Builds the index of every collection. `--judge` says what the weights in use are worth: the curve of right answers against
refusals, and whether the confidence is what it claims to be. Without it both are fitted anew: the penalties are chosen by
leaving one collection out, and the confidence is fitted on what becomes of each question under the ranking fitted to the other
collections (so that it is not flattered). The same sources give the same files, to the byte; it is said whether they are the
files in use, and `--write` puts them there. What is fitted on is `FITTED_ON` in `eval/own_sets.py`; the other collections, and
the sets that `--also` names, are measured alone.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.fitting import fitted, in_use
from eval.fitting.indexes import Indexes
from eval.fitting.page import page
from eval.fitting.posed import Posed, posed
from eval.fitting.verdicts import Verdict, as_text, by_answerer, curve, reliability
from eval.fitting.writing import CONFIDENCE, RANKING, beside
from eval.own_sets import FITTED_ON, OwnSet, own_sets
from service.settings import Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Build; judge, or fit, report and, if asked to, write."""
    asked = _parser().parse_args(arguments)
    with ExitStack() as stack:
        work = asked.work or Path(stack.enter_context(TemporaryDirectory(prefix="kildesvar-fitting-")))
        indexes = Indexes(work, stack)
        collections = [list(posed(each, indexes.of(each.documents))) for each in (*own_sets(), *map(_also, asked.also))]
        if asked.judge:
            _report(in_use.judged_by_title(collections), in_use.SAID, asked.report)
        else:
            _fit(collections, asked.report, write=asked.write)
    return 0


def _fit(collections: Sequence[Sequence[Posed]], report: Path | None, *, write: bool) -> None:
    """Fit to the collections of `FITTED_ON`, report on all, say whether the files come out as they stand, and write them."""
    found = fitted.fitted([questions for questions in collections if questions[0].collection in FITTED_ON])
    others = [questions for questions in collections if questions[0].collection not in FITTED_ON]
    judged = {f"{questions[0].collection}, not fitted on": found.judged(questions) for questions in others}
    _report({fitted.LEFT_OUT: found.left_out, **judged}, fitted.SAID, report)
    for path, text in ((RANKING, found.ranking_json), (CONFIDENCE, found.confidence_json)):
        print(beside(path, text))
        if write:
            path.write_text(text, encoding="utf-8")


def _also(argument: str) -> OwnSet:
    documents, separator, questions = argument.rpartition("=")
    if not separator:
        raise SystemExit(f"{argument}: say which documents the questions are about: DOCUMENTS=QUESTIONS.jsonl")
    return OwnSet(name=Path(questions).stem, documents=Path(documents), questions=(Path(questions),))


def _report(found: Mapping[str, Sequence[Verdict]], said: str, path: Path | None) -> None:
    """Print the tables of each group of verdicts, and write them with plots, if a file is named."""
    bound = float(Settings.model_fields["min_confidence"].default)
    for title, those in found.items():
        tables = (curve(those), reliability(those), by_answerer(those, bound))
        print(f"\n{title}: {len(those)} questions", *map(as_text, tables), sep="\n\n", flush=True)
    if path is not None:
        path.write_text(page(found, bound, said), encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="eval.fitting", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--judge", action="store_true", help="judge the weights in use, fit nothing")
    what.add_argument("--write", action="store_true", help="write the fitted weights into the package")
    parser.add_argument("--work", type=Path, help="keep the indexes in this folder, so that the next run builds faster")
    parser.add_argument(
        "--also", action="append", default=[], metavar="DOCUMENTS=QUESTIONS.jsonl", help="measured, not fitted on"
    )
    parser.add_argument("--report", type=Path, metavar="REPORT.html", help="curve, reliability and answerers as one page")
    return parser


if __name__ == "__main__":
    sys.exit(main())
