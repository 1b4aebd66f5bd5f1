"""Writes a generation's records and collects, on the way, what its searchable halves are built from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from index.analysis.phrases import renamings_in
from index.dense.building import DenseReport, build_dense
from index.fields import BODY, DATE, FIELDS, HEADING, ITEM, TEXT, TITLE, embedded_text, fields_of
from index.lexical.reading import WordReader
from index.lexical.searchable import FOLDER as LEXICAL
from index.lexical.searchable import build_lexical
from index.municipalities import MunicipalityFinder
from index.rows import RowsWriter
from index.store.writing import StoreWriter
from ingest.records import Ingested, Passage


class GenerationWriter:
    """Fills the folder of a new generation: `add` each file in ascending path order, then `finish`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._store = StoreWriter(folder)
        self._rows = RowsWriter()
        self._reader = WordReader(FIELDS)
        self._embedded: list[str] = []
        self._places = MunicipalityFinder()
        self._renamings: list[tuple[str, str, str]] = []
        self._passage_ids: set[str] = set()
        self._document_ids: set[str] = set()
        self.passage_count = 0
        self.fact_count = 0
        self.newest_date: date | None = None

    @property
    def document_count(self) -> int:
        """Documents so far."""
        return len(self._document_ids)

    def add(self, ingested: Ingested) -> None:
        """Take everything ingestion made of one file. A passage id seen before is left out, so rows and records stay in step."""
        passages = tuple(passage for passage in ingested.passages if passage.id not in self._passage_ids)
        self._passage_ids.update(passage.id for passage in passages)
        self._document_ids.update(document.id for document in ingested.documents)
        self._store.add(replace(ingested, passages=passages))
        dates = [document.date for document in ingested.documents if document.date]
        self.newest_date = max([*dates, *filter(None, [self.newest_date])], default=None)
        self.fact_count += len(ingested.facts)
        self._index(passages, ingested)

    def finish(
        self,
        *,
        model: str,
        cache: Path,
        previous: Path | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> DenseReport:
        """Write what is searched.

        `cache` keeps vectors of named models, `previous` is the generation before. Raises `ModelUnavailable`.
        """
        self._store.add_municipalities(self._places.found)
        self._store.add_renamings(self._renamings)
        self._store.close()
        self._rows.save(self._folder)
        build_lexical(self._reader, self._rows.weights(), self._rows.closed(), self._folder / LEXICAL)
        return build_dense(
            self._embedded, self._rows.closed(), self._folder, model=model, cache=cache, previous=previous, progress=progress
        )

    def _index(self, passages: tuple[Passage, ...], ingested: Ingested) -> None:
        documents = {document.id: document for document in ingested.documents}
        items = {item.id: item for item in ingested.items}
        meetings = {meeting.id: meeting for meeting in ingested.meetings}
        by_document = {meeting.document_id: meeting for meeting in reversed(ingested.meetings)}
        for passage in passages:
            document = documents.get(passage.document_id)
            item = items.get(passage.item_id or "")
            meeting = meetings.get(item.meeting_id) if item else by_document.get(passage.document_id)
            fields = fields_of(passage, document, item, meeting)
            for field, text in (
                (TEXT, fields.text),
                (TITLE, fields.title),
                (HEADING, fields.heading),
                (ITEM, fields.item),
                (BODY, fields.body),
            ):
                self._reader.add(field, text)
            self._reader.add_words(DATE, fields.dates)
            self._rows.add(passage, document)
            self._renamings += [(old, new, passage.id) for old, new in renamings_in(passage.text)]
            self._embedded.append(embedded_text(fields))
            self._places.add(self.passage_count, fields)
            self.passage_count += 1
