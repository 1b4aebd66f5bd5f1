"""Whether a cell bears out that its row has what its column is headed by: a mark, a dash, a word, or a code with its meaning."""

from __future__ import annotations

import re

from index.opened import OpenIndex
from ingest.records import Fact
from service.answering.facts.claims import denies
from service.answering.facts.legend import is_code
from service.answering.tables.grids import grid_of
from service.answering.tables.remarks import is_blank, remark_on, without_mark
from service.answering.tables.told import meaning_of
from service.records import Understood

_YES = re.compile(r"^(?:(?:ja|yes)\b|[✓✔☑●■xX√+]$)", re.IGNORECASE)
_NO = re.compile(
    r"^(?:(?:nej|no|none|ingen)\b|[✗✘✕☒❌○□]$)|\b(?:lukket|nedlagt|ophørt|indstillet|stoppet|sat i bero|closed|stopped)\b",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"\b(?:under (?:udvikling|etablering|opbygning|forberedelse)|planlagt|planlægges|forventes|på vej|delvist|uafklaret"
    r"|ikke (?:besvaret|oplyst|afklaret|relevant)|planned|expected|under way|in preparation|partly"
    r"|not (?:stated|answered|clear))\b",
    re.IGNORECASE,
)
"""What is neither there nor not there, or not known."""


def bears_out(cell: Fact, understood: Understood, index: OpenIndex) -> bool | None:
    """Whether the cell bears out that the row has what its column is headed by; None where it says neither."""
    said, meaning = without_mark(cell.object), meaning_of(cell, understood, index)
    if meaning is not None:
        return None if _COMING.search(meaning.object) else not (denies(meaning.object) or _NO.search(meaning.object))
    if _YES.search(said):
        return True
    if is_blank(said):
        remark = remark_on(cell, index, understood.filters.access, of_row=True)
        if remark is not None and (_NO.search(remark.text) or denies(remark.text)):
            return False
        return None if "?" in said or _others_deny(cell, understood, index) else False
    if _COMING.search(said):
        return None
    if _NO.search(said) or denies(said):
        return False
    return None


def _others_deny(cell: Fact, understood: Understood, index: OpenIndex) -> bool:
    """Whether other cells of the column say "no" in words, or none is a mark: then a dash says that nothing is known."""
    grid = grid_of(cell, index, understood.filters)
    cells = [other for _, other in grid.column(cell.relation)] if grid is not None else []
    if any(_NO.search(without_mark(other.object)) for other in cells):
        return True
    said = [without_mark(other.object) for other in cells if not is_blank(other.object) or _YES.search(other.object.strip())]
    return not any(_YES.search(each) or is_code(each) for each in said)
