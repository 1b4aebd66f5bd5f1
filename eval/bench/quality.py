"""Quality on the development sets and our own, and what each part is worth: `python -m eval.bench.quality --shared DIR`.

Prints tables; with `--out` every row goes to a file as JSON. Without the shared material only our own collections are
measured. Exit status 3 when one of them gives fewer right answers than its floor: `eval/invented/floors.json`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from eval.bench.ablation import ablate_answering, ablate_retrieval
from eval.bench.rows import append_row, as_table, row
from eval.experiment import Experiment
from eval.figures import figures
from eval.floors import below_floor
from eval.judging import judge
from eval.own_sets import own_sets
from eval.questions.reading import read_questions
from eval.records import GoldQuestion
from index.build import build
from index.opened import OpenIndex, open_index
from service.settings import load_settings

SETS = ("right", "low", "high", "cited", "wrong answers", "false refusals", "recall@5", "p50 ms", "p95 ms")
ANSWERING = ("right", "wrong answers", "false refusals", "cited", "failed", "p50 ms")
NOT_ENOUGH = 3
RETRIEVAL = ("recall@1", "recall@5", "recall@10", "reciprocal rank", "nDCG@10", "p50 ms")


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """A corpus with its question sets. `ablated` says that it is small enough to be measured many times."""

    name: str
    documents: Path
    questions: tuple[Path, ...]
    ablated: bool = True


def corpora(shared: Path) -> list[Corpus]:
    """The collections of the repository and, where it is there, the shared material."""
    sets = [shared / "eval" / f"{name}_dev.jsonl" for name in ("core", "bundle", "table")]
    return [
        *(
            Corpus(name=own.name, documents=own.documents, questions=own.questions, ablated=own.name == "demo")
            for own in own_sets()
        ),
        *([Corpus(name="shared", documents=shared / "corpus" / "rendered", questions=tuple(sets))] if sets[0].exists() else []),
        *(
            [Corpus(name="greve", documents=shared / "greve", questions=(shared / "eval" / "greve_dev.jsonl",), ablated=False)]
            if (shared / "greve").is_dir()
            else []
        ),
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Build each corpus, put its sets to it, take it apart."""
    asked = _parser().parse_args(arguments)
    with ExitStack() as stack:
        work = asked.work or Path(stack.enter_context(TemporaryDirectory(prefix="kildesvar-bench-")))
        chosen = [corpus for corpus in corpora(asked.shared) if not asked.only or corpus.name in asked.only]
        opened = [(corpus, _opened(corpus, work)) for corpus in chosen]
        lines = [_measured(corpus, index, questions) for corpus, index in opened for questions in corpus.questions]
        _show("question sets", lines, SETS, asked.out)
        fallen = [fault for line in lines if (fault := below_floor(line["corpus"], line["set"], line["right"]))]
        for corpus, index in opened:
            if corpus.ablated and not asked.sets_only:
                _take_apart(corpus, index, asked.out)
            index.close()
    print("\n".join(fallen) or "Every set of our own is at or above its floor.")
    return NOT_ENOUGH if fallen else 0


def _opened(corpus: Corpus, work: Path) -> OpenIndex:
    print(f"building {corpus.name} …", file=sys.stderr)
    build([corpus.documents], work / corpus.name)
    return open_index(work / corpus.name)


def _measured(corpus: Corpus, index: OpenIndex, questions: Path) -> dict[str, Any]:
    gold = read_questions(questions)
    outcomes = Experiment(index, load_settings(index=index.directory)).run(gold)
    found = figures([judge(question, outcome) for question, outcome in zip(gold, outcomes, strict=True)])
    low, high = found["interval"]
    # a set without answers has nothing to cite and no evidence to find: "–"
    measured = {
        "questions": found["questions"],
        "right": found["accuracy"],
        "low": low,
        "high": high,
        "cited": found["shares"].get("right and cited", {"rate": "–"})["rate"],
        "wrong answers": found["wrong answers"]["n"],
        "false refusals": found["false refusals"]["n"],
        "recall@5": found["retrieval"].get("recall@5", "–"),
        "p50 ms": round(1000 * found["seconds"]["p50"], 2),
        "p95 ms": round(1000 * found["seconds"]["p95"], 2),
        "passages": index.summary.passage_count,
        "set": questions.stem,
    }
    return row("question set", f"{corpus.name}, {questions.stem}", corpus.name, measured)


def _take_apart(corpus: Corpus, index: OpenIndex, out: Path | None) -> None:
    gold: list[GoldQuestion] = [question for path in corpus.questions for question in read_questions(path)]
    settings = load_settings(index=index.directory)
    answering = [row("answering", name, corpus.name, measured) for name, measured in ablate_answering(index, settings, gold)]
    _show(f"answering, {corpus.name}", answering, ANSWERING, out)
    retrieval = [row("retrieval", name, corpus.name, measured) for name, measured in ablate_retrieval(index, settings, gold)]
    _show(f"retrieval, {corpus.name}", retrieval, RETRIEVAL, out)


def _show(title: str, lines: list[dict[str, Any]], columns: tuple[str, ...], out: Path | None) -> None:
    print(f"\n{title}\n{as_table(lines, columns)}", flush=True)
    for line in lines:
        append_row(out, line)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="eval.bench.quality", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the shared material")
    parser.add_argument("--only", action="append", help="measure these corpora only")
    parser.add_argument("--sets-only", action="store_true", help="do not take anything apart")
    parser.add_argument("--work", type=Path, help="keep the indexes in this folder, so that the next run builds faster")
    parser.add_argument("--out", type=Path, help="add the rows to this file as JSON lines")
    return parser


if __name__ == "__main__":
    sys.exit(main())
