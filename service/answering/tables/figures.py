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
from service.answering.tables.changed import Change, change_of
from service.answering.tables.numbers import NumberColumn, figure_of, header_match, header_of_column, number_columns, row_name
from service.records import Conflict, Draft, Language, QuestionKind, Source, Understood
from service.understanding.tasks import expanded
from service.understanding.translated import english_words
from service.understanding.vocabulary import Vocabulary, vocabulary_of
from service.understanding.words import words_of

_TOTAL = re.compile(r"\b(?:i alt|total\w*|samlet|samlede|tilsammen|altogether|in all)\b", re.IGNORECASE)
_FIGURE = re.compile(
    r"\bhvad (?:koster|betaler|udgør|er (?:antallet|taksten|prisen|udgiften|beløbet))\b"
    r"|\bwhat (?:does\b.*\b(?:pay|cost)|is the (?:number|price|fee|amount|cost))\b",
    re.IGNORECASE,
)
_COUNCIL = re.compile(r"\b(?:sundhedsr[åa]+d\w*|health council\w*)\b", re.IGNORECASE)
_PLACES = {"places": "pladser", "beds": "pladser", "place": "pladser", "bed": "pladser"}
LEAST_LETTERS = 5


class FiguresAnswerer:
    """Answers figures that stand in a table's number column."""

    kind = "fact"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft for the row named or the total; None when no column's header is in the question."""
        text = understood.text
        if not (understood.kind is QuestionKind.HOW_MANY or _FIGURE.search(text)) or understood.kind is QuestionKind.WHY:
            return None
        known = vocabulary_of(index, understood.filters.access)
        codes = {(fact.document_id, fact.subject) for fact in known.definitions if fact.subject.isdigit()}
        cells = [cell for cell in known.cells if (cell.document_id, cell.object.strip()) not in codes]
        column = _column_asked(understood, within(cells, understood.filters, index))
        if column is None:
            return None
        return _of_row(understood, index, column, known)


def _column_asked(understood: Understood, cells: Sequence[Fact]) -> NumberColumn | None:
    """The number column whose header the question's words fit best, the newest among equals."""
    words = [_PLACES.get(word, word) for word in words_of(expanded(understood.text, {}))]
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
            return _changed(understood, index, column, named[0], change)
        text = f"{figure_of(named[0].object, column.relation)} ({header_of_column(column.relation)}: {named[0].subject})."
        return _draft(text, named, index, understood, 0.94)
    if not named and understood.municipalities and _COUNCIL.search(understood.text):
        return _joined(understood, index, column, known)
    if not named and _TOTAL.search(understood.text) and len(column.totals) == 1 and not understood.municipalities:
        total = column.totals[0]
        text = f"{figure_of(total.object, column.relation)} ({header_of_column(column.relation)}: {total.subject})."
        return _draft(text, list(column.totals), index, understood, 0.89)
    return None


def _changed(understood: Understood, index: OpenIndex, column: NumberColumn, cell: Fact, change: Change) -> Draft:
    """The newer number first, the table's own as what it was before."""
    danish = understood.language is Language.DANISH
    day = written_date(cell.date, understood.language) if cell.date else ""
    before = f"{'Før' if danish else 'Before'}: {cell.object}{f' ({day})' if day else ''}."
    told = f"{figure_of(change.number, column.relation)} ({header_of_column(column.relation)}: {cell.subject})"
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
    """Whether the question names the row: as a council, or by all words of its name together."""
    name = row_name(cell)
    if any(_same_row(name, council) for council in understood.councils):
        return True
    folded = " " + " ".join(word for word in re.findall(r"[^\W_]+", fold(understood.text)) if word != "og") + " "
    return not understood.councils and len(name) > 3 and f" {name} " in folded


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
