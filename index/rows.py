"""Per passage row, what filters and preferences ask about, as arrays; a filter becomes one mask of rows."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

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
_DTYPES: dict[str, type] = {
    "document": np.int32,
    "closed": np.bool_,
    "section": np.uint8,
    "day": np.int32,
    "weight": np.float32,
    "signs": np.uint16,
    "item": np.int32,
}
_TYPES = {name: "B" if dtype is np.bool_ else np.dtype(dtype).char for name, dtype in _DTYPES.items()}


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
        self._columns: dict[str, array[Any]] = {
            field.name: array(_TYPES[field.name]) for field in fields(Rows) if field.name != "order"
        }
        self._documents: dict[str, int] = {}
        self._items: dict[str, int] = {}
        self._document_count = 0
        self._item_count = 0

    def add(self, passage: Passage, document: Document | None) -> None:
        """Take the next row."""
        day = passage.date or (document.date if document else None)
        closed = passage.access is not Access.OPEN or (document is not None and document.access is not Access.OPEN)
        self._append(
            document=self._document(passage.document_id),
            closed=closed,
            section=SECTIONS.index(passage.section) + 1 if passage.section else 0,
            day=day.toordinal() if day else int(NO_DATE),
            weight=passage.weight,
            signs=signs_of(passage.text),
            item=self._item(passage.item_id) if passage.item_id else -1,
        )

    def carry(self, rows: Rows, first: int, end: int) -> None:
        """Take the rows `first` to `end` (half-open) of whole files from another generation; `order` is not taken."""
        taken = {name: np.array(getattr(rows, name)[first:end]) for name in self._columns}
        if first < end:
            self._document_count = _renumbered(taken["document"], self._document_count)
            self._item_count = _renumbered(taken["item"], self._item_count)
        for name, column in self._columns.items():
            column.frombytes(taken[name].tobytes())

    def weights(self) -> NDArray[np.float32]:
        """The weights of the passages so far, float32 `(n_passages,)`, none of them 0: a passage that is kept can be found."""
        return np.asarray(np.maximum(self._column("weight"), np.float32(LEAST_WEIGHT)), dtype=np.float32)

    def closed(self) -> NDArray[np.bool_]:
        """Which rows so far are closed, bool `(n_passages,)`."""
        return self._column("closed")

    def save(self, folder: Path, rows_by_id: Sequence[int]) -> None:
        """Write the arrays. `rows_by_id` are all rows in ascending order of their passage ids."""
        order = np.empty(len(rows_by_id), dtype=np.int32)
        order[np.array(rows_by_id, dtype=np.int64)] = np.arange(len(rows_by_id), dtype=np.int32)
        save_arrays(Rows(order=order, **{name: self._column(name) for name in self._columns}), folder, NAME)

    def _append(self, **values: float) -> None:
        for name, value in values.items():
            self._columns[name].append(value)

    def _column(self, name: str) -> NDArray[Any]:
        column, dtype = self._columns[name], _DTYPES[name]
        return np.array(np.frombuffer(column, dtype=dtype)) if column else np.empty(0, dtype=dtype)

    def _document(self, document_id: str) -> int:
        if document_id not in self._documents:
            self._documents[document_id] = self._document_count
            self._document_count += 1
        return self._documents[document_id]

    def _item(self, item_id: str) -> int:
        if item_id not in self._items:
            self._items[item_id] = self._item_count
            self._item_count += 1
        return self._items[item_id]


def _renumbered(numbers: NDArray[np.int32], count: int) -> int:
    """Let the numbers of whole files, which have no gaps, go on from `count`, in place; -1 stays. Gives the new count."""
    held = numbers >= 0
    if not held.any():
        return count
    numbers[held] += np.int32(count - int(numbers[held].min()))
    return int(numbers.max()) + 1


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
