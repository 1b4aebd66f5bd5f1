"""From an understood question to the passages that may answer it."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from weakref import WeakKeyDictionary

from index.opened import OpenIndex
from index.records import Query, ScoredPassage
from service.records import Understood

PASSAGE_COUNT = 30
"""How many passages are asked of the index: enough to read from, and to show five sources without duplicates."""


RECENT_QUESTIONS = 16
"""Several answerers search for the same question; so many searches of an index are remembered."""

_Key = tuple[Understood, int]
_RECENT: WeakKeyDictionary[OpenIndex, OrderedDict[_Key, tuple[ScoredPassage, ...]]] = WeakKeyDictionary()
_LOCK = Lock()


def retrieve(understood: Understood, index: OpenIndex, k: int = PASSAGE_COUNT) -> list[ScoredPassage]:
    """The best passages within the asker's bounds, best first; what the question names only moves passages up.

    The first few are the same however many are asked for, so fewer than usual are taken from the usual search.
    """
    if k < PASSAGE_COUNT:
        return retrieve(understood, index)[:k]
    key = (understood, k)
    with _LOCK:
        known = _RECENT.setdefault(index, OrderedDict()).get(key)
    if known is None:
        known = tuple(_searched(understood, index, k))
        with _LOCK:
            recent = _RECENT[index]
            recent[key] = known
            while len(recent) > RECENT_QUESTIONS:
                recent.popitem(last=False)
    return list(known)


def _searched(understood: Understood, index: OpenIndex, k: int) -> list[ScoredPassage]:
    query = Query(
        text=understood.text,
        k=k,
        filters=understood.filters,
        prefer_bodies=frozenset(understood.bodies),
        prefer_sections=frozenset(understood.sections),
        prefer_dates=understood.periods,
        prefer_names=understood.persons + understood.councils + understood.municipalities,
    )
    return index.retriever.search(query)
