"""Builds a `Table` from rows of cells, with the places that merged cells cover left free."""

from __future__ import annotations

from ingest.records import Block, BlockKind, Cell, Table
from ingest.tables.header import header_rows as likely_header_rows

_MOST_SPANNED = 1000  # columns or rows; a hostile file claims more


def span(claimed: object) -> int:
    """Over how many columns or rows a cell reaches, by what the file claims: 1 where that is no number, at most 1000."""
    digits = str(claimed)
    return max(1, min(int(digits[:9]), _MOST_SPANNED)) if digits.isdecimal() else 1


class Grid:
    """Cells placed row by row, each in the first free column; at most `max_cells`, more are dropped."""

    def __init__(self, max_cells: int) -> None:
        self._max_cells = max_cells
        self._cells: list[Cell] = []
        self._taken: set[tuple[int, int]] = set()
        self._next: dict[int, int] = {}  # the first column of a row that may be free

    @property
    def full(self) -> bool:
        """Whether the limit is reached."""
        return len(self._taken) >= self._max_cells

    def add(self, row: int, text: str, row_span: int = 1, column_span: int = 1) -> None:
        """Put a cell into the first free column of `row`."""
        column = self._next.get(row, 0)
        while (row, column) in self._taken:
            column += 1
        self.put(row, column, text, row_span, column_span)
        self._next[row] = column + 1

    def put(self, row: int, column: int, text: str, row_span: int = 1, column_span: int = 1) -> None:
        """Put a cell at a known place."""
        if len(self._taken) + row_span * column_span > self._max_cells:
            row_span = column_span = 1
        if self.full:
            return
        self._taken.update((row + down, column + across) for down in range(row_span) for across in range(column_span))
        self._cells.append(Cell(text=text, row=row, column=column, row_span=row_span, column_span=column_span))

    def block(self, *, header_rows: int, kind: BlockKind, page_number: int | None = None) -> Block | None:
        """The table as a block, its text the rows' cells joined by " | "; None without at least two columns with text.

        Where the file marks no header (`header_rows` is 0), the cells tell.
        """
        if len({cell.column for cell in self._cells if cell.text}) < 2:
            return None
        rows = max(row for row, _ in self._taken) + 1
        columns = max(column for _, column in self._taken) + 1
        header = min(header_rows, rows) or likely_header_rows(self._cells, rows, columns)
        table = Table(cells=tuple(self._cells), header_rows=header, row_count=rows, column_count=columns)
        return Block(kind=kind, text=table_text(table), table=table, page_number=page_number)


def table_text(table: Table) -> str:
    """The rows of a table, one a line, its cells joined by " | "."""
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell.text)
    return "\n".join(" | ".join(cells) for _, cells in sorted(rows.items()))
