"""Answers how many from number columns; joins a municipality to its council's row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.opened import OpenIndex
from ingest.places.folding import fold
from ingest.places.municipalities import official_name
from ingest.records import Fact
from service.answering.facts.councils import newest_row, row_source
from service.answering.facts.scope import within
from service.answering.facts.wording import council_name, day_line
from service.answering.frames import quoted, written_date
from service.answering.sources import source_of
from service.answering.tables.asked_terms import outweighs
from service.answering.tables.changed import Change, change_of
from service.answering.tables.measures import measure_unmet
from service.answering.tables.number_cells import number_cell
from service.answering.tables.numbers import (
    NumberColumn,
    figure_of,
    header_match,
    header_of_column,
    number_columns,
    row_name,
    value_of,
)
from service.answering.tables.remarks import note_on, without_mark
from service.answering.tables.senses import PAYMENT
from service.records import Conflict, Draft, Language, QuestionKind, Source, Understood
from service.understanding.tasks import expanded
from service.understanding.translated import english_words, in_danish
from service.understanding.vocabulary import Vocabulary, vocabulary_of
from service.understanding.words import words_of

_FIGURE = re.compile(
    r"\bhvad (?:koster|betaler|udgør)\b"
    r"|\bhvad er (?:antallet|taksten|prisen|udgiften|beløbet)\b"
    r"|\bwhat (?:does\b.*\b(?:pay|cost)|is the (?:number|price|fee|amount|cost))\b",
    re.IGNORECASE,
)
_WHAT_MUST = re.compile(r"\bhvad skal\b", re.IGNORECASE)
_COUNCIL = re.compile(r"\b(?:sundhedsr[åa]+d\w*|health council\w*)\b", re.IGNORECASE)
LEAST_LETTERS = 5
MOST_DOUBTS = 1
STRENGTH = 0.94
A_DOUBT = 0.12


class FiguresAnswerer:
    """Answers figures that stand in a table's number column."""

    kind = "fact"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft for the row named or the total; None when no column's header is in the question."""
        text = understood.text
        if understood.kind is QuestionKind.WHY or not (understood.kind is QuestionKind.HOW_MANY or _asks_figure(text)):
            return None
        if understood.councils or (understood.municipalities and _COUNCIL.search(text)):
            return _of_council(understood, index)
        return _of_cell(understood, index)


def _asks_figure(text: str) -> bool:
    return bool(_FIGURE.search(text) or (_WHAT_MUST.search(text) and PAYMENT.asked.search(text)))


def _of_cell(understood: Understood, index: OpenIndex) -> Draft | None:
    """The one figure that the question means, newer where a later text changed it; None for an empty cell."""
    found = number_cell(understood, index)
    if found is None or found.cell is None or value_of(found.cell) is None or outweighs(found.doubts, MOST_DOUBTS):
        return None
    if measure_unmet(understood.text, {word for doubt in found.doubts for word in doubt.options[0]}):
        return None
    change = change_of(found.cell, understood, index)
    if change:
        return _changed(understood, index, found.cell, change)
    note = note_on(found.cell, index, understood.filters.access)
    text = f"{figure_of(without_mark(found.cell.object), found.measure)} ({header_of_column(found.measure)}: {found.entity})."
    text = f"{text} {quoted(note.text)}" if note is not None else text
    extra = (note.source(index),) if note is not None else ()
    return _draft(text, [found.cell], index, understood, STRENGTH - A_DOUBT * len(found.doubts), extra)


def _of_council(understood: Understood, index: OpenIndex) -> Draft | None:
    known = vocabulary_of(index, understood.filters.access)
    codes = {(fact.document_id, fact.subject) for fact in known.definitions if fact.subject.isdigit()}
    cells = [cell for cell in known.cells if (cell.document_id, cell.object.strip()) not in codes]
    column = _column_asked(understood, within(cells, understood.filters, index))
    return _of_row(understood, index, column, known) if column is not None else None


def _column_asked(understood: Understood, cells: Sequence[Fact]) -> NumberColumn | None:
    """The number column whose header the question's words fit best, the newest among equals."""
    words = tuple(dict.fromkeys((*words_of(expanded(understood.text, {})), *words_of(in_danish(understood.text)))))
    scored = [(header_match(column, words), column) for column in number_columns(cells)]
    fitting = [
        (score, column.cells[0].date.toordinal() if column.cells[0].date else 0, column)
        for score, column in scored
        if column.cells
    ]
    best = max(fitting, key=lambda each: each[:2], default=None)
    return best[2] if best and best[0] >= LEAST_LETTERS else None


def _of_row(understood: Understood, index: OpenIndex, column: NumberColumn, known: Vocabulary) -> Draft | None:
    named = [cell for cell in column.cells if _named(cell, understood)]
    if len(named) == 1:
        change = change_of(named[0], understood, index)
        if change:
            return _changed(understood, index, named[0], change)
        text = f"{figure_of(named[0].object, column.relation)} ({header_of_column(column.relation)}: {named[0].subject})."
        return _draft(text, named, index, understood, STRENGTH)
    return _joined(understood, index, column, known) if not named and understood.municipalities else None


def _changed(understood: Understood, index: OpenIndex, cell: Fact, change: Change) -> Draft:
    """The newer number first, the table's own as what it was before."""
    danish = understood.language is Language.DANISH
    day = written_date(cell.date, understood.language) if cell.date else ""
    before = f"{'Før' if danish else 'Before'}: {cell.object}{f' ({day})' if day else ''}."
    told = f"{figure_of(change.number, cell.relation)} ({header_of_column(cell.relation)}: {cell.subject})"
    text = f"{told} – {quoted(change.source.quote)} {before}"
    older = source_of(index, index.store.passage(cell.passage_id, understood.filters.access), cell.object)
    return Draft(
        text=text,
        kind=FiguresAnswerer.kind,
        strength=0.85,
        sources=(change.source, older),
        as_of=change.source.date,
        conflicts=(Conflict(text=before, source=older),),
        features=(("changed", 1.0),),
    )


def _named(cell: Fact, understood: Understood) -> bool:
    """Whether the question names the council whose row it is."""
    return any(_same_row(row_name(cell), council) for council in understood.councils)


def _same_row(name: str, council: str) -> bool:
    own = " ".join(word for word in re.findall(r"[^\W_]+", fold(council)) if word not in {"sundhedsraad", "og"})
    return name == own


def _joined(understood: Understood, index: OpenIndex, column: NumberColumn, known: Vocabulary) -> Draft | None:
    """Municipality → its council (one source) → that council's figure (another)."""
    row = newest_row(within(known.rows, understood.filters, index), municipality=understood.municipalities[0])
    cells = [cell for cell in column.cells if row is not None and _same_row(row_name(cell), row.name)]
    if row is None or len(cells) != 1:
        return None
    danish = understood.language is Language.DANISH
    place = official_name(understood.municipalities[0])
    belongs = f"{place} {'hører til' if danish else 'belongs to'} {council_name(row.name)}"
    text = f"{figure_of(cells[0].object, column.relation)} ({header_of_column(column.relation)}): {belongs}."
    return _draft(text, cells, index, understood, 0.93, extra=(row_source(row, index, understood),))


def _draft(
    text: str, cells: Sequence[Fact], index: OpenIndex, understood: Understood, strength: float, extra: tuple[Source, ...] = ()
) -> Draft:
    access = understood.filters.access
    return Draft(
        text=" ".join(part for part in (text, day_line(cells[0].date, understood.language)) if part),
        kind=FiguresAnswerer.kind,
        strength=strength,
        sources=tuple(source_of(index, index.store.passage(cell.passage_id, access), cell.object) for cell in cells) + extra,
        as_of=cells[0].date,
        features=(("joined", float(bool(extra))), ("english_terms", float(len(english_words(understood.text))))),
    )
