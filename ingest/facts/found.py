"""A fact before it has an id and a document."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.passages.identity import content_id
from ingest.records import Document, Fact, FactKind, Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was read: `object` stands verbatim in the passage it was read from."""

    kind: FactKind
    subject: str
    relation: str
    object: str
    qualifiers: tuple[tuple[str, str], ...] = ()


def fact_of(found: Found, passage: Passage, document: Document) -> Fact:
    """Make the record; a fact is dated by its document."""
    return Fact(
        id=content_id(
            passage.id,
            found.kind,
            found.subject,
            found.relation,
            found.object,
            *(word for pair in found.qualifiers for word in pair),
        ),
        kind=found.kind,
        subject=found.subject,
        relation=found.relation,
        object=found.object,
        qualifiers=found.qualifiers,
        date=document.date,
        document_id=document.id,
        passage_id=passage.id,
        access=passage.access,
    )
