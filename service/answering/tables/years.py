"""Whether a cell speaks of the year that a question names: a figure of 2027 answers nothing about 2025."""

from __future__ import annotations

import re

from index.opened import OpenIndex
from ingest.records import Access, Fact
from service.answering.tables.grids import TableGrid

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_PART_OF = re.compile(r"^(?:heraf|deraf|herunder|of which|thereof)\b", re.IGNORECASE)


def years_in(text: str) -> frozenset[str]:
    """The years printed in a text, as four digits."""
    return frozenset(_YEAR.findall(text))


def speaks_of_year(
    text: str, relation: str, row: Fact, grid: TableGrid | None, index: OpenIndex, access: frozenset[Access]
) -> bool:
    """Whether the cell of a column in a row (given by any of its cells) may answer for the years a question names.

    True where it names none.

    The column's header tells, or that of the column which it is a part of ("heraf …"); then the row; else what the table
    stands under, its document's title and day.
    """
    asked = years_in(text)
    if not asked:
        return True
    own = _years_of_column(relation, grid) or years_in(row.subject)
    if own:
        return bool(asked & own)
    document = index.store.document(row.document_id, access)
    passage = index.store.passage(row.passage_id, access)
    above = index.store.passages_of_document(row.document_id, access)[: passage.order + 1][-2:]
    around = years_in(" ".join((document.title, *passage.heading_path, *(each.text for each in above))))
    days = [day for day in (document.date, passage.date, row.date) if day is not None]
    return bool(asked & (around | {str(day.year) for day in days})) or not (around or days)


def _years_of_column(relation: str, grid: TableGrid | None) -> frozenset[str]:
    own = years_in(relation)
    if own or grid is None or not _PART_OF.match(relation.rsplit(" / ", 1)[-1]) or relation not in grid.relations:
        return own
    before = grid.relations[: grid.relations.index(relation)]
    return next((years for each in reversed(before) if (years := years_in(each))), frozenset())
