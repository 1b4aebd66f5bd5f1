"""Reading a table: every cell with its column's header path and its row, merged cells carried over all they span."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.records import Cell, Table
from ingest.tables.header import HEADER_WORDS

HEADER_SEPARATOR = " / "
_TABLES_KEPT = 4  # tables are worked on one after the other
_NUMBER = re.compile(r"^[(\-–+±≈~]*\s*\d[\d.,\s]*\s*(?:%|pct\.?|kr\.?|mio\.?|mia\.?|t\.?kr\.?|stk\.?)*\)?$", re.IGNORECASE)
_SAYS_OF_ROW = re.compile(
    r"^(?:frist\w*|dato\w*|deadline|hvornår|tid(?:spunkt)?|hvem|ansvarlig\w*|tovholder\w*|date|due|when|owner|who|responsible)\W*$",
    re.IGNORECASE,
)
_CODE = re.compile(r"^\(?(?:[A-ZÆØÅ]{1,3}|[✓✔●○■□xX+–-])\)?\s?[*)¹²³\d]{0,3}$")
_FEWEST_DISTINCT = 0.9
_LONGEST_LABEL = 5  # words
_LONGEST_LISTED = 8  # words of a line of a list
_FEWEST_LISTED = 2  # lines, of which those of a list are more, unless each has several words
_COUNTS = re.compile(r"^(?:(?:løbe|punkt)?nr|nummer|no|#|pkt)\W*$|^#$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row below the header: its cells by column (None where the table has a hole), 0-based row number in the table."""

    number: int
    cells: tuple[Cell | None, ...]

    def text(self, column: int) -> str:
        """The text of a column's cell in one line; empty where there is none."""
        cell = self.cells[column]
        return told(cell.text) if cell is not None else ""


@dataclass(frozen=True, kw_only=True, eq=False)
class ReadTable:
    """A table as rows under header paths, read once for each table; equal only to itself, so that findings on it can be kept.

    `headers[c]` runs from the outermost header to the column's own, without repeats.
    """

    headers: tuple[tuple[str, ...], ...]
    rows: tuple[Row, ...]

    def header(self, column: int) -> str:
        """The header path of a column, joined by " / "."""
        return HEADER_SEPARATOR.join(self.headers[column])


def one_line(text: str) -> str:
    """Put a cell's text on one line."""
    return re.sub(r"\s+", " ", text).strip()


def told(text: str) -> str:
    """Put the text of a cell on one line; lines that the writer set as a list of names or things stay apart by commas."""
    lines = [one_line(line) for line in text.split("\n") if line.strip()]
    if len(lines) < 2 or not _is_list(lines):
        return one_line(text)
    return ", ".join(lines)


def _is_list(lines: Sequence[str]) -> bool:
    """Whether lines are things listed: none ends in a mark, each begins like one, and they are many or of several words."""
    if any(line[-1] in ".,;:!?-–/" or not (line[0].isupper() or line[0].isdigit()) for line in lines):
        return False
    return all(len(line.split()) <= _LONGEST_LISTED for line in lines) and (
        len(lines) > _FEWEST_LISTED or all(len(line.split()) > 1 for line in lines)
    )


def is_number(text: str) -> bool:
    """Tell whether a cell holds a number, maybe with a unit, and nothing else."""
    return _NUMBER.match(text.strip()) is not None


def read_table(table: Table) -> ReadTable:
    """Read a table; a first row of words above a column of numbers counts as its header even if the file does not say so."""
    grid = _grid(table)
    header_rows = table.header_rows or (1 if _first_row_is_header(grid) else 0)
    columns = range(table.column_count)
    headers = tuple(_path([grid[row][column] for row in range(header_rows)]) for column in columns)
    rows = tuple(
        Row(number=number, cells=tuple(grid[number]))
        for number in range(header_rows, table.row_count)
        if any(cell is not None and cell.text.strip() for cell in grid[number])
    )
    return ReadTable(headers=headers, rows=rows)


def read_with_header(table: Table) -> ReadTable:
    """Read a table whose first row is a header if it has any: a word processor does not say so, the words will tell."""
    return read_table(table if table.header_rows else replace(table, header_rows=1))


def _grid(table: Table) -> list[list[Cell | None]]:
    grid: list[list[Cell | None]] = [[None] * table.column_count for _ in range(table.row_count)]
    for cell in table.cells:
        for row in range(cell.row, min(cell.row + cell.row_span, table.row_count)):
            for column in range(cell.column, min(cell.column + cell.column_span, table.column_count)):
                grid[row][column] = cell
    return grid


def _path(cells: Sequence[Cell | None]) -> tuple[str, ...]:
    path: list[str] = []
    for cell in cells:
        text = one_line(cell.text) if cell is not None else ""
        if text and text not in path:
            path.append(text)
    return tuple(path)


def _first_row_is_header(grid: Sequence[Sequence[Cell | None]]) -> bool:
    """Tell a header by its cells: short words above a column of numbers, or above columns of much longer text."""
    if len(grid) < 3 or len(grid[0]) < 2:
        return False
    first = [cell.text.strip() if cell is not None else "" for cell in grid[0]]
    if not all(first[1:]) or any(is_number(text) for text in first) or any(len(text.split()) > 12 for text in first):
        return False
    if _are_header_words(first) or (not first[0] and _are_labels(first[1:])):
        return True
    columns = [[row[column].text.strip() if row[column] is not None else "" for row in grid[1:]] for column in range(len(first))]  # type: ignore[union-attr]
    if any(all(is_number(text) for text in column) for column in columns[1:]) or _above_codes(first, columns):
        return True
    labels = (
        len(first) > 2
        and len(set(first)) == len(first)
        and all(len(text.split()) <= 4 and text[-1:] not in ".,;" for text in first)
    )
    longer = sum(_mean_words(column) >= 2 * len(text.split()) for text, column in zip(first, columns, strict=True))
    return labels and all(first) and 2 * longer > len(first)


def _are_labels(texts: Sequence[str]) -> bool:
    """Whether texts beside an empty corner head their columns: at least two, short, each its own, none a sentence."""
    short = all(len(text.split()) <= _LONGEST_LABEL and text[-1:] not in ".,;:" for text in texts)
    return len(texts) > 1 and short and len({text.lower() for text in texts}) == len(texts)


def _above_codes(first: Sequence[str], columns: Sequence[Sequence[str]]) -> bool:
    """Whether a row of words stands above columns of which most hold nothing but codes or marks ("K", "F*", "✓")."""
    if len(set(first)) < len(first) or any(_CODE.match(text) for text in first):
        return False
    coded = sum(any(column) and all(_CODE.match(text) for text in column if text) for column in columns[1:])
    return coded >= 1 and 2 * coded >= len(columns) - 1


def _are_header_words(first: Sequence[str]) -> bool:
    """Whether at least three columns are headed by the usual words ("Hvad", "Hvem", "Hvornår"), and those are most of them."""
    usual = sum(text.strip(" :").lower() in HEADER_WORDS for text in first)
    return len(first) > 2 and usual > 1 and 2 * usual >= len(first)


def _mean_words(texts: Sequence[str]) -> float:
    return sum(len(text.split()) for text in texts) / len(texts)


@lru_cache(maxsize=_TABLES_KEPT)
def row_header_columns(read: ReadTable) -> tuple[int, ...]:
    """Find the columns that say what a row is about, from the left.

    Under a header of several levels these are the columns left of the first group; else the columns of merged cells (or
    of cells that repeat themselves or are left blank beside names that do not) and the first column after them. Only
    columns of words count.
    """
    depths = [len(path) for path in read.headers]
    if max(depths, default=0) > 1 and depths[0] == 1:
        grouped = next(column for column, depth in enumerate(depths) if depth > 1)
        return tuple(range(grouped))
    columns: list[int] = []
    for column in range(len(depths) - 1):
        columns.append(column)
        merged = any(row.cells[column] is not None and row.cells[column].row_span > 1 for row in read.rows)  # type: ignore[union-attr]
        if not merged and not _groups_rows(read, column):
            break
    return tuple(columns)


def _groups_rows(read: ReadTable, column: int) -> bool:
    """Whether a column groups the rows of the next, which tells them apart: "Vest, Vest, –, Øst" beside four places."""
    if column + 2 >= len(read.headers) or len(read.rows) < 3:
        return False
    own, following = ([row.text(each) for row in read.rows] for each in (column, column + 1))
    names = [text for text in following if text and not is_number(text) and not _CODE.match(text)]
    if len(names) < _FEWEST_DISTINCT * len(read.rows) or len(set(names)) < len(names):
        return False
    return len({text for text in own if text}) <= len(read.rows) / 2 and not any(is_number(text) for text in own if text)


def says_of_row(header: str) -> bool:
    """Tell a column that says when or by whom, so that it is never what a row is about."""
    return _SAYS_OF_ROW.match(header) is not None


@lru_cache(maxsize=_TABLES_KEPT)
def own_header_column(read: ReadTable) -> int | None:
    """Find the row's own header among the row header columns: the one that tells the rows apart best, the first of equals.

    Where those only count the rows, or say when or by whom, the first other column of words is what a row is about.
    """
    columns = row_header_columns(read)
    if not columns or not read.rows:
        return None
    fitting = [column for column in columns if not _names_no_matter(read.header(column))]
    if not fitting:
        later = (c for c in range(len(read.headers)) if not _names_no_matter(read.header(c)) and _is_of_words(read, c))
        fitting = [next(later, columns[0])]
    distinct = {column: len({row.text(column) for row in read.rows if row.text(column)}) for column in fitting}
    return max(fitting, key=lambda column: (distinct[column], -column))


def _names_no_matter(header: str) -> bool:
    return says_of_row(header) or _COUNTS.match(header) is not None


def _is_of_words(read: ReadTable, column: int) -> bool:
    texts = [row.text(column) for row in read.rows if row.text(column)]
    return bool(texts) and not any(is_number(text) for text in texts)
