"""Answers which rows of a table have something: "hvilke delprojekter er forsinket", "which clinic is run by the region"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.opened import OpenIndex
from ingest.places.folding import fold
from ingest.places.gazetteer import municipality_named
from ingest.records import Fact
from service.answering.facts.cell_source import cell_source
from service.answering.facts.claims import denies
from service.answering.facts.leftover import of_other_matter
from service.answering.facts.wording import day_line, task_phrase
from service.answering.frames import quoted
from service.answering.tables.asked_terms import AskedTerm, asked_terms
from service.answering.tables.grids import TableGrid, column_words, grids_within
from service.answering.tables.numbers import value_of
from service.answering.tables.states import State, are_states, fits, state_asked
from service.answering.tables.table_rows import TableRow
from service.answering.tables.told import meaning_of
from service.answering.wording import capital, joined, number_word
from service.records import Draft, QuestionKind, Understood
from service.understanding.vocabulary import task_name
from service.understanding.words import same_word, stem, words_of

_ASKS = re.compile(
    r"\b(?:hvilke[nt]?|hvor mange|which|what|how many|nævn|list)\s+(?:af\s+|of\s+)?(?:de\s+|the\s+)?"
    r"(?P<first>[^\W\d_][\w-]{2,})(?:\s+(?P<second>[^\W\d_]{3,}))?",
    re.IGNORECASE,
)
_KINDS = frozenset({QuestionKind.LIST, QuestionKind.WHAT, QuestionKind.HOW_MANY, QuestionKind.WHERE, QuestionKind.STATUS})
_SAYS_YES = re.compile(r"^(?:ja|yes|[✓✔☑xX])\W*$", re.IGNORECASE)
_FREE = re.compile(r"\b(?:gratis|uden betaling|free of charge|for free|free)\b", re.IGNORECASE)
_NONE = re.compile(r"\b(?:ingen|intet|nul|no|zero|without any)\s+(?=\w)", re.IGNORECASE)
_OF_MONEY = re.compile(r"\w*(?:takst|pris|betaling|andel|udgift|gebyr)\w*|\bkr\b|price|fee|cost", re.IGNORECASE)
_ACTORS = frozenset(["regionen", "region", "kommunen"])
"""Who may stand in a cell, though most questions say it only in passing."""
_SAYS_NOTHING = frozenset(
    ["hoerer", "hoere", "har", "have", "belong", "belongs", "fortsat", "stadig", "endnu", "already", "allerede", "yet", "still"]
)
_WHAT = frozenset(["hvad", "opgave", "opgaver", "handling", "aktivitet", "aktion", "indsats", "action", "task", "what"])
_TO_DO = ("opgaver", "handlinger", "aktiviteter", "aktioner", "tasks", "actions")
"""What stands under "Hvad" in a list of actions."""
LEAST_ROWS = 2
MOST_ROWS = 15
LEAST_LETTERS = 3
LONGEST_VALUE = 60
STRENGTH = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A question: its conditions, the state it asks for, and whether it asks for rows with nothing in a column."""

    understood: Understood
    conditions: tuple[AskedTerm, ...]
    state: State | None
    wants_none: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A table's column with the rows whose cell meets the condition, and what the code of the first of them means.

    `told` are the conditions that the cells themselves meet.
    """

    rows: tuple[TableRow, ...]
    cells: tuple[Fact, ...]
    meaning: Fact | None
    column: str
    told: int


class RowsWithAnswerer:
    """Answers "which ROWS have VALUE" and "how many", where the rows' own column is headed by the noun asked for."""

    kind = "list"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft from the one table and column that account for every word; None where several or none do."""
        asks = _ASKS.search(understood.text)
        if asks is None or understood.kind not in _KINDS:
            return None
        nouns = [noun for noun in (asks["first"], asks["second"]) if noun]
        state = state_asked(understood.text)
        wants_none = _FREE.search(understood.text) is not None or _NONE.search(understood.text) is not None
        if denies(understood.text) and not wants_none and (state is None or state[0] not in _DENYING):
            return None
        found = [
            each
            for grid in grids_within(index, understood.filters)
            if (noun := next((noun for noun in nouns if _are(grid, noun, understood)), None)) is not None
            for each in _columns(grid, _asked(understood, noun, state, wants_none=wants_none), index)
        ]
        best = _best(found)
        if best is None or of_other_matter(understood.text, [best.column, *(cell.object for cell in best.cells)]):
            return None
        return _draft(best, understood, index)


_DENYING = frozenset({State.NOT_STARTED, State.NOT_DONE})


def _best(found: Sequence[_Found]) -> _Found | None:
    """The column whose cells say most of the condition; None where two say as much, or a row has the name of another."""
    named = [each for each in found if len(each.rows) == len({row.subject for row in each.rows})]
    most = max((each.told for each in named), default=0)
    best = [each for each in named if each.told == most]
    return best[0] if len(best) == 1 else None


def _asked(understood: Understood, noun: str, state: tuple[State, str] | None, *, wants_none: bool) -> _Asked:
    text = understood.text.replace(state[1], " ") if state is not None else understood.text
    text = _NONE.sub(" ", _FREE.sub(" ", text)) if wants_none else text
    terms = asked_terms(text, understood.language)
    return _Asked(
        understood=understood,
        conditions=tuple(term for term in terms if not _says_nothing(term, noun)),
        state=state[0] if state is not None else None,
        wants_none=wants_none,
    )


def _says_nothing(term: AskedTerm, noun: str) -> bool:
    if fold(noun) in term.options[0]:
        return True
    words = [word for word in term.options[0] if len(word) >= LEAST_LETTERS and word not in _SAYS_NOTHING]
    return not words or (term.is_general and not _ACTORS.intersection(words))


def _are(grid: TableGrid, noun: str, understood: Understood) -> bool:
    """Whether the rows of a table are what the noun says."""
    if len(grid.rows) < LEAST_ROWS:
        return False
    nouns = [word for term in asked_terms(noun, understood.language) for option in term.options for word in option] or [
        fold(noun)
    ]
    if any(_is_a(each, fold(grid.head)) for each in nouns):
        return True
    places = sum(municipality_named(row.subject) is not None for row in grid.rows)
    return 2 * places > len(grid.rows) and any(same_word("kommune", each) for each in nouns)


def _is_a(noun: str, header: str) -> bool:
    """Whether rows under this header are things of the noun: the same word, or either a compound that ends with the other."""
    words = re.findall(r"[^\W\d_]+", header)
    if words and words[-1] in _WHAT and any(same_word(noun, each) for each in _TO_DO):
        return True
    return bool(words) and any(same_word(noun, each) or _ends_with(each, noun) or _ends_with(noun, each) for each in words[-1:])


def _ends_with(whole: str, part: str) -> bool:
    return len(stem(part)) >= LEAST_LETTERS + 1 and stem(whole).endswith(stem(part))


def _columns(grid: TableGrid, asked: _Asked, index: OpenIndex) -> list[_Found]:
    """The columns of which some cells meet the whole condition."""
    found = []
    if asked.state is not None:
        found = [each for relation in grid.relations if (each := _of_state(grid, relation, asked, of_states=True)) is not None]
        if not found:
            found = [
                each for relation in grid.relations if (each := _of_state(grid, relation, asked, of_states=False)) is not None
            ]
    if not found and (asked.conditions or asked.wants_none):
        found = [each for relation in grid.relations if (each := _of_cells(grid, relation, asked, index)) is not None]
        found += _of_groups(grid, asked)
    return [each for each in found if 0 < len(each.rows) <= MOST_ROWS]


def _of_state(grid: TableGrid, relation: str, asked: _Asked, *, of_states: bool) -> _Found | None:
    """The rows that are as far as is asked, by a column that tells how far they are, or one that tells it of some."""
    column = grid.column(relation)
    if asked.state is None or are_states([cell for _, cell in column]) is not of_states:
        return None
    around = (*grid.context, *column_words(relation), *words_of(grid.head))
    if not all(each.stands_in(around) for each in asked.conditions):
        return None
    meeting = [(row, cell) for row, cell in column if fits(asked.state, cell)]
    return _found(meeting, relation, len(asked.conditions) + 1, None) if meeting else None


def _of_groups(grid: TableGrid, asked: _Asked) -> list[_Found]:
    """The rows of a group that the question names: "område Nord"."""
    found = []
    for name in dict.fromkeys(column for row in grid.rows for column, _ in row.cells[0].qualifiers):
        meeting = []
        for row in grid.rows:
            group = words_of(dict(row.cells[0].qualifiers).get(name, ""))
            around = (*group, *words_of(name), *grid.context)
            if (
                group
                and all(each.stands_in(around) for each in asked.conditions)
                and any(each.stands_in(group, in_compounds=False) for each in asked.conditions)
            ):
                meeting.append((row, row.cells[0]))
        if meeting:
            found.append(_found(meeting, name, len(asked.conditions), None))
    return found


def _of_cells(grid: TableGrid, relation: str, asked: _Asked, index: OpenIndex) -> _Found | None:
    column = grid.column(relation)
    if asked.wants_none:
        meeting = [(row, cell) for row, cell in column if value_of(cell) == 0.0]
        siblings = [word for each in grid.relations for word in column_words(each)]
        around = (*siblings, *grid.context, *words_of(grid.head))
        named = any(each.stands_in(column_words(relation)) for each in asked.conditions)
        is_price = _FREE.search(asked.understood.text) is not None and _OF_MONEY.search(task_name(relation)) is not None
        if not meeting or not (named or is_price) or not all(each.stands_in(around) for each in asked.conditions):
            return None
        return _found(meeting, relation, len(asked.conditions), None)
    told = [(row, cell, count) for row, cell in column if (count := _told(cell, grid, asked, index))]
    if not told:
        return None
    meaning = meaning_of(told[0][1], asked.understood, index)
    return _found([(row, cell) for row, cell, _ in told], relation, max(count for _, _, count in told), meaning)


def _found(meeting: Sequence[tuple[TableRow, Fact]], relation: str, told: int, meaning: Fact | None) -> _Found:
    return _Found(
        rows=tuple(row for row, _ in meeting),
        cells=tuple(cell for _, cell in meeting),
        meaning=meaning,
        column=relation,
        told=told,
    )


def _told(cell: Fact, grid: TableGrid, asked: _Asked, index: OpenIndex) -> int:
    """How many conditions a cell, or what its code means, tells; 0 unless header and context account for all others.

    Under a header that says all of it, a yes or a mark is enough.
    """
    if value_of(cell) is not None:
        return 0
    meaning = meaning_of(cell, asked.understood, index)
    if meaning is not None and denies(meaning.object):
        return 0
    own = words_of(f"{cell.object} {meaning.object if meaning else ''}")
    header = column_words(cell.relation)
    if _SAYS_YES.match(cell.object.strip()):
        by_header = sum(each.stands_in(header, in_compounds=False) for each in asked.conditions)
        return by_header * all(each.stands_in((*header, *grid.context)) for each in asked.conditions)
    told = [each for each in asked.conditions if each.stands_in(own, in_compounds=False)]
    return len(told) * all(each in told or each.stands_in((*header, *grid.context)) for each in asked.conditions)


def _draft(found: _Found, understood: Understood, index: OpenIndex) -> Draft:
    language, access = understood.language, understood.filters.access
    names = [_name(row) for row in found.rows]
    count = f"{capital(number_word(len(names), language))}: " if understood.kind is QuestionKind.HOW_MANY else ""
    values = {cell.object.strip() for cell in found.cells}
    said = (
        [found.cells[0].object]
        if len(values) == 1 and found.cells[0].relation == found.column and len(found.cells[0].object) <= LONGEST_VALUE
        else []
    )
    said += [quoted(found.meaning.object)] if found.meaning is not None and len(values) == 1 else []
    about = f" ({task_phrase(task_name(found.column))}: {' – '.join(said)})" if said else ""
    day = day_line(found.cells[0].date, language)
    return Draft(
        text=" ".join(part for part in (f"{count}{joined(names, language)}{about}.", day) if part),
        kind=RowsWithAnswerer.kind,
        strength=STRENGTH,
        sources=tuple(cell_source(index, cell, access) for cell in found.cells),
        as_of=found.cells[0].date,
        features=(("rows", float(len(names))),),
    )


def _name(row: TableRow) -> str:
    """The row's name, with its header before a bare label."""
    return f"{row.header} {row.subject}" if row.label is not None and row.header else row.subject
