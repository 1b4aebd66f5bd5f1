"""What becomes of known questions that are left to extracts: the draft's features, and whether it is right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from eval.fitting.posed import Posed
from index.records import ScoredPassage
from service.answering.confidence import GROUND
from service.answering.extracts.answerer import ExtractAnswerer
from service.answering.retrieval import PASSAGE_COUNT
from service.answering.tables.row_quotes import of_row


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A question's extract: its features, whether it is right, whether a ground refused it.

    `withheld` says that the passages with the answer were kept back, so that nothing can be right; `superseded` that an answer
    read from records comes before it. `text` is the answer.
    """

    posed: Posed
    features: Mapping[str, float]
    right: bool
    grounded: bool
    withheld: bool
    superseded: bool
    text: str

    @property
    def collection(self) -> str:
        """The name of the question's collection."""
        return self.posed.collection


def outcomes_of(questions: Sequence[Posed], answerer: ExtractAnswerer) -> Iterator[Outcome]:
    """The outcomes of all questions, answerable ones a second time without their evidence."""
    for question in questions:
        yield from answered([question], answerer)
        if question.question.answerable:
            yield from _outcome(question, answerer, question.without_evidence(), withheld=True)


def answered(questions: Sequence[Posed], answerer: ExtractAnswerer) -> Iterator[Outcome]:
    """The outcomes of all questions as they are asked, nothing withheld."""
    for question in questions:
        yield from _outcome(question, answerer, question.passages, withheld=False)


def _outcome(
    question: Posed, answerer: ExtractAnswerer, passages: Sequence[ScoredPassage], *, withheld: bool
) -> Iterator[Outcome]:
    """The outcome, if there is a draft; none where an answer without its evidence is right all the same."""
    extract = answerer.answer_from(question.understood, passages[:PASSAGE_COUNT])
    draft = of_row(extract, question.understood, question.index)
    if draft is None:
        return
    features, right = dict(draft.features), question.is_right(draft.text)
    if not (withheld and right):
        yield Outcome(
            posed=question,
            features=features,
            right=right,
            grounded=bool(features.get(GROUND)),
            withheld=withheld,
            superseded=not withheld and question.exact is not None,
            text=draft.text,
        )
