"""Tables of marks: a municipality with a mark ("✓", "x") in a column has what the column says, one without has not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.opened import OpenIndex
from ingest.places.municipalities import official_name
from ingest.records import Fact
from service.answering.facts.cell_source import cell_source
from service.answering.facts.leftover import leftover
from service.answering.facts.legend import term_in
from service.answering.facts.scope import within
from service.answering.facts.wording import day_line, task_phrase
from service.answering.frames import no, quoted, yes
from service.answering.wording import capital, joined, number_word
from service.records import Draft, Language, QuestionKind, Source, Understood
from service.understanding.tables import Row
from service.understanding.translated import english_words
from service.understanding.vocabulary import task_name, vocabulary_of

_MARK = re.compile(r"^\(?\s*[✓✔☑●■•xX√+]\s*\)?[*)\d¹²³]*$")
_WHICH = re.compile(
    r"\b(?:hvilke|hvor mange|which|how many|nævn|list)\s+(?:\w+\s+){0,2}?(?:kommuner?|municipalit\w+)\b", re.IGNORECASE
)
_PART_OF = "med del part fælles joint tender udbud udbuddet markeret marked deltager included include omfattet"
LEAST_MARKS = 2
MOST_NAMES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkColumn:
    """The newest table's column of marks for a task: its rows, and those cells that have a mark, by municipality."""

    task: str
    rows: tuple[Row, ...]
    marked: dict[str, Fact]

    def without_doubt(self) -> list[str]:
        """The municipalities whose mark stands in no brackets, in printed order."""
        return [name for name, cell in self.marked.items() if not cell.object.strip().startswith("(")]

    def in_brackets(self) -> list[str]:
        """The municipalities whose mark stands in brackets."""
        return [name for name, cell in self.marked.items() if cell.object.strip().startswith("(")]


class MarksAnswerer:
    """Answers whether a municipality is marked for something, and which (how many) are."""

    kind = "fact"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft; None when the task's column is not one of marks, or the question says more than the table."""
        lists = _WHICH.search(understood.text)
        asks_one = understood.kind is QuestionKind.YES_NO and len(understood.municipalities) == 1
        if not understood.tasks or not (lists or asks_one) or (lists and understood.municipalities):
            return None
        known = vocabulary_of(index, understood.filters.access)
        column = column_of(within(known.rows, understood.filters, index), understood.tasks[0])
        if column is None:
            return None
        legend = [fact for fact in known.definitions if fact.document_id == column.rows[0].document_id]
        explained = [column.task, *understood.municipalities, _PART_OF, *(fact.object for fact in legend)]
        explained += english_words(understood.text)
        doubts = len(leftover(understood.text, explained))
        strength = (0.95, 0.8, 0.6)[min(doubts, 2)]
        told = _listed(understood, column) if lists else _one(understood, column, legend)
        return _draft(understood, index, column, told, strength) if told else None


def column_of(rows: Sequence[Row], task: str) -> MarkColumn | None:
    """The newest table in which the task's cells are all marks; None when it has too few or other cells."""
    having = [row for row in rows if any(task_name(cell.relation) == task for cell in row.cells)]
    if not having:
        return None
    newest = max(having, key=lambda row: row.date.toordinal() if row.date else 0)
    table = [row for row in rows if (row.document_id, row.member_column) == (newest.document_id, newest.member_column)]
    cells = {row.members[0]: cell for row in table for cell in row.cells if task_name(cell.relation) == task and row.members}
    if len(cells) < LEAST_MARKS or not all(_MARK.match(cell.object.strip()) for cell in cells.values()):
        return None
    return MarkColumn(task=task, rows=tuple(table), marked=cells)


def _one(understood: Understood, column: MarkColumn, legend: Sequence[Fact]) -> str | None:
    name, language = understood.municipalities[0], understood.language
    if name not in {member for row in column.rows for member in row.members}:
        return None
    place, task = official_name(name), task_phrase(column.task)
    cell = column.marked.get(name)
    danish = language is Language.DANISH
    if cell is None:
        others = joined(column.without_doubt(), language)
        said = f"er ikke markeret under {task}; det er {others}" if danish else f"has no mark under {task}; {others} have"
        return f"{no(language)}, {place} {said}."
    meaning = term_in(cell.object, legend)
    told = f": {quoted(meaning.object)}" if meaning else "."
    said = f"er markeret med {cell.object} under {task}" if danish else f"is marked with {cell.object} under {task}"
    return f"{yes(language)}, {place} {said}{told}"


def _listed(understood: Understood, column: MarkColumn) -> str:
    language, danish = understood.language, understood.language is Language.DANISH
    names = column.without_doubt()
    nouns = ("kommune", "kommuner") if danish else ("municipality", "municipalities")
    text = f"{capital(number_word(len(names), language))} {nouns[len(names) != 1]}: {joined(names[:MOST_NAMES], language)}."
    if column.in_brackets():
        text += f" {'I parentes' if danish else 'In brackets'}: {joined(column.in_brackets(), language)}."
    return text


def _draft(understood: Understood, index: OpenIndex, column: MarkColumn, text: str, strength: float) -> Draft:
    day = column.rows[0].date
    return Draft(
        text=f"{text} {day_line(day, understood.language)}".strip(),
        kind=MarksAnswerer.kind,
        strength=strength,
        sources=_sources(understood, index, column),
        as_of=day,
        features=(("marked", float(len(column.marked))),),
    )


def _sources(understood: Understood, index: OpenIndex, column: MarkColumn) -> tuple[Source, ...]:
    access = understood.filters.access
    own = [cell for row in column.rows for cell in row.cells if set(row.members) & set(understood.municipalities)]
    cells = [cell for name, cell in column.marked.items() if name in understood.municipalities] or own
    return tuple(cell_source(index, cell, access) for cell in [*cells, *column.marked.values()])
