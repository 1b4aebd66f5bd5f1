"""Tables of marks: a municipality with a mark ("✓", "x", "Ja") in a column has what the column says, one without has not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.opened import OpenIndex
from ingest.places.municipalities import official_name
from ingest.records import Fact
from service.answering.facts.cell_source import cell_source
from service.answering.facts.claims import denies
from service.answering.facts.leftover import leftover, of_other_matter
from service.answering.facts.legend import term_in
from service.answering.facts.scope import within
from service.answering.facts.wording import day_line, task_phrase
from service.answering.frames import no, quoted, yes
from service.answering.wording import capital, joined, number_word
from service.records import Draft, Language, QuestionKind, Source, Understood
from service.understanding.tables import Row
from service.understanding.translated import english_words
from service.understanding.vocabulary import task_name, vocabulary_of

_MARK = re.compile(r"^\(?\s*(?:[✓✔☑●■•xX√+]|ja|yes)\s*\)?[*)\d¹²³]*$", re.IGNORECASE)
_CROSS = re.compile(r"^\(?\s*(?:[✗✘✕☒❌○□–—-]|nej|no)\s*\)?[*)\d¹²³]*$", re.IGNORECASE)
_WHICH = re.compile(
    r"\b(?:hvilken|hvilke|hvor mange|which|how many|nævn|list)\s+(?:\w+\s+){0,2}?(?:kommuner?|municipalit\w+)\b", re.IGNORECASE
)
_PART_OF = "med del part fælles joint tender udbud udbuddet markeret marked deltager included include omfattet ikke not"
LEAST_MARKS = 2
MOST_OTHERS = 0.34
"""So large a share of a column's cells may say something else ("Delvist")."""
MOST_NAMES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkColumn:
    """The newest table's column of marks for a task: its rows, and by municipality its cells: marks, crosses, other words."""

    task: str
    rows: tuple[Row, ...]
    marked: Mapping[str, Fact]
    crossed: Mapping[str, Fact]
    others: Mapping[str, Fact]

    @property
    def members(self) -> tuple[str, ...]:
        """The municipalities of the table, in printed order."""
        return tuple(dict.fromkeys(name for row in self.rows for name in row.members))

    def without_doubt(self) -> list[str]:
        """The municipalities whose mark stands in no brackets, in printed order."""
        return [name for name, cell in self.marked.items() if not _in_brackets(cell)]

    def in_brackets(self) -> list[str]:
        """The municipalities whose mark stands in brackets."""
        return [name for name, cell in self.marked.items() if _in_brackets(cell)]

    def without(self) -> list[str]:
        """The municipalities that have it not: those with a cross or, where the table has none, those without a mark."""
        return list(self.crossed) or [name for name in self.members if name not in self.marked and name not in self.others]


class MarksAnswerer:
    """Answers whether a municipality is marked for something, and which (how many) are or are not."""

    kind = "fact"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft; None when the task's column is not one of marks, or the question says more than the table."""
        lists = _WHICH.search(understood.text)
        asks_one = understood.kind is QuestionKind.YES_NO and len(understood.municipalities) == 1
        if not understood.tasks or not (lists or asks_one) or (lists and understood.municipalities):
            return None
        known = vocabulary_of(index, understood.filters.access)
        legend = known.definitions
        column = column_of(within(known.rows, understood.filters, index), understood.tasks[0], legend)
        if column is None or of_other_matter(understood.text, [column.task]):
            return None
        legend = tuple(fact for fact in legend if fact.document_id == column.rows[0].document_id)
        explained = [column.task, *understood.municipalities, _PART_OF, *(fact.object for fact in legend)]
        explained += english_words(understood.text)
        doubts = len(leftover(understood.text, explained))
        strength = (0.95, 0.8, 0.6)[min(doubts, 2)]
        told = _listed(understood, column, legend) if lists else _one(understood, column, legend)
        return _draft(understood, index, column, told, strength) if told else None


def column_of(rows: Sequence[Row], task: str, definitions: Sequence[Fact] = ()) -> MarkColumn | None:
    """The newest table in which the task's cells are marks, crosses or yes and no; None when it has too few or other cells.

    A mark whose meaning in the document's key denies something is a cross.
    """
    having = [row for row in rows if any(task_name(cell.relation) == task for cell in row.cells)]
    if not having:
        return None
    newest = max(having, key=lambda row: row.date.toordinal() if row.date else 0)
    table = [row for row in rows if (row.document_id, row.member_column) == (newest.document_id, newest.member_column)]
    cells = {row.members[0]: cell for row in table for cell in row.cells if task_name(cell.relation) == task and row.members}
    key = [fact for fact in definitions if fact.document_id == newest.document_id]
    marks = {name: cell for name, cell in cells.items() if _means(cell, key) is True}
    crosses = {name: cell for name, cell in cells.items() if _means(cell, key) is False}
    others = {name: cell for name, cell in cells.items() if name not in marks and name not in crosses}
    if not marks or len(marks) + len(crosses) < LEAST_MARKS or len(others) > MOST_OTHERS * len(cells):
        return None
    return MarkColumn(task=task, rows=tuple(table), marked=marks, crossed=crosses, others=others)


def _means(cell: Fact, key: Sequence[Fact]) -> bool | None:
    """True for a mark, False for a cross, None for a cell that is neither."""
    text = cell.object.strip()
    is_mark = bool(_MARK.match(text))
    if not is_mark and not _CROSS.match(text):
        return None
    meaning = next((fact for fact in key if fact.subject == text), None)
    return is_mark and not (meaning is not None and denies(meaning.object))


def _in_brackets(cell: Fact) -> bool:
    return cell.object.strip().startswith("(")


def _one(understood: Understood, column: MarkColumn, legend: Sequence[Fact]) -> str | None:
    name, language = understood.municipalities[0], understood.language
    if name not in column.members or name in column.others:
        return None
    place, task = official_name(name), task_phrase(column.task)
    cell = column.marked.get(name) or column.crossed.get(name)
    danish = language is Language.DANISH
    meaning = term_in(cell.object, legend) if cell else None
    told = f": {quoted(meaning.object)}" if meaning else "."
    if cell is not None and name in column.marked:
        said = f"er markeret med {cell.object} under {task}" if danish else f"is marked with {cell.object} under {task}"
        decided = yes(language)
        if _in_brackets(cell) and meaning is not None:
            return f"{place} {said}{told}"
    elif cell is not None and meaning is not None:
        said, decided = (
            (f"er markeret med {cell.object} under {task}" if danish else f"has {cell.object} under {task}"),
            no(language),
        )
    else:
        others, told, decided = joined(column.without_doubt(), language), "", no(language)
        said = f"er ikke markeret under {task}; det er {others}" if danish else f"has no mark under {task}; {others} have"
        return f"{decided}, {place} {said}."
    return f"{decided}, {place} {said}{told}"


def _listed(understood: Understood, column: MarkColumn, legend: Sequence[Fact]) -> str | None:
    language, danish = understood.language, understood.language is Language.DANISH
    asks_without = denies(understood.text)
    names = column.without() if asks_without else column.without_doubt()
    if asks_without and not names:
        return None
    nouns = ("kommune", "kommuner") if danish else ("municipality", "municipalities")
    text = f"{capital(number_word(len(names), language))} {nouns[len(names) != 1]}: {joined(names[:MOST_NAMES], language)}."
    if asks_without:
        return text
    if column.in_brackets():
        cell = column.marked[column.in_brackets()[0]]
        meaning = term_in(cell.object, legend)
        opening = quoted(meaning.object.rstrip(".")) if meaning else "I parentes" if danish else "In brackets"
        text += f" {opening}: {joined(column.in_brackets(), language)}."
    by_words: dict[str, list[str]] = {}
    for name, cell in column.others.items():
        by_words.setdefault(cell.object, []).append(name)
    return text + "".join(f" {words}: {joined(others, language)}." for words, others in by_words.items())


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
    cells = {**column.marked, **column.crossed, **column.others}
    asked = [cells[name] for name in understood.municipalities if name in cells]
    own = [cell for row in column.rows for cell in row.cells if set(row.members) & set(understood.municipalities)]
    told = column.crossed if denies(understood.text) and column.crossed else column.marked
    return tuple(cell_source(index, cell, access) for cell in [*(asked or own), *told.values()])
