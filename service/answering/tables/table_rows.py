"""The rows of all tables by the words and labels that may name them, learnt from the index once per asker's access."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.opened import OpenIndex
from ingest.records import Access, Fact
from service.answering.tables.numbers import value_of
from service.understanding.labels import label_of
from service.understanding.learnt import Learnt
from service.understanding.tables import rows_of_cells
from service.understanding.vocabulary import vocabulary_of
from service.understanding.words import stem, words_of

MOST_SUBJECT_WORDS = 10
MOST_NAME_WORDS = 4
LEAST_NAME_LETTERS = 5
_NO_NAME = re.compile(r"\d|^\W*$|^(?:ja|nej|yes|no|delvist|i gang|færdig\w*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row as its cells, its own header's column ("Etape", empty where unknown) and its label ("etape", "3"), if it has one.

    `own_words` are the stems of its name that no other row of its document has; `names` the cells that name it too.
    """

    cells: tuple[Fact, ...]
    header: str
    label: tuple[str, str] | None
    own_words: frozenset[str]
    names: tuple[Fact, ...]

    @property
    def subject(self) -> str:
        """The row's own header as printed."""
        return self.cells[0].subject

    @property
    def name(self) -> str:
        """The row as people say it: its own header, behind the header of that column where it is a bare label ("Etape 3")."""
        return f"{self.header} {self.subject}" if self.label is not None and self.header else self.subject


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRows:
    """Stem of a word that names a row → these rows in printed order, the rows with a label, and all."""

    by_stem: Mapping[str, tuple[TableRow, ...]]
    labelled: tuple[TableRow, ...]
    all: tuple[TableRow, ...]


def _learn(index: OpenIndex, access: frozenset[Access]) -> TableRows:
    known = vocabulary_of(index, access)
    member_cells = {cell.id for row in known.rows if len(row.members) > 1 for cell in row.cells}
    groups = [cells for cells in rows_of_cells(known.cells) if cells[0].id not in member_cells]
    said = Counter((row[0].document_id, each) for row in groups for each in {stem(word) for word in words_of(row[0].subject)})
    values = Counter((cell.document_id, cell.relation, cell.object) for row in groups for cell in row)
    found: dict[str, list[TableRow]] = defaultdict(list)
    labelled, rows_read = [], []
    for cells in groups:
        row = _row(cells, index, access, said, values)
        rows_read.append(row)
        if row.label is not None:
            labelled.append(row)
        for word in _naming(row):
            found[word].append(row)
    return TableRows(by_stem={word: tuple(rows) for word, rows in found.items()}, labelled=tuple(labelled), all=tuple(rows_read))


def _row(
    cells: Sequence[Fact],
    index: OpenIndex,
    access: frozenset[Access],
    said: Mapping[tuple[str, str], int],
    values: Mapping[tuple[str, str, str], int],
) -> TableRow:
    first = cells[0]
    header = header_of(first, index, access) if len(first.subject) <= 3 else ""
    return TableRow(
        cells=tuple(cells),
        header=header,
        label=label_of(first.subject, header),
        own_words=frozenset(
            each for each in (stem(word) for word in words_of(first.subject)) if said[(first.document_id, each)] == 1
        ),
        names=tuple(cell for cell in cells if values[(cell.document_id, cell.relation, cell.object)] == 1 and _is_name(cell)),
    )


def _naming(row: TableRow) -> set[str]:
    """The stems of the words by which a question may name a row."""
    own = words_of(row.subject)
    names = [word for cell in row.names for word in words_of(cell.object)]
    return {stem(word) for word in (*(own if len(own) <= MOST_SUBJECT_WORDS else ()), *names)}


def _is_name(cell: Fact) -> bool:
    """Whether a cell may name its row: few words, no number, date or code."""
    words = words_of(cell.object)
    return (
        0 < len(words) <= MOST_NAME_WORDS
        and value_of(cell) is None
        and not _NO_NAME.search(cell.object)
        and any(len(word) >= LEAST_NAME_LETTERS for word in words)
    )


def header_of(cell: Fact, index: OpenIndex, access: frozenset[Access]) -> str:
    """How the row's own column is headed, by what stands before the row's name in its passage: "Etape: 3"; maybe empty."""
    text = index.store.passage(cell.passage_id, access).text
    found = re.search(rf"^([^:\n]{{2,40}}): {re.escape(cell.subject)}$", text, re.MULTILINE)
    return found.group(1).rsplit(" / ", 1)[-1] if found else ""


_ROWS = Learnt(_learn)


def table_rows(index: OpenIndex, access: frozenset[Access]) -> TableRows:
    """The rows that an asker with this access may see."""
    return _ROWS.of(index, access)


def all_rows(index: OpenIndex, access: frozenset[Access]) -> tuple[TableRow, ...]:
    """All rows in printed order, but for those of tables with several municipalities a row."""
    return _ROWS.of(index, access).all


def rows_for(stems: Iterable[str], rows: TableRows) -> tuple[TableRow, ...]:
    """The rows that one of these stems may name, and all with a label; each once, in printed order of their stems."""
    found: dict[str, TableRow] = {}
    for word in stems:
        for row in rows.by_stem.get(word, ()):
            found.setdefault(row.cells[0].id, row)
    for row in rows.labelled:
        found.setdefault(row.cells[0].id, row)
    return tuple(found.values())
