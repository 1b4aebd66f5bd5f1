"""Tables of Word documents, with merged cells and header rows."""

from __future__ import annotations

from typing import Any

from ingest.limits import Limits
from ingest.readers.docx_text import W, paragraph_text
from ingest.readers.grid import Grid, span
from ingest.readers.nearest import nearest
from ingest.records import Block, BlockKind


def table_block(table: Any, limits: Limits, page_number: int) -> Block | None:
    """The table as one block; None where it has fewer than two columns with text."""
    rows = [_cells(row) for row in rows_of(table)]
    grid = Grid(limits.max_table_cells)
    for number, row in enumerate(rows):
        for column, (cell, width) in row.items():
            if not _continues(cell):
                grid.put(number, column, _text(cell), _height(rows, number, column), width)
    return grid.block(header_rows=_header_rows(table), kind=BlockKind.TABLE, page_number=page_number)


def rows_of(table: Any) -> list[Any]:
    """The rows of a table but those that a tracked change has deleted."""
    return [row for row in table.iterchildren(W + "tr") if row.find(f"{W}trPr/{W}del") is None]


def sides_of(table: Any) -> list[tuple[Any, Any]] | None:
    """The cells of a table of two columns that holds tables of its own, row by row: it only lays out labels and texts."""
    rows = [list(nearest(row, {W + "tc"})) for row in rows_of(table)]
    inner = any(len(list(nearest(cell, {W + "tbl"}))) for row in rows for cell in row[1:])
    return [(row[0], row[1]) for row in rows] if inner and rows and all(len(row) == 2 for row in rows) else None


def _cells(row: Any) -> dict[int, tuple[Any, int]]:
    """The cells of a row by their first column, each with its width in columns."""
    cells: dict[int, tuple[Any, int]] = {}
    before = _value(row.find(f"{W}trPr/{W}gridBefore"))
    column = span(before) if before not in {None, "0"} else 0
    for cell in row.iter(W + "tc"):
        if cell.getparent() is not row and cell.getparent().getparent().getparent() is not row:
            continue  # a cell of a table inside a cell; content controls stand in between
        width = span(_value(cell.find(f"{W}tcPr/{W}gridSpan")))
        cells[column] = (cell, width)
        column += width
    return cells


def _value(element: Any) -> object:
    return element.get(W + "val") if element is not None else None


def _continues(cell: Any) -> bool:
    """Whether a cell only goes on with the merged cell above it."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(W + "val", "continue") == "continue"


def _height(rows: list[dict[int, tuple[Any, int]]], number: int, column: int) -> int:
    height = 1
    while number + height < len(rows) and column in rows[number + height] and _continues(rows[number + height][column][0]):
        height += 1
    return height


def _text(cell: Any) -> str:
    lines = (paragraph_text(paragraph) for paragraph in cell.iter(W + "p"))
    return "\n".join(line for line in lines if line)


def _header_rows(table: Any) -> int:
    """The leading rows that Word repeats on every page; else one, if every cell of the first row is bold or shaded."""
    rows = rows_of(table)
    repeated = 0
    while repeated < len(rows) and rows[repeated].find(f"{W}trPr/{W}tblHeader") is not None:
        repeated += 1
    if repeated or not rows:
        return repeated
    cells = list(rows[0].iter(W + "tc"))
    return int(bool(cells) and all(_is_marked(cell) for cell in cells) and len(rows) > 1)


def _is_marked(cell: Any) -> bool:
    shade = cell.find(f"{W}tcPr/{W}shd")
    if shade is not None and shade.get(W + "fill", "auto").lower() not in {"auto", "ffffff"}:
        return True
    runs = [run for run in cell.iter(W + "r") if any(text.text for text in run.iter(W + "t"))]
    return bool(runs) and all(run.find(f"{W}rPr/{W}b") is not None for run in runs)
