"""Groups near-duplicates: the same words in several documents or committees are shown once, the best first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.analysis.words import is_number
from index.fields import ITEM, TEXT
from index.lexical.searchable import Lexical
from index.rows import Rows, section_number
from ingest.records import SectionName

MIN_TERMS = 12
"""Shorter passages ("Godkendt.") say the same in many places and mean something else in each: never grouped."""
SHARED = 0.9
NAME_SHARED = 0.6
"""Two items are the same case when their names share this much: committees add "2. behandling", numbers and kinds differ."""
COMPARED = 60


def group_duplicates(ranked: Sequence[int], lexical: Lexical, rows: Rows) -> list[list[int]]:
    """Put ranked passage rows into groups, the best of each first, groups in the order of their best.

    Two passages are near-duplicates when they share 90 % of their terms (in one document: all of them, as rows of a table
    differ in a name alone) and stand under items of about the same name, or none; who was absent is the same under every item.
    Only the first 60 are compared, so that the order of those behind them never depends on k.
    """
    compared = np.array(ranked[:COMPARED], dtype=np.int64)
    if not len(compared):
        return []
    alike = _alike(compared, lexical, rows)
    groups: list[list[int]] = []
    first: list[int] = []  # the place of each group's best
    for place, row in enumerate(compared.tolist()):
        like = next((number for number, best in enumerate(first) if alike[place, best]), None)
        if like is None:
            groups.append([row])
            first.append(place)
        else:
            groups[like].append(row)
    return [*groups, *([int(row)] for row in ranked[COMPARED:])]


def _alike(compared: NDArray[np.int64], lexical: Lexical, rows: Rows) -> NDArray[np.bool_]:
    """Which passages are near-duplicates of which, bool `(n, n)`."""
    shared, sizes = _shared(compared, lexical, TEXT)
    larger = np.maximum.outer(sizes, sizes)
    documents = rows.document[compared]
    together = np.equal.outer(documents, documents)
    enough = np.minimum.outer(sizes, sizes) >= MIN_TERMS
    same: NDArray[np.bool_] = (shared >= SHARED * larger) & (~together | (shared == larger)) & enough
    if same.sum() == np.trace(same):  # nothing is like anything but itself
        return same
    named, lengths = _shared(compared, lexical, ITEM)
    absent = rows.section[compared] == section_number(SectionName.ABSENT)
    about: NDArray[np.bool_] = named >= NAME_SHARED * np.maximum.outer(lengths, lengths)
    return np.asarray(same & (about | (together & np.logical_and.outer(absent, absent))))


def _shared(compared: NDArray[np.int64], lexical: Lexical, field: str) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """How many different terms of a field each two passages share, `(n, n)`, and how many each has; an item's without numbers."""
    rows = [lexical.forward[field].row(row) for row in compared.tolist()]
    count = max(1, len(lexical.terms))
    places = np.repeat(np.arange(len(rows), dtype=np.int64), [len(row) for row in rows])
    place, term = np.divmod(np.unique(places * count + np.concatenate(rows)), count)
    terms, columns = np.unique(term, return_inverse=True)
    if field == ITEM:
        kept = np.array([not is_number(lexical.terms[number]) for number in terms.tolist()], dtype=np.bool_)[columns]
        place, columns = place[kept], columns[kept]
    held = np.zeros((len(rows), len(terms)), dtype=np.float32)
    held[place, columns] = 1.0
    return held @ held.T, np.bincount(place, minlength=len(rows))
