"""Answers which rows of a table have something: "hvilke delprojekter er forsinket", "which clinic is run by the region"."""

from __future__ import annotations

from collections.abc import Sequence

from index.opened import OpenIndex
from service.answering.facts.cell_source import cell_source
from service.answering.facts.leftover import of_other_matter
from service.answering.facts.wording import day_line, task_phrase
from service.answering.frames import quoted
from service.answering.tables.grids import grids_within
from service.answering.tables.row_conditions import RowsFound, columns_meeting
from service.answering.tables.rows_asked import are_rows_of, asks_denied, nouns_asked, rows_asked
from service.answering.wording import capital, joined, number_word
from service.records import Draft, QuestionKind, Understood
from service.understanding.vocabulary import task_name

_KINDS = frozenset({QuestionKind.LIST, QuestionKind.WHAT, QuestionKind.HOW_MANY, QuestionKind.WHERE, QuestionKind.STATUS})
LONGEST_VALUE = 60
STRENGTH = 0.9


class RowsWithAnswerer:
    """Answers "which ROWS have VALUE" and "how many", where the rows' own column is headed by the noun asked for."""

    kind = "list"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft from the one table and column that account for every word; None where several or none do."""
        nouns = nouns_asked(understood.text)
        if not nouns or understood.kind not in _KINDS or asks_denied(understood.text):
            return None
        found = [
            each
            for grid in grids_within(index, understood.filters)
            if (noun := next((noun for noun in nouns if are_rows_of(grid, noun, understood.language)), None)) is not None
            for each in columns_meeting(grid, rows_asked(understood, noun), index)
        ]
        best = _best(found)
        if best is None or of_other_matter(understood.text, [best.column, *(cell.object for cell in best.cells)]):
            return None
        return _draft(best, understood, index)


def _best(found: Sequence[RowsFound]) -> RowsFound | None:
    """The column whose cells say most of the condition; None where two say as much, or a row has the name of another."""
    named = [each for each in found if len(each.rows) == len({row.subject for row in each.rows})]
    most = max((each.told for each in named), default=0)
    best = [each for each in named if each.told == most]
    return best[0] if len(best) == 1 else None


def _draft(found: RowsFound, understood: Understood, index: OpenIndex) -> Draft:
    language, access = understood.language, understood.filters.access
    names = [row.name for row in found.rows]
    count = f"{capital(number_word(len(names), language))}: " if understood.kind is QuestionKind.HOW_MANY else ""
    values = {cell.object.strip() for cell in found.cells}
    said = (
        [found.cells[0].object]
        if len(values) == 1 and found.cells[0].relation == found.column and len(found.cells[0].object) <= LONGEST_VALUE
        else []
    )
    said += [quoted(found.meaning.object)] if found.meaning is not None and len(values) == 1 else []
    about = f" ({task_phrase(task_name(found.column))}: {' – '.join(said)})" if said else ""
    day = day_line(found.cells[0].date, language)
    return Draft(
        text=" ".join(part for part in (f"{count}{joined(names, language)}{about}.", day) if part),
        kind=RowsWithAnswerer.kind,
        strength=STRENGTH,
        sources=tuple(cell_source(index, cell, access) for cell in found.cells),
        as_of=found.cells[0].date,
        features=(("rows", float(len(names))),),
    )
