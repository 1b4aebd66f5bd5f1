"""A cell in words: what its code means, what the note behind its mark says, what stands near a dash."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.opened import OpenIndex
from ingest.records import Fact
from service.answering.facts.legend import is_code, term_in
from service.answering.frames import quoted
from service.answering.sources import source_of
from service.answering.tables.references import followed
from service.answering.tables.remarks import is_blank, is_dash, note_on, remark_on, without_mark
from service.records import QuestionKind, Source, Understood
from service.understanding.vocabulary import vocabulary_of

_OF_A_CHANGE = frozenset({QuestionKind.WHEN, QuestionKind.WHY})
LONGEST_CODED = 12
"""Characters of a cell that may be a code of a key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The words for a cell, and the places besides the cell that they come from."""

    text: str
    sources: tuple[Source, ...]


def told(cell: Fact, understood: Understood, index: OpenIndex) -> Told | None:
    """What a cell says, with its code's meaning and its note; None for a dash of which nothing nearby says anything."""
    access = understood.filters.access
    meant = followed(cell, index, understood.filters)
    if meant is not None:
        return _meant(cell, meant, understood, index)
    note = note_on(cell, index, access)
    meaning = meaning_of(cell, understood, index)
    if note is None and (understood.kind in _OF_A_CHANGE or meaning is None) and (meaning or is_blank(cell.object)):
        note = remark_on(cell, index, access, of_row=is_blank(cell.object))
        if note is None:
            return None  # a dash, or a code that says nothing of when
    note = note or (remark_on(cell, index, access) if meaning is not None else None)
    if note is not None and meaning is not None and understood.kind in _OF_A_CHANGE:
        return Told(text=quoted(note.text), sources=(note.source(index),))
    bare = without_mark(cell.object) if note is not None else cell.object
    parts = [] if is_blank(bare) and (note or meaning) else [bare]
    sources = []
    if meaning is not None:
        parts.append(quoted(meaning.object))
        sources.append(source_of(index, index.store.passage(meaning.passage_id, access), meaning.object))
    if note is not None:
        parts.append(quoted(note.text))
        sources.append(note.source(index))
    return Told(text=" – ".join(parts), sources=tuple(sources))


def _meant(cell: Fact, meant: Fact, understood: Understood, index: OpenIndex) -> Told | None:
    """What the cell says to which a reference leads, with the words of the reference behind it."""
    said = told(meant, understood, index)
    if said is None:
        return None
    source = source_of(index, index.store.passage(meant.passage_id, understood.filters.access), meant.object)
    return Told(text=f"{said.text} ({quoted(cell.object)})", sources=(source, *said.sources))


def meaning_of(cell: Fact, understood: Understood, index: OpenIndex) -> Fact | None:
    """What the key of the cell's document says that its code means; None where the cell is no code of a key."""
    if len(cell.object) > LONGEST_CODED:
        return None
    known = vocabulary_of(index, understood.filters.access)
    key = [fact for fact in known.definitions if fact.document_id == cell.document_id and is_code(fact.subject)]
    if is_dash(cell.object) and not _stands_among_codes(cell, key, known.cells):
        return None
    return term_in(without_mark(cell.object), key) if key else None


def _stands_among_codes(cell: Fact, key: Sequence[Fact], cells: Sequence[Fact]) -> bool:
    """Whether another cell of the column or row is a code of the key: a dash among figures is none."""
    codes = {fact.subject for fact in key if not is_dash(fact.subject)}
    near = (each for each in cells if each.document_id == cell.document_id and _shares_line(each, cell))
    return not codes or any(without_mark(each.object) in codes for each in near)


def _shares_line(each: Fact, cell: Fact) -> bool:
    """Whether a cell of the same document stands in the other's column or row."""
    return each.relation == cell.relation or (each.subject == cell.subject and each.passage_id == cell.passage_id)
