"""Puts what `corpus.toml` says of a file on its records."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from ingest.pipeline.settings import FolderMarks
from ingest.records import Access, AgendaItem, Document, Fact, Ingested, Passage

Record = TypeVar("Record", AgendaItem, Passage, Fact)


def marked(ingested: Ingested, marks: FolderMarks) -> Ingested:
    """The records with the marks: a closed file's or kind's documents, items, passages and facts are all closed.

    So is the report, with the file's name and reason, of a file in a closed folder, read or not.
    """
    if marks == FolderMarks():
        return ingested
    documents = tuple(_document(document, marks) for document in ingested.documents)
    closed = {document.id for document in documents if document.access is Access.CLOSED}
    return replace(
        ingested,
        report=replace(ingested.report, access=Access.CLOSED) if marks.closed or _all_closed(documents) else ingested.report,
        documents=documents,
        meetings=tuple(replace(meeting, body=meeting.body or marks.body or "") for meeting in ingested.meetings),
        items=_closed(ingested.items, closed),
        passages=_closed(ingested.passages, closed),
        facts=_closed(ingested.facts, closed),
    )


def _all_closed(documents: tuple[Document, ...]) -> bool:
    return bool(documents) and all(document.access is Access.CLOSED for document in documents)


def _closed(records: tuple[Record, ...], document_ids: set[str]) -> tuple[Record, ...]:
    return tuple(replace(record, access=Access.CLOSED) if record.document_id in document_ids else record for record in records)


def _document(document: Document, marks: FolderMarks) -> Document:
    closed = marks.closed or document.kind.value in marks.closed_kinds
    return replace(
        document,
        access=Access.CLOSED if closed else document.access,
        body=document.body or marks.body,
        region=document.region or marks.region,
    )
