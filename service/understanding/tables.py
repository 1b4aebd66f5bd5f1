"""Tables rebuilt from cell facts: the cells of one row together, the rows of one table together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ingest.records import Access, Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table that says what goes for which municipalities.

    It has its name, the municipalities (canonical) that its member cell lists, and its cells as facts.
    It is a council's row where no other row of the table has any of its municipalities.
    """

    document_id: str
    passage_id: str
    date: date | None
    access: Access
    name: str
    name_column: str
    member_column: str
    member_text: str
    members: tuple[str, ...]
    is_council: bool
    headers: tuple[tuple[str, str], ...]
    cells: tuple[Fact, ...]

    def cell(self, column: str) -> Fact | None:
        """The cell of the column with this header path, or None where the row has none."""
        return next((cell for cell in self.cells if cell.relation == column), None)


def rows_of_cells(facts: Iterable[Fact]) -> list[list[Fact]]:
    """Cells of one row together: a row repeats its headers on every cell, and a column that comes again begins another row."""
    rows: list[list[Fact]] = []
    for fact in facts:
        last = rows[-1] if rows else []
        same = last and (last[0].document_id, last[0].subject, last[0].qualifiers) == (
            fact.document_id,
            fact.subject,
            fact.qualifiers,
        )
        if same and fact.relation not in {cell.relation for cell in last}:
            last.append(fact)
        else:
            rows.append([fact])
    return rows


def tables_of(rows: Iterable[list[Fact]]) -> list[list[list[Fact]]]:
    """Rows of one table together: of one document, under the same headers, with cells in the same columns."""
    tables: list[tuple[tuple[object, ...], set[str], list[list[Fact]]]] = []
    for cells in rows:
        head = (cells[0].document_id, tuple(column for column, _ in cells[0].qualifiers))
        relations = {cell.relation for cell in cells}
        table = next((each for each in tables if each[0] == head and 2 * len(each[1] & relations) >= len(relations)), None)
        if table is None:
            tables.append((head, relations, [cells]))
        else:
            table[1].update(relations)
            table[2].append(cells)
    return [table for _, _, table in tables]
