"""Which figure of any table a question means: a row and a column, one of them named, the other by what is measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.opened import OpenIndex
from ingest.places.gazetteer import municipalities_in, municipality_named
from ingest.records import Fact
from service.answering.tables.asked_terms import AskedTerm, asked_terms, says, says_all, unsaid
from service.answering.tables.grids import TableGrid, column_words, grids_within
from service.answering.tables.measures import asks_for_all, asks_other_measure, asks_total, words_asking_measure
from service.answering.tables.numbers import NAMES_NO_MEASURE, unit_of, value_of
from service.answering.tables.rows_named import LEAST_SUBJECT_SHARE, row_share
from service.answering.tables.table_rows import TableRow
from service.answering.tables.years import speaks_of_year
from service.records import Understood
from service.understanding.labels import Label, label_of, labels_in
from service.understanding.vocabulary import task_name
from service.understanding.words import words_of

_MEASURES = (
    "regner forventer forventes forventet regnes expect expected expects estimated antal mange stor stort store person personer"
    " folk man"
)
OF_A_SENSE = 6
"""A column that holds what is asked for by another word counts like one named by so many letters."""
LEAST_LETTERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberCell:
    """A place of a table that a question means: its cell (None where it is empty) and what is left unsaid.

    `measure` is what is counted there, `entity` for whom: the headers of its column and row, or of its row and column. `letters`
    of the measure are asked for, `row_letters` of the row's name are said; `unnamed` words of the measure are not.
    """

    grid: TableGrid
    row: TableRow
    relation: str
    cell: Fact | None
    measure: str
    entity: str
    letters: int
    row_letters: int
    unnamed: int
    doubts: tuple[AskedTerm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A question: its terms with all words that may stand for them, its labels and municipalities."""

    text: str
    terms: tuple[AskedTerm, ...]
    words: tuple[str, ...]
    labels: tuple[Label, ...]
    places: tuple[str, ...]
    is_total: bool


def number_cell(understood: Understood, index: OpenIndex) -> NumberCell | None:
    """The place that accounts for most of the question; None where none does, or where several do as well with other figures."""
    found, of_year = _places(understood, index)
    if not of_year or max(map(_rank, found))[0] > max(map(_rank, of_year))[0]:
        return None  # the figure asked for is there, but of another year
    fittest = max(map(_rank, of_year))
    best = [each for each in of_year if _rank(each) == fittest]
    return best[0] if len({each.cell.object if each.cell else "" for each in best}) == 1 else None


def is_missing(understood: Understood, index: OpenIndex) -> bool:
    """Whether a table has the very place that is asked for, but it is empty or of another year."""
    found, of_year = _places(understood, index)
    fittest = max(map(_rank, found), default=None)
    best = [each for each in found if _rank(each) == fittest]
    if not best or best[0].doubts:
        return False
    if not any(each in of_year for each in best):
        return not any(not each.doubts for each in of_year)
    meant = number_cell(understood, index)
    return meant is not None and (meant.cell is None or value_of(meant.cell) is None)


def _places(understood: Understood, index: OpenIndex) -> tuple[list[NumberCell], list[NumberCell]]:
    """All places that the question may mean, and those of the years it names."""
    asked, access = _asked(understood), understood.filters.access
    grids = [grid for grid in grids_within(index, understood.filters) if not grid.is_coded]
    found = [each for grid in grids for each in _of_grid(grid, asked)]
    of_year = [each for each in found if speaks_of_year(asked.text, each.relation, each.row.cells[0], each.grid, index, access)]
    return found, of_year


def _asked(understood: Understood) -> _Asked:
    terms = asked_terms(understood.text, understood.language)
    return _Asked(
        text=understood.text,
        terms=terms,
        words=tuple(word for term in terms for option in term.options for word in option),
        labels=labels_in(understood.text),
        places=tuple(mention.name for mention in municipalities_in(understood.text)),
        is_total=asks_total(understood.text),
    )


def _rank(each: NumberCell) -> tuple[int, int, int, int, int]:
    day = each.row.cells[0].date
    return -len(each.doubts), each.letters, -each.unnamed, each.row_letters, day.toordinal() if day else 0


def _of_grid(grid: TableGrid, asked: _Asked) -> Iterator[NumberCell]:
    named = [row for row in grid.rows if _is_row(row, asked)]
    totals = grid.totals if asked.is_total and len(grid.totals) == 1 and not named and not asked.places else ()
    for row in (*named, *totals):
        for relation in grid.relations:
            yield from _measured(grid, row, relation, (task_name(relation), row.name), row in totals, asked)
    columns = [relation for relation in grid.relations if _is_column(relation, asked)]
    for relation in columns:
        for row in grid.rows:
            yield from _measured(grid, row, relation, (row.subject, task_name(relation)), False, asked)


def _is_row(row: TableRow, asked: _Asked) -> bool:
    place = municipality_named(row.subject) or municipality_named(row.subject.split(",")[0])
    if place is not None and asked.places:
        return place in asked.places
    return row_share(row, asked.words, asked.labels, asked.text) >= LEAST_SUBJECT_SHARE


def _is_column(relation: str, asked: _Asked) -> bool:
    """Whether a column is headed by a municipality or label that the question names."""
    header = task_name(relation)
    label = label_of(header)
    if label is not None:
        return any(each.names(*label) for each in asked.labels)
    place = municipality_named(header)
    return place in asked.places if place is not None else False


def _measured(
    grid: TableGrid, row: TableRow, relation: str, names: tuple[str, str], is_total: bool, asked: _Asked
) -> Iterator[NumberCell]:
    """The place where row and column meet, if its measure is asked for and its cell a figure or empty.

    `names` are its measure and its entity.
    """
    cell = grid.cell(row, relation)
    if cell is not None and value_of(cell) is None and any(letter.isalpha() for letter in cell.object):
        return
    name, entity = names
    if asks_other_measure(asked.text, name) or (asks_for_all(asked.text, name) and not is_total):
        return
    unit = words_of(unit_of(cell)) if cell is not None else ()
    own = [word for word in (*words_of(name), *unit) if word not in NAMES_NO_MEASURE and not word.isdigit()]
    said = [word for word in own if says(word, asked.terms)]
    sensed = words_asking_measure(asked.text, name)
    letters = sum(map(len, said)) + OF_A_SENSE * bool(sensed)
    if letters < LEAST_LETTERS:
        return
    explained = [*own, *words_of(row.subject), *column_words(relation), *grid.above]
    explained += [*words_of(" ".join(sensed)), *words_of(_MEASURES), *(("i", "alt", "total", "samlet") if is_total else ())]
    explained += [word for _, text in row.cells[0].qualifiers for word in words_of(text)]
    yield NumberCell(
        grid=grid,
        row=row,
        relation=relation,
        cell=cell,
        measure=name,
        entity=entity,
        letters=letters,
        row_letters=sum(len(word) for word in words_of(row.subject) if says(word, asked.terms)),
        unnamed=len(own) - len(said),
        doubts=unsaid([term for term in asked.terms if not _accounted(term, row, asked)], explained),
    )


def _accounted(term: AskedTerm, row: TableRow, asked: _Asked) -> bool:
    """Whether a term is part of the label or place that names the row or column."""
    if row.label is not None and any(term.text in words_of(asked.text[each.start : each.end]) for each in asked.labels):
        return True
    place = municipality_named(term.text)
    return place is not None and says_all(words_of(place), (term,)) and place in asked.places
