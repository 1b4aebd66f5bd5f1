"""What a table says about one task in one municipality: the clauses that hold, the model they name, and who runs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.places.folding import fold
from ingest.places.gazetteer import municipality_named
from ingest.records import Fact
from service.answering.facts.actors import Actor, actor_in
from service.answering.facts.clauses import Clause, clauses_for, clauses_of
from service.answering.facts.legend import driver_by, is_code, notes_on, term_in
from service.answering.tables.remarks import is_dash
from service.understanding.tables import Row
from service.understanding.tasks import tasks_in
from service.understanding.vocabulary import task_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """The cell of a row and task as it holds for a municipality (None: for the whole row).

    `model` is the legend's definition of the model, None where the clauses name none; `actor` who runs the task by the
    clauses, else by the definition (`by_definition`), None when neither says. `notes`
    are the footnotes that the cell's mark points at.
    """

    row: Row
    cell: Fact
    municipality: str | None
    clauses: tuple[Clause, ...]
    model: Fact | None
    actor: Actor | None
    by_definition: bool
    notes: tuple[Fact, ...] = ()

    @property
    def task(self) -> str:
        """The column's own header, as printed."""
        return task_name(self.cell.relation)

    @property
    def beyond_model(self) -> tuple[Clause, ...]:
        """The clauses that say more than the model's name."""
        return tuple(clause for clause in self.clauses if not _only_names(clause, self.model))


def _only_names(clause: Clause, model: Fact | None) -> bool:
    words = clause.text.strip(" .").split()
    return model is not None and len(words) <= len(model.subject.split())


def ruling_of(row: Row, cell: Fact, municipality: str | None, definitions: Sequence[Fact]) -> Ruling | None:
    """The ruling for a municipality of the row, or for the whole row; None when no clause of the cell holds for it."""
    clauses = clauses_of(cell.object, row.members)
    holding = clauses_for(clauses, municipality) if municipality else clauses
    if not holding:
        return None
    model = next((term for clause in holding if (term := term_in(clause.text, definitions))), None)
    tasks = tuple(task_name(other.relation) for other in row.cells)
    own = _actor(holding, task_name(cell.relation), tasks)
    return Ruling(
        row=row,
        cell=cell,
        municipality=municipality,
        clauses=holding,
        model=model,
        actor=own or (driver_by(model) if model else None),
        by_definition=own is None,
        notes=notes_on(cell.object, [fact for fact in definitions if fact.document_id == row.document_id]),
    )


def _actor(clauses: Sequence[Clause], task: str, tasks: Sequence[str]) -> Actor | None:
    """Who runs the task by the clauses' own words: the half sentence that names the task, else one that names none."""
    unnamed: Actor | None = None
    for part in (part for clause in clauses for part in clause.parts):
        actor, named = actor_in(part), tasks_in(part, tasks, {})
        if actor and task in named:
            return actor
        if actor and not named and unnamed is None:
            unnamed = actor
    return unnamed


def rulings_for(rows: Sequence[Row], municipality: str, task: str, definitions: Sequence[Fact]) -> tuple[Ruling, ...]:
    """What each table says of a task in a municipality, newest first (undated last), ties in printed order."""
    found = [
        ruling
        for row in rows
        if municipality in row.members
        for cell in row.cells
        if task_name(cell.relation) == task and (ruling := ruling_of(row, cell, municipality, legend_of(row, definitions)))
    ]
    return tuple(sorted(found, key=lambda ruling: -(ruling.row.date.toordinal() if ruling.row.date else 0)))


def legend_of(row: Row, definitions: Sequence[Fact]) -> tuple[Fact, ...]:
    """The definitions that explain a row's cells: those of its own document, else those of any."""
    columns = {fold(task_name(cell.relation)) for cell in row.cells}
    definitions = [fact for fact in definitions if fold(fact.subject) not in columns]  # those explain the column, not a cell
    definitions = [fact for fact in definitions if municipality_named(fact.subject) is None]  # a remark on a row
    own = tuple(fact for fact in definitions if fact.document_id == row.document_id)
    if not any(not is_dash(fact.subject) and cell.object.strip(" *") == fact.subject for fact in own for cell in row.cells):
        own = tuple(fact for fact in own if not is_dash(fact.subject))  # a dash among figures is no code of another table's key
    if any(term_in(cell.object, own) for cell in row.cells):
        return own
    return tuple(fact for fact in definitions if not is_code(fact.subject))
