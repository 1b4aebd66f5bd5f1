"""Tables as text (.csv)."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from ingest.errors import EmptyDocument
from ingest.limits import Limits
from ingest.readers.grid import Grid
from ingest.readers.text import read_text
from ingest.records import BlockKind, Page, ReadFile

_SEPARATORS = ";\t,|"


class CsvReader:
    """Reads `.csv` with whatever separator it uses; the first row is the header."""

    suffixes: frozenset[str] = frozenset({".csv"})

    def read(self, path: Path, limits: Limits) -> ReadFile:
        """The table as one block."""
        text = read_text(path, limits)
        grid = Grid(limits.max_table_cells)
        for row, cells in enumerate(csv.reader(StringIO(text), delimiter=_separator(text))):
            for column, cell in enumerate(cells):
                grid.put(row, column, cell.strip())
            if grid.full:
                break
        block = grid.block(header_rows=1, kind=BlockKind.TABLE)
        if block is None:
            raise EmptyDocument(path, "no table in it: fewer than two columns. Save it as .txt if it is text.")
        return ReadFile(pages=(Page(number=None, content=(block,)),))


def _separator(text: str) -> str:
    """The separator that the first lines use most evenly."""
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    return max(_SEPARATORS, key=lambda separator: min((line.count(separator) for line in lines), default=0))
