"""Answers which row has the most or least of a column of figures: "hvilken kommune har den korteste ventetid"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.opened import OpenIndex
from ingest.records import Fact
from service.answering.facts.wording import day_line
from service.answering.frames import quoted
from service.answering.sources import source_of
from service.answering.tables.asked_terms import AskedTerm, asked_terms, outweighs, says, unsaid
from service.answering.tables.degrees import Degree, degree_asked
from service.answering.tables.grids import TableGrid, column_words, grids_within
from service.answering.tables.numbers import NAMES_NO_MEASURE, figure_of, header_of_column, unit_of, value_of
from service.answering.tables.remarks import note_on
from service.answering.tables.years import speaks_of_year
from service.answering.wording import joined
from service.records import Draft, QuestionKind, Understood
from service.understanding.vocabulary import task_name
from service.understanding.words import words_of

_NOUN = re.compile(
    r"\b(?:hvilke[nt]?|which|what)\s+(?:af\s+|of\s+)?(?:de\s+|the\s+)?(?:\d+\s+)?(?P<noun>[^\W\d_][\w-]+)", re.IGNORECASE
)
_FITTING = frozenset({QuestionKind.WHAT, QuestionKind.LIST, QuestionKind.WHO, QuestionKind.WHERE, QuestionKind.HOW_MANY})
LEAST_ROWS = 2
LEAST_FIGURES = 0.75
LEAST_LETTERS = 4
MOST_DOUBTS = 1
MOST_TIES = 4
OF_MEASURE = 6
"""A column that has the measure counts like one named by so many letters."""
STRENGTH = 0.92
A_DOUBT = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """A column of figures with how many letters of the question name it, its words not named, and the terms it leaves unsaid."""

    cells: tuple[Fact, ...]
    letters: int
    unnamed: int
    doubts: tuple[AskedTerm, ...]


class SuperlativeAnswerer:
    """Answers "which ROW has the most (least, shortest, dearest) COLUMN"."""

    kind = "fact"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft from the column that accounts for most of the question; None where none does, or two do as well."""
        degree = degree_asked(understood.text)
        if degree is None or understood.kind not in _FITTING:
            return None
        terms = asked_terms(degree.asked.sub(" ", understood.text), understood.language)
        found = [
            column
            for grid in grids_within(index, understood.filters)
            if not grid.is_coded and _are_asked(grid, understood)
            for relation in grid.relations
            if (column := _column(grid, relation, terms, degree, understood, index)) is not None
        ]
        best = _best(found)
        if best is None or outweighs(best.doubts, MOST_DOUBTS):
            return None
        return _draft(best, degree, understood, index)


def _best(found: Sequence[_Column]) -> _Column | None:
    ranked = sorted(found, key=_rank, reverse=True)
    if len(ranked) > 1 and _rank(ranked[0]) == _rank(ranked[1]):
        return None
    return ranked[0] if ranked else None


def _rank(column: _Column) -> tuple[int, int, int, int]:
    day = column.cells[0].date
    return -len(column.doubts), column.letters, -column.unnamed, day.toordinal() if day else 0


def _are_asked(grid: TableGrid, understood: Understood) -> bool:
    """Whether the rows are what "which NOUN" asks for, where it names anything."""
    asked = _NOUN.search(understood.text)
    if asked is None:
        return True
    terms = asked_terms(asked["noun"], understood.language) or ()
    named = [*words_of(grid.head), *(word for row in grid.rows for word in words_of(row.subject))]
    if any(term.stands_in(named) for term in terms):
        return True
    return grid.is_of_places and any(term.stands_in(("kommune", "municipality")) for term in terms)


def _column(
    grid: TableGrid, relation: str, terms: Sequence[AskedTerm], degree: Degree, understood: Understood, index: OpenIndex
) -> _Column | None:
    filled = [cell for _, cell in grid.column(relation)]
    cells = tuple(cell for cell in filled if value_of(cell) is not None)
    if len(cells) < LEAST_ROWS or len(cells) < LEAST_FIGURES * len(filled):
        return None
    if not speaks_of_year(understood.text, relation, cells[0], grid, index, understood.filters.access):
        return None
    header = [*column_words(relation), *_shared_unit(cells)]
    own = [word for word in header if word not in NAMES_NO_MEASURE]
    named = [word for word in own if says(word, terms)]
    letters = sum(map(len, named))
    measured = degree.measure is not None and degree.measure.search(" ".join((task_name(relation), *own))) is not None
    if degree.measure is not None and not measured:
        return None
    letters += OF_MEASURE * measured
    if letters < LEAST_LETTERS:
        return None
    explained = [*own, *grid.above]
    unnamed = sum(not word.isdigit() for word in own) - len(named)
    return _Column(cells=cells, letters=letters, unnamed=unnamed, doubts=unsaid(terms, explained))


def _shared_unit(cells: Sequence[Fact]) -> tuple[str, ...]:
    """The word that stands behind the number in every cell: "6 sygeplejersker"."""
    units = {unit_of(cell) for cell in cells}
    return words_of(units.pop()) if len(units) == 1 else ()


def _draft(column: _Column, degree: Degree, understood: Understood, index: OpenIndex) -> Draft | None:
    values = {cell.id: value_of(cell) or 0.0 for cell in column.cells}
    edge = (min if degree.is_least else max)(values.values())
    found = [cell for cell in column.cells if values[cell.id] == edge]
    if len(found) > MOST_TIES:
        return None
    access, relation = understood.filters.access, found[0].relation
    names = joined([cell.subject for cell in found], understood.language)
    notes = [note for cell in found if (note := note_on(cell, index, access)) is not None]
    text = f"{names}: {figure_of(found[0].object, relation)} ({header_of_column(relation)})."
    text = " ".join([text, *(quoted(note.text) for note in notes), day_line(found[0].date, understood.language)]).strip()
    return Draft(
        text=text,
        kind=SuperlativeAnswerer.kind,
        strength=STRENGTH - A_DOUBT * len(column.doubts),
        sources=(
            *(source_of(index, index.store.passage(cell.passage_id, access), cell.object) for cell in found),
            *(note.source(index) for note in notes),
        ),
        as_of=found[0].date,
        features=(("leftover_words", float(len(column.doubts))),),
    )
