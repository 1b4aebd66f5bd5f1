"""What the corpus has names and tables for, learnt from the index once per asker's access."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from index.opened import OpenIndex
from index.records import Filters
from ingest.records import Access, Fact, FactKind
from service.understanding.learnt import Learnt
from service.understanding.member_rows import member_rows
from service.understanding.tables import Row
from service.understanding.words import words_of


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """Names as printed, facts in printed order, the rows of the member tables, and short form → long form."""

    rows: tuple[Row, ...]
    cells: tuple[Fact, ...]
    definitions: tuple[Fact, ...]
    abbreviations: tuple[Fact, ...]
    bodies: tuple[str, ...]
    persons: tuple[str, ...]
    long_forms: Mapping[str, str]

    @cached_property
    def councils(self) -> tuple[str, ...]:
        """The names of the councils among the member tables' rows, each once."""
        return tuple(dict.fromkeys(row.name for row in self.rows if row.is_council))

    @cached_property
    def tasks(self) -> tuple[str, ...]:
        """The last part of the member tables' column headers, each once."""
        return tuple(dict.fromkeys(task_name(cell.relation) for row in self.rows for cell in row.cells))

    @cached_property
    def row_words(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """A row's name and the passage it stands in → the folded words of the name, in printed order."""
        return {(cell.subject, cell.passage_id): words_of(cell.subject) for cell in self.cells}


def task_name(relation: str) -> str:
    """The column's own header: the last part of its header path."""
    return re.sub(r"\s+", " ", relation.rsplit(" / ", 1)[-1]).strip()


def vocabulary_of(index: OpenIndex, access: frozenset[Access]) -> Vocabulary:
    """What an asker with this access may know of the index' names; learnt once and kept as long as the index is open."""
    return _LEARNT.of(index, access)


def _learn(index: OpenIndex, access: frozenset[Access]) -> Vocabulary:
    store = index.store
    filters = Filters(access=access)
    meetings = store.meetings(filters)
    bodies = [meeting.body for meeting in meetings] + [document.body for document in store.documents(filters) if document.body]
    persons = [person.name for meeting in meetings for person in (*meeting.participants, *meeting.absent)]
    cells = tuple(store.facts(FactKind.CELL, access=access))
    abbreviations = tuple(store.facts(FactKind.ABBREVIATION, access=access))
    definitions = tuple(store.facts(FactKind.DEFINITION, access=access))
    return Vocabulary(
        rows=member_rows(cells, _numbers_of_keys(definitions)),
        cells=cells,
        definitions=definitions,
        abbreviations=abbreviations,
        bodies=tuple(dict.fromkeys(bodies)),
        persons=tuple(dict.fromkeys(persons)),
        long_forms={fact.subject: fact.object for fact in abbreviations},
    )


def _numbers_of_keys(definitions: Iterable[Fact]) -> Mapping[str, frozenset[str]]:
    """By document, the numbers that its key explains: "2 = prøves af"."""
    found: dict[str, set[str]] = {}
    for fact in definitions:
        if fact.subject.isdigit():
            found.setdefault(fact.document_id, set()).add(fact.subject)
    return {document: frozenset(numbers) for document, numbers in found.items()}


_LEARNT = Learnt(_learn)
