"""Things learnt from an open index, once per asker's access, and forgotten with the index."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from index.opened import OpenIndex
from ingest.records import Access

Thing = TypeVar("Thing")


class Learnt(Generic[Thing]):
    """Keeps what `learn` finds in an index for an access. Safe between threads; `learn` runs once for each pair."""

    def __init__(self, learn: Callable[[OpenIndex, frozenset[Access]], Thing]) -> None:
        self._learn = learn
        self._known: WeakKeyDictionary[OpenIndex, dict[frozenset[Access], Thing]] = WeakKeyDictionary()
        self._lock = Lock()

    def of(self, index: OpenIndex, access: frozenset[Access]) -> Thing:
        """What there is to learn from the records that an asker with this access may see."""
        with self._lock:
            known = self._known.setdefault(index, {})
            if access not in known:
                known[access] = self._learn(index, access)
            return known[access]
