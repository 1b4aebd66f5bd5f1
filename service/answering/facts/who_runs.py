"""Who runs a task in a municipality: member row → task column → cell → the clause that holds there → what its model means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.opened import OpenIndex
from service.answering.facts.cell_source import cell_source
from service.answering.facts.claims import refuted_by_limit, verdict
from service.answering.facts.leftover import leftover, of_other_matter
from service.answering.facts.marks import column_of
from service.answering.facts.older import conflicts_of
from service.answering.facts.ruling import Ruling, legend_of, rulings_for
from service.answering.facts.scope import within
from service.answering.facts.who_runs_wording import otherwise, ruling_text, with_remark
from service.answering.facts.wording import reason_of
from service.answering.tables.measures import measure_unmet
from service.answering.tables.remarks import Remark, is_blank, note_on, remark_on
from service.answering.tables.told import LONGEST_CODED
from service.records import Draft, Language, QuestionKind, Source, Understood
from service.understanding.tasks import named_by_tail
from service.understanding.translated import english_words_for
from service.understanding.vocabulary import Vocabulary, vocabulary_of

_NOT_WHO_RUNS = frozenset({QuestionKind.WHEN, QuestionKind.HOW_MANY, QuestionKind.DEFINITION, QuestionKind.DECISION})
_DOUBT = (0.97, 0.8, 0.6, 0.4)
"""Strength by the number of words in the question that nothing accounts for."""

OF_A_TAIL = 0.25
"""Less sure, and not before what the texts say, where only the end of the task's name was said."""


UNDECIDED = 0.9
"""At most so sure without the yes or no that was asked for: another that says it comes first."""


class WhoRunsAnswerer:
    """Answers "who runs TASK in MUNICIPALITY" and its yes/no forms from the newest table that lists the municipality."""

    kind = "fact"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft for one municipality and one or more tasks; None for other questions or when no table has both."""
        if understood.kind in _NOT_WHO_RUNS or not understood.tasks or not understood.municipalities:
            return None
        if of_other_matter(understood.text, understood.tasks[:1]):
            return None
        known = vocabulary_of(index, understood.filters.access)
        rows = within(known.rows, understood.filters, index)
        if understood.kind is QuestionKind.YES_NO and column_of(rows, understood.tasks[0], known.definitions):
            return None  # a table of marks answers that better
        answers = [
            rulings
            for municipality in understood.municipalities
            for task in _tasks_asked(understood)
            if (rulings := rulings_for(rows, municipality, task, known.definitions))
        ]
        return _draft(understood, index, known, answers) if answers else None


def _tasks_asked(understood: Understood) -> tuple[str, ...]:
    """The best matched task, or two where the question joins them for one municipality ("akutsygepleje og forebyggelse")."""
    joins = len(understood.municipalities) == 1 and re.search(r"\s(?:og|and|samt|eller|or)\s", understood.text)
    return understood.tasks[: 2 if joins else 1]


def _draft(understood: Understood, index: OpenIndex, known: Vocabulary, answers: Sequence[Sequence[Ruling]]) -> Draft | None:
    newest = [rulings[0] for rulings in answers]
    if understood.kind is QuestionKind.WHY and not any(reason_of(clause.text, Language.DANISH) for clause in newest[0].clauses):
        return None
    remarks = [_remark(ruling, index, understood) for ruling in newest]
    if any(is_blank(ruling.cell.object) and not (remark or ruling.model) for ruling, remark in zip(newest, remarks, strict=True)):
        return None  # a dash alone says nothing
    explained = _explained(newest, understood)
    doubted = leftover(understood.text, explained)
    doubts = leftover(understood.text, [*explained, *(remark.text for remark in remarks if remark)])
    if measure_unmet(understood.text, doubts) or (understood.kind is QuestionKind.WHERE and doubts):
        return None
    exceptional = len(doubts) < len(doubted)
    strength = _DOUBT[min(len(doubts), len(_DOUBT) - 1)]
    if understood.kind is QuestionKind.YES_NO and refuted_by_limit(understood.text, newest[0]):
        strength = max(strength, _DOUBT[1])
    if (
        understood.kind is QuestionKind.YES_NO
        and verdict(understood.text, newest[0], legend_of(newest[0].row, known.definitions)) is None
    ):
        strength = min(strength, UNDECIDED)
    if newest[0].actor is None and newest[0].model is None:
        strength -= 0.2
    if named_by_tail(understood.tasks[0], understood.text):
        strength -= OF_A_TAIL
    conflicts = tuple(conflict for rulings in answers for conflict in conflicts_of(rulings, index, understood))
    said = [conflict.text for conflict in conflicts if conflict.source.date == newest[0].row.date]  # same day: neither is newer
    told = [
        with_remark(ruling_text(understood, ruling, known), remark, ruling, understood, alone=exceptional)
        for ruling, remark in zip(newest, remarks, strict=True)
    ]
    return Draft(
        text=" ".join([*told, *otherwise(said, understood.language)]),
        kind=WhoRunsAnswerer.kind,
        strength=strength,
        sources=_sources(newest, remarks, index, understood),
        as_of=newest[0].row.date,
        conflicts=conflicts,
        features=(("leftover_words", float(len(doubts))), ("has_model", float(newest[0].model is not None))),
    )


def _explained(rulings: Sequence[Ruling], understood: Understood) -> list[str]:
    texts = [*understood.municipalities, *understood.tasks, *understood.councils]
    for ruling in rulings:
        texts += [clause.text for clause in ruling.clauses] + [ruling.row.name, ruling.row.name_column, ruling.row.member_column]
        texts += [ruling.model.subject, ruling.model.object] if ruling.model else []
    return [*texts, *english_words_for(understood.text, texts)]


def _remark(ruling: Ruling, index: OpenIndex, understood: Understood) -> Remark | None:
    """What a line near a table of codes says of this municipality and task, where no note says it already."""
    if len(ruling.cell.object) > LONGEST_CODED or len(ruling.row.members) != 1 or ruling.notes:
        return None
    cell = replace(ruling.cell, subject=ruling.row.member_text)
    return note_on(cell, index, understood.filters.access) or remark_on(cell, index, understood.filters.access)


def _sources(
    rulings: Sequence[Ruling], remarks: Sequence[Remark | None], index: OpenIndex, understood: Understood
) -> tuple[Source, ...]:
    """The cells, then the definitions and remarks that explain them, each once."""
    access = understood.filters.access
    facts = [ruling.cell for ruling in rulings] + [ruling.model for ruling in rulings if ruling.model is not None]
    facts += [note for ruling in rulings for note in ruling.notes]
    sources: dict[tuple[str, str], Source] = {}
    for fact in facts:
        sources.setdefault((fact.passage_id, fact.object), cell_source(index, fact, access))
    for remark in remarks:
        if remark is not None:
            sources.setdefault((remark.passage.id, remark.text), remark.source(index))
    return tuple(sources.values())
