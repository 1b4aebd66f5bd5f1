"""The roots of what agenda items say, kept for the items that were read last."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

MOST_KEPT = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRoots:
    """The roots of title and decision, of the proposal and the first words, and of all sections of an item with its title."""

    decided: frozenset[str]
    about: frozenset[str]
    whole: frozenset[str]


class KeptRoots:
    """The roots of the items read last; safe between threads. Belongs to one index and one asker's access."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, ItemRoots] = OrderedDict()
        self._lock = Lock()

    def of(self, item_id: str, read: Callable[[], ItemRoots]) -> ItemRoots:
        """The roots of an item, read once while it is among the last ones."""
        with self._lock:
            known = self._kept.get(item_id)
        if known is None:
            known = read()
            with self._lock:
                self._kept[item_id] = known
                while len(self._kept) > MOST_KEPT:
                    self._kept.popitem(last=False)
        return known
