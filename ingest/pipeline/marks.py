"""Puts what `corpus.toml` says of a file on its records."""

from __future__ import annotations

from dataclasses import replace

from ingest.pipeline.settings import FolderMarks
from ingest.records import Access, Document, Ingested


def marked(ingested: Ingested, marks: FolderMarks) -> Ingested:
    """The records with the marks: a closed file's or kind's documents, items, passages and facts are all closed."""
    if marks == FolderMarks():
        return ingested
    documents = tuple(_document(document, marks) for document in ingested.documents)
    closed = {document.id for document in documents if document.access is Access.CLOSED}
    return replace(
        ingested,
        documents=documents,
        meetings=tuple(replace(meeting, body=meeting.body or marks.body or "") for meeting in ingested.meetings),
        items=tuple(replace(item, access=Access.CLOSED) if item.document_id in closed else item for item in ingested.items),
        passages=tuple(
            replace(passage, access=Access.CLOSED) if passage.document_id in closed else passage for passage in ingested.passages
        ),
        facts=tuple(replace(fact, access=Access.CLOSED) if fact.document_id in closed else fact for fact in ingested.facts),
    )


def _document(document: Document, marks: FolderMarks) -> Document:
    closed = marks.closed or document.kind.value in marks.closed_kinds
    return replace(
        document,
        access=Access.CLOSED if closed else document.access,
        body=document.body or marks.body,
        region=document.region or marks.region,
    )
