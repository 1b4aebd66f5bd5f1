"""Groups near-duplicates: the same words in several documents or committees are shown once, the best first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.fields import ITEM, TEXT
from index.lexical.searchable import Lexical
from index.rows import Rows

MIN_TERMS = 12
"""Shorter passages ("Godkendt.") say the same in many places and mean something else in each: never grouped."""
SHARED = 0.9
COMPARED = 60


def group_duplicates(ranked: Sequence[int], lexical: Lexical, rows: Rows) -> list[list[int]]:
    """Put ranked passage rows into groups, the best of each first, groups in the order of their best.

    Two passages are near-duplicates when they share 90 % of their terms and stand under items of the same name, or none.
    Only the first 60 are compared, so that the order of those behind them never depends on k.
    """
    groups: list[list[int]] = []
    seen: list[tuple[frozenset[int], bytes]] = []
    for place, row in enumerate(ranked):
        terms = frozenset(lexical.forward[TEXT].row(row).tolist()) if place < COMPARED else frozenset()
        item = np.asarray(lexical.forward[ITEM].row(row)).tobytes()
        like = next((number for number, other in enumerate(seen) if _alike(terms, item, *other)), None)
        if like is None:
            groups.append([row])
            seen.append((terms, item))
        else:
            groups[like].append(row)
    return groups


def _alike(terms: frozenset[int], item: bytes, other: frozenset[int], other_item: bytes) -> bool:
    if min(len(terms), len(other)) < MIN_TERMS or item != other_item:
        return False
    return len(terms & other) >= SHARED * max(len(terms), len(other))
