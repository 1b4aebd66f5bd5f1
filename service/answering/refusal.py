"""The honest refusal: what was searched, and the nearest passages."""

from __future__ import annotations

from collections.abc import Sequence

from index.opened import OpenIndex
from index.records import ScoredPassage
from ingest.records import Access
from service.answering.frames import not_found
from service.answering.sources import source_of
from service.records import Coverage, Draft, Source, Understood

NEAREST_COUNT = 3


def coverage_of(index: OpenIndex, understood: Understood) -> Coverage:
    """What was searched: the documents the asker may see, through which date, and which files could not be read."""
    documents = index.store.documents(understood.filters)
    dates = [document.date for document in documents if document.date is not None]
    return Coverage(
        document_count=len(documents),
        newest_date=max(dates, default=None),
        unreadable=unreadable_files(index, understood.filters.access),
    )


def unreadable_files(index: OpenIndex, access: frozenset[Access]) -> tuple[str, ...]:
    """The files that could not be read, but for those whose very names the asker may not know."""
    if not index.summary.unreadable or Access.CLOSED in access:
        return index.summary.unreadable
    closed = {report.path for report in index.store.file_reports() if report.access not in access}
    return tuple(path for path in index.summary.unreadable if path not in closed)


def refusal(understood: Understood, index: OpenIndex, passages: Sequence[ScoredPassage]) -> tuple[Draft, Coverage]:
    """Say that nothing was found, where it was sought, and offer the nearest passages."""
    coverage = coverage_of(index, understood)
    nearest = nearest_sources(index, passages)
    text = not_found(coverage, understood.language, nearest=bool(nearest))
    return Draft(text=text, kind="refusal", strength=0.0, sources=nearest), coverage


def nearest_sources(index: OpenIndex, passages: Sequence[ScoredPassage], count: int = NEAREST_COUNT) -> tuple[Source, ...]:
    """The first passages as sources, whole."""
    return tuple(
        source_of(index, scored.passage, scored.passage.text) for scored in passages[:count] if scored.passage.text.strip()
    )
