"""From a gold question and its outcome to a verdict, and from verdicts to the figures of a run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from eval.metrics.answer_right import answer_right
from eval.metrics.cited import SOURCES_READ, cited
from eval.metrics.ndcg import ndcg
from eval.metrics.quote_exact import exact_quotes
from eval.metrics.recall import recall
from eval.metrics.reciprocal_rank import reciprocal_rank
from eval.records import GoldQuestion, Judgement, Outcome, Share, Stage


def judge(question: GoldQuestion, outcome: Outcome) -> Judgement:
    """The verdict on one question."""
    right = answer_right(question, outcome.result)
    exact, quotes = exact_quotes(outcome.result)
    found = cited(question.evidence, outcome.result)
    return Judgement(
        question=question,
        outcome=outcome,
        right=right,
        cited_first=cited(question.evidence, outcome.result, 1),
        cited=found,
        exact_quotes=exact,
        quotes=quotes,
        words=len((outcome.result.get("answer") or "").split()),
        stage=_stage(question, outcome, right=right, found=found),
    )


def _stage(question: GoldQuestion, outcome: Outcome, *, right: bool, found: bool) -> Stage:
    if right:
        return Stage.RIGHT
    if outcome.error:
        return Stage.FAILED
    if not question.answerable:
        return Stage.WRONGLY_ANSWERED
    rank = min((rank for rank in outcome.found_ranks if rank), default=None)
    if not outcome.ingested and not found:
        return Stage.NOT_INGESTED
    if rank is None and not found and question.evidence:
        return Stage.NOT_RETRIEVED
    if rank is not None and rank > SOURCES_READ and not found:
        return Stage.NOT_RANKED
    return Stage.WRONGLY_REFUSED if outcome.result.get("abstained") else Stage.NOT_ANSWERED


def shares(judgements: Sequence[Judgement]) -> dict[str, Share]:
    """The shares that the shared judge reports, under its names, in its order of names."""
    marks: dict[str, list[bool]] = defaultdict(list)
    for judgement in judgements:
        for name, hit in _marks(judgement):
            marks[name].append(hit)
    exact, quotes = _quotes(judgements)
    found = {name: Share(count=sum(hits), of=len(hits)) for name, hits in marks.items()}
    if quotes:
        found["quote stands in its passage"] = Share(count=exact, of=quotes)
    return dict(sorted(found.items()))


def _marks(judgement: Judgement) -> list[tuple[str, bool]]:
    question, right = judgement.question, judgement.right
    answerable = "answerable" if question.answerable else "unanswerable"
    marks = [("all", right), (f"type:{question.kind}", right), (f"lang:{question.language}", right), (answerable, right)]
    if question.answerable:
        marks += [
            ("evidence in first source", judgement.cited_first),
            ("evidence in first 5 sources", judgement.cited),
            ("false abstention", judgement.abstained),
            ("right and cited", right and judgement.cited),
        ]
    return marks


def _quotes(judgements: Sequence[Judgement]) -> tuple[int, int]:
    counted = [judgement for judgement in judgements if judgement.question.answerable]
    return sum(judgement.exact_quotes for judgement in counted), sum(judgement.quotes for judgement in counted)


def shares_by_document(judgements: Sequence[Judgement]) -> dict[str, Share]:
    """How many of the questions that rest on a document were right, by the document's beginning."""
    hits: Mapping[str, list[bool]] = defaultdict(list)
    for judgement in judgements:
        for document in {piece.document for piece in judgement.question.evidence}:
            hits[document].append(judgement.right)
    return {document: Share(count=sum(right), of=len(right)) for document, right in sorted(hits.items())}


def retrieval_figures(judgements: Sequence[Judgement]) -> dict[str, float]:
    """Means of the retrieval metrics over the questions with evidence; every piece of evidence is one relevant thing."""
    rankings = [_ranking(judgement.outcome.found_ranks) for judgement in judgements if judgement.question.evidence]
    if not rankings:
        return {}
    figures = {f"recall@{k}": [recall(run, qrels, k) for run, qrels in rankings] for k in (1, 5, 10, 50)}
    figures["reciprocal rank"] = [reciprocal_rank(run, qrels) for run, qrels in rankings]
    figures["nDCG@10"] = [ndcg(run, qrels, 10) for run, qrels in rankings]
    return {name: sum(values) / len(values) for name, values in figures.items()}


def _ranking(found_ranks: Sequence[int | None]) -> tuple[list[str], dict[str, float]]:
    """Ranks of evidence as a ranking of names; of two pieces in one passage the later takes the next free rank."""
    qrels = {f"evidence {number}": 1.0 for number in range(len(found_ranks))}
    places: dict[int, str] = {}
    for rank, number in sorted((rank, number) for number, rank in enumerate(found_ranks) if rank):
        free = rank
        while free in places:
            free += 1
        places[free] = f"evidence {number}"
    last = max(places, default=0)
    return [places.get(rank, f"other {rank}") for rank in range(1, last + 1)], qrels
