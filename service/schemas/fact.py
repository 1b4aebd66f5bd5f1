"""Who runs which task where, as it goes out."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from ingest.records import Access
from service.schemas.record import FromRecord


class RulingOut(FromRecord):
    """What the newest table says of a task: the cell's words, the statement read from them, and the source.

    `runner` is municipality, region, both or hospital; empty where the words name nobody.
    """

    task: str
    statement: str
    runner: str
    model: str = Field(description="The kind of agreement, as the legend names it; may be empty.")
    words: str = Field(description="The cell's own words that hold here, verbatim.")
    date: date | None
    document_id: str
    passage_id: str
    access: Access
    view_url: str
    earlier: tuple[str, ...] = Field(default=(), description="Statements of older tables that say otherwise.")


class MunicipalityOut(FromRecord):
    """A municipality with what the documents say of its tasks."""

    name: str
    region: str
    council: str
    tasks: tuple[RulingOut, ...]


class MunicipalitySummary(FromRecord):
    """A municipality in the list."""

    name: str
    region: str
    council: str
    task_count: int


class MunicipalityList(FromRecord):
    """The municipalities that tables speak of, by name, and how many tasks each has."""

    municipalities: tuple[MunicipalitySummary, ...]


class CouncilRow(FromRecord):
    """A sundhedsråd's row: one ruling, or none, for each task of the matrix."""

    name: str
    municipalities: tuple[str, ...]
    cells: tuple[RulingOut | None, ...]


class Matrix(FromRecord):
    """The sundhedsråd against the tasks."""

    tasks: tuple[str, ...]
    councils: tuple[CouncilRow, ...]
