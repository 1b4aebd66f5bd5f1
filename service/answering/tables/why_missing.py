"""Answers why a table has no figure, or no such thing, for a row: the sentence near the table that speaks of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.opened import OpenIndex
from ingest.records import Fact
from service.answering.facts.claims import denies
from service.answering.facts.leftover import leftover
from service.answering.facts.wording import day_line
from service.answering.frames import quoted
from service.answering.sources import source_of
from service.answering.tables.remarks import Remark, is_blank, remark_on
from service.answering.tables.rows_named import rows_named
from service.answering.tables.unaccounted import unaccounted
from service.records import Draft, QuestionKind, Understood

_LACKS = re.compile(
    r"\b(?:mangler|mangle|ikke|ingen|intet|uden|tom(?:t|me)?|blank|missing|lacks?|lacking|no|not|none|without|empty)\b|n['’]t\b",
    re.IGNORECASE,
)
_SAYING = (
    "mangler mangle tal tallet tallene oplyst oplyse oplysning oplysninger opgjort angivet udfyldt besvaret svar felt feltet"
    " figure figures number numbers data information missing given stated listed blank empty noget nogen any"
)
"""What says that a cell is empty, beside the words of any question."""
_NUMBER_OF = re.compile(r"(?<=\w{4})s?tal(?:let|lene)?$")
"""The end of a word for how many there are: "besøgstallet" is of "besøg"."""
STRENGTH = 0.9
A_DOUBT = 0.12
MOST_DOUBTS = 1


class WhyMissingAnswerer:
    """Answers "why is there no COLUMN for ROW" by the remark on an empty cell of the row."""

    kind = "fact"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft with the remark that accounts for most of the question; None where no cell of the row is empty."""
        if understood.kind is not QuestionKind.WHY or not _LACKS.search(understood.text):
            return None
        remarked = [each for row, _ in rows_named(understood, index) for each in _remarked(row.cells, understood, index)]
        if not remarked:
            return None
        cell, remark = min(remarked, key=lambda each: len(_doubts(each[0], each[1], understood, index)))
        doubts = _doubts(cell, remark, understood, index)
        return _draft(cell, remark, len(doubts), understood, index) if len(doubts) <= MOST_DOUBTS else None


def _remarked(cells: Sequence[Fact], understood: Understood, index: OpenIndex) -> list[tuple[Fact, Remark]]:
    """The empty cells of a row of which a sentence nearby speaks, each with it."""
    empty = [cell for cell in cells if is_blank(cell.object) or denies(cell.object)]
    found = [(cell, remark_on(cell, index, understood.filters.access, of_row=True)) for cell in empty]
    return [(cell, remark) for cell, remark in found if remark is not None]


def _doubts(cell: Fact, remark: Remark, understood: Understood, index: OpenIndex) -> tuple[str, ...]:
    left = unaccounted(understood, index, cell, (cell,))
    return leftover(" ".join(_NUMBER_OF.sub("", word) for word in left), [remark.text, _SAYING])


def _draft(cell: Fact, remark: Remark, doubts: int, understood: Understood, index: OpenIndex) -> Draft:
    place = source_of(index, index.store.passage(cell.passage_id, understood.filters.access), cell.object)
    return Draft(
        text=" ".join(part for part in (quoted(remark.text), day_line(cell.date, understood.language)) if part),
        kind=WhyMissingAnswerer.kind,
        strength=STRENGTH - A_DOUBT * doubts,
        sources=(remark.source(index), place),
        as_of=cell.date,
        features=(("leftover_words", float(doubts)),),
    )
