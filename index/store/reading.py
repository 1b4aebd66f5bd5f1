"""Reads the records of a generation. Whoever may not see a record gets the same answer as if it did not exist."""

# ruff: noqa: S608 - the SQL is put together from our own words; every value of a caller is bound

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from queue import LifoQueue
from typing import Any, TypeVar

from index.records import Facets, Filters
from index.store.bounds import document_bounds
from index.store.closed_pages import closed_pages
from index.store.codec import decode
from index.store.originals import original_path
from index.store.schema import FILE_NAME
from index.store.segments import Segment
from ingest.records import Access, AgendaItem, Document, Fact, FactKind, FileReport, Ingested, Meeting, Passage

CONNECTIONS = 8
OPEN_ONLY: frozenset[Access] = frozenset({Access.OPEN})
_OF_DOCUMENTS = "SELECT row FROM passages WHERE document_id IN (SELECT id FROM documents WHERE {column} IN ({{marks}}))"
ROWS_BY = {
    "region": _OF_DOCUMENTS.format(column="region"),
    "body": _OF_DOCUMENTS.format(column="body"),
    "kind": _OF_DOCUMENTS.format(column="kind"),
    "document_id": "SELECT row FROM passages WHERE document_id IN ({marks})",
    "item_id": "SELECT row FROM passages WHERE item_id IN ({marks})",
    "municipality": "SELECT row FROM municipalities WHERE name IN ({marks})",
}
"""What passages can be chosen by, and how."""
Record = TypeVar("Record", Document, Meeting, AgendaItem, Passage, Fact, FileReport)


class Store:
    """The records of one generation. Safe to call from several threads: they share a few read-only connections.

    `access` is what the asker may see and bounds every answer; the default is open records only. A record that is
    not there or may not be seen raises `KeyError(id)` where one is asked for, and is left out of lists.
    """

    def __init__(self, generation: Path, originals: Path) -> None:
        self._path = generation / FILE_NAME
        self._originals = originals
        # all opened now: a generation may be pruned while it is still in use, and what is open stays readable
        self._free: LifoQueue[sqlite3.Connection] = LifoQueue()
        for connection in [self._connect() for _ in range(CONNECTIONS)]:
            self._free.put(connection)

    def passage(self, passage_id: str, access: frozenset[Access] = OPEN_ONLY) -> Passage:
        """The passage with this id."""
        return self._one(Passage, "passages", passage_id, access)

    def passages(self, passage_ids: Sequence[str], access: frozenset[Access] = OPEN_ONLY) -> list[Passage]:
        """The passages with these ids, in the order asked for; those not there are left out."""
        found: dict[str, Passage] = {}
        for start in range(0, len(passage_ids), 500):
            some = passage_ids[start : start + 500]
            rows = self._all(Passage, f"SELECT record FROM passages WHERE id IN ({_marks(some)}) AND {_seen(access)}", [*some])
            found.update((passage.id, passage) for passage in rows)
        return [found[passage_id] for passage_id in passage_ids if passage_id in found]

    def passages_in_rows(self, rows: Sequence[int], access: frozenset[Access] = OPEN_ONLY) -> dict[int, Passage]:
        """The passages of these array rows, by row."""
        sql = f"SELECT row, record FROM passages WHERE row IN ({_marks(rows)}) AND {_seen(access)}"
        return {row: decode(Passage, record) for row, record in self._rows(sql, [int(row) for row in rows])}

    def passages_of_document(self, document_id: str, access: frozenset[Access] = OPEN_ONLY) -> list[Passage]:
        """All passages of a document in printed order."""
        sql = f"SELECT record FROM passages WHERE document_id = ? AND {_seen(access)} ORDER BY position"
        return self._all(Passage, sql, [document_id])

    def passages_of_item(self, item_id: str, access: frozenset[Access] = OPEN_ONLY) -> list[Passage]:
        """All passages of an agenda item in printed order."""
        return self._all(
            Passage, f"SELECT record FROM passages WHERE item_id = ? AND {_seen(access)} ORDER BY position", [item_id]
        )

    def document(self, document_id: str, access: frozenset[Access] = OPEN_ONLY) -> Document:
        """The document with this id."""
        return self._one(Document, "documents", document_id, access)

    def documents(self, filters: Filters | None = None) -> list[Document]:
        """All documents within the filters, newest first, undated last, then by path and part."""
        bounds, values = document_bounds(filters or Filters())
        return self._all(
            Document, f"SELECT record FROM documents WHERE {bounds} ORDER BY date IS NULL, date DESC, path, part", values
        )

    def meeting(self, meeting_id: str, access: frozenset[Access] = OPEN_ONLY) -> Meeting:
        """The meeting with this id."""
        return self._one(Meeting, "meetings", meeting_id, access)

    def meetings(self, filters: Filters | None = None) -> list[Meeting]:
        """All meetings whose document lies within the filters, newest first, undated last."""
        bounds, values = document_bounds(filters or Filters())
        of_documents = f"document_id IN (SELECT id FROM documents WHERE {bounds})"
        return self._all(
            Meeting, f"SELECT record FROM meetings WHERE {of_documents} ORDER BY date IS NULL, date DESC, body, id", values
        )

    def item(self, item_id: str, access: frozenset[Access] = OPEN_ONLY) -> AgendaItem:
        """The agenda item with this id."""
        return self._one(AgendaItem, "items", item_id, access)

    def items(self, filters: Filters | None = None) -> list[AgendaItem]:
        """All agenda items the asker may see whose document lies within the filters, by file and printed order."""
        filters = filters or Filters()
        bounds, values = document_bounds(filters)
        sql = (
            f"SELECT record FROM items WHERE document_id IN (SELECT id FROM documents WHERE {bounds}) AND {_seen(filters.access)}"
        )
        if filters.item_ids:
            sql, values = f"{sql} AND id IN ({_marks(filters.item_ids)})", [*values, *sorted(filters.item_ids)]
        return self._all(AgendaItem, sql + " ORDER BY position", values)

    def items_of_meeting(self, meeting_id: str, access: frozenset[Access] = OPEN_ONLY) -> list[AgendaItem]:
        """The agenda items of a meeting in printed order."""
        sql = f"SELECT record FROM items WHERE meeting_id = ? AND {_seen(access)} ORDER BY position"
        return self._all(AgendaItem, sql, [meeting_id])

    def facts(self, kind: FactKind | None = None, access: frozenset[Access] = OPEN_ONLY) -> list[Fact]:
        """All facts (of one kind) by file and printed order."""
        of_kind, values = ("1", []) if kind is None else ("kind = ?", [str(kind)])
        return self._all(Fact, f"SELECT record FROM facts WHERE {of_kind} AND {_seen(access)} ORDER BY position", values)

    def abbreviations(self, access: frozenset[Access] = OPEN_ONLY) -> dict[str, tuple[str, ...]]:
        """Short form → its long forms in printed order, as the corpus itself explains them."""
        found: dict[str, list[str]] = {}
        for fact in self.facts(FactKind.ABBREVIATION, access):
            longs = found.setdefault(fact.subject, [])
            if fact.object not in longs:
                longs.append(fact.object)
        return {short: tuple(longs) for short, longs in found.items()}

    def renamings(self, access: frozenset[Access] = OPEN_ONLY) -> list[tuple[str, str, str]]:
        """What the corpus says was renamed: (old name, new name, id of the passage that says so)."""
        of_passages = f"passage_id IN (SELECT id FROM passages WHERE {_seen(access)})"
        sql = f"SELECT old, new, passage_id FROM renamings WHERE {of_passages} ORDER BY position"
        return [(old, new, passage_id) for old, new, passage_id in self._rows(sql)]

    def file_reports(self) -> list[FileReport]:
        """What became of each file, by path."""
        return self._all(FileReport, "SELECT record FROM files ORDER BY path", [])

    def segments(self) -> list[Segment]:
        """Where the records of each file stand, by row."""
        sql = "SELECT path, first_row, row_count, first_position, position_count FROM files ORDER BY first_row, path"
        return [
            Segment(path=path, first_row=row, row_count=rows, first_position=position, position_count=positions)
            for path, row, rows, position, positions in self._rows(sql)
        ]

    def facets(self, filters: Filters | None = None) -> Facets:
        """How many documents within the filters there are of each body, kind, region, municipality and year."""
        filters = filters or Filters()
        documents = self.documents(filters)
        return Facets(
            bodies=_counts(document.body for document in documents),
            kinds=_counts(str(document.kind) for document in documents),
            regions=_counts(document.region for document in documents),
            municipalities=self._municipalities({document.id for document in documents}, filters.access),
            years=_counts(str(document.date.year) if document.date else None for document in documents),
        )

    def file_of(self, document_id: str, access: frozenset[Access] = OPEN_ONLY) -> Path:
        """The copy of the original file the document stands in.

        The whole file may hold closed pages: ask `closed_pages` before handing any of it out.
        """
        document = self.document(document_id, access)
        return original_path(self._originals, document.sha256, document.path)

    def closed_pages(self, document_id: str) -> frozenset[int]:
        """The pages (1-based) of the document's file that hold anything closed; 0 stands for what has no page.

        They are those of closed passages and items, and the pages without a passage (pictures) that follow on them.
        """
        document = self._all(Document, "SELECT record FROM documents WHERE id = ?", [document_id])
        reports = self._all(FileReport, "SELECT record FROM files WHERE path = ?", [document[0].path]) if document else []
        of_file = "document_id IN (SELECT id FROM documents WHERE path = (SELECT path FROM documents WHERE id = ?))"
        spans = f"SELECT page_first, page_last FROM passages WHERE {of_file} AND access"
        items = self._all(AgendaItem, f"SELECT record FROM items WHERE {of_file} AND access <> 'open'", [document_id])
        return closed_pages(
            [*self._rows(f"{spans} <> 'open'", [document_id]), *((item.page_first, item.page_last) for item in items)],
            self._rows(f"{spans} = 'open'", [document_id]),
            reports[0].page_count if reports else 0,
        )

    def ingested(self, path: str) -> Ingested:
        """Everything ingestion made of one file, closed records included: for the next build, not for an asker.

        Raises `KeyError`.
        """
        reports = self._all(FileReport, "SELECT record FROM files WHERE path = ?", [path])
        if not reports:
            raise KeyError(path)
        documents = self._all(Document, "SELECT record FROM documents WHERE path = ? ORDER BY part", [path])
        inside = "document_id IN (SELECT id FROM documents WHERE path = ?)"
        order = "(SELECT part FROM documents WHERE id = document_id)"
        return Ingested(
            report=reports[0],
            documents=tuple(documents),
            meetings=tuple(self._all(Meeting, f"SELECT record FROM meetings WHERE {inside} ORDER BY {order}, id", [path])),
            items=tuple(self._all(AgendaItem, f"SELECT record FROM items WHERE {inside} ORDER BY position", [path])),
            passages=tuple(self._all(Passage, f"SELECT record FROM passages WHERE {inside} ORDER BY row", [path])),
            facts=tuple(self._all(Fact, f"SELECT record FROM facts WHERE {inside} ORDER BY position", [path])),
        )

    def rows_where(self, column: str, values: frozenset[str]) -> list[int]:
        """The array rows of the passages whose `column` (see `ROWS_BY`) has one of these values."""
        sql = ROWS_BY[column].format(marks=_marks(values))
        return [row for (row,) in self._rows(sql, sorted(values))]

    def close(self) -> None:
        """Close all connections, each when nobody uses it. Whoever reads afterwards gets an error and does not wait."""
        closed = [self._free.get() for _ in range(CONNECTIONS)]
        for connection in closed:
            connection.close()
            self._free.put(connection)

    def _municipalities(self, document_ids: set[str], access: frozenset[Access]) -> dict[str, int]:
        sql = f"SELECT DISTINCT name, document_id FROM municipalities JOIN passages USING (row) WHERE {_seen(access)}"
        return _counts(name for name, document_id in self._rows(sql) if document_id in document_ids)

    def _one(self, kind: type[Record], table: str, record_id: str, access: frozenset[Access]) -> Record:
        found = self._all(kind, f"SELECT record FROM {table} WHERE id = ? AND {_seen(access)}", [record_id])
        if not found:
            raise KeyError(record_id)
        return found[0]

    def _all(self, kind: type[Record], sql: str, values: Sequence[object]) -> list[Record]:
        return [decode(kind, record) for (record,) in self._rows(sql, values)]

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run a query on a free connection; waits for one when all are in use."""
        connection = self._free.get()
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            self._free.put(connection)

    def _connect(self) -> sqlite3.Connection:
        # immutable: a generation never changes, and a read-only directory has no place for lock files
        connection = sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        connection.execute("PRAGMA schema_version").fetchone()  # SQLite opens the file at the first read
        return connection


def _seen(access: frozenset[Access]) -> str:
    """The SQL for what may be seen. The values are our own words, never input."""
    return f"access IN ({', '.join(repr(str(value)) for value in sorted(access))})"


def _marks(values: Sequence[object] | frozenset[str]) -> str:
    return ", ".join("?" * len(values))


def _counts(values: Iterable[str | None]) -> dict[str, int]:
    counted: Mapping[str, int] = Counter(value for value in values if value)
    return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
