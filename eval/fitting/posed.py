"""A question put to the index of its collection, as far as fitting can go without any weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from eval.matching import covered
from eval.metrics.answer_right import answer_right
from eval.metrics.cited import is_document
from eval.own_sets import HARD, OwnSet
from eval.questions.reading import read_questions
from eval.records import GoldQuestion
from index.opened import OpenIndex
from index.records import ScoredPassage
from ingest.records import Passage
from service.answering.confidence import confidence_of
from service.answering.retrieval import PASSAGE_COUNT, retrieve
from service.answering.sources import may_see
from service.answering.structured import structured_answerers
from service.assistant import EXACT
from service.records import Draft, Question, Understood
from service.understanding.understand import understand

HOLDS_EVIDENCE = 0.5
"""A passage with this share of the evidence is withheld; a sentence of it alone may answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posed:
    """A question of a collection, understood, with its passages (best first) and the drafts read from records.

    `hard` says that it comes from a set of questions without an answer only, which is not the mix that people ask.
    """

    collection: str
    question: GoldQuestion
    index: OpenIndex
    understood: Understood
    passages: tuple[ScoredPassage, ...]
    records: tuple[tuple[str, Draft], ...]
    hard: bool

    @property
    def exact(self) -> tuple[str, Draft] | None:
        """The answer read from records that comes before any extract, with its answerer's name; None when none is sure."""
        sure = [named for named in self.records if confidence_of(named[1]) >= EXACT]
        return max(sure, key=lambda named: confidence_of(named[1]), default=None)

    def is_right(self, text: str) -> bool:
        """Whether a text given as the answer would be right; never for a question without an answer."""
        return self.question.answerable and answer_right(self.question, {"answer": text})

    def evidence_share(self, passage: Passage, text: str) -> float:
        """The greatest share of a piece of evidence that stands in a text of the passage's document."""
        path = self.index.store.document(passage.document_id, may_see(passage)).path
        return max(
            (covered(piece.quote, text) for piece in self.question.evidence if is_document(piece.document, path)), default=0.0
        )

    def without_evidence(self) -> tuple[ScoredPassage, ...]:
        """The passages that neither hold the evidence nor all that the answer must have, ranked anew.

        The hardest kind of question without an answer: all that it speaks of stands in the corpus.
        """
        kept = [scored for scored in self.passages if not self._answers(scored.passage)]
        return tuple(replace(scored, rank=rank) for rank, scored in enumerate(kept, start=1))

    def _answers(self, passage: Passage) -> bool:
        return self.evidence_share(passage, passage.text) >= HOLDS_EVIDENCE or self.is_right(passage.text)


def posed(own: OwnSet, index: OpenIndex) -> Iterator[Posed]:
    """The questions of a collection's sets in order."""
    for path in own.questions:
        yield from _posed_of(own.name, path, read_questions(path), index)


def _posed_of(collection: str, path: Path, questions: Sequence[GoldQuestion], index: OpenIndex) -> Iterator[Posed]:
    answerers = structured_answerers()
    for question in questions:
        understood = understand(Question(text=question.text, context=question.context), index)
        drafts = ((type(answerer).__name__, answerer.answer(understood, index)) for answerer in answerers)
        yield Posed(
            collection=collection,
            question=question,
            index=index,
            understood=understood,
            passages=tuple(retrieve(understood, index, 2 * PASSAGE_COUNT)),
            records=tuple((name, draft) for name, draft in drafts if draft is not None),
            hard=path.name == HARD,
        )
