"""Tables without ruling lines: rows of short texts that begin at the same places, such as lists of names, offices and roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.boxes import around
from ingest.layout.rows import Row, joined_lines
from ingest.records import Block, BlockKind, Cell, Line, Table
from ingest.tables.header import header_rows
from ingest.tables.text import table_text

SAME_PLACE_POINTS = 4.0
LEAST_COLUMNS = 3
LEAST_ROWS = 2
LEAST_PAIRS = 4  # rows of a table of two columns
WIDEST_GAP = 2.6  # line heights between two rows of one table
FULL = 0.8  # of its column's width: texts that fill it are running text in columns, not cells


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedTable:
    """A table block and the rows [start, stop) of the page that it takes up."""

    block: Block
    start: int
    stop: int


def aligned_tables(rows: Sequence[Row], page_number: int) -> list[AlignedTable]:
    """The unruled tables among the rows of a page, from the top."""
    found = []
    start = 0
    while start < len(rows):
        stop, columns = _extent(rows, start)
        table = _table(rows[start:stop], columns, page_number) if stop - start >= LEAST_ROWS else None
        if table is None:
            start += 1
        else:
            found.append(AlignedTable(block=table, start=start, stop=stop))
            start = stop
    return found


def _extent(rows: Sequence[Row], start: int) -> tuple[int, list[float]]:
    """Where the rows that share the columns of the row at `start` end, and where their columns begin."""
    columns = _starts(rows[start])
    if len(columns) < 2:
        return start, columns
    stop = start + 1
    while stop < len(rows) and _near(rows[stop - 1], rows[stop]):
        starts = _starts(rows[stop])
        if len(starts) < 2 and not _is_continuation(rows, start, stop, columns):
            break
        wider = _united(columns, starts)
        if len(starts) >= 2 and len(wider) > max(len(columns), len(starts)):
            break
        columns = wider if len(starts) >= 2 else columns
        stop += 1
    return stop, columns


def _starts(row: Row) -> list[float]:
    return [line.box.x0 for line in row.segments if line.box]


def _near(above: Row, below: Row) -> bool:
    return below.top - above.bottom < WIDEST_GAP * max(below.bottom - below.top, 1.0)


def _is_continuation(rows: Sequence[Row], start: int, stop: int, columns: list[float]) -> bool:
    """Whether a row of one segment is a further line of a cell: it begins at a later column and keeps within it."""
    line = rows[stop].segments[0]
    number = _column(columns, line)
    if line.box is None or number is None or rows[stop].top - rows[stop - 1].bottom > 0.6 * (rows[stop].bottom - rows[stop].top):
        return False
    right = columns[number + 1] if number + 1 < len(columns) else float("inf")
    return line.box.x1 <= right and (number > 0 or line.text[:1].islower())


def _column(columns: list[float], line: Line) -> int | None:
    if line.box is None:
        return None
    x0 = line.box.x0
    return next((number for number, column in enumerate(columns) if abs(column - x0) <= SAME_PLACE_POINTS), None)


def _united(columns: list[float], starts: list[float]) -> list[float]:
    new = [start for start in starts if all(abs(start - column) > SAME_PLACE_POINTS for column in columns)]
    return sorted([*columns, *new])


def _table(rows: Sequence[Row], columns: list[float], page_number: int) -> Block | None:
    full_rows = sum(len(row.segments) >= 2 for row in rows)
    if full_rows < (LEAST_ROWS if len(columns) >= LEAST_COLUMNS else LEAST_PAIRS) or _runs_on(rows, columns):
        return None
    grouped: list[dict[int, list[Line]]] = []
    for row in rows:
        placed = {number: line for line in row.segments if (number := _column(columns, line)) is not None}
        if len(placed) < len(row.segments):
            return None
        if len(placed) > 1 or not grouped:
            grouped.append({number: [line] for number, line in placed.items()})
        else:
            for number, line in placed.items():
                grouped[-1].setdefault(number, []).append(line)
    return _block(grouped, len(columns), page_number)


def _runs_on(rows: Sequence[Row], columns: list[float]) -> bool:
    """Whether the first column is running text that fills its width on most rows, or labels that end in a colon."""
    lefts = [row.segments[0] for row in rows if len(row.segments) >= 2]
    width = columns[1] - columns[0]
    full = sum(line.box is not None and line.box.x1 - line.box.x0 > FULL * width and len(line.text) > 25 for line in lefts)
    labels = sum(line.text.rstrip().endswith(":") for line in lefts)
    return full * 2 > len(lefts) or (len(columns) == 2 and labels * 2 > len(lefts))


def _block(rows: list[dict[int, list[Line]]], column_count: int, page_number: int) -> Block:
    cells = []
    for number, row in enumerate(rows):
        for column in range(column_count):
            lines = row.get(column, [])
            box = joined_lines(lines).box if lines else None
            cells.append(Cell(text="\n".join(line.text.strip() for line in lines), row=number, column=column, box=box))
    bold = frozenset(number for number, row in enumerate(rows) if all(line.bold for lines in row.values() for line in lines))
    header = header_rows(cells, len(rows), column_count, bold)
    table = Table(cells=tuple(cells), header_rows=header, row_count=len(rows), column_count=column_count)
    boxes = [cell.box for cell in cells if cell.box]
    outline = around(boxes)
    return Block(kind=BlockKind.TABLE, text=table_text(table), page_number=page_number, boxes=(outline,), table=table)
