"""How one task is settled over the municipalities of a row, and over the rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.records import Fact
from service.answering.facts.clauses import clauses_of
from service.answering.facts.legend import term_in
from service.answering.facts.ruling import Ruling, legend_of, ruling_of
from service.understanding.tables import Row
from service.understanding.vocabulary import task_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A row's cell of one task with the ruling for each member that has one, and the model its first general clause names."""

    row: Row
    cell: Fact
    head: Fact | None
    rulings: tuple[Ruling, ...]

    @property
    def uniform(self) -> bool:
        """Whether the same model and the same actor hold for every member."""
        return len({(ruling.model.subject if ruling.model else None, ruling.actor) for ruling in self.rulings}) <= 1

    def members_with(self, term: str) -> tuple[str, ...]:
        """The members (canonical names) whose model has this name."""
        return tuple(r.municipality for r in self.rulings if r.municipality and r.model and r.model.subject == term)


def spread_of(row: Row, task: str, definitions: Sequence[Fact]) -> Spread | None:
    """The spread of a task over a row; None when the row has no cell for it."""
    cell = next((cell for cell in row.cells if task_name(cell.relation) == task), None)
    if cell is None:
        return None
    legend = legend_of(row, definitions)
    general = (clause for clause in clauses_of(cell.object, row.members) if clause.general)
    head = next((term for clause in general if (term := term_in(clause.text, legend))), None)
    rulings = tuple(found for name in row.members if (found := ruling_of(row, cell, name, legend)))
    return Spread(row=row, cell=cell, head=head, rulings=rulings)


def newest_rows(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of the newest table only: a council is not counted twice because an older slide deck shows it too."""
    newest = max((row.date.toordinal() for row in rows if row.date), default=None)
    if newest is None:
        return tuple(rows)
    return tuple(row for row in rows if row.date and row.date.toordinal() == newest)
