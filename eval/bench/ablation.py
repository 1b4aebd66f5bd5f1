"""What each part is worth: the answerers switched off one by one, and the parts of the ranking set to nothing."""

from __future__ import annotations

import copy
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from eval.experiment import Experiment
from eval.figures import accuracy
from eval.judging import judge, retrieval_figures
from eval.metrics.latency import percentile
from eval.metrics.refusals import false_refusals
from eval.records import GoldQuestion, Judgement
from index.hybrid import HybridRetriever, Tuning
from index.rerank.weights import WEIGHTS
from service.assistant import Assistant
from service.records import Draft

if TYPE_CHECKING:
    from index.opened import OpenIndex
    from index.records import ScoredPassage
    from service.records import Understood
    from service.settings import Settings

STRUCTURE = ("title", "heading", "item", "item_share", "heading_share", "section", "signs", "asked_item", "quoted", "defines")
NAMES_AND_DATES = ("within_dates", "date", "body", "names")
COVERAGE = ("coverage", "window_coverage", "text_coverage", "rare", "near", "beside")
EXTRACTS = "ExtractAnswerer"


class NoExtracts:
    """Stands in for the extracts and never has one."""

    kind = "extract"

    def answer_from(self, understood: Understood, passages: Sequence[ScoredPassage]) -> Draft | None:
        """Nothing."""
        return None


def answerers_of(assistant: Assistant) -> list[str]:
    """The names of the answerers that can be switched off."""
    return [*(type(answerer).__name__ for answerer in assistant._structured), EXTRACTS]


def without(assistant: Assistant, name: str) -> Assistant:
    """The same assistant with one answerer switched off. Reaches into it: the product has no such switch."""
    changed = copy.copy(assistant)
    changed._structured = tuple(answerer for answerer in assistant._structured if type(answerer).__name__ != name)
    if name == EXTRACTS:
        changed._extracts = NoExtracts()  # type: ignore[assignment]
    return changed


def ablate_answering(index: OpenIndex, settings: Settings, gold: Sequence[GoldQuestion]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Figures with everything, then without each answerer in turn: (variant, what was measured)."""
    experiment = Experiment(index, settings, diagnose=False)
    whole = experiment.assistant
    for name in ["everything", *answerers_of(whole)]:
        experiment.assistant = whole if name == "everything" else without(whole, name)
        judgements = [judge(question, experiment.ask(question)) for question in gold]
        yield name if name == "everything" else f"without {name}", _answering(judgements)


def _answering(judgements: Sequence[Judgement]) -> dict[str, Any]:
    return {
        "questions": len(judgements),
        "right": round(accuracy(judgements), 4),
        "wrong answers": sum(not judgement.right and not judgement.abstained for judgement in judgements),
        "false refusals": false_refusals(judgements).count,
        "failed": sum(bool(judgement.outcome.error) for judgement in judgements),
        "cited": sum(judgement.right and judgement.cited for judgement in judgements),
        "p50 ms": round(1000 * percentile([judgement.seconds for judgement in judgements], 50), 2),
    }


def tunings() -> Mapping[str, Tuning]:
    """The ways of ranking that are compared."""

    def zeroed(*names: str) -> Mapping[str, float]:
        return {name: 0.0 if name in names else weight for name, weight in WEIGHTS.items()}

    return {
        "everything": Tuning(),
        "without vectors": Tuning(dense=0.0, rerank=zeroed("dense")),
        "without structure": Tuning(rerank=zeroed(*STRUCTURE)),
        "without names and dates": Tuning(rerank=zeroed(*NAMES_AND_DATES)),
        "without coverage": Tuning(rerank=zeroed(*COVERAGE)),
        "without reranking": Tuning(rerank={name: WEIGHTS[name] for name in ("lexical", "dense")}),
        "BM25 alone": Tuning(dense=0.0, rerank={"lexical": 1.0}),
    }


def ablate_retrieval(index: OpenIndex, settings: Settings, gold: Sequence[GoldQuestion]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Retrieval figures for each way of ranking: (variant, what was measured)."""
    for name, tuning in tunings().items():
        experiment = Experiment(retuned(index, tuning), settings)
        judgements, seconds = [], []
        for question in gold:
            started = time.perf_counter()
            judgements.append(judge(question, experiment.look(question)))
            seconds.append(time.perf_counter() - started)
        figures = {key: round(value, 4) for key, value in retrieval_figures(judgements).items()}
        yield name, {"questions": len(gold)} | figures | {"p50 ms": round(1000 * percentile(seconds, 50), 2)}


def retuned(index: OpenIndex, tuning: Tuning) -> OpenIndex:
    """The same index, ranking in another way. Reaches into the retriever: a generation is tuned once for all."""
    retriever = copy.copy(index.retriever)
    assert isinstance(retriever, HybridRetriever)  # noqa: S101 - the only retriever there is
    retriever._tuning = tuning
    return replace(index, retriever=retriever)
