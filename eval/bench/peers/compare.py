"""Peers and us on the same texts and questions in one run: where the evidence stands, and how long a question takes."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval.bench.peers.engines import ENGINES
from eval.bench.peers.material import Text, chunks_of, passages_of
from eval.experiment import CANDIDATES, Experiment
from eval.judging import judge, retrieval_figures
from eval.metrics.latency import percentile
from eval.records import GoldQuestion, Outcome

if TYPE_CHECKING:
    from index.opened import OpenIndex
    from service.settings import Settings

RUN = Path(__file__).parent / "run.py"
TIMEOUT_SECONDS = 3_600
VARIANTS: tuple[tuple[str, str], ...] = (
    ("rank-bm25", "chunks"),
    ("rank-bm25", "passages"),
    ("bm25s", "chunks"),
    ("bm25s", "passages"),
    ("txtai hybrid", "passages"),
    ("LlamaIndex hybrid", "passages"),
)


def compare(
    index: OpenIndex, settings: Settings, gold: Sequence[GoldQuestion], python: Path, model: str, work: Path
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Figures of each peer and of our retriever: (variant, what was measured). A peer that fails is said to have failed."""
    asked = [question for question in gold if question.evidence]
    texts: dict[str, Callable[[OpenIndex], list[Text]]] = {"chunks": chunks_of, "passages": passages_of}
    material = {name: make(index) for name, make in texts.items()}
    for name, found in material.items():
        _write(work / f"{name}.jsonl", [text.text for text in found])
    _write(work / "queries.jsonl", [" ".join([*question.context, question.text]) for question in asked])
    for engine, kind in VARIANTS:
        assert engine in ENGINES  # noqa: S101 - a slip of ours
        yield f"{engine}, {kind}", _peer(engine, kind, material[kind], asked, python, model, work)
    yield "Kildesvar", _ours(index, settings, asked)


def _peer(
    engine: str, kind: str, texts: Sequence[Text], asked: Sequence[GoldQuestion], python: Path, model: str, work: Path
) -> dict[str, Any]:
    command = [str(python), str(RUN), str(work / f"{kind}.jsonl"), str(work / "queries.jsonl"), engine, model]
    done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT_SECONDS, check=False)
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        return {"questions": len(asked), "texts": len(texts), "failed": last[0][:200]}
    said = json.loads(done.stdout.splitlines()[-1])
    outcomes = [
        Outcome(result={}, found_ranks=_ranks(question, [texts[place] for place in ranking]))
        for question, ranking in zip(asked, said["rankings"], strict=True)
    ]
    return _figures(asked, outcomes, said["milliseconds"]) | {
        "texts": len(texts),
        "build seconds": round(said["build seconds"], 2),
    }


def _ranks(question: GoldQuestion, found: Sequence[Text]) -> tuple[int | None, ...]:
    return tuple(
        next((rank for rank, text in enumerate(found, start=1) if text.holds(piece)), None) for piece in question.evidence
    )


def _ours(index: OpenIndex, settings: Settings, asked: Sequence[GoldQuestion]) -> dict[str, Any]:
    """Our retriever with the question understood, timed with the understanding."""
    from service.answering.retrieval import retrieve
    from service.records import Question
    from service.understanding.understand import understand

    experiment = Experiment(index, settings)
    milliseconds = []
    for question in asked:
        started = time.perf_counter()
        retrieve(understand(Question(text=question.text, context=question.context), index), index, CANDIDATES)
        milliseconds.append(1000 * (time.perf_counter() - started))
    outcomes = [experiment.look(question) for question in asked]
    return _figures(asked, outcomes, milliseconds) | {"texts": index.summary.passage_count}


def _figures(asked: Sequence[GoldQuestion], outcomes: Sequence[Outcome], milliseconds: Sequence[float]) -> dict[str, Any]:
    judgements = [judge(question, outcome) for question, outcome in zip(asked, outcomes, strict=True)]
    figures = {name: round(value, 4) for name, value in retrieval_figures(judgements).items()}
    times = {f"p{percent} ms": round(percentile(milliseconds, percent), 2) for percent in (50, 95)}
    return {"questions": len(asked)} | figures | times


def _write(path: Path, lines: Sequence[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
