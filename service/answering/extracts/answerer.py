"""Answers with the sentence or two that say it: the best window of the retrieved passages, quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import islice

from index.opened import OpenIndex
from index.records import ScoredPassage
from ingest.records import BlockKind, Passage
from service.answering.extracts.asked import Asked, words_said
from service.answering.extracts.binding.preference import bound_first
from service.answering.extracts.changed import changed_first
from service.answering.extracts.context import Context, context_of
from service.answering.extracts.counting import counted_terms
from service.answering.extracts.coverage import Floats, Meetings
from service.answering.extracts.decided import decided_first, is_decision
from service.answering.extracts.defining import defining_first
from service.answering.extracts.doubts import doubts_of
from service.answering.extracts.enumerated import enumerated_first
from service.answering.extracts.evidence import Weighed, weigh
from service.answering.extracts.excerpt import Excerpt
from service.answering.extracts.heads import headed
from service.answering.extracts.lexis import Lexis
from service.answering.extracts.ranking import Ranked, ranked
from service.answering.extracts.rivals import rivals_of
from service.answering.extracts.selection import excerpts_of
from service.answering.extracts.telling import telling_first
from service.answering.extracts.terms import terms_of
from service.answering.extracts.units import Unit, units_of
from service.answering.extracts.wanted import wanted_of
from service.answering.extracts.wording import worded
from service.answering.grounds import refusal_ground
from service.answering.retrieval import retrieve
from service.answering.sources import may_see, source_of
from service.records import Draft, Language, Understood

READ_PASSAGES = 15
WARM_PASSAGES = 2_000
KEPT_PASSAGES = 4_096
"""Passages whose units are kept in memory, the least recently read let go first."""

_TOPIC = re.compile(r"\s*\([^()]+\)\W*$")
"""Where a rewritten follow-up holds what it took from the earlier questions."""


class ExtractAnswerer:
    """Answers any question from sentences, list items and rows of one generation; safe between threads."""

    kind = "extract"

    def __init__(self, index: OpenIndex, ranking: Floats | None = None) -> None:
        self._index = index
        self.ranking = ranking
        self.lexis = Lexis(index)
        # a partial, no method of this: one that holds itself lives on, with the index, until Python's collector comes by
        self._units = lru_cache(maxsize=KEPT_PASSAGES)(partial(_read_units, index, self.lexis))

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """Retrieve and answer."""
        return self.answer_from(understood, retrieve(understood, index))

    def answer_from(self, understood: Understood, passages: Sequence[ScoredPassage]) -> Draft | None:
        """The best extract from passages already retrieved (best first), with its features; None when they say nothing."""
        asked = self.asked(understood)
        weighed = self.weighed(asked, passages[:READ_PASSAGES])
        windows = ranked(weighed, self.ranking)
        if not windows:
            return None
        order = bound_first(understood.text, asked, windows, lambda passage: self._units(passage)[1].words)
        order = telling_first(understood.text, asked, order)
        order = defining_first(understood.text, asked, order, lambda kept: ranked(weighed, self.ranking, kept))
        order = enumerated_first(understood.text, asked, order, lambda kept: ranked(weighed, self.ranking, kept))
        order = changed_first(understood.text, asked, order, windows)
        order = decided_first(understood.text, asked, order, lambda best: self._decisions(asked, best, passages))
        best = order[0]
        excerpts = excerpts_of(asked, order, self._following)
        sources = tuple(source_of(self._index, excerpt.passage, excerpt.text) for excerpt in excerpts)
        features = self._features(understood, asked, order, excerpts[0])
        ground = refusal_ground(understood, sources[0], context_of(excerpts[0].passage, self._index), self._index, dict(features))
        return Draft(
            text=worded(understood, best, [excerpt.text for excerpt in excerpts]),
            kind=self.kind,
            strength=min(1.0, max(0.0, best.score / 10)),
            sources=sources,
            as_of=best.window.units[0].passage.date,
            features=features if ground is None else (*features, ("ground", 1.0)),
        )

    def asked(self, understood: Understood) -> Asked:
        """The question's terms, the kinds of words it wants, and the words it says itself."""
        carried = _TOPIC.search(understood.text) if understood.text != understood.asked else None
        terms = terms_of(understood.text, self.lexis, carried.group() if carried else "")
        return Asked(
            terms=terms,
            meetings=Meetings(terms),
            wanted=wanted_of(understood),
            said=words_said(understood.text),
            counted=counted_terms(understood.text, terms),
        )

    def weighed(self, asked: Asked, passages: Sequence[ScoredPassage]) -> list[Weighed]:
        """Every window of the passages with its features; passages without words and tables of contents are left out."""
        best_score = max((scored.score for scored in passages), default=0.0)
        found = []
        for scored in passages:
            units, context = self._units(scored.passage)
            if units and scored.passage.kind is not BlockKind.CONTENTS:
                found.append(weigh(asked, scored, units, context, best_score))
        return found

    def warm(self) -> None:
        """Read the units of the newest open documents' passages, as many as are kept."""
        passages = (
            passage
            for document in self._index.store.documents()
            for passage in self._index.store.passages_of_document(document.id)
        )
        for passage in islice(passages, WARM_PASSAGES):
            self._units(passage)

    def _decisions(self, asked: Asked, best: Ranked, passages: Sequence[ScoredPassage]) -> list[Weighed]:
        """The weighed passages of the decision of the item that a window belongs to, as if found where the window was."""
        passage = best.window.units[0].passage
        if passage.item_id is None:
            return []
        found = next(scored for scored in passages if scored.passage.id == passage.id)
        of_item = self._index.store.passages_of_item(passage.item_id, may_see(passage))
        return self.weighed(asked, [replace(found, passage=each) for each in of_item if is_decision(each)])

    def _following(self, passage: Passage) -> tuple[Unit, ...]:
        """The units of the next passage of the document, () after the last."""
        passages = self._index.store.passages_of_document(passage.document_id, may_see(passage))
        coming = next((each for each in passages if each.order == passage.order + 1), None)
        return self._units(coming)[0] if coming is not None else ()

    def _features(
        self, understood: Understood, asked: Asked, order: Sequence[Ranked], excerpt: Excerpt
    ) -> tuple[tuple[str, float], ...]:
        """What speaks for the best window, what against it, and how it stands to its rivals."""
        best = order[0]
        units, context = self._units(excerpt.passage)
        quote = [unit for unit in units if unit.start < excerpt.end and unit.end > excerpt.start]
        rival = next((other.score for other in order[1:] if other.passage_rank != best.passage_rank), 0.0)
        more = {
            "score": best.score,
            "margin": best.score - rival,
            "english": float(understood.language is Language.ENGLISH),
            f"wants_{asked.wanted[0].value}": 1.0,
        }
        rivals = rivals_of(asked, order, quote, context)
        return tuple((best.features | doubts_of(understood.text, asked, units, quote, context) | rivals | more).items())


def _read_units(index: OpenIndex, lexis: Lexis, passage: Passage) -> tuple[tuple[Unit, ...], Context]:
    """The units of a passage and what it stands under; kept, as a generation never changes."""
    heading = passage.heading_path[-1] if passage.heading_path else ""
    units = headed(units_of(passage, lexis), passage, lexis)
    words = tuple(lexis.words(context_of(passage, index)))
    return units, Context(words=words, heading=tuple(lexis.words(heading)), heading_asks=heading.endswith("?"))
