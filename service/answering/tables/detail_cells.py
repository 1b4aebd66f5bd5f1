"""Which cells of a row may answer who, when, where, why, how far or what is special: by their header, or by their note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.opened import OpenIndex
from ingest.records import Fact
from service.answering.tables.asked_terms import AskedTerm, says
from service.answering.tables.fitting import COLUMNS
from service.answering.tables.grids import TableGrid, column_words
from service.answering.tables.numbers import value_of
from service.answering.tables.remarks import Remark, is_blank, note_on
from service.answering.tables.table_rows import TableRow
from service.answering.tables.years import speaks_of_year
from service.records import QuestionKind, Understood
from service.understanding.vocabulary import task_name
from service.understanding.words import words_of

_REMARKS = r"\w*bemærkning\w*|noter?|kommentar\w*|anmærkning\w*|forbehold|remarks?|comments?|notes?"
_STATES = r"\w*status\w*|tilstand\w*|stade|stand|fase|fremdrift|niveau|state|progress"
_HEADERS = {
    QuestionKind.WHO: COLUMNS[QuestionKind.WHO].pattern + r"|\b(?:ejer|navn|person|owner|name)\b",
    QuestionKind.WHEN: COLUMNS[QuestionKind.WHEN].pattern
    + r"|\b(?:\w*start\w*|opstart|i kraft|\w*slut|\w*afslut\w*|færdig\w*|end)\b|^i drift$",
    QuestionKind.WHERE: COLUMNS[QuestionKind.WHERE].pattern + r"|\b(?:base|mødested|lokation|by)\b",
    QuestionKind.STATUS: rf"\b(?:{_STATES})\b",
    QuestionKind.WHY: rf"\b(?:årsag\w*|begrundelse\w*|grund|forklaring\w*|reasons?|cause|{_REMARKS}|{_STATES})\b",
    QuestionKind.WHAT: rf"\b(?:{_REMARKS})\b",
}
KINDS = frozenset(_HEADERS)
"""The kinds of questions that a detail answers."""
_NEWER = re.compile(r"\b(?:ny|nye|nyt|revideret|nuværende|gældende|aktuel|forventet|new|revised|current)\b", re.IGNORECASE)
_OLDER = re.compile(r"\b(?:oprindelig\w*|tidligere|gammel|gamle|første|original\w*|former|previous)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:i|på|hos|ved|in|at)\s+(?:[\wæøå]+\s+){0,2}?[A-ZÆØÅ]")
_WITH_NOTES = frozenset({QuestionKind.WHAT, QuestionKind.WHY, QuestionKind.WHERE})
LEAST_REASON_WORDS = 2


def cells_for(
    grid: TableGrid,
    row: TableRow,
    kind: QuestionKind,
    terms: Sequence[AskedTerm],
    understood: Understood,
    index: OpenIndex,
) -> Iterator[tuple[Fact, Remark | None]]:
    """The cells of a row that may answer this kind of question, and those whose note may."""
    access = understood.filters.access
    headed = re.compile(_HEADERS[kind], re.IGNORECASE)
    for cell in row.cells:
        if not speaks_of_year(understood.text, cell.relation, cell, grid, index, access):
            continue
        if headed.search(task_name(cell.relation)) and not is_blank(cell.object) and _may_answer(cell, kind):
            yield cell, None
        elif kind in _WITH_NOTES and (note := note_on(cell, index, access)) is not None and _fits(note, kind):
            others = [each for each in row.cells if each is not cell and note_on(each, index, access) is not None]
            if is_named(cell, terms) or not others:
                yield cell, note


def is_named(cell: Fact, terms: Sequence[AskedTerm]) -> bool:
    """Whether the question says a word of the cell's column."""
    return any(says(word, terms) for word in column_words(cell.relation))


def _fits(note: Remark, kind: QuestionKind) -> bool:
    return kind is not QuestionKind.WHERE or _PLACE.search(note.text) is not None


def _may_answer(cell: Fact, kind: QuestionKind) -> bool:
    if kind is QuestionKind.WHY:
        return len(words_of(cell.object)) >= LEAST_REASON_WORDS and value_of(cell) is None
    return kind is QuestionKind.WHEN or value_of(cell) is None


def is_newer(cell: Fact, text: str) -> bool:
    """Whether of several columns of one kind this is the one in force, or the earlier one where that is asked for."""
    header = task_name(cell.relation)
    if _OLDER.search(text):
        return _OLDER.search(header) is not None
    return _NEWER.search(header) is not None
