"""Tables without ruling lines: rows of short texts in the same columns, such as lists of names, offices and roles."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.boxes import around
from ingest.layout.rows import Row, joined_lines
from ingest.records import Block, BlockKind, Box, Cell, Line, Table
from ingest.tables.header import header_rows
from ingest.tables.heads import head_cells, heads_above, reaching_down
from ingest.tables.text import table_text

SAME_PLACE_POINTS = 4.0
ALIGNED_SHARE = 0.6  # of a column's texts that begin, end or are centred at one place
LEAST_COLUMNS = 3
LEAST_ROWS = 2
LEAST_PAIRS = 4  # rows of a table of two columns
WIDEST_GAP = 2.6  # line heights between two rows of one table
FULL = 0.8  # of its column's width: texts that fill it are running text in columns, not cells
LONGEST_LABEL = 30  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedTable:
    """A table block and the rows [start, stop) of the page that it takes up."""

    block: Block
    start: int
    stop: int


@dataclass(slots=True, kw_only=True)
class Column:
    """A column while it is read: how far its texts reach, and their boxes."""

    x0: float
    x1: float
    boxes: list[Box]

    def is_aligned(self) -> bool:
        """Whether most texts begin, end or are centred at the same place."""
        edges = ([box.x0 for box in self.boxes], [box.x1 for box in self.boxes], [(box.x0 + box.x1) / 2 for box in self.boxes])
        return max(map(_most_together, edges)) >= ALIGNED_SHARE * len(self.boxes)


def _most_together(places: Sequence[float]) -> int:
    """How many of the places lie within `SAME_PLACE_POINTS` of one of them."""
    ordered = sorted(places)
    return max(bisect_right(ordered, x + SAME_PLACE_POINTS) - bisect_left(ordered, x - SAME_PLACE_POINTS) for x in ordered)


def aligned_tables(rows: Sequence[Row], page_number: int) -> list[AlignedTable]:
    """The unruled tables among the rows of a page, from the top."""
    found: list[AlignedTable] = []
    start = 0
    while start < len(rows):
        stop, columns = _extent(rows, start)
        if stop - start < LEAST_ROWS or not _is_table(rows[start:stop], columns):
            start += 1
            continue
        top = start - len(heads_above(rows[found[-1].stop if found else 0 : start], rows[start], _reaches(columns)))
        block = _block(_heads(rows[top:start], columns), _grouped(rows[start:stop], columns), len(columns), page_number)
        found.append(AlignedTable(block=block, start=top, stop=stop))
        start = stop
    return found


def _extent(rows: Sequence[Row], start: int) -> tuple[int, list[Column]]:
    """Where the rows that share the columns of the row at `start` end, and the columns from the left."""
    columns: list[Column] = []
    if len(rows[start].segments) < 2 or not _take(columns, rows[start]):
        return start, columns
    stop = start + 1
    while stop < len(rows) and _near(rows[stop - 1], rows[stop]):
        row = rows[stop]
        if len(row.segments) < 2 and not _is_continuation(rows[stop - 1], row, columns):
            break
        if not _take(columns, row):
            break
        stop += 1
    return stop, columns


def _take(columns: list[Column], row: Row) -> bool:
    """Adds the row to the columns; False (and nothing added) when one of its texts would stand in two columns or two in one."""
    places: dict[int, Box] = {}
    new: list[Box] = []
    for line in row.segments:
        if line.box is None:
            return False
        found = [n for n, column in enumerate(columns) if line.box.x0 < column.x1 and line.box.x1 > column.x0]
        if len(found) > 1 or (found and found[0] in places):
            return False
        if found:
            places[found[0]] = line.box
        else:
            new.append(line.box)
    if columns and len(new) > 1:
        return False
    for number, box in places.items():
        column = columns[number]
        column.x0, column.x1 = min(column.x0, box.x0), max(column.x1, box.x1)
        column.boxes.append(box)
    columns += [Column(x0=box.x0, x1=box.x1, boxes=[box]) for box in new]
    columns.sort(key=lambda column: column.x0)
    return True


def _near(above: Row, below: Row) -> bool:
    return below.top - above.bottom < WIDEST_GAP * max(below.bottom - below.top, 1.0)


def _is_continuation(above: Row, row: Row, columns: list[Column]) -> bool:
    """Whether a row of one text is a further line of a cell: close below, in a later column, or in the first and going on."""
    line = row.segments[0]
    number = _column(columns, line)
    if number is None or row.top - above.bottom > 0.6 * (row.bottom - row.top):
        return False
    right = columns[number + 1].x0 if number + 1 < len(columns) else float("inf")
    return line.box is not None and line.box.x1 <= right and (number > 0 or line.text[:1].islower())


def _column(columns: Sequence[Column], line: Line) -> int | None:
    if line.box is None:
        return None
    return next((n for n, column in enumerate(columns) if line.box.x0 < column.x1 and line.box.x1 > column.x0), None)


def _is_table(rows: Sequence[Row], columns: Sequence[Column]) -> bool:
    full_rows = sum(len(row.segments) >= 2 for row in rows)
    if full_rows < (LEAST_ROWS if len(columns) >= LEAST_COLUMNS else LEAST_PAIRS):
        return False
    return all(column.is_aligned() for column in columns) and not _is_text(rows, columns)


def _reaches(columns: Sequence[Column]) -> list[tuple[float, float]]:
    return [(column.x0, column.x1) for column in columns]


def _heads(rows: Sequence[Row], columns: Sequence[Column]) -> list[list[Cell]]:
    return [head_cells(row, number, _reaches(columns)) for number, row in enumerate(rows)]


def _grouped(rows: Sequence[Row], columns: Sequence[Column]) -> list[dict[int, list[Line]]]:
    """The lines of each cell, table row by table row: printed rows close below another are further lines of its cells."""
    close = _line_gap(rows)
    grouped: list[dict[int, list[Line]]] = []
    for number, row in enumerate(rows):
        placed = {column: line for line in row.segments if (column := _column(columns, line)) is not None}
        if grouped and (len(placed) == 1 or row.top - rows[number - 1].bottom <= close):
            for column, line in placed.items():
                grouped[-1].setdefault(column, []).append(line)
        else:
            grouped.append({column: [line] for column, line in placed.items()})
    return grouped


def _line_gap(rows: Sequence[Row]) -> float:
    """The widest gap between two lines of a cell, where the rows of the table stand clearly further apart; else less than any."""
    gaps = [below.top - above.bottom for above, below in pairwise(rows)]
    height = min(row.bottom - row.top for row in rows)
    narrow = min(gaps)
    return narrow + 0.2 * height if narrow < 0.3 * height and max(gaps) > narrow + 0.4 * height else narrow - 1.0


def _is_text(rows: Sequence[Row], columns: Sequence[Column]) -> bool:
    """Whether the rows are running text that fills its first column, or labels (with a colon, or in bold) and their values."""
    lefts = [row.segments[0] for row in rows if len(row.segments) >= 2]
    width = columns[1].x0 - columns[0].x0
    full = sum(line.box is not None and line.box.x1 - line.box.x0 > FULL * width and len(line.text) > 25 for line in lefts)
    if full * 2 > len(lefts):
        return True
    rights = [row.segments[1] for row in rows if len(row.segments) >= 2]
    bold = all(line.bold for line in lefts) and not any(line.bold for line in rights)
    labels = sum(len(line.text) <= LONGEST_LABEL and (bold or line.text.rstrip().endswith(":")) for line in lefts)
    return len(columns) == 2 and labels * 2 > len(lefts)


def _block(heads: list[list[Cell]], rows: list[dict[int, list[Line]]], column_count: int, page_number: int) -> Block:
    cells = reaching_down([cell for head in heads for cell in head], len(heads), column_count)
    for number, row in enumerate(rows, start=len(heads)):
        for column in range(column_count):
            lines = row.get(column, [])
            box = joined_lines(lines).box if lines else None
            cells.append(Cell(text="\n".join(line.text.strip() for line in lines), row=number, column=column, box=box))
    bold = frozenset(number for number, row in enumerate(rows) if all(line.bold for lines in row.values() for line in lines))
    row_count = len(heads) + len(rows)
    header = len(heads) or header_rows(cells, row_count, column_count, bold)
    table = Table(cells=tuple(cells), header_rows=header, row_count=row_count, column_count=column_count)
    outline = around([cell.box for cell in cells if cell.box])
    return Block(kind=BlockKind.TABLE, text=table_text(table), page_number=page_number, boxes=(outline,), table=table)
