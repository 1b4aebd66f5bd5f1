"""Answers who, when, where, why and how far of a row that a question names in other words, and what is special about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.opened import OpenIndex
from ingest.records import Fact
from service.answering.facts.leftover import of_other_matter
from service.answering.facts.wording import day_line
from service.answering.frames import quoted
from service.answering.sources import source_of
from service.answering.tables.asked_terms import AskedTerm, asked_terms, names, outweighs, says, unsaid
from service.answering.tables.cells import column_name
from service.answering.tables.detail_cells import KINDS, cells_for, is_named, is_newer
from service.answering.tables.grids import TableGrid, column_words, grids_within
from service.answering.tables.remarks import Remark
from service.answering.tables.table_rows import TableRow
from service.answering.tables.told import told
from service.records import Draft, QuestionKind, Source, Understood
from service.understanding.labels import labels_in
from service.understanding.words import stem, words_of

_SPECIAL = re.compile(
    r"\b(?:særlig\w*|speciel\w*|bemærk\w*|forbehold\w*|anmærk\w*|note|noten|usædvanlig\w*|obs|unusual|special|remark\w*|caveat\w*|noted)\b",
    re.IGNORECASE,
)
_ASKED_OF_A_ROW = (
    "laver kontakt hjaelper grund grunden skyldes faerdig forsinket delayed udsat tal tallet tallene opgoerelse tabel tabellen"
    " ark arket saerligt specielt bemaerke haandterer foerst senest planlagt place deadline frist fristen figures numbers special"
    " contact ikke not"
)
"""What asks for a detail of a row, or says that it stands in a table, beside the words of any question."""
_TWO_QUESTIONS = re.compile(r"\s(?:og|and)\s(?:hv\w+|inden hvornår|wh\w+|by when|how)\b", re.IGNORECASE)
LEAST_NAMED = 0.5
LEAST_OWN = 5
MOST_DOUBTS = {QuestionKind.WHO: 1, QuestionKind.WHAT: 1, QuestionKind.WHY: 1}
"""What is unsaid of a day, a place or a state may be what happened then, there or so; that must be said."""
STRENGTH = 0.88
A_DOUBT = 0.14


@dataclass(frozen=True, slots=True, kw_only=True)
class _Detail:
    """A cell of a row that the question names, with how much of the row's name it says and the terms left unsaid."""

    row: TableRow
    cell: Fact
    note: Remark | None
    share: float
    is_meant: bool
    doubts: tuple[AskedTerm, ...]


class RowDetailAnswerer:
    """Answers a detail of the one row that accounts for a question best, by the column that fits the kind of the question."""

    kind = "fact"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft when one cell fits best; None for other kinds, labels, other matters, and cells that say nothing."""
        kind = QuestionKind.WHAT if _SPECIAL.search(understood.text) else understood.kind
        if kind not in KINDS or (kind is QuestionKind.WHAT and not _SPECIAL.search(understood.text)):
            return None
        if labels_in(understood.text) or _TWO_QUESTIONS.search(understood.text):
            return None
        terms = asked_terms(understood.text, understood.language)
        grids = grids_within(index, understood.filters)
        found = [each for grid in grids for each in _of_grid(grid, kind, terms, understood, index)]
        best = _best(found)
        if best is None or outweighs(best.doubts, MOST_DOUBTS.get(kind, 0)) or any(doubt.is_name for doubt in best.doubts):
            return None
        if of_other_matter(understood.text, [best.cell.relation, best.cell.object, best.row.subject]):
            return None
        return _draft(best, understood, index)


def _best(found: Sequence[_Detail]) -> _Detail | None:
    fittest = max(map(_rank, found), default=None)
    best = [each for each in found if _rank(each) == fittest]
    return best[0] if len({each.note.text if each.note else each.cell.object for each in best}) == 1 else None


def _rank(detail: _Detail) -> tuple[int, float, bool]:
    return -len(detail.doubts), detail.share, detail.is_meant


def _of_grid(
    grid: TableGrid, kind: QuestionKind, terms: Sequence[AskedTerm], understood: Understood, index: OpenIndex
) -> Iterator[_Detail]:
    for row in grid.rows:
        share = _named(row, terms)
        if share < LEAST_NAMED or (kind is QuestionKind.WHEN and share < 1.0 and not _says_event(row, terms)):
            continue
        said = [word for cell in row.cells for word in words_of(cell.object)]
        headers = [word for each in grid.relations for word in column_words(each)]
        explained = [*words_of(row.subject), *said, *headers, *grid.above, *words_of(_ASKED_OF_A_ROW)]
        for cell, note in cells_for(grid, row, kind, terms, understood, index):
            also = words_of(note.text) if note is not None else ()
            yield _Detail(
                row=row,
                cell=cell,
                note=note,
                share=share,
                is_meant=is_newer(cell, understood.text) or (note is not None and is_named(cell, terms)),
                doubts=unsaid(terms, (*explained, *also)),
            )


def _named(row: TableRow, terms: Sequence[AskedTerm]) -> float:
    """How much of the row's name is said; half of it where it is but a word that no other row of the document has."""
    own = words_of(row.subject)
    said = [word for word in own if names(word, terms)]
    share = len(said) / len(own) if own else 0.0
    if any(len(word) >= LEAST_OWN and stem(word) in row.own_words for word in said):
        return max(share, LEAST_NAMED)
    return share if sum(map(len, said)) >= LEAST_OWN and share == 1.0 else 0.0


def _says_event(row: TableRow, terms: Sequence[AskedTerm]) -> bool:
    """Whether the first word of the row's name is said: the day of the "underskrift" is not that of any other event."""
    return any(says(word, terms) for word in words_of(row.subject)[:1])


def _draft(best: _Detail, understood: Understood, index: OpenIndex) -> Draft | None:
    sources: tuple[Source, ...]
    access = understood.filters.access
    place = source_of(index, index.store.passage(best.cell.passage_id, access), best.cell.object)
    if best.note is not None:
        words, sources = quoted(best.note.text), (best.note.source(index), place)
    else:
        said = told(best.cell, understood, index)
        if said is None:
            return None
        words, sources = said.text, (place, *said.sources)
    text = f"{best.row.subject}, {column_name(best.cell, understood.language)}: {words}"
    text += "" if text.endswith((".", "«")) else "."
    return Draft(
        text=f"{text} {day_line(best.cell.date, understood.language)}".strip(),
        kind=RowDetailAnswerer.kind,
        strength=STRENGTH - A_DOUBT * len(best.doubts),
        sources=sources,
        as_of=best.cell.date,
        features=(("leftover_words", float(len(best.doubts))), ("subject_share", best.share)),
    )
