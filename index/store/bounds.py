"""Turns filters into SQL over the table of documents."""

from __future__ import annotations

from index.records import Filters


def document_bounds(filters: Filters) -> tuple[str, list[object]]:
    """The condition (and its values) a document must meet. Bounds on passages alone (sections, items) do not count here.

    An undated document lies outside every date range.
    """
    parts: list[str] = []
    values: list[object] = []

    def within(column: str, allowed: frozenset[str]) -> None:
        parts.append(f"{column} IN ({', '.join('?' * len(allowed))})")
        values.extend(sorted(str(value) for value in allowed))

    within("access", frozenset(str(value) for value in filters.access))
    for column, allowed in (("region", filters.regions), ("body", filters.bodies), ("id", filters.document_ids)):
        if allowed:
            within(column, allowed)
    if filters.kinds:
        within("kind", frozenset(str(kind) for kind in filters.kinds))
    if filters.municipalities:
        marks = ", ".join("?" * len(filters.municipalities))
        named = f"SELECT document_id FROM municipalities JOIN passages USING (row) WHERE name IN ({marks})"  # noqa: S608 - marks only
        parts.append(f"id IN ({named})")
        values.extend(sorted(filters.municipalities))
    for bound, sign in ((filters.date_from, ">="), (filters.date_to, "<=")):
        if bound is not None:
            parts.append(f"date {sign} ?")
            values.append(bound.isoformat())
    return " AND ".join(parts), values
