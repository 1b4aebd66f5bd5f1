"""A table that goes on over the page: the part on the next page is hung on to the part before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.boxes import around
from ingest.records import Block, Box, Cell, Table

SAME_LINE_POINTS = 8.0  # how far column lines may move from page to page


def continues_table(above: Block, below: Block) -> bool:
    """Whether `below`, the first thing on its page, goes on with `above`, the last on the page before.

    It does with as many columns at the same places, unless it opens with another header of its own.
    """
    if above.table is None or below.table is None or above.table.column_count != below.table.column_count:
        return False
    if above.boxes and below.boxes and not _same_columns(above.table, below.table):
        return False
    return not below.table.header_rows or _repeats_header(above.table, below.table)


def joined_table(above: Table, below: Table) -> Table:
    """Both parts as one; a repeated header is dropped, merged cells and cells cut by the page break are made whole."""
    dropped = (below.header_rows or above.header_rows) if _repeats_header(above, below) else 0
    shift = above.row_count - dropped
    rest = [replace(cell, row=cell.row + shift) for cell in below.cells if cell.row >= dropped]
    join = _with_row if _is_cut_row(above, rest, shift + dropped) else _with_merged
    return join(above, rest, below.row_count - dropped)


def _repeats_header(above: Table, below: Table) -> bool:
    """Whether `below` opens with the whole header of `above`, or with its last rows (the first were taken for a running head)."""
    rows = below.header_rows or above.header_rows
    if not 0 < rows <= above.header_rows or rows >= below.row_count:
        return False
    return _row_texts(above, above.header_rows - rows, above.header_rows) == _row_texts(below, 0, rows)


def _row_texts(table: Table, first: int, last: int) -> list[tuple[int, int, str]]:
    """The texts of the rows [first, last) with their places; where a label reaches down into them, nothing."""
    texts = ((cell.row - first, cell.column, " ".join(cell.text.split())) for cell in table.cells if first <= cell.row < last)
    return [place for place in texts if place[2]]


def _same_columns(above: Table, below: Table) -> bool:
    """Whether each column begins or ends at the same place in both parts."""
    first, second = _extents(above.cells), _extents(below.cells)
    return all(_is_same(first[column], second[column]) for column in first.keys() & second.keys())


def _is_same(first: tuple[float, float], second: tuple[float, float]) -> bool:
    begins = abs(first[0] - second[0]) <= SAME_LINE_POINTS
    return begins or abs(first[1] - second[1]) <= SAME_LINE_POINTS


def _extents(cells: Sequence[Cell]) -> dict[int, tuple[float, float]]:
    """From where to where the cells of each column reach, those over several columns left out."""
    places: dict[int, list[Box]] = {}
    for cell in cells:
        if cell.box is not None and cell.column_span == 1:
            places.setdefault(cell.column, []).append(cell.box)
    return {column: (min(box.x0 for box in boxes), max(box.x1 for box in boxes)) for column, boxes in places.items()}


def _is_cut_row(above: Table, rest: list[Cell], edge: int) -> bool:
    """Whether the next page opens with more of the last row: its first column is empty that never else is."""
    key = _key_column(above)
    opening = [cell for cell in rest if cell.row == edge]
    return key is not None and any(cell.text.strip() for cell in opening) and _is_empty(opening, key) and _reaches(above, key)


def _key_column(table: Table) -> int | None:
    body = [cell for cell in table.cells if cell.row >= table.header_rows]
    rows = table.row_count - table.header_rows
    for column in range(table.column_count):
        own = [cell for cell in body if cell.column == column]
        if len(own) == rows > 0 and all(cell.text.strip() and cell.row_span == 1 for cell in own):
            return column
    return None


def _is_empty(cells: list[Cell], column: int) -> bool:
    return any(cell.column == column and not cell.text.strip() for cell in cells)


def _reaches(table: Table, column: int) -> bool:
    return any(cell.column == column and cell.row + cell.row_span == table.row_count for cell in table.cells)


def _with_row(above: Table, rest: list[Cell], rows: int) -> Table:
    """The texts of the first new row go on with those of the last row; a cell keeps the box where it begins."""
    edge = above.row_count
    more = {cell.column: cell.text for cell in rest if cell.row == edge and cell.text.strip()}
    cells = [_longer(cell, more) if cell.row + cell.row_span == edge else cell for cell in above.cells]
    moved = [replace(cell, row=cell.row - 1) for cell in rest if cell.row > edge]
    return replace(above, cells=(*cells, *moved), row_count=edge + rows - 1)


def _longer(cell: Cell, more: dict[int, str]) -> Cell:
    text = more.get(cell.column)
    return replace(cell, text=f"{cell.text}\n{text}".strip()) if text else cell


def _with_merged(above: Table, rest: list[Cell], rows: int) -> Table:
    """A merged cell of the last rows reaches on where the next page opens with an empty merged cell in its column."""
    edge = above.row_count
    cells = list(above.cells)
    opening = [cell for cell in rest if cell.row == edge and not cell.text.strip()]
    filled = {cell.column for cell in rest if cell.row == edge and cell.text.strip()}
    for empty in opening:
        if not filled or empty.column > min(filled):
            continue
        number = next(
            (n for n, cell in enumerate(cells) if cell.column == empty.column and cell.row + cell.row_span == edge), None
        )
        if number is not None and (cells[number].row_span > 1 or empty.row_span > 1):
            cells[number] = replace(cells[number], row_span=cells[number].row_span + empty.row_span)
            rest = [cell for cell in rest if cell is not empty]
    return replace(above, cells=(*cells, *rest), row_count=edge + rows)


def table_boxes(table: Table) -> tuple[Box, ...]:
    """One box a page around the cells of the table, in page order."""
    pages: dict[int, list[Box]] = {}
    for cell in table.cells:
        if cell.box is not None:
            pages.setdefault(cell.box.page_number, []).append(cell.box)
    return tuple(around(boxes) for number, boxes in sorted(pages.items()))
