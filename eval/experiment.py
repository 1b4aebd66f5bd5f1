"""Put a question set to an index: every question answered, and the search looked at on the way."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from eval.matching import covered
from eval.metrics.cited import QUOTE_SHARE, is_document
from eval.records import Evidence, GoldQuestion, Outcome, Retrieved

if TYPE_CHECKING:
    from index.opened import OpenIndex
    from index.records import ScoredPassage
    from ingest.records import Document, Passage
    from service.assistant import Assistant
    from service.records import Question
    from service.settings import Settings

CANDIDATES = 50
"""How many passages of the search are looked at: what is not among them was not retrieved."""
SHOWN = 10
SHOWN_CHARACTERS = 400

log = logging.getLogger(__name__)


class Experiment:
    """Puts questions to one opened generation. Asks as somebody who may see open passages only.

    With `diagnose` the search is looked at too, for the retrieval figures and the stage of each miss; it doubles the time.
    `assistant` may be exchanged, to measure another one on the same index.
    """

    def __init__(self, index: OpenIndex, settings: Settings, *, diagnose: bool = True) -> None:
        from service.assistant import Assistant

        self._index = index
        self.assistant: Assistant = Assistant(index, settings)
        self._documents: dict[str, Document] = {document.id: document for document in index.store.documents()}
        self._diagnose = diagnose

    def run(self, questions: Sequence[GoldQuestion], progress: Callable[[int, int], None] | None = None) -> list[Outcome]:
        """One outcome per question, in order. `progress` is told (done, total). A question that fails does not end the run."""
        outcomes = []
        for number, question in enumerate(questions, start=1):
            outcomes.append(self.ask(question))
            if progress is not None:
                progress(number, len(questions))
        return outcomes

    def ask(self, question: GoldQuestion) -> Outcome:
        """Ask one question. An error becomes an outcome without an answer."""
        from service.answering.results import result_of
        from service.records import Question

        asked = Question(text=question.text, context=question.context)
        try:
            result = result_of(self.assistant.ask(asked), question.id)
            return self._diagnosed(question, asked, result) if self._diagnose else Outcome(result=result)
        except Exception as error:
            log.debug("a question failed", exc_info=True, extra={"question_id": question.id})  # the outcome carries the error
            nothing = {"id": question.id, "question": question.text, "answer": "", "abstained": False, "sources": []}
            return Outcome(result=nothing, error=f"{type(error).__name__}: {error}")

    def look(self, question: GoldQuestion) -> Outcome:
        """Only search for a question, without an answer."""
        from service.records import Question

        return self._diagnosed(question, Question(text=question.text, context=question.context), {"id": question.id})

    def _diagnosed(self, question: GoldQuestion, asked: Question, result: Mapping[str, Any]) -> Outcome:
        passages = self._search(asked)
        ranks = tuple(self._rank_of(piece, passages) for piece in question.evidence)
        found = any(ranks) or not question.evidence
        return Outcome(
            result=result,
            retrieved=tuple(self._short(passage) for passage in passages[:SHOWN]),
            found_ranks=ranks,
            ingested=found or any(self.is_ingested(piece) for piece in question.evidence),
        )

    def is_ingested(self, evidence: Evidence) -> bool:
        """Whether some passage of the named document holds the evidence."""
        return any(
            covered(evidence.quote, passage.text) >= QUOTE_SHARE
            for document in self._documents.values()
            if is_document(evidence.document, document.path)
            for passage in self._index.store.passages_of_document(document.id)
        )

    def _search(self, asked: Question) -> list[ScoredPassage]:
        from service.answering.retrieval import retrieve
        from service.understanding.understand import understand

        return retrieve(understand(asked, self._index), self._index, CANDIDATES)

    def _rank_of(self, evidence: Evidence, passages: Sequence[ScoredPassage]) -> int | None:
        return next((scored.rank for scored in passages if self._holds(scored.passage, evidence)), None)

    def _holds(self, passage: Passage, evidence: Evidence) -> bool:
        if evidence.item is not None and passage.item_number != evidence.item:
            return False
        return is_document(evidence.document, self._path_of(passage)) and covered(evidence.quote, passage.text) >= QUOTE_SHARE

    def _short(self, scored: ScoredPassage) -> Retrieved:
        passage = scored.passage
        return Retrieved(
            rank=scored.rank,
            score=scored.score,
            document=self._path_of(passage),
            page=passage.page_first,
            item=passage.item_number,
            text=passage.text[:SHOWN_CHARACTERS],
        )

    def _path_of(self, passage: Passage) -> str:
        document = self._documents.get(passage.document_id)
        return document.path if document else ""


def missing_evidence(experiment: Experiment, questions: Sequence[GoldQuestion]) -> list[str]:
    """Which questions rest on evidence that no longer stands in the corpus: one sentence each."""
    return [
        f"{question.id}: no passage of {piece.document}… holds the evidence."
        for question in questions
        for piece in question.evidence
        if not experiment.is_ingested(piece)
    ]
