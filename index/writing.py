"""Writes a generation's records and collects, on the way, what its searchable halves are built from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from index.analysis.phrases import renamings_in
from index.carrying.carried import Carried
from index.carrying.stems import NONE, RememberedStems, save_stems
from index.carrying.texts import EmbeddedTexts, save_keys
from index.carrying.words import FOLDER as WORDS
from index.carrying.words import save_words
from index.dense.building import DenseReport, build_dense
from index.fields import BODY, DATE, FIELDS, HEADING, ITEM, TEXT, TITLE, PassageFields, embedded_text, fields_of
from index.lexical.reading import WordReader
from index.lexical.searchable import FOLDER as LEXICAL
from index.lexical.searchable import build_lexical
from index.municipalities import MunicipalityFinder
from index.rows import RowsWriter
from index.store.segments import Move, Segment, runs_of
from index.store.writing import Renaming, StoreCounts, StoreWriter
from ingest.records import AgendaItem, Document, Ingested, Meeting, Passage


class GenerationWriter:
    """Fills the folder of a new generation: `add` or `carry` each file in ascending path order, then `finish`.

    `carried` is what the generation before knows of unchanged files. A file that is carried costs next to nothing, and the
    generation is the same, but for a model fitted to its corpus, as if every file had been added.
    """

    def __init__(self, folder: Path, carried: Carried | None = None) -> None:
        self._folder = folder
        self._carried = carried
        self._store = StoreWriter(folder, carried.records if carried else None)
        self._rows = RowsWriter()
        self._reader = WordReader(FIELDS)
        self._embedded = EmbeddedTexts(self._carried_texts)
        self._places = MunicipalityFinder()
        self._renamings: list[Renaming] = []
        self._passage_ids: set[str] = set()
        self._moves: list[Move] = []
        self._waiting: list[Move] = []

    @property
    def passage_count(self) -> int:
        """Passages so far."""
        return len(self._embedded)

    def add(self, ingested: Ingested) -> None:
        """Take everything ingestion made of one file. A passage id seen before is left out, so rows and records stay in step."""
        self._take_waiting()
        passages = tuple(passage for passage in ingested.passages if passage.id not in self._passage_ids)
        self._passage_ids.update(passage.id for passage in passages)
        self._store.add(replace(ingested, passages=passages))
        for passage, document, fields in _with_fields(passages, ingested):
            self._index(passage, document, fields)

    def carry(self, segment: Segment) -> None:
        """Take everything the generation before has of one file."""
        move = self._store.carry(segment)
        self._moves.append(move)
        self._waiting.append(move)

    def finish(
        self,
        *,
        model: str,
        cache: Path,
        previous: Path | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> tuple[StoreCounts, DenseReport]:
        """Write what is searched.

        `cache` keeps vectors of named models, `previous` is the generation before. Raises `ModelUnavailable`.
        """
        self._take_waiting()
        self._store.add_municipalities(self._places.found)
        self._store.add_renamings(self._renamings)
        counts = self._store.finish()
        self._rows.save(self._folder, counts.rows_by_id)
        save_words(self._reader, self._folder)
        closed = self._rows.closed()
        stems = RememberedStems(self._carried.stems if self._moves and self._carried else NONE)
        build_lexical(self._reader, self._rows.weights(), closed, self._folder / LEXICAL, stems.of, stems.last_of)
        save_stems(stems, self._folder / WORDS)
        keys = self._embedded.keys()
        save_keys(keys, self._folder)
        dense = build_dense(
            self._embedded, closed, self._folder, model=model, cache=cache, previous=previous, progress=progress, keys=keys
        )
        return counts, dense

    def _index(self, passage: Passage, document: Document | None, fields: PassageFields) -> None:
        for field, text in (
            (TEXT, fields.text),
            (TITLE, fields.title),
            (HEADING, fields.heading),
            (ITEM, fields.item),
            (BODY, fields.body),
        ):
            self._reader.add(field, text)
        self._reader.add_words(DATE, fields.dates)
        row = len(self._embedded)
        self._rows.add(passage, document)
        self._renamings += [(row, old, new, passage.id) for old, new in renamings_in(passage.text)]
        self._places.add(row, fields)
        self._embedded.add(embedded_text(fields))

    def _take_waiting(self) -> None:
        """Bring the carried files that follow each other into the arrays at once."""
        waiting, self._waiting = self._waiting, []
        if self._carried is None:
            return
        for run in runs_of(waiting):
            self._rows.carry(self._carried.rows, run.first_row, run.end_row)
            self._carried.words.carry(self._reader, run.first_row, run.end_row)
            self._embedded.carry(self._carried.keys[run.first_row : run.end_row])

    def _carried_texts(self) -> dict[int, str]:
        """The embedded texts of all carried passages, by row, from their records."""
        texts: dict[int, str] = {}
        if self._carried is None:
            return texts
        for move in self._moves:
            ingested = self._carried.ingested(move.segment.path)
            row = move.segment.first_row + move.row_shift
            for place, (_, _, fields) in enumerate(_with_fields(ingested.passages, ingested)):
                texts[row + place] = embedded_text(fields)
        return texts


def _with_fields(passages: tuple[Passage, ...], ingested: Ingested) -> list[tuple[Passage, Document | None, PassageFields]]:
    """Each passage with its document and the fields it is indexed under."""
    documents: dict[str, Document] = {document.id: document for document in ingested.documents}
    items: dict[str, AgendaItem] = {item.id: item for item in ingested.items}
    meetings: dict[str, Meeting] = {meeting.id: meeting for meeting in ingested.meetings}
    by_document = {meeting.document_id: meeting for meeting in reversed(ingested.meetings)}
    found = []
    for passage in passages:
        document = documents.get(passage.document_id)
        item = items.get(passage.item_id or "")
        meeting = meetings.get(item.meeting_id) if item else by_document.get(passage.document_id)
        found.append((passage, document, fields_of(passage, document, item, meeting)))
    return found
