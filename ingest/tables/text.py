"""A table as plain text: one line a row, tabs between the cells."""

from __future__ import annotations

from ingest.records import Table


def table_text(table: Table) -> str:
    """The rows from the top; each cell once, where it begins; line breaks inside a cell become spaces."""
    rows: list[list[str]] = [[] for _ in range(table.row_count)]
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        rows[cell.row].append(" ".join(cell.text.split()))
    return "\n".join("\t".join(row).rstrip() for row in rows if any(row))
