"""HTML tables with merged cells."""

from __future__ import annotations

from bs4 import Tag

from ingest.limits import Limits
from ingest.readers.grid import Grid, span
from ingest.records import Block, BlockKind


def table_block(tag: Tag, limits: Limits) -> Block | None:
    """The table as one block, or None for a table of one column, which only lays out the page."""
    grid = Grid(limits.max_table_cells)
    header_rows = 0
    for number, row in enumerate(tag.find_all("tr")):
        cells = [cell for cell in row.find_all(["td", "th"], recursive=False) if isinstance(cell, Tag)]
        for cell in cells:
            grid.add(number, _text(cell), span(cell.get("rowspan")), span(cell.get("colspan")))
        if number == header_rows and cells and (row.find_parent("thead") or all(cell.name == "th" for cell in cells)):
            header_rows += 1
    return grid.block(header_rows=header_rows, kind=BlockKind.TABLE)


def _text(cell: Tag) -> str:
    """The words of a cell, each of its paragraphs and lines on a line."""
    for part in cell.find_all(["br", "p", "li", "div"]):
        part.insert_before("\v")
    lines = (" ".join(line.split()) for line in cell.get_text(" ").split("\v"))
    return "\n".join(line for line in lines if line)
