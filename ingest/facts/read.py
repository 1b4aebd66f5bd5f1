"""All facts of a document's passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ingest.facts.abbreviations import abbreviation_facts
from ingest.facts.actions import action_facts
from ingest.facts.cells import cell_facts
from ingest.facts.deadlines import deadline_facts
from ingest.facts.definitions import definition_facts
from ingest.facts.found import Found, fact_of
from ingest.facts.keys import key_facts
from ingest.facts.legends import legend_facts
from ingest.facts.numbers import number_cell_facts, number_facts
from ingest.facts.responsibilities import responsibility_facts
from ingest.passages.draft import Draft
from ingest.passages.table_reading import ReadTable, Row
from ingest.records import BlockKind, Document, Fact, Passage

LEAST_WEIGHT = 0.5  # contents and the like state nothing


def facts_of(drafts: Sequence[Draft], passages: Sequence[Passage], document: Document) -> tuple[Fact, ...]:
    """Read the facts of a document in printed order; `drafts[i]` became `passages[i]`. Nothing is stated that is not printed."""
    facts: dict[str, Fact] = {}
    for draft, passage in zip(drafts, passages, strict=True):
        if passage.weight < LEAST_WEIGHT or passage.kind is BlockKind.CONTENTS:
            continue
        for found in _found(draft, passage, document):
            if found.object and found.object in passage.text:
                fact = fact_of(found, passage, document)
                facts.setdefault(fact.id, fact)
    return tuple(facts.values())


def _found(draft: Draft, passage: Passage, document: Document) -> Iterator[Found]:
    if draft.table is not None:
        yield from _of_rows(draft.table, draft.rows)
        yield from abbreviation_facts(passage.text)
        return
    yield from abbreviation_facts(passage.text)
    yield from definition_facts(passage.text)
    yield from key_facts(passage.text)
    yield from deadline_facts(passage.text, document.date)
    yield from responsibility_facts(passage.text)
    yield from action_facts(passage.text, document.date)
    yield from number_facts(passage.text)


@lru_cache(maxsize=2)
def _of_rows(read: ReadTable, rows: tuple[Row, ...]) -> tuple[Found, ...]:
    """The facts of rows; a very wide row stands in many passages, and is read once."""
    return (*cell_facts(read, rows), *legend_facts(read, rows), *number_cell_facts(read, rows))
