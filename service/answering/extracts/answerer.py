"""Answers with the sentence or two that say it: the best unit of the retrieved passages, quoted."""

from __future__ import annotations

from collections.abc import Sequence

from index.opened import OpenIndex
from index.records import ScoredPassage
from service.answering.extracts.evidence import Asked, Evidence, evidence_of
from service.answering.extracts.excerpt import Excerpt, cut, excerpt_of, joined
from service.answering.extracts.frequencies import Frequencies
from service.answering.extracts.listing import whole_list
from service.answering.extracts.ranking import ranked
from service.answering.extracts.terms import terms_of
from service.answering.extracts.units import Unit, units_of
from service.answering.extracts.wanted import Wanted, wanted_of
from service.answering.extracts.wording import worded
from service.answering.extracts.words import words_of
from service.answering.retrieval import retrieve
from service.answering.sources import source_of
from service.records import Draft, Understood

READ_PASSAGES = 15


class ExtractAnswerer:
    """Answers any question from sentences, list items and rows; stateless after it is made."""

    kind = "extract"

    def __init__(self, index: OpenIndex) -> None:
        self._index = index
        self._frequencies = Frequencies(index)

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """Retrieve and answer."""
        return self.answer_from(understood, retrieve(understood, index))

    def answer_from(self, understood: Understood, passages: Sequence[ScoredPassage]) -> Draft | None:
        """The best extract from passages already retrieved (best first), with its features; None when they say nothing."""
        asked = self._asked(understood)
        read = {scored.passage.id: units_of(scored) for scored in passages[:READ_PASSAGES]}
        order = ranked(self._evidence(asked, passages[:READ_PASSAGES], read))
        if not order:
            return None
        score, best = order[0]
        excerpts = self._excerpts(understood, asked, [each for _, each in order], read)
        sources = tuple(source_of(self._index, excerpt.passage, excerpt.text) for excerpt in excerpts)
        margin = score - next((other for other, each in order[1:] if each.unit.passage.id != best.unit.passage.id), 0.0)
        return Draft(
            text=worded(understood, best, [excerpt.text for excerpt in excerpts]),
            kind=self.kind,
            strength=min(1.0, score / 3),
            sources=sources,
            as_of=best.unit.passage.date,
            features=_features(best, margin, asked),
        )

    def _asked(self, understood: Understood) -> Asked:
        terms = terms_of(
            understood.text,
            frequency=self._frequencies.of,
            passage_count=self._frequencies.passage_count,
            translate=self._frequencies.translations,
        )
        keys = frozenset(key for word in words_of(understood.text) for key in word.keys)
        return Asked(terms=terms, wanted=wanted_of(understood), keys=keys)

    def _evidence(self, asked: Asked, passages: Sequence[ScoredPassage], read: dict[str, list[Unit]]) -> list[Evidence]:
        best_score = max((scored.score for scored in passages), default=0.0)
        found: list[Evidence] = []
        for scored in passages:
            passage = scored.passage
            title = self._index.store.document(passage.document_id).title
            context = " ".join((title, *passage.heading_path))
            found += evidence_of(asked, scored, read[passage.id], context, best_score)
        return found

    def _excerpts(self, understood: Understood, asked: Asked, order: Sequence[Evidence], read: dict[str, list[Unit]]) -> list[Excerpt]:
        """What is quoted: the whole list when one is asked for, else the best unit, and the best unit for a second thing asked."""
        best = order[0]
        units = read[best.unit.passage.id]
        if Wanted.LIST in asked.wanted:
            listed = whole_list(best.unit, units)
            if listed is not None:
                return [listed]
        first = cut(excerpt_of(best.unit, units), _kept(best, asked))
        return [first]


def _kept(evidence: Evidence, asked: Asked) -> list[tuple[int, int]]:
    """Ranges of the passage that a cut must keep: the answering spans, then the words that were asked about."""
    start = evidence.unit.start
    spans = [(start + span.start, start + span.end) for span in evidence.spans]
    wanted = {key for term in asked.terms for key in (*term.keys, *term.translations)}
    words = [(start + word.start, start + word.end) for word in evidence.unit.words if wanted.intersection(word.keys)]
    return spans[:1] + words + spans[1:]


def _features(best: Evidence, margin: float, asked: Asked) -> tuple[tuple[str, float], ...]:
    heaviest = max((term.weight for term in asked.terms), default=0.0)
    unknown = max((term.weight for term in asked.terms if not term.known), default=0.0)
    return (
        ("own", best.own),
        ("near", best.near),
        ("whole", best.whole),
        ("named", best.named),
        ("missing", best.missing),
        ("typed", best.typed),
        ("close", best.close),
        ("retrieved", best.retrieved),
        ("margin", margin),
        ("unknown", unknown / heaviest if heaviest else 0.0),
        (f"wants_{asked.wanted[0].value}", 1.0),
    )
