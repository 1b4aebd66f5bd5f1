"""Writes the records of a generation."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from index.store.codec import encode
from index.store.copying import copy_records
from index.store.schema import FILE_NAME, INDEXES, TABLES
from index.store.segments import Move, Segment
from ingest.records import Access, Document, Ingested

Renaming = tuple[int, str, str, str]
"""Passage row, old name, new name, id of the passage that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreCounts:
    """What a finished `records.sqlite` holds. `rows_by_id` are the passage rows in ascending order of passage ids."""

    documents: int
    facts: int
    newest_date: date | None
    rows_by_id: tuple[int, ...]


class StoreWriter:
    """Fills a new `records.sqlite` in `directory`: `add` or `carry` files in ascending path order, then `finish`.

    Passages get consecutive rows from 0 in this order. `before` is the file that carried records come from.
    """

    def __init__(self, directory: Path, before: Path | None = None) -> None:
        self._connection = sqlite3.connect(f"{(directory / FILE_NAME).absolute().as_uri()}", uri=True)
        self._connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=8192;" + TABLES)
        self._before = before
        self._moves: list[Move] = []
        self._renamings: list[Renaming] = []
        self._row = 0
        self._position = 0

    def add(self, ingested: Ingested) -> None:
        """Write everything ingestion made of one file. Ids seen before (the same file named twice) are not written again."""
        first_row, first_position = self._row, self._position
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
        report = ingested.report
        segment = (first_row, self._row - first_row, first_position, self._position - first_position)
        self._insert("files", (report.path, report.sha256, encode(report), *segment))

    def carry(self, segment: Segment) -> Move:
        """Take over the records of a file as the generation before has them."""
        move = Move(
            segment=segment,
            row_shift=self._row - segment.first_row,
            position_shift=self._position - segment.first_position,
        )
        self._moves.append(move)
        self._row += segment.row_count
        self._position += segment.position_count
        return move

    def add_municipalities(self, named: Iterable[tuple[str, int]]) -> None:
        """Record which passage rows concern which municipality."""
        self._connection.executemany("INSERT OR IGNORE INTO municipalities VALUES (?, ?)", named)

    def add_renamings(self, renamings: Iterable[Renaming]) -> None:
        """Record what the corpus says was renamed."""
        self._renamings += renamings

    def finish(self) -> StoreCounts:
        """Copy what is carried, make the indexes, count, and close."""
        if self._moves and self._before is not None:
            self._renamings += copy_records(self._connection, self._before, self._moves)
        renamings = ((place, *renaming[1:]) for place, renaming in enumerate(sorted(self._renamings, key=_row)))
        self._connection.executemany("INSERT INTO renamings VALUES (?, ?, ?, ?)", renamings)
        self._connection.executescript(INDEXES + "ANALYZE main;")
        counts = self._counts()
        self._connection.commit()
        self._connection.close()
        return counts

    def _counts(self) -> StoreCounts:
        [(documents, newest)] = self._connection.execute("SELECT count(*), max(date) FROM documents").fetchall()
        [(facts,)] = self._connection.execute("SELECT count(*) FROM facts").fetchall()
        return StoreCounts(
            documents=documents,
            facts=facts,
            newest_date=date.fromisoformat(newest) if newest else None,
            rows_by_id=tuple(row for (row,) in self._connection.execute("SELECT row FROM passages ORDER BY id")),
        )

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


def _row(renaming: Renaming) -> int:
    return renaming[0]


def _iso(value: object) -> str | None:
    return None if value is None else str(value)
