"""What somebody has to do by when: read once from the facts of sentences and from the rows of lists of actions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from index.opened import OpenIndex
from ingest.dates.find import around_due, find_dates
from ingest.passages.table_reading import says_of_row
from ingest.places.folding import fold
from ingest.records import Access, Fact, FactKind
from service.understanding.learnt import Learnt
from service.understanding.vocabulary import task_name, vocabulary_of
from service.understanding.words import stem, words_of

IN_FORCE = "træder i kraft"
DEADLINE = "frist"
_WHEN = re.compile(r"\b(?:frist\w*|dato\w*|deadline\w*|hvornår|tidspunkt\w*|senest|date|when|due)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:inden(?! udgangen| for)|før|before)\b(?:\s+(?:den|d\.|the))?\s*$", re.IGNORECASE)
PREFIX_LETTERS = 5


@dataclass(frozen=True, kw_only=True)
class Duty:
    """A thing to be done with its day or period (both inclusive), who has it where a list says so, and where it stands.

    `what` is a sentence or the row's own words; `quote` stands verbatim in the passage; `day` is the date of the source.
    """

    what: str
    who: str
    relation: str
    printed: str
    first: date
    last: date
    before: bool  # "inden 1. april", not "senest 1. april"
    day: date | None
    document_id: str
    passage_id: str
    quote: str

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words, who has it included, its own date left out."""
        return frozenset(stem(word) for word in words_of(f"{self.what.replace(self.printed, ' ')} {self.who}"))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its folded words in order, its own date left out."""
        return words_of(f"{self.what.replace(self.printed, ' ')} {self.who}")


@dataclass(frozen=True, kw_only=True)
class Duties:
    """All duties in printed order, found by the first letters of their words."""

    all: tuple[Duty, ...]

    @cached_property
    def by_prefix(self) -> Mapping[str, tuple[int, ...]]:
        """The first letters of a word → the places of the duties that hold such a word."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, duty in enumerate(self.all):
            for prefix in {word[:PREFIX_LETTERS] for word in duty.words}:
                found[prefix].append(place)
        return {prefix: tuple(places) for prefix, places in found.items()}


def duties_of(index: OpenIndex, access: frozenset[Access]) -> Duties:
    """The duties that an asker with this access may know of; learnt once."""
    return _LEARNT.of(index, access)


def _learn(index: OpenIndex, access: frozenset[Access]) -> Duties:
    told = [duty for fact in index.store.facts(FactKind.DEADLINE, access=access) if (duty := _from_sentence(fact))]
    known = vocabulary_of(index, access)
    members = {cell.id for row in known.rows for cell in row.cells}
    rows = _from_rows([cell for cell in known.cells if cell.id not in members])
    return Duties(all=(*told, *rows))


def _from_sentence(fact: Fact) -> Duty | None:
    days = dict(fact.qualifiers)
    if "first" not in days:
        return None
    return Duty(
        what=fact.subject,
        who="",
        relation=fact.relation,
        printed=fact.object,
        first=date.fromisoformat(days["first"]),
        last=date.fromisoformat(days["last"]),
        before=bool(_BEFORE.search(fact.subject.split(fact.object)[0])) if fact.object in fact.subject else False,
        day=fact.date,
        document_id=fact.document_id,
        passage_id=fact.passage_id,
        quote=fact.subject,
    )


def _from_rows(cells: Sequence[Fact]) -> Iterator[Duty]:
    """The dated rows of tables: the row's own words, its date, and who has it."""
    people = {
        (cell.passage_id, cell.subject): cell.object
        for cell in cells
        if says_of_row(task_name(cell.relation)) and not _WHEN.search(task_name(cell.relation))
    }
    for cell in cells:
        found = find_dates(cell.object, reference=around_due(cell.date)) if _WHEN.search(task_name(cell.relation)) else ()
        if found:
            yield Duty(
                what=cell.subject,
                who=people.get((cell.passage_id, cell.subject), ""),
                relation=DEADLINE,
                printed=cell.object[found[0].char_start : found[0].char_end],
                first=found[0].first,
                last=found[0].last,
                before=bool(_BEFORE.search(cell.object[: found[0].char_start])),
                day=cell.date,
                document_id=cell.document_id,
                passage_id=cell.passage_id,
                quote=cell.subject,
            )


_LEARNT = Learnt(_learn)


def letters_of(text: str) -> str:
    """The letters and digits of a text, folded: two prints of one sentence have the same."""
    return re.sub(r"[\W_]+", "", fold(text))
