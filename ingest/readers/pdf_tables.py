"""Ruled tables of a PDF page: the grid of lines filled with the characters that stand in its cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.readers.pdf_text import TextOfPage
from ingest.records import Block, BlockKind, Box, Cell, Table
from ingest.tables.continued import table_boxes
from ingest.tables.grid import Grid
from ingest.tables.header import header_rows
from ingest.tables.parted import parted_tables
from ingest.tables.text import table_text
from ingest.tables.unstacked import unstacked

LEAST_FILLED = 0.15  # a grid with fewer filled cells is a diagram or squared paper


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedTable:
    """A drawn table as its blocks (two, where a legend hangs below), the characters it holds, and the first of them."""

    blocks: tuple[Block, ...]
    characters: frozenset[int]
    first: int


def placed_tables(grids: Iterable[Grid], text: TextOfPage, page_number: int) -> list[PlacedTable]:
    """The grids that hold text in at least two cells, as table blocks, in the order of `grids`."""
    found = (_placed(grid, text, page_number) for grid in grids)
    return [table for table in found if table is not None]


def _placed(grid: Grid, text: TextOfPage, page_number: int) -> PlacedTable | None:
    members: dict[int, list[int]] = {}
    for index, (x, y) in text.centres().items():
        cell = grid.cell_at(x, y)
        if cell is not None:
            members.setdefault(cell, []).append(index)
    if len(members) < 2 or len(members) < LEAST_FILLED * len(grid.cells):
        return None
    cells = tuple(_cell(grid, number, members.get(number, []), text, page_number) for number in range(len(grid.cells)))
    characters = frozenset(index for indices in members.values() for index in indices)
    bold = _bold_rows(grid, members, text)
    rows, columns = len(grid.row_lines) - 1, len(grid.column_lines) - 1
    table = Table(cells=cells, header_rows=header_rows(cells, rows, columns, bold), row_count=rows, column_count=columns)
    blocks = tuple(_block(part, page_number) for part in parted_tables(unstacked(table)))
    return PlacedTable(blocks=blocks, characters=characters, first=min(characters))


def _block(table: Table, page_number: int) -> Block:
    return Block(kind=BlockKind.TABLE, text=table_text(table), page_number=page_number, boxes=table_boxes(table), table=table)


def _cell(grid: Grid, number: int, indices: list[int], text: TextOfPage, page_number: int) -> Cell:
    place = grid.cells[number]
    x0, top, x1, bottom = place.rectangle
    return Cell(
        text=text.text_at(indices),
        row=place.row,
        column=place.column,
        row_span=place.row_span,
        column_span=place.column_span,
        box=Box(page_number=page_number, x0=x0, top=top, x1=x1, bottom=bottom),
    )


def _bold_rows(grid: Grid, members: dict[int, list[int]], text: TextOfPage) -> frozenset[int]:
    rows: dict[int, bool] = {}
    for number, indices in members.items():
        row = grid.cells[number].row
        rows[row] = rows.get(row, True) and text.is_bold(indices[0])
    return frozenset(row for row, bold in rows.items() if bold)
