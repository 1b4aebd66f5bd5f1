"""Answers which rows of a table have something: "hvilke delprojekter er forsinket", "which clinic is run by the region"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from index.analysis.lexicon import lexicon
from index.opened import OpenIndex
from ingest.places.folding import fold
from ingest.records import Fact
from service.answering.facts.cell_source import cell_source
from service.answering.facts.claims import denies
from service.answering.facts.leftover import is_general, of_other_matter
from service.answering.facts.scope import within
from service.answering.facts.wording import day_line, task_phrase
from service.answering.frames import quoted
from service.answering.tables.numbers import value_of
from service.answering.tables.table_rows import TableRow, all_rows, header_of
from service.answering.tables.told import meaning_of
from service.answering.wording import capital, joined, number_word
from service.records import Draft, Language, QuestionKind, Understood
from service.understanding.vocabulary import task_name
from service.understanding.words import same_word, stem, words_of

_ASKS = re.compile(
    r"\b(?:hvilke[nt]?|hvor mange|which|what|how many|nævn|list)\s+(?:af\s+|of\s+)?(?:de\s+|the\s+)?"
    r"(?P<first>[^\W\d_][\w-]{2,})(?:\s+(?P<second>[^\W\d_]{3,}))?",
    re.IGNORECASE,
)
_KINDS = frozenset({QuestionKind.LIST, QuestionKind.WHAT, QuestionKind.HOW_MANY, QuestionKind.WHERE, QuestionKind.STATUS})
_SAYS_YES = re.compile(r"^(?:ja|yes|[✓✔☑xX])\W*$", re.IGNORECASE)
_ASKING = "hvilke hvilken hvilket hvor mange which what how many navn list naevn alle all are is der som that"
_NO_CONDITION = frozenset(_ASKING.split())
_ACTORS = frozenset(["regionen", "region", "kommunen"])
"""Who may stand in a cell, though most questions say it only in passing."""
_WHAT = frozenset(["hvad", "opgave", "opgaver", "handling", "aktivitet", "aktion", "indsats", "action", "task", "what"])
_TO_DO = ("opgaver", "handlinger", "aktiviteter", "aktioner", "tasks", "actions")
"""What stands under "Hvad" in a list of actions."""
LEAST_ROWS = 2
MOST_ROWS = 15
LEAST_LETTERS = 3
LONGEST_VALUE = 60
STRENGTH = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class _Condition:
    """A word of the question's condition, folded, with the Danish words that may stand for it, each a tuple of words."""

    word: str
    alternatives: tuple[tuple[str, ...], ...]

    def stands_in(self, words: Sequence[str]) -> bool:
        """Whether the word, or all words of a rendering, stand among folded words."""
        return any(all(any(same_word(each, other) for other in words) for each in option) for option in self.alternatives)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A table's column with the rows whose cell meets the condition, and what the code of the first of them means."""

    rows: tuple[TableRow, ...]
    cells: tuple[Fact, ...]
    meaning: Fact | None


class RowsWithAnswerer:
    """Answers "which ROWS have VALUE" and "how many", where the rows' own column is headed by the noun asked for."""

    kind = "list"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft from the one table and column that account for every word; None where several or none do."""
        asks = _ASKS.search(understood.text)
        if asks is None or understood.kind not in _KINDS or denies(understood.text):
            return None
        nouns = [noun for noun in (asks["first"], asks["second"]) if noun]
        tables = [(noun, table) for noun in nouns for table in _tables(noun, understood, index)]
        found = [each for noun, table in tables if (each := _column(table, noun, understood, index))]
        best = [each for each in found if len(each.rows) == len({row.subject for row in each.rows})]
        if len(best) != 1 or of_other_matter(understood.text, [cell.relation for cell in best[0].cells]):
            return None
        return _draft(best[0], understood, index)


def _tables(noun: str, understood: Understood, index: OpenIndex) -> list[list[TableRow]]:
    """The tables whose rows are what the noun says, each as its rows in printed order."""
    access = understood.filters.access
    tables: dict[tuple[str, frozenset[str]], list[TableRow]] = defaultdict(list)
    for row in all_rows(index, access):
        tables[(row.cells[0].document_id, frozenset(task_name(cell.relation) for cell in row.cells[:1]))].append(row)
    inside = {cell.id for cell in within([rows[0].cells[0] for rows in tables.values()], understood.filters, index)}
    nouns = [
        fold(noun),
        *(word for found in lexicon().translate([fold(noun)]) for each in found.renderings for word in words_of(each)),
    ]
    return [
        rows
        for rows in tables.values()
        if len(rows) >= LEAST_ROWS
        and rows[0].cells[0].id in inside
        and any(_is_a(each, fold(header_of(rows[0].cells[0], index, access))) for each in nouns)
    ]


def _spellings(noun: str) -> tuple[str, ...]:
    """A noun folded, also without its hyphen."""
    return tuple(dict.fromkeys((fold(noun), fold(noun.replace("-", "")))))


def _is_a(noun: str, header: str) -> bool:
    """Whether rows under this header are things of the noun: the same word, or either a compound that ends with the other."""
    words = re.findall(r"[^\W\d_]+", header)
    if words and words[-1] in _WHAT and any(same_word(noun, each) for each in _TO_DO):
        return True
    return bool(words) and any(same_word(noun, each) or _ends_with(each, noun) or _ends_with(noun, each) for each in words[-1:])


def _ends_with(whole: str, part: str) -> bool:
    return len(stem(part)) >= LEAST_LETTERS + 1 and stem(whole).endswith(stem(part))


def _column(table: Sequence[TableRow], noun: str, understood: Understood, index: OpenIndex) -> _Found | None:
    """The column of which some cells meet the whole condition; None where none or several do."""
    access = understood.filters.access
    passage = index.store.passage(table[0].cells[0].passage_id, access)
    title = index.store.document(table[0].cells[0].document_id, access).title
    context = words_of(" ".join((title, *passage.heading_path)))
    conditions = _conditions(understood, noun)
    if not conditions:
        return None
    found = []
    for relation in dict.fromkeys(cell.relation for row in table for cell in row.cells):
        cells = [(row, cell) for row in table for cell in row.cells if cell.relation == relation]
        meeting = [(row, cell) for row, cell in cells if _meets(cell, conditions, context, understood, index)]
        if meeting and len(meeting) <= MOST_ROWS:
            rows, met = zip(*meeting, strict=True)
            found.append(_Found(rows=rows, cells=met, meaning=meaning_of(met[0], understood, index)))
    return found[0] if len(found) == 1 else None


def _conditions(understood: Understood, noun: str) -> list[_Condition]:
    words = list(words_of(understood.text))
    renderings: dict[int, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    if understood.language is Language.ENGLISH:
        for found in lexicon().translate(words):
            renderings[found.start] += [(found.end, tuple(words_of(each))) for each in found.renderings]
    conditions, at = [], 0
    while at < len(words):
        end = max((end for end, _ in renderings.get(at, [])), default=at + 1)
        phrase = words[at:end]
        alternatives = (tuple(phrase), *(option for _, option in renderings.get(at, []) if option))
        if not all(_says_nothing(word, noun) for word in phrase):
            conditions.append(_Condition(word=" ".join(phrase), alternatives=alternatives))
        at = end
    return conditions


def _says_nothing(word: str, noun: str) -> bool:
    return (
        len(word) < LEAST_LETTERS
        or word in _NO_CONDITION
        or word == fold(noun)
        or word.isdigit()
        or (is_general(word) and word not in _ACTORS)
    )


def _meets(
    cell: Fact, conditions: Sequence[_Condition], context: Sequence[str], understood: Understood, index: OpenIndex
) -> bool:
    """Whether a cell, its code's meaning, its column's header and what stands above account for all words, the cell for one.

    Under a header that says all of it, a yes or a mark is enough.
    """
    if value_of(cell) is not None:
        return False
    meaning = meaning_of(cell, understood, index)
    own = words_of(f"{cell.object} {meaning.object if meaning else ''}")
    if meaning is not None and denies(meaning.object):
        return False
    header = words_of(task_name(cell.relation))
    if _SAYS_YES.match(cell.object.strip()):
        return all(each.stands_in((*header, *context)) for each in conditions) and any(
            each.stands_in(header) for each in conditions
        )
    told = [each for each in conditions if each.stands_in(own)]
    return bool(told) and all(each in told or each.stands_in((*header, *context)) for each in conditions)


def _draft(found: _Found, understood: Understood, index: OpenIndex) -> Draft:
    language, access = understood.language, understood.filters.access
    names = [_name(row) for row in found.rows]
    count = f"{capital(number_word(len(names), language))}: " if understood.kind is QuestionKind.HOW_MANY else ""
    values = {cell.object.strip() for cell in found.cells}
    said = [found.cells[0].object] if len(values) == 1 and len(found.cells[0].object) <= LONGEST_VALUE else []
    said += [quoted(found.meaning.object)] if found.meaning is not None and len(values) == 1 else []
    about = f" ({task_phrase(task_name(found.cells[0].relation))}: {' – '.join(said)})" if said else ""
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
