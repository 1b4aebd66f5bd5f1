"""Answers from tables of letters that a key explains: who leads a task, what a party carries out, which role it has in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.opened import OpenIndex
from ingest.records import Fact
from service.answering.facts.cell_source import cell_source
from service.answering.facts.leftover import needs_no_account, of_other_matter
from service.answering.facts.wording import day_line, task_phrase
from service.answering.frames import no, quoted, yes
from service.answering.sources import source_of
from service.answering.tables.asked_terms import AskedTerm, asked_terms, names, outweighs, says, says_all, unsaid
from service.answering.tables.grids import TableGrid, column_words, grids_within
from service.answering.tables.remarks import note_on, without_mark
from service.answering.tables.table_rows import TableRow
from service.answering.wording import capital, joined, number_word
from service.records import Draft, QuestionKind, Understood
from service.understanding.labels import labels_in
from service.understanding.vocabulary import task_name
from service.understanding.words import same_word, words_of

_NOT_MINE = frozenset({QuestionKind.WHY, QuestionKind.WHEN, QuestionKind.WHERE, QuestionKind.DECISION, QuestionKind.DEFINITION})
STRENGTH = 0.92
A_DOUBT = 0.15
MOST_DOUBTS = 1
LEAST_SAID = 0.5
MOST_CELLS = 12
_COUNTED = re.compile(r"\b(?:hvor mange|how many)\s+(?:af\s+|of\s+)?(?:de\s+|the\s+)?(?P<noun>\w+)", re.IGNORECASE)
_HEADERS_SAY = "opgave opgaven opgaver trin part parter rolle role party parties task step kommune ansvar"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What of a table a question names: rows, columns and codes of its key, and the terms that nothing of it accounts for."""

    grid: TableGrid
    rows: tuple[TableRow, ...]
    relations: tuple[str, ...]
    codes: tuple[Fact, ...]
    doubts: tuple[AskedTerm, ...]


class CodedAnswerer:
    """Answers "who has ROLE in ROW" and "which rows does COLUMN have ROLE in" from a table of letters."""

    kind = "fact"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft from the one table whose rows, columns and key account for the question; None for other questions."""
        if understood.kind in _NOT_MINE or labels_in(understood.text):
            return None
        grids = [grid for grid in grids_within(index, understood.filters) if grid.is_coded]
        if understood.kind is QuestionKind.HOW_MANY:
            grids = [grid for grid in grids if _counts_rows(understood.text, grid)]
        read = [asked for grid in grids if (asked := _read(understood, grid)) is not None]
        best = min(read, key=lambda asked: len(asked.doubts), default=None)
        if best is None or outweighs(best.doubts, MOST_DOUBTS):
            return None
        if of_other_matter(understood.text, [*best.grid.relations, *(fact.object for fact in best.grid.key)]):
            return None
        return _draft(best, understood, index)


def _read(understood: Understood, grid: TableGrid) -> _Asked | None:
    """How a question is to be read over a table; None unless it names a row or a column, and a code or both."""
    terms = asked_terms(understood.text, understood.language)
    rows = _named_rows(terms, grid)
    relations = tuple(each for each in grid.relations if says_all(column_words(each), terms))
    codes = _codes(terms, grid)
    if not (rows or relations) or (not codes and not (rows and relations)) or len(rows) > 1 or len(relations) > 2:
        return None
    explained = [*grid.above, *words_of(_HEADERS_SAY)]
    explained += [word for row in rows for word in words_of(row.subject)]
    explained += [word for each in relations for word in column_words(each)]
    explained += [word for code in codes for word in words_of(code.object)]
    return _Asked(grid=grid, rows=rows, relations=relations, codes=codes, doubts=unsaid(terms, explained))


def _counts_rows(text: str, grid: TableGrid) -> bool:
    """Whether "how many NOUN" counts what the rows are."""
    counted = _COUNTED.search(text)
    nouns = words_of(counted["noun"]) if counted is not None else ()
    return any(same_word(noun, each) for noun in nouns for each in (*words_of(grid.head), *words_of(_HEADERS_SAY)))


def _named_rows(terms: Sequence[AskedTerm], grid: TableGrid) -> tuple[TableRow, ...]:
    """The rows named by most of their words, of several those named best."""
    shares = {row.cells[0].id: _share(words_of(row.subject), terms) for row in grid.rows}
    best = max(shares.values(), default=0.0)
    return tuple(row for row in grid.rows if shares[row.cells[0].id] == best) if best >= LEAST_SAID else ()


def _share(own: Sequence[str], terms: Sequence[AskedTerm]) -> float:
    return sum(names(word, terms) for word in own) / len(own) if own else 0.0


def _codes(terms: Sequence[AskedTerm], grid: TableGrid) -> tuple[Fact, ...]:
    """The codes whose meanings hold a word of the question that no other code's meaning holds; the one with most such words."""
    said: dict[str, int] = {}
    for fact in grid.key:
        others = {word for each in grid.key if each.subject != fact.subject for word in words_of(each.object)}
        own = [word for word in words_of(fact.object) if len(word) > 2 and word not in others and not _is_a(word, grid)]
        said[fact.subject] = sum(says(word, terms) for word in own if not needs_no_account(word) or word in _ROLE_WORDS)
    best = max(said.values(), default=0)
    return tuple(fact for fact in grid.key if best and said[fact.subject] == best)


def _is_a(word: str, grid: TableGrid) -> bool:
    """Whether a word is what the rows are: "trinnet" under the header "Trin"."""
    return any(same_word(word, head) for head in words_of(grid.head))


_ROLES = "ansvar ansvaret ansvarlig driver drift leverer udfoerer udfoere loeser varetager responsible runs operates"
_ROLE_WORDS = frozenset(_ROLES.split())
"""Words that say nothing elsewhere, but which role is asked for here."""


def _draft(asked: _Asked, understood: Understood, index: OpenIndex) -> Draft | None:
    if asked.rows and asked.relations:
        return _role(asked, understood, index)
    if len({fact.subject for fact in asked.codes}) != 1:
        return None
    code = asked.codes[0]
    if asked.rows:
        cells = [cell for cell in asked.rows[0].cells if without_mark(cell.object) == code.subject]
        names = [task_name(cell.relation) for cell in cells]
        about = task_phrase(asked.rows[0].subject)
    else:
        having = [(row, cell) for row, cell in asked.grid.column(asked.relations[0]) if without_mark(cell.object) == code.subject]
        cells, names = [cell for _, cell in having], [row.subject for row, _ in having]
        about = task_name(asked.relations[0])
    if not cells or len(cells) > MOST_CELLS or len(asked.relations) > 1:
        return None
    count = f"{capital(number_word(len(names), understood.language))}: " if understood.kind is QuestionKind.HOW_MANY else ""
    text = f"{count}{joined(names, understood.language)} ({about}: {code.subject} – {quoted(code.object.rstrip('.'))})."
    return _made(text, cells, code, asked, understood, index)


def _role(asked: _Asked, understood: Understood, index: OpenIndex) -> Draft | None:
    """The meaning of the one cell; for a yes/no question whether it is the code asked for."""
    cell = asked.grid.cell(asked.rows[0], asked.relations[0])
    if cell is None or len(asked.relations) > 1:
        return None
    meaning = next((fact for fact in asked.grid.key if fact.subject == without_mark(cell.object)), None)
    if meaning is None:
        return None
    opening = ""
    if understood.kind is QuestionKind.YES_NO:
        if not asked.codes:
            return None
        word = yes if any(code.subject == meaning.subject for code in asked.codes) else no
        opening = f"{word(understood.language)}. "
    about = f"{asked.rows[0].subject}, {task_phrase(task_name(cell.relation))}"
    text = f"{opening}{about}: {without_mark(cell.object)} – {quoted(meaning.object.rstrip('.'))}."
    return _made(text, [cell], meaning, asked, understood, index)


def _made(text: str, cells: Sequence[Fact], code: Fact, asked: _Asked, understood: Understood, index: OpenIndex) -> Draft:
    """The draft with the notes on its cells, where it rests on few."""
    access = understood.filters.access
    notes = [note for cell in cells[:2] if (note := note_on(cell, index, access)) is not None]
    told = " ".join([text, *(quoted(note.text) for note in notes), day_line(cells[0].date, understood.language)]).strip()
    key = source_of(index, index.store.passage(code.passage_id, access), code.object)
    return Draft(
        text=told,
        kind=CodedAnswerer.kind,
        strength=STRENGTH - A_DOUBT * len(asked.doubts),
        sources=(*(cell_source(index, cell, access) for cell in cells), key, *(note.source(index) for note in notes)),
        as_of=cells[0].date,
        features=(("leftover_words", float(len(asked.doubts))), ("cells", float(len(cells)))),
    )
