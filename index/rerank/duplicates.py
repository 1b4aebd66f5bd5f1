"""Groups near-duplicates: the same words in several documents or committees are shown once, the best first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.fields import ITEM, TEXT
from index.lexical.searchable import Lexical

MIN_TERMS = 12
"""Shorter passages ("Godkendt.") say the same in many places and mean something else in each: never grouped."""
SHARED = 0.9
COMPARED = 60


def group_duplicates(ranked: Sequence[int], lexical: Lexical) -> list[list[int]]:
    """Put ranked passage rows into groups, the best of each first, groups in the order of their best.

    Two passages are near-duplicates when they share 90 % of their terms and stand under items of the same name, or none.
    Only the first 60 are compared, so that the order of those behind them never depends on k.
    """
    compared = [int(row) for row in ranked[:COMPARED]]
    if not compared:
        return []
    alike = _alike(compared, lexical)
    groups: list[list[int]] = []
    first: list[int] = []  # the place of each group's best
    for place, row in enumerate(compared):
        like = next((number for number, best in enumerate(first) if alike[place, best]), None)
        if like is None:
            groups.append([row])
            first.append(place)
        else:
            groups[like].append(row)
    return [*groups, *([int(row)] for row in ranked[COMPARED:])]


def _alike(compared: Sequence[int], lexical: Lexical) -> NDArray[np.bool_]:
    """Which passages are near-duplicates of which, bool `(n, n)`."""
    rows = [lexical.forward[TEXT].row(row) for row in compared]
    places = np.repeat(np.arange(len(rows), dtype=np.int64), [len(row) for row in rows])
    place, term = np.divmod(np.unique(places * len(lexical.terms) + np.concatenate(rows)), len(lexical.terms))
    sizes = np.bincount(place, minlength=len(rows))
    terms, columns = np.unique(term, return_inverse=True)
    held = np.zeros((len(rows), len(terms)), dtype=np.float32)
    held[place, columns] = 1.0
    items: dict[bytes, int] = {}
    item = np.array([items.setdefault(np.asarray(lexical.forward[ITEM].row(row)).tobytes(), len(items)) for row in compared])
    enough = (sizes >= MIN_TERMS)[:, None] & (sizes >= MIN_TERMS)[None, :]
    shared = held @ held.T >= SHARED * np.maximum(sizes[:, None], sizes[None, :])
    return np.asarray(enough & shared & (item[:, None] == item[None, :]))
