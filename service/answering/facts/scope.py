"""Facts within the asker's bounds: the same filters that guard the search guard the tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from index.opened import OpenIndex
from index.records import Filters


class _FromDocument(Protocol):
    @property
    def document_id(self) -> str: ...

    @property
    def passage_id(self) -> str: ...


Evidence = TypeVar("Evidence", bound=_FromDocument)


def within(evidence: Sequence[Evidence], filters: Filters, index: OpenIndex) -> tuple[Evidence, ...]:
    """Those rows or facts whose document and passage lie within the filters, order kept; access is settled by `vocabulary_of`."""
    if filters == Filters(access=filters.access):
        return tuple(evidence)
    documents = {document.id for document in index.store.documents(filters)}
    found = [each for each in evidence if each.document_id in documents]
    if not (filters.sections or filters.item_ids):
        return tuple(found)
    kept = _passages_within(found, filters, index)
    return tuple(each for each in found if each.passage_id in kept)


def _passages_within(evidence: Iterable[_FromDocument], filters: Filters, index: OpenIndex) -> set[str]:
    passages = index.store.passages(list(dict.fromkeys(each.passage_id for each in evidence)), filters.access)
    return {
        passage.id
        for passage in passages
        if (not filters.sections or passage.section in filters.sections)
        and (not filters.item_ids or passage.item_id in filters.item_ids)
    }
