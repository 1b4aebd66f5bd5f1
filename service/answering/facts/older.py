"""The older tables that say otherwise than the newest, told as conflicts."""

from __future__ import annotations

from collections.abc import Sequence

from index.opened import OpenIndex
from service.answering.facts.cell_source import cell_source
from service.answering.facts.legend import is_code, term_in
from service.answering.facts.ruling import Ruling
from service.answering.facts.who_runs_wording import words_of_clauses
from service.answering.facts.wording import as_of, statement
from service.answering.frames import quoted
from service.records import Conflict, Language, Understood


def conflicts_of(rulings: Sequence[Ruling], index: OpenIndex, understood: Understood) -> list[Conflict]:
    """Those among the rulings of one municipality and task, the newest first, that differ from it."""
    newest = rulings[0]
    return [
        Conflict(
            text=" ".join(part for part in (_stated(other, understood.language), as_of(other, understood.language)) if part),
            source=cell_source(index, other.cell, understood.filters.access),
        )
        for other in rulings[1:]
        if _differ(newest, other)
    ]


def _stated(ruling: Ruling, language: Language) -> str:
    """The statement, with what its code means."""
    meaning = f" – {quoted(ruling.model.object)}" if ruling.model and is_code(ruling.model.subject) else "."
    return f"{statement(ruling, language)}{meaning}"


def _differ(newest: Ruling, other: Ruling) -> bool:
    if newest.actor and other.actor:
        return newest.actor != other.actor
    return term_in(words_of_clauses(newest), [other.model] if other.model else []) is None
