"""Spreadsheets (.xlsx): one page a sheet, its cells as a table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ingest.errors import EmptyDocument
from ingest.limits import Limits
from ingest.readers.grid import Grid
from ingest.readers.package import opened_package
from ingest.records import Block, BlockKind, Page, ReadFile


class XlsxReader:
    """Reads `.xlsx`: the values that formulas had when the file was saved."""

    suffixes: frozenset[str] = frozenset({".xlsx"})

    def read(self, path: Path, limits: Limits) -> ReadFile:
        """The sheets in order. Raises the kinds of `UnreadableDocument`."""
        import openpyxl

        with opened_package(path, limits, "Excel") as file:
            book = openpyxl.load_workbook(file, data_only=True)
            pages = tuple(
                Page(number=number, content=tuple(_sheet(sheet, number, limits)))
                for number, sheet in enumerate(book.worksheets, start=1)
            )
            metadata = {"title": book.properties.title, "author": book.properties.creator}
        if not any(len(page.content) > 1 for page in pages):
            raise EmptyDocument(path, "the sheets hold no text.")
        return ReadFile(pages=pages, metadata={name: value for name, value in metadata.items() if value and value != "openpyxl"})


def _sheet(sheet: Any, number: int, limits: Limits) -> Iterator[Block]:
    yield Block(kind=BlockKind.HEADING, text=str(sheet.title), page_number=number, level=1)
    spans = {
        (merged.min_row, merged.min_col): (merged.max_row - merged.min_row + 1, merged.max_col - merged.min_col + 1)
        for merged in sheet.merged_cells.ranges
    }
    # The cells that hold something: iterating over rows would create a million empty ones for a stray cell far below.
    filled = sorted((place, text) for place, cell in sheet._cells.items() if (text := _printed(cell.value)))
    rows = {row: place for place, row in enumerate(sorted({row for (row, _), _ in filled}))}
    columns = {column: place for place, column in enumerate(sorted({column for (_, column), _ in filled}))}
    grid = Grid(limits.max_table_cells)
    for (row, column), text in filled:
        height, width = spans.get((row, column), (1, 1))
        down = sum(1 for other in range(row, row + min(height, 1000)) if other in rows) or 1
        across = sum(1 for other in range(column, column + min(width, 1000)) if other in columns) or 1
        grid.put(rows[row], columns[column], text, down, across)
    block = grid.block(header_rows=1, kind=BlockKind.TABLE, page_number=number)
    if block is not None:
        yield block
    else:
        yield from (Block(kind=BlockKind.PARAGRAPH, text=text, page_number=number) for _, text in filled)


def _printed(value: object) -> str:
    """A value as a Danish reader writes it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.strftime("%d-%m-%Y" if value.time() == datetime.min.time() else "%d-%m-%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d-%m-%Y")
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",")
    return str(value).strip()
