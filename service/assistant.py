"""The assistant: understand, retrieve, let every answerer try, choose by confidence or refuse; let a model phrase it if set."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.opened import OpenIndex
from index.records import ScoredPassage
from service.answering.checking import Checked, checked_sentences
from service.answering.confidence import confidence_of
from service.answering.extracts.answerer import ExtractAnswerer
from service.answering.limits_asked import limit_unsaid
from service.answering.model import model_of
from service.answering.refusal import refusal
from service.answering.retrieval import retrieve
from service.answering.sources import MOST_SOURCES, distinct, source_of, with_nearest
from service.answering.stages import StageClock
from service.answering.structured import structured_answerers
from service.answering.tables.row_quotes import of_row
from service.errors import AnswerModelUnavailable
from service.protocols import Answerer, AnswerModel
from service.records import Answer, Draft, Question, Understood
from service.settings import Settings
from service.understanding.understand import understand

log = logging.getLogger(__name__)

EXACT = 0.75
"""From this confidence on an answer read from records (facts, meetings, definitions) comes before any extract."""

MODEL_PASSAGES = 8
"""How many passages a language model gets to read."""


class Assistant:
    """Answers questions over one generation of the index; safe to call from several threads."""

    def __init__(self, index: OpenIndex, settings: Settings, model: AnswerModel | None = None) -> None:
        self._index = index
        self._settings = settings
        self._structured: tuple[Answerer, ...] = structured_answerers()
        self._extracts = ExtractAnswerer(index)
        self._model = model or model_of(settings)

    def ask(self, question: Question) -> Answer:
        """The best answer whose confidence reaches the settings' `min_confidence`, else a refusal with the nearest passages."""
        *_, answer = self.stream(question)
        if not isinstance(answer, Answer):  # pragma: no cover  # `stream` ends with the answer
            raise TypeError("the stream ended without an answer")
        return answer

    def stream(self, question: Question) -> Iterator[Understood | str | Answer]:
        """How the question was understood, a language model's sentences as they are checked, if one is set, and the `Answer`.

        A sentence is given out only once its passage supports it. The `Answer` is what counts: when the model breaks off, it
        is the one without a model, whatever was given out before.
        """
        clock = StageClock()
        understood, drafts, passages = self._drafted(question, clock)
        yield understood
        with clock.stage("choose"):
            answer = self._chosen(understood, drafts, passages)
        if self._model is not None and not answer.abstained:
            said: list[Checked] = []
            try:
                with clock.stage("model"):
                    for checked in self._spoken(self._model, understood, answer, passages):
                        said.append(checked)
                        yield checked.text
            except AnswerModelUnavailable as error:
                log.warning("answered without the language model", extra={"reason": str(error)})
                said = []
            answer = self._phrased(answer, said) if said else answer
        yield replace(answer, seconds=clock.seconds, stage_seconds=clock.stages)

    def warm(self) -> None:
        """Learn the names and read the words of the newest open passages, so that the first questions are quick too.

        Changes no answer. Meant for a thread of its own; ends quietly when the index is closed meanwhile.
        """
        try:
            self.ask(Question(text="?"))
            self._extracts.warm()
        except Exception as error:  # whatever goes wrong here goes wrong again, and loudly, when somebody asks
            log.info("warming ended early", extra={"reason": type(error).__name__})

    def _drafted(self, question: Question, clock: StageClock) -> tuple[Understood, list[Draft], list[ScoredPassage]]:
        """The question as understood, every answerer's draft (the extract last), and the passages retrieved."""
        with clock.stage("understand"):
            understood = understand(question, self._index)
        with clock.stage("structured"):
            drafts = [draft for answerer in self._structured if (draft := self._attempt(answerer, understood)) is not None]
        with clock.stage("retrieve"):
            passages = retrieve(understood, self._index)
        with clock.stage("extract"):
            extract = of_row(self._extracts.answer_from(understood, passages), understood, self._index)
        drafts += [extract] if extract is not None else []
        return understood, [draft for draft in drafts if not limit_unsaid(understood, draft)], passages

    def _attempt(self, answerer: Answerer, understood: Understood) -> Draft | None:
        """One answerer's draft. A fault in one must not cost the asker all the others, so it is logged and passed over."""
        try:
            return answerer.answer(understood, self._index)
        except Exception:
            log.exception("an answerer failed", extra={"answerer": answerer.kind})
            return None

    def _chosen(self, understood: Understood, drafts: Sequence[Draft], passages: Sequence[ScoredPassage]) -> Answer:
        """The draft of highest confidence, one read from records before any extract; a refusal when none is sure enough."""
        exact = [draft for draft in drafts if draft.kind != self._extracts.kind and confidence_of(draft) >= EXACT]
        best = max(exact or drafts, key=confidence_of, default=None)
        if best is None or confidence_of(best) < self._settings.min_confidence:
            draft, coverage = refusal(understood, self._index, passages)
            return replace(_answer(understood, draft), abstained=True, coverage=coverage)
        sources = with_nearest(self._index, best.sources, passages)
        return replace(_answer(understood, best), confidence=confidence_of(best), sources=sources)

    def _spoken(
        self, model: AnswerModel, understood: Understood, answer: Answer, passages: Sequence[ScoredPassage]
    ) -> Iterator[Checked]:
        """The checked sentences of the model, which reads the answer's own sources first and then the best other passages."""
        own = [source.passage_id for source in answer.sources]
        read = sorted(passages, key=lambda scored: own.index(scored.passage.id) if scored.passage.id in own else len(own))
        chosen = read[:MODEL_PASSAGES]
        return checked_sentences(model.complete(understood, chosen), chosen, self._extracts.lexis)

    def _phrased(self, answer: Answer, said: Sequence[Checked]) -> Answer:
        """The answer in the model's words, with the passages that prove each sentence as its first sources."""
        proofs = [source_of(self._index, checked.scored.passage, checked.quote) for checked in said]
        sources = tuple(distinct([*proofs, *answer.sources])[:MOST_SOURCES])
        return replace(answer, text=" ".join(checked.text for checked in said), kind="model", sources=sources)


def _answer(understood: Understood, draft: Draft) -> Answer:
    return Answer(
        question=understood.asked,
        understood_as=understood.text,
        text=draft.text,
        abstained=False,
        kind=draft.kind,
        language=understood.language,
        confidence=0.0,
        as_of=draft.as_of,
        sources=draft.sources,
        conflicts=draft.conflicts,
    )
