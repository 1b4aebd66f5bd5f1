"""The source of a table cell: the cell itself, or its whole line where the cell is only a code."""

from __future__ import annotations

from index.opened import OpenIndex
from ingest.records import Access, Fact
from service.answering.sources import source_of
from service.records import Source

SHORTEST_QUOTE = 4


def cell_source(index: OpenIndex, cell: Fact, access: frozenset[Access]) -> Source:
    """The passage with the cell's words as quote; "Hjørring: R" rather than "R", which stands everywhere."""
    passage = index.store.passage(cell.passage_id, access)
    lines = passage.text.split("\n") if len(cell.object) < SHORTEST_QUOTE else []
    whole = next((line for line in lines if line in {f"{head}: {cell.object}" for head in (cell.relation, cell.subject)}), None)
    return source_of(index, passage, whole or cell.object)
