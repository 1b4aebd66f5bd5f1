"""The assistant: understand, retrieve, let every answerer try, choose by confidence, or refuse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.opened import OpenIndex
from index.records import ScoredPassage
from service.answering.confidence import confidence_of
from service.answering.extracts.answerer import ExtractAnswerer
from service.answering.refusal import refusal
from service.answering.retrieval import retrieve
from service.answering.sources import source_of
from service.answering.stages import StageClock
from service.answering.structured import structured_answerers
from service.protocols import Answerer
from service.records import Answer, Draft, Question, Source, Understood
from service.settings import Settings
from service.understanding.understand import understand

MOST_SOURCES = 5


class Assistant:
    """Answers questions over one generation of the index; safe to call from several threads."""

    def __init__(self, index: OpenIndex, settings: Settings) -> None:
        self._index = index
        self._settings = settings
        self._structured: tuple[Answerer, ...] = structured_answerers()
        self._extracts = ExtractAnswerer(index)

    def ask(self, question: Question) -> Answer:
        """The best answer whose confidence reaches the settings' `min_confidence`, else a refusal with the nearest passages."""
        clock = StageClock()
        with clock.stage("understand"):
            understood = understand(question, self._index)
        with clock.stage("structured"):
            drafts = [draft for answerer in self._structured if (draft := answerer.answer(understood, self._index))]
        with clock.stage("retrieve"):
            passages = retrieve(understood, self._index)
        with clock.stage("extract"):
            extract = self._extracts.answer_from(understood, passages)
        if extract is not None:
            drafts.append(extract)
        with clock.stage("choose"):
            answer = self._choose(understood, drafts, passages)
        return replace(answer, seconds=clock.seconds, stage_seconds=clock.stages)

    def _choose(self, understood: Understood, drafts: Sequence[Draft], passages: Sequence[ScoredPassage]) -> Answer:
        """The draft of highest confidence, the earlier answerer first among equals; a refusal when none is sure enough."""
        best = max(drafts, key=confidence_of, default=None)
        if best is None or confidence_of(best) < self._settings.min_confidence:
            draft, coverage = refusal(understood, self._index, passages)
            return replace(_answer(understood, draft), abstained=True, coverage=coverage)
        sources = _with_nearest(self._index, best.sources, passages)
        return replace(_answer(understood, best), confidence=confidence_of(best), sources=sources)


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


def _with_nearest(index: OpenIndex, sources: Sequence[Source], passages: Sequence[ScoredPassage]) -> tuple[Source, ...]:
    """The answer's own sources first, then the best other passages, up to five in all, each passage once."""
    chosen = list(sources)[:MOST_SOURCES]
    seen = {source.passage_id for source in chosen}
    for scored in passages:
        if len(chosen) >= MOST_SOURCES:
            break
        if scored.passage.id not in seen and scored.passage.text.strip():
            seen.add(scored.passage.id)
            chosen.append(source_of(index, scored.passage, scored.passage.text))
    return tuple(chosen)
