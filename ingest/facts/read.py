"""All facts of a document's passages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
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
from ingest.facts.term_lists import term_list_facts
from ingest.passages.draft import Draft
from ingest.passages.table_reading import HEADER_SEPARATOR, ReadTable, Row
from ingest.records import BlockKind, Document, Fact, FactKind, Passage

LEAST_WEIGHT = 0.5  # contents and the like state nothing


def facts_of(drafts: Sequence[Draft], passages: Sequence[Passage], document: Document) -> tuple[Fact, ...]:
    """Read the facts of a document in printed order; `drafts[i]` became `passages[i]`. Nothing is stated that is not printed."""
    read = [
        (found, passage)
        for draft, passage in zip(drafts, passages, strict=True)
        if passage.weight >= LEAST_WEIGHT and passage.kind is not BlockKind.CONTENTS
        for found in _found(draft, passage, document)
        if found.object and found.object in passage.text
    ]
    long_forms = {found.subject: found.object for found, _ in read if found.kind is FactKind.ABBREVIATION}
    facts: dict[str, Fact] = {}
    for found, passage in read:
        fact = fact_of(_in_full(found, long_forms), passage, document)
        facts.setdefault(fact.id, fact)
    return tuple(facts.values())


def _in_full(found: Found, long_forms: Mapping[str, str]) -> Found:
    """A cell under a header that the document shortens, and explains elsewhere, stands under what it is short for."""
    if found.kind is not FactKind.CELL or not long_forms:
        return found
    path = [long_forms.get(part, part) for part in found.relation.split(HEADER_SEPARATOR)]
    return replace(found, relation=HEADER_SEPARATOR.join(path))


def _found(draft: Draft, passage: Passage, document: Document) -> Iterator[Found]:
    if draft.table is not None:
        yield from _of_rows(draft.table, draft.rows)
        yield from abbreviation_facts(passage.text)
        return
    yield from abbreviation_facts(passage.text)
    yield from definition_facts(passage.text)
    yield from term_list_facts(passage.text)
    yield from key_facts(passage.text, heading=" ".join(passage.heading_path[-1:]))
    yield from deadline_facts(passage.text, document.date)
    yield from responsibility_facts(passage.text)
    yield from action_facts(passage.text, document.date)
    yield from number_facts(passage.text)


@lru_cache(maxsize=2)
def _of_rows(read: ReadTable, rows: tuple[Row, ...]) -> tuple[Found, ...]:
    """The facts of rows; a very wide row stands in many passages, and is read once."""
    return (*cell_facts(read, rows), *legend_facts(read, rows), *number_cell_facts(read, rows))
