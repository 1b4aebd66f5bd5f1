"""Which cells of any table a question means: its row by name, label or another cell, its column by words, sense or kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.opened import OpenIndex
from ingest.records import Fact
from service.answering.tables.numbers import value_of
from service.answering.tables.remarks import is_blank
from service.answering.tables.rows_named import LEAST_SUBJECT_SHARE, asked_words, row_share, rows_within
from service.answering.tables.senses import SENSES
from service.answering.tables.table_rows import TableRow
from service.answering.tables.unaccounted import ASKED_DIFFERENCE, is_difference
from service.records import QuestionKind, Understood
from service.understanding.labels import Label, label_of, labels_in
from service.understanding.vocabulary import task_name, vocabulary_of
from service.understanding.words import same_word, words_of

COLUMNS = {
    QuestionKind.WHO: re.compile(
        r"\b(?:ansvarlig\w*|tovholder\w*|kontaktperson\w*|hvem|aktør\w*|udførende|leder|owner|responsible|who)\b", re.I
    ),
    QuestionKind.WHEN: re.compile(
        r"\b(?:\w*frist\w*|dato\w*|deadline\w*|hvornår|tidspunkt\w*|tid|tidsplan|senest|date|when|due)\b", re.IGNORECASE
    ),
    QuestionKind.WHERE: re.compile(r"\b(?:sted|placering|adresse|lokale|hvor|place|where|location)\b", re.IGNORECASE),
    QuestionKind.STATUS: re.compile(r"\b(?:status\w*|farve|niveau|fase)\b", re.IGNORECASE),
}
"""How a column is headed that holds what the kind of a question asks for."""

BY_ANOTHER_CELL = 0.85
BY_KIND = 0.6
_HOW_SOON = re.compile(r"\bhvor (?:hurtigt|sent|tidligt)\b|\bhow (?:soon|quickly|fast|late|early)\b", re.IGNORECASE)
"""Asked of a time limit, not of a number."""
_WHICH = re.compile(r"^(?:hvilke[nt]?|which|what) (?P<noun>\w{4,})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """A cell with its row, and how well row and column are named, 0 to 1; `by` is the other cell that names the row."""

    cell: Fact
    row: TableRow
    subject_share: float
    column_share: float
    by: Fact | None = None
    by_sense: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A question as it is held against tables."""

    understood: Understood
    words: tuple[str, ...]
    labels: tuple[Label, ...]
    senses: tuple[int, ...]
    codes: frozenset[tuple[str, str]]


def fitting(understood: Understood, index: OpenIndex) -> list[Fitting]:
    """The cells whose row and column the question names, in no order."""
    asked = _Asked(
        understood=understood,
        words=asked_words(understood),
        labels=labels_in(understood.text),
        codes=_number_codes(understood, index),
        senses=tuple(number for number, sense in enumerate(SENSES) if sense.asked.search(understood.text)),
    )
    return [found for row in rows_within(understood, index) for found in _of_row(row, asked)]


def _number_codes(understood: Understood, index: OpenIndex) -> frozenset[tuple[str, str]]:
    """The numbers that a document's key explains, each with the document."""
    known = vocabulary_of(index, understood.filters.access)
    return frozenset((fact.document_id, fact.subject) for fact in known.definitions if fact.subject.isdigit())


def _of_row(row: TableRow, asked: _Asked) -> list[Fitting]:
    if row.label is not None and _means_another(row.label, asked.labels):
        return []
    share, by = row_share(row, asked.words, asked.labels, asked.understood.text), None
    if share < LEAST_SUBJECT_SHARE:
        by = next((cell for cell in row.names if _is_listed(cell.object, asked.words)), None)
        share = BY_ANOTHER_CELL if by is not None else share
    if share < LEAST_SUBJECT_SHARE:
        return []
    found = []
    for cell in _asked_for(row, asked):
        column, by_sense = _column_share(cell, asked, is_coded=(cell.document_id, cell.object.strip()) in asked.codes)
        if column > 0 and cell is not by:
            found.append(Fitting(cell=cell, row=row, subject_share=share, column_share=column, by=by, by_sense=by_sense))
    return found


def _asked_for(row: TableRow, asked: _Asked) -> Sequence[Fact]:
    """The cells of the row, only those of the noun asked for where a column is headed by it: "hvilket nummer har lederen"."""
    noun = _WHICH.match(asked.understood.text)
    if noun is None:
        return row.cells
    own = [
        cell for cell in row.cells if any(same_word(noun["noun"].lower(), word) for word in words_of(task_name(cell.relation)))
    ]
    return own or row.cells


def _means_another(label: tuple[str, str], labels: Sequence[Label]) -> bool:
    """Whether the question names things of this noun, but not this one: "bølge 3" is not answered from "bølge 2"."""
    same = [each for each in labels if each.is_a(label[0])]
    return bool(same) and not any(each.names(*label) for each in same)


def _is_listed(text: str, words: Sequence[str]) -> bool:
    """Whether a cell, or one of the names that it lists, is said: "Odder, Samsø og Hou"."""
    parts = re.split(r"\s*,\s*|\s+(?:og|and|samt)\s+", text)
    listed = len(parts) > 1 and all(part[:1].isupper() for part in parts)
    return _is_said(text, words) or (listed and any(_is_said(part, words) for part in parts))


def _is_said(text: str, words: Sequence[str]) -> bool:
    own = words_of(text)
    return bool(own) and all(any(same_word(each, word) for word in words) for each in own)


def _share(own: Sequence[str], words: Sequence[str]) -> float:
    return sum(any(same_word(each, word) for word in words) for each in own) / len(own) if own else 0.0


def _column_share(cell: Fact, asked: _Asked, *, is_coded: bool) -> tuple[float, bool]:
    """How well the column is named, by its words, its label, what is asked for, or the kind; and whether by a sense.

    A number that a key explains is a code, no figure.
    """
    text, kind = asked.understood.text, asked.understood.kind
    if not cell.object.strip():
        return 0.0, False
    if is_difference(cell) and ASKED_DIFFERENCE.search(text):
        return 1.0, False
    header = task_name(cell.relation)
    label = label_of(header)
    if label is not None:
        return float(any(each.names(*label) for each in asked.labels)), False
    sense = max((_sense_share(header, number, asked.words) for number in asked.senses), default=0.0)
    named = _share(words_of(header), asked.words)
    soon = bool(_HOW_SOON.search(text))
    number = value_of(cell) is not None and not is_blank(cell.object) and not is_coded
    counts = kind is QuestionKind.HOW_MANY and not soon
    if number != counts and not (sense or (number and kind is QuestionKind.WHAT and named == 1.0)):
        return 0.0, False
    column = COLUMNS.get(QuestionKind.WHEN if soon else kind)
    by_kind = BY_KIND if column is not None and column.search(header) else 0.0
    return max(by_kind, named, sense), sense >= max(by_kind, named)


def _sense_share(header: str, number: int, words: Sequence[str]) -> float:
    """How well a header fits what is asked for: its other words count too, a year of them most."""
    sense = SENSES[number]
    if not sense.header.search(header):
        return 0.0
    rest = words_of(sense.header.sub(" ", header))
    return 0.7 + 0.3 * _share(rest, words) if rest else 1.0
