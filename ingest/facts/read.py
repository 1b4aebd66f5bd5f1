"""All facts of a document's passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.facts.cells import cell_facts
from ingest.facts.found import Found, fact_of
from ingest.facts.legends import legend_facts
from ingest.passages.draft import Draft
from ingest.records import Document, Fact, Passage


def facts_of(drafts: Sequence[Draft], passages: Sequence[Passage], document: Document) -> tuple[Fact, ...]:
    """Read the facts of a document in printed order; `drafts[i]` became `passages[i]`. A fact that was not read is not there."""
    facts: dict[str, Fact] = {}
    for draft, passage in zip(drafts, passages, strict=True):
        for found in _found(draft, passage):
            if found.object in passage.text:
                fact = fact_of(found, passage, document)
                facts.setdefault(fact.id, fact)
    return tuple(facts.values())


def _found(draft: Draft, passage: Passage) -> Iterator[Found]:
    if draft.table is not None:
        yield from cell_facts(draft.table, draft.rows)
        yield from legend_facts(draft.table, draft.rows)
