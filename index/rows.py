"""Per passage row, what filters and preferences ask about, as arrays; a filter becomes one mask of rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.lexical.arrays import open_arrays, save_arrays
from index.records import Filters
from index.rerank.signs import signs_of
from index.store.reading import Store
from ingest.records import Access, Document, Passage, SectionName

SECTIONS: tuple[SectionName, ...] = tuple(SectionName)
NO_DATE = np.iinfo(np.int32).min
NAME = "rows"
LEAST_WEIGHT = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Row i is passage i, in eight arrays.

    `order`: its place among all passage ids (int32). `document`: the number of its document, in the order of first
    appearance (int32). `closed` (bool). `section`: 1 + its place in `SECTIONS`, 0 for none (uint8).
    `day`: the proleptic day number of its date, `NO_DATE` without one (int32). `weight`: the passage's own (float32).
    `signs`: the bits of `index.rerank.signs` (uint16). `item`: the number of its agenda item, -1 for none (int32).
    """

    order: NDArray[np.int32]
    document: NDArray[np.int32]
    closed: NDArray[np.bool_]
    section: NDArray[np.uint8]
    day: NDArray[np.int32]
    weight: NDArray[np.float32]
    signs: NDArray[np.uint16]
    item: NDArray[np.int32]

    @property
    def count(self) -> int:
        """How many passages there are."""
        return len(self.order)


class RowsWriter:
    """Collects the rows during a build."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._documents: dict[str, int] = {}
        self._items: dict[str, int] = {}
        self._values: list[tuple[int, bool, int, int, float, int, int]] = []

    def add(self, passage: Passage, document: Document | None) -> None:
        """Take the next row."""
        self._ids.append(passage.id)
        number = self._documents.setdefault(passage.document_id, len(self._documents))
        item = self._items.setdefault(passage.item_id, len(self._items)) if passage.item_id else -1
        section = SECTIONS.index(passage.section) + 1 if passage.section else 0
        day = passage.date or (document.date if document else None)
        closed = passage.access is not Access.OPEN or (document is not None and document.access is not Access.OPEN)
        self._values.append(
            (number, closed, section, day.toordinal() if day else int(NO_DATE), passage.weight, signs_of(passage.text), item)
        )

    def weights(self) -> NDArray[np.float32]:
        """The weights of the passages so far, float32 `(n_passages,)`, none of them 0: a passage that is kept can be found."""
        return np.maximum(np.array([values[4] for values in self._values], dtype=np.float32), np.float32(LEAST_WEIGHT))

    def closed(self) -> NDArray[np.bool_]:
        """Which rows so far are closed, bool `(n_passages,)`."""
        return np.array([values[1] for values in self._values], dtype=np.bool_)

    def save(self, folder: Path) -> None:
        """Write the arrays."""
        count = len(self._ids)
        order = np.empty(count, dtype=np.int32)
        order[sorted(range(count), key=self._ids.__getitem__)] = np.arange(count, dtype=np.int32)
        columns = list(zip(*self._values, strict=True)) or [()] * 7
        rows = Rows(
            order=order,
            document=np.array(columns[0], dtype=np.int32),
            closed=np.array(columns[1], dtype=np.bool_),
            section=np.array(columns[2], dtype=np.uint8),
            day=np.array(columns[3], dtype=np.int32),
            weight=np.array(columns[4], dtype=np.float32),
            signs=np.array(columns[5], dtype=np.uint16),
            item=np.array(columns[6], dtype=np.int32),
        )
        save_arrays(rows, folder, NAME)


def open_rows(folder: Path) -> Rows:
    """Open what `RowsWriter.save` wrote."""
    return open_arrays(Rows, folder, NAME)


def section_number(section: SectionName) -> int:
    """The number of a section in `Rows.section`."""
    return SECTIONS.index(section) + 1


def allowed_rows(filters: Filters, rows: Rows, store: Store) -> NDArray[np.bool_] | None:
    """Which rows a search may touch at all, bool `(n_passages,)`; None when all of them.

    An undated passage lies outside every date range.
    """
    masks: list[NDArray[np.bool_]] = []
    if not filters.access:
        return np.zeros(rows.count, dtype=np.bool_)
    if filters.access != frozenset(Access):
        closed = np.asarray(rows.closed)
        masks.append(closed if Access.CLOSED in filters.access else ~closed)
    if filters.sections:
        masks.append(np.isin(rows.section, [section_number(section) for section in filters.sections]))
    if filters.date_from is not None or filters.date_to is not None:
        masks.append(_within(rows.day, filters.date_from or date.min, filters.date_to or date.max))
    for column, values in _columns(filters):
        masks.append(_of_rows(store.rows_where(column, values), rows.count))
    return np.asarray(np.logical_and.reduce(masks)) if masks and not all(mask.all() for mask in masks) else None


def _columns(filters: Filters) -> list[tuple[str, frozenset[str]]]:
    pairs = [
        ("region", filters.regions),
        ("body", filters.bodies),
        ("kind", frozenset(str(kind) for kind in filters.kinds)),
        ("document_id", filters.document_ids),
        ("item_id", filters.item_ids),
        ("municipality", filters.municipalities),
    ]
    return [(column, values) for column, values in pairs if values]


def _within(days: NDArray[np.int32], first: date, last: date) -> NDArray[np.bool_]:
    return np.asarray((days != NO_DATE) & (days >= first.toordinal()) & (days <= last.toordinal()))


def _of_rows(found: Sequence[int], count: int) -> NDArray[np.bool_]:
    mask = np.zeros(count, dtype=np.bool_)
    mask[np.array(found, dtype=np.int64)] = True
    return mask
