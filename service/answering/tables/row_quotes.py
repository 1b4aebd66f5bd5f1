"""What an extract that quotes a row of a table may say: nothing where the row has no cell of the kind asked for."""

from __future__ import annotations

import re
from dataclasses import replace

from index.opened import OpenIndex
from ingest.dates.find import find_dates
from ingest.records import BlockKind, Fact
from service.answering.frames import no, yes
from service.answering.tables.asked_terms import asked_terms, denies_unsaid, unsaid
from service.answering.tables.fitting import COLUMNS
from service.answering.tables.grids import grids_within
from service.answering.tables.measures import measure_unmet
from service.answering.tables.number_cells import is_missing
from service.answering.tables.numbers import value_of
from service.answering.tables.senses import words_asking
from service.answering.tables.table_rows import TableRow
from service.answering.tables.years import years_in
from service.records import Draft, Language, QuestionKind, Understood
from service.understanding.vocabulary import task_name
from service.understanding.words import words_of

_SETTLED_LATER = re.compile(r"\b(?:ikke|endnu|senere|afventer|efter|når|uge|løbende|not|later|after|week)\b", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÆØÅ]\w+")
_COSTS = re.compile(r"\b(?:koste\w*|betale\w*|pris\w*|takst\w*|cost\w*|pays?|paid|price)\b", re.IGNORECASE)
MOST_ROWS = 2
"""A quote of more rows is a list, which is judged elsewhere."""


def of_row(draft: Draft | None, understood: Understood, index: OpenIndex) -> Draft | None:
    """The extract as it is, or refused where it quotes rows of a table of which no cell can be what is asked for."""
    if draft is None or not draft.sources:
        return draft
    rows = _rows_quoted(draft, understood, index)
    if rows and understood.kind is QuestionKind.YES_NO:
        draft = replace(draft, text=_without_claim(draft.text, understood))
    if not rows or len(rows) > MOST_ROWS or any(_may_answer(row, understood, index) for row in rows):
        return draft
    return replace(draft, features=(*draft.features, ("ground", 1.0)))


def _without_claim(text: str, understood: Understood) -> str:
    """The quote alone: a word of some other cell of the row may have said yes or no."""
    for word in (yes(understood.language), no(understood.language)):
        text = text.removeprefix(f"{word}: ")
    return text


def _rows_quoted(draft: Draft, understood: Understood, index: OpenIndex) -> list[TableRow]:
    """The rows of which the quote holds every cell; none where the passage is no table."""
    source = draft.sources[0]
    if index.store.passage(source.passage_id, understood.filters.access).kind is not BlockKind.TABLE:
        return []
    return [
        row
        for grid in grids_within(index, understood.filters)
        if grid.document_id == source.document_id
        for row in grid.rows
        if row.cells[0].passage_id == source.passage_id and all(_stands_in(cell, source.quote) for cell in row.cells)
    ]


def _stands_in(cell: Fact, quote: str) -> bool:
    return cell.object in quote and task_name(cell.relation) in quote and cell.subject in quote


def _may_answer(row: TableRow, understood: Understood, index: OpenIndex) -> bool:
    text, kind = understood.text, understood.kind
    said = words_of(" ".join((row.subject, *(f"{cell.relation} {cell.object}" for cell in row.cells))))
    if denies_unsaid(text, said):
        return False
    figures = [cell for cell in row.cells if any(letter.isdigit() for letter in cell.object)]
    if kind is QuestionKind.HOW_MANY:
        return _may_count(figures, understood, index)
    if _COSTS.search(text) and kind is QuestionKind.WHAT:
        return bool(figures)
    if kind is QuestionKind.WHEN:
        return any(find_dates(cell.object) or _SETTLED_LATER.search(cell.object) for cell in row.cells) or bool(figures)
    if kind is QuestionKind.WHO:
        return any(_may_name(cell) for cell in row.cells)
    return True


def _may_count(figures: list[Fact], understood: Understood, index: OpenIndex) -> bool:
    """Whether a figure of the row may be meant: of the year asked for, and not where the very cell that is meant is empty."""
    asked = years_in(understood.text)
    of_years = [cell for cell in figures if years_in(cell.relation)]
    if asked and of_years and not any(asked & years_in(cell.relation) for cell in of_years):
        return False
    return bool(figures) and not is_missing(understood, index) and not _is_other_measure(figures, understood, index)


def _is_other_measure(figures: list[Fact], understood: Understood, index: OpenIndex) -> bool:
    """Whether the very noun that is counted or measured is said neither by the row nor by what it stands under."""
    passage = index.store.passage(figures[0].passage_id, understood.filters.access)
    said = [*words_of(passage.text), *words_of(" ".join(passage.heading_path)), *words_of(figures[0].relation)]
    terms = asked_terms(understood.text, Language.ENGLISH)  # a Danish question may hold English words too
    senses = words_of(" ".join(word for cell in figures for word in words_asking(understood.text, task_name(cell.relation))))
    left = {word for term in unsaid(terms, [*said, *senses]) for word in term.options[0]}
    return measure_unmet(understood.text, {word for word in left if unsaid(asked_terms(word, Language.ENGLISH), said)})


def _may_name(cell: Fact) -> bool:
    """Whether a cell may name who it is: a word with a capital, not under a header of a place or day, no remark or figure."""
    header = task_name(cell.relation)
    if COLUMNS[QuestionKind.WHO].search(header):
        return True
    if any(COLUMNS[kind].search(header) for kind in (QuestionKind.WHEN, QuestionKind.WHERE, QuestionKind.STATUS)):
        return False
    remarks = re.search(r"bemærkning|note|kommentar", header, re.IGNORECASE)
    return not remarks and value_of(cell) is None and not find_dates(cell.object) and _NAME.search(cell.object) is not None
