"""Writes the records of a generation."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from index.store.codec import encode
from index.store.schema import FILE_NAME, INDEXES, TABLES
from ingest.records import Access, Document, Ingested


class StoreWriter:
    """Fills a new `records.sqlite` in `directory`. Add files in ascending path order, then `close`.

    Passages get consecutive rows from 0 in the order they are added.
    """

    def __init__(self, directory: Path) -> None:
        self._connection = sqlite3.connect(directory / FILE_NAME)
        self._connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=8192;" + TABLES)
        self._row = 0
        self._position = 0

    def add(self, ingested: Ingested) -> None:
        """Write everything ingestion made of one file. Ids seen before (the same file named twice) are not written again."""
        report = ingested.report
        self._insert("files", (report.path, report.sha256, encode(report)))
        access = {document.id: document.access for document in ingested.documents}
        self._add_documents(ingested.documents)
        for meeting in ingested.meetings:
            values = (
                meeting.id,
                meeting.document_id,
                access.get(meeting.document_id, Access.OPEN),
                meeting.body,
                _iso(meeting.date),
            )
            self._insert("meetings", (*values, encode(meeting)))
        for item in ingested.items:
            self._insert("items", (item.id, self._next(), item.meeting_id, item.document_id, item.access, encode(item)))
        for passage in ingested.passages:
            places = (passage.access, passage.page_first, passage.page_last)
            place = (self._row, passage.id, passage.document_id, passage.item_id, passage.order, *places, encode(passage))
            self._row += self._insert("passages", place)
        for fact in ingested.facts:
            self._insert("facts", (fact.id, self._next(), fact.document_id, fact.kind, fact.access, encode(fact)))

    def add_municipalities(self, named: Iterable[tuple[str, int]]) -> None:
        """Record which passage rows concern which municipality."""
        self._connection.executemany("INSERT OR IGNORE INTO municipalities VALUES (?, ?)", named)

    def add_renamings(self, renamings: Iterable[tuple[str, str, str]]) -> None:
        """Record what the corpus says was renamed: (old name, new name, id of the passage that says so)."""
        rows = ((position, *renaming) for position, renaming in enumerate(renamings))
        self._connection.executemany("INSERT INTO renamings VALUES (?, ?, ?, ?)", rows)

    def close(self) -> None:
        """Make the indexes, commit and close."""
        self._connection.executescript(INDEXES + "ANALYZE;")
        self._connection.commit()
        self._connection.close()

    def _add_documents(self, documents: Iterable[Document]) -> None:
        for document in documents:
            head = (document.id, document.path, document.part, document.sha256, document.access, document.kind)
            self._insert("documents", (*head, _iso(document.date), document.body, document.region, encode(document)))

    def _insert(self, table: str, values: tuple[object, ...]) -> int:
        marks = ", ".join("?" * len(values))
        return self._connection.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", values).rowcount  # noqa: S608 - our own names

    def _next(self) -> int:
        self._position += 1
        return self._position


def _iso(value: object) -> str | None:
    return None if value is None else str(value)
