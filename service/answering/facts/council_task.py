"""How a health council has settled a task: one model for all, or which one where."""

from __future__ import annotations

import re

from index.opened import OpenIndex
from ingest.records import Fact
from service.answering.facts.claims import verdict
from service.answering.facts.councils import newest_row
from service.answering.facts.leftover import leftover, of_other_matter
from service.answering.facts.ruling import Ruling, legend_of, ruling_of
from service.answering.facts.scope import within
from service.answering.facts.spread import Spread, spread_of
from service.answering.facts.wording import answer_text, council_name, day_line, task_phrase
from service.answering.frames import no, quoted, yes
from service.answering.sources import source_of
from service.records import Draft, Language, QuestionKind, Source, Understood
from service.understanding.translated import english_words
from service.understanding.vocabulary import task_name, vocabulary_of

_SAME = re.compile(
    r"\b(?:samme|ens|én|ensartet|same|one|single|uniform)\b.*\b(?:hele|alle|all|whole|entire|every)\b|\b(?:samme|same)\b",
    re.IGNORECASE,
)
_NOT_MINE = frozenset({QuestionKind.WHEN, QuestionKind.HOW_MANY, QuestionKind.WHY, QuestionKind.DEFINITION})
_DOUBT = (0.95, 0.8, 0.6, 0.4)
_GENERAL = "special specielt særligt særlig about omkring karakteriserer kendetegner"


class CouncilTaskAnswerer:
    """Answers about one task in one council, when no municipality is named."""

    kind = "fact"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft from the newest row of the council's name; None for other questions."""
        if understood.kind in _NOT_MINE or not understood.councils or not understood.tasks or understood.municipalities:
            return None
        if of_other_matter(understood.text, understood.tasks[:1]):
            return None
        known = vocabulary_of(index, understood.filters.access)
        row = newest_row(within(known.rows, understood.filters, index), council=understood.councils[0])
        spread = spread_of(row, understood.tasks[0], known.definitions) if row else None
        if row is None or spread is None:
            return None
        ruling = ruling_of(row, spread.cell, None, legend_of(row, known.definitions))
        if ruling is None:
            return None
        doubts = leftover(
            understood.text, [row.name, spread.cell.object, *understood.tasks, *english_words(understood.text), _GENERAL]
        )
        return Draft(
            text=_text(understood, spread, ruling, known.definitions),
            kind=self.kind,
            strength=_DOUBT[min(len(doubts), len(_DOUBT) - 1)],
            sources=_sources(spread, ruling, index, understood),
            as_of=row.date,
            features=(("leftover_words", float(len(doubts))), ("uniform", float(spread.uniform))),
        )


def _text(understood: Understood, spread: Spread, ruling: Ruling, definitions: tuple[Fact, ...]) -> str:
    language = understood.language
    asks_same = understood.kind is QuestionKind.YES_NO and _SAME.search(understood.text)
    if spread.uniform:
        text = answer_text(ruling, language)
        decided = (
            True
            if asks_same
            else verdict(understood.text, ruling, definitions)
            if understood.kind is QuestionKind.YES_NO
            else None
        )
        return text if decided is None else f"{(yes if decided else no)(language)}: {text}"
    place, task = council_name(spread.row.name), task_phrase(task_name(spread.cell.relation))
    differs = "er det forskelligt" if language is Language.DANISH else "it differs"
    opening = f"{no(language)}, i {place} {differs}" if asks_same and language is Language.DANISH else f"{place}, {task}"
    if asks_same and language is Language.ENGLISH:
        opening = f"{no(language)}, in {place} {differs}"
    return " ".join(part for part in (f"{opening}: {quoted(spread.cell.object)}", day_line(spread.row.date, language)) if part)


def _sources(spread: Spread, ruling: Ruling, index: OpenIndex, understood: Understood) -> tuple[Source, ...]:
    access = understood.filters.access
    facts = [spread.cell, *([ruling.model] if ruling.model and spread.uniform else [])]
    return tuple(source_of(index, index.store.passage(fact.passage_id, access), fact.object) for fact in facts)
