"""What becomes of known questions that are left to extracts: the draft's features, and whether it is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.opened import OpenIndex
from index.records import ScoredPassage
from service.answering.confidence import GROUND, confidence_of
from service.answering.extracts.answerer import ExtractAnswerer
from service.answering.fitting.gold import Gold, evidence_share, holds
from service.answering.retrieval import PASSAGE_COUNT, retrieve
from service.answering.sources import may_see
from service.answering.structured import structured_answerers
from service.assistant import EXACT
from service.records import Question, Understood
from service.understanding.understand import understand

HOLDS_EVIDENCE = 0.5
"""A passage with this share of the evidence is withheld; a sentence of it alone may answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A question's extract: its features, whether it is right, whether there is an answer, whether a ground refused it.

    `withheld` says that the passages with the answer were kept back, so that nothing can be right.
    """

    question_id: str
    features: dict[str, float]
    right: bool
    answerable: bool
    grounded: bool
    withheld: bool


def outcomes_of(index: OpenIndex, golds: Sequence[Gold]) -> Iterator[Outcome]:
    """The outcomes of the questions that no structured answerer is sure of; answerable ones a second time without their evidence.

    A question without its evidence is the hardest kind that has no answer: all it speaks of stands in the corpus.
    """
    answerer, structured = ExtractAnswerer(index), structured_answerers()
    for gold in golds:
        understood = understand(Question(text=gold.question, context=gold.context), index)
        found = retrieve(understood, index, 2 * PASSAGE_COUNT)
        drafts = (each.answer(understood, index) for each in structured)
        if not any(draft is not None and confidence_of(draft) >= EXACT for draft in drafts):
            yield from _outcome(answerer, understood, found, gold, withheld=False)
        if gold.answerable:
            yield from _outcome(answerer, understood, _without_evidence(index, found, gold), gold, withheld=True)


def _outcome(
    answerer: ExtractAnswerer, understood: Understood, passages: Sequence[ScoredPassage], gold: Gold, *, withheld: bool
) -> Iterator[Outcome]:
    """The outcome, if there is a draft; none where an answer without its evidence is right all the same."""
    draft = answerer.answer_from(understood, passages[:PASSAGE_COUNT])
    if draft is None:
        return
    features, right = dict(draft.features), gold.answerable and holds(draft.text, gold)
    if not (withheld and right):
        yield Outcome(
            question_id=gold.id,
            features=features,
            right=right,
            answerable=gold.answerable and not withheld,
            grounded=bool(features.get(GROUND)),
            withheld=withheld,
        )


def _without_evidence(index: OpenIndex, passages: Sequence[ScoredPassage], gold: Gold) -> list[ScoredPassage]:
    """The passages that neither hold the evidence nor all that the answer must have, ranked anew."""
    kept = [scored for scored in passages if not _answers(index, scored, gold)]
    return [replace(scored, rank=rank) for rank, scored in enumerate(kept, start=1)]


def _answers(index: OpenIndex, scored: ScoredPassage, gold: Gold) -> bool:
    passage = scored.passage
    name = index.store.document(passage.document_id, may_see(passage)).path.rsplit("/", 1)[-1]
    return evidence_share(gold, name, passage.text) >= HOLDS_EVIDENCE or holds(passage.text, gold)
