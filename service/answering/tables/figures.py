"""Answers how many, the least and the most, from number columns; joins a municipality to its council's row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.opened import OpenIndex
from ingest.places.folding import fold
from ingest.places.municipalities import official_name
from ingest.records import Fact
from service.answering.facts.councils import newest_row, row_source
from service.answering.facts.scope import within
from service.answering.facts.wording import council_name, day_line, task_phrase
from service.answering.sources import source_of
from service.answering.tables.numbers import NumberColumn, header_match, number_columns, row_name, value_of
from service.answering.wording import joined
from service.records import Draft, Language, QuestionKind, Source, Understood
from service.understanding.tasks import expanded
from service.understanding.translated import english_words
from service.understanding.vocabulary import Vocabulary, task_name, vocabulary_of
from service.understanding.words import words_of

_LEAST = re.compile(r"\b(?:færrest|mindst|lavest\w*|fewest|least|lowest|smallest)\b", re.IGNORECASE)
_MOST = re.compile(r"\b(?:flest|mest|højest\w*|størst\w*|most|highest|largest|biggest)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:i alt|total\w*|samlet|samlede|tilsammen|altogether|in all)\b", re.IGNORECASE)
_COUNCIL = re.compile(r"\b(?:sundhedsr[åa]+d\w*|health council\w*)\b", re.IGNORECASE)
_PLACES = {"places": "pladser", "beds": "pladser", "place": "pladser", "bed": "pladser"}
LEAST_LETTERS = 5


class FiguresAnswerer:
    """Answers figures that stand in a table's number column."""

    kind = "fact"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft for the row named, or for the least or most; None when no column's header is in the question."""
        text = understood.text
        extreme = _LEAST.search(text) or _MOST.search(text)
        if not (extreme or understood.kind is QuestionKind.HOW_MANY) or understood.kind is QuestionKind.WHY:
            return None
        known = vocabulary_of(index, understood.filters.access)
        column = _column_asked(understood, within(known.cells, understood.filters, index))
        if column is None:
            return None
        if extreme:
            return _extreme(understood, index, column, least=bool(_LEAST.search(text)))
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


def _extreme(understood: Understood, index: OpenIndex, column: NumberColumn, *, least: bool) -> Draft | None:
    values = {cell.id: value_of(cell) or 0.0 for cell in column.cells}
    edge = (min if least else max)(values.values())
    found = [cell for cell in column.cells if values[cell.id] == edge]
    language = understood.language
    names = joined([cell.subject for cell in found], language)
    text = f"{names}: {found[0].object} ({_header(column)})."
    return _draft(text, found, index, understood, 0.92)


def _of_row(understood: Understood, index: OpenIndex, column: NumberColumn, known: Vocabulary) -> Draft | None:
    named = [cell for cell in column.cells if _named(cell, understood)]
    if len(named) == 1:
        text = f"{named[0].object} ({_header(column)}: {named[0].subject})."
        return _draft(text, named, index, understood, 0.94)
    if not named and understood.municipalities and _COUNCIL.search(understood.text):
        return _joined(understood, index, column, known)
    if not named and _TOTAL.search(understood.text) and len(column.totals) == 1 and not understood.municipalities:
        text = f"{column.totals[0].object} ({_header(column)}: {column.totals[0].subject})."
        return _draft(text, list(column.totals), index, understood, 0.75)
    return None


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
    text = f"{cells[0].object} ({_header(column)}): {place} {'hører til' if danish else 'belongs to'} {council_name(row.name)}."
    return _draft(text, cells, index, understood, 0.93, extra=(row_source(row, index, understood),))


def _header(column: NumberColumn) -> str:
    return task_phrase(task_name(column.relation))


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
