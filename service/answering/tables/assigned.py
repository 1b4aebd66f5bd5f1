"""Answers what somebody has to do: the rows of action lists, and the sentences, that name the person or unit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from index.opened import OpenIndex
from ingest.passages.table_reading import says_of_row
from ingest.places.folding import fold
from ingest.records import Access, Fact, FactKind
from service.answering.duties.bounds import bound_in
from service.answering.duties.duty import duties_of
from service.answering.facts.scope import within
from service.answering.facts.wording import day_line
from service.answering.sources import source_of
from service.answering.wording import joined
from service.records import Draft, QuestionKind, Understood
from service.understanding.learnt import Learnt
from service.understanding.vocabulary import task_name, vocabulary_of

_ASKS = re.compile(
    r"\b(?:skal|ansvar\w*|opgave\w*|gøre|goere|aktionspunkt\w*|tovholder|supposed|must|should|responsib\w+|tasks?"
    r"|to do|actions?)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"frist|dato|deadline|hvornår|tid|date|due|when", re.IGNORECASE)
_ASKING = """
hvad hvilke hvilken skal er har for ansvarlig ansvaret ansvar opgave opgaver gøre i på til af ifølge aktionsliste aktionslisten
handleplan handleplanen listen lave what which is are must should do does to the supposed responsible for of tasks task actions
action list according have has mødet møde efter
"""
_WORDS_OF_ASKING = frozenset(fold(word) for word in _ASKING.split())
_KINDS = frozenset({QuestionKind.WHAT, QuestionKind.LIST})
MOST_TASKS = 6
LEAST_LETTERS = 4


def _learn(index: OpenIndex, access: frozenset[Access]) -> Mapping[str, tuple[Fact, ...]]:
    """Who → the cells of "Ansvarlig" columns that name them, with at least one long word."""
    found: dict[str, list[Fact]] = {}
    for cell in vocabulary_of(index, access).cells:
        if says_of_row(task_name(cell.relation)) and not _WHEN.search(task_name(cell.relation)):
            for name in _names(cell.object):
                found.setdefault(name, []).append(cell)
    return {name: tuple(cells) for name, cells in found.items()}


_BY_NAME = Learnt(_learn)


def _names(text: str) -> list[str]:
    """The folded names in a cell: "HR (Jonas Rye) og Lis Pagh"."""
    parts = re.split(r"[,;/()\n]|\s+(?:og|and|samt)\s+", text)
    return [name for part in parts if len(name := fold(part).strip()) >= LEAST_LETTERS]


class AssignedAnswerer:
    """Answers "what must NAME do" from every row that names them, with the date where the row has one."""

    kind = "fact"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft when the question holds a name of such a column and nothing that is no word of asking; None otherwise."""
        if understood.kind not in _KINDS or not _ASKS.search(understood.text):
            return None
        bound = bound_in(understood.text, index.summary.newest_date)
        text = f"{understood.text[: bound.char_start]} {understood.text[bound.char_end :]}" if bound else understood.text
        asked = " ".join(re.findall(r"[^\W_]+", fold(text)))
        by_name = _BY_NAME.of(index, understood.filters.access)
        name = max((each for each in by_name if f" {_plain(each)} " in f" {asked} "), key=len, default=None)
        if name is None:
            return None
        rest = [word for word in f" {asked} ".replace(f" {_plain(name)} ", " ").split() if word not in _WORDS_OF_ASKING]
        cells = within(by_name[name], understood.filters, index)
        if bound:
            due = {
                (duty.passage_id, duty.what)
                for duty in duties_of(index, understood.filters.access).all
                if duty.last <= bound.last
            }
            cells = tuple(cell for cell in cells if (cell.passage_id, cell.subject) in due)
        cells = cells[:MOST_TASKS]
        return self._draft(understood, index, cells, doubts=len(rest)) if cells and len(rest) <= 1 else None

    def _draft(self, understood: Understood, index: OpenIndex, cells: Sequence[Fact], *, doubts: int) -> Draft:
        access = understood.filters.access
        told = [f"{cell.subject}{_due(cell, index, access)}" for cell in cells]
        passages = [index.store.passage(cell.passage_id, access) for cell in cells]
        text = f"{cells[0].object}: {joined(told, understood.language)}."
        quotes = [
            cell.subject if cell.subject in passage.text else cell.object for cell, passage in zip(cells, passages, strict=True)
        ]
        return Draft(
            text=f"{text} {day_line(cells[0].date, understood.language)}".strip(),
            kind=self.kind,
            strength=0.93 - 0.2 * doubts,
            sources=tuple(source_of(index, passage, quote) for passage, quote in zip(passages, quotes, strict=True)),
            as_of=cells[0].date,
            features=(("assigned", float(len(cells))),),
        )


def _plain(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", name))


def _due(cell: Fact, index: OpenIndex, access: frozenset[Access]) -> str:
    """The row's date in brackets: " (20. juni 2025)"; empty where it has none."""
    for other in vocabulary_of(index, access).cells:
        same_row = (other.passage_id, other.subject) == (cell.passage_id, cell.subject)
        if same_row and other.kind is FactKind.CELL and _WHEN.search(task_name(other.relation)):
            return f" ({other.object})"
    return ""
