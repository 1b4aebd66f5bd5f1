"""Which column of a table names municipalities, and which tells its rows apart: learnt from what the cells hold, not known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.places.gazetteer import municipality_named
from ingest.records import Fact

LEAST_SHARE = 0.6
"""A column names municipalities when this share of its rows lists nothing else."""

LEAST_COLUMNS = 2
"""So many columns headed by a municipality each make a table that has municipalities across."""


def column_of_members(fields: Sequence[dict[str, str]]) -> str | None:
    """The column that lists municipalities: the one with most of them, and several of them in some row."""
    counts: dict[str, int] = {}
    for column in {column for values in fields for column in values}:
        lists = [listed_municipalities(values.get(column, "")) for values in fields]
        named = [each for each in lists if each]
        if len(named) >= LEAST_SHARE * len(fields) and any(len(each) > 1 for each in named):
            counts[column] = sum(len(each) for each in named)
    return max(sorted(counts), key=lambda column: counts[column], default=None)


def column_of_one(fields: Sequence[dict[str, str]]) -> str | None:
    """The column that names one municipality in most rows, each in one row only; the row's own header before others."""
    for column in sorted({column for values in fields for column in values}):
        named = [each[0] for values in fields if len(each := listed_municipalities(values.get(column, "")) or ()) == 1]
        if len(named) >= max(LEAST_COLUMNS, LEAST_SHARE * len(fields)) and len(set(named)) == len(named):
            return column
    return None


def column_of_names(columns: Sequence[str], fields: Sequence[dict[str, str]], *, own_header: bool) -> str:
    """The column that tells the rows apart best; among equals the row's own header if it has others too, else the last."""

    def fitness(place: int) -> tuple[int, bool, int]:
        distinct = len({values.get(columns[place], "") for values in fields})
        return distinct, own_header and columns[place] == "", place

    return columns[max(range(len(columns)), key=fitness)] if columns else ""


def columns_before(cells: Sequence[Fact], member_column: str) -> tuple[str, ...]:
    """The columns that say what a row is: its headers, and the cells left of the members."""
    headers = ["", *(column for column, _ in cells[0].qualifiers)]
    relations = [cell.relation for cell in cells]
    left = relations[: relations.index(member_column)] if member_column in relations else []
    return tuple(column for column in [*headers, *left] if column != member_column)


def listed_municipalities(text: str) -> tuple[str, ...] | None:
    """The municipalities (canonical) of a text that lists nothing else ("Hjørring, Læsø og Skive"), in order; None otherwise."""
    parts = [part for part in re.split(r",|;|\n|\bog\b|\bsamt\b|\band\b|&", text) if part.strip()]
    names = [
        municipality_named(re.sub(r"\b(?:regions)?kommuner?\b|\bmunicipalit\w+", "", part, flags=re.IGNORECASE)) for part in parts
    ]
    return tuple(name for name in names if name) if names and all(names) else None
