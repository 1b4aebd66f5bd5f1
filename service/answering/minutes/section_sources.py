"""Sources for a section of an agenda item."""

from __future__ import annotations

from index.opened import OpenIndex
from ingest.records import AgendaItem, SectionName
from service.answering.sources import source_of
from service.records import Source, Understood


def section_sources(item: AgendaItem, name: SectionName | None, index: OpenIndex, understood: Understood) -> tuple[Source, ...]:
    """The passages of the sections of this name (None: of all), in printed order, each quoted whole."""
    ids = [passage_id for section in item.sections if name in (None, section.name) for passage_id in section.passage_ids]
    passages = index.store.passages(list(dict.fromkeys(ids)), understood.filters.access)
    return tuple(source_of(index, passage, passage.text) for passage in passages if passage.text.strip())


def head_sources(item: AgendaItem, index: OpenIndex, understood: Understood) -> tuple[Source, ...]:
    """The item's first passage, which prints its number and title; empty when it has none."""
    passages = index.store.passages_of_item(item.id, understood.filters.access)[:1]
    return tuple(source_of(index, passage, passage.text) for passage in passages if passage.text.strip())
