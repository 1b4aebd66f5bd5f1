"""From an understood question to the passages that may answer it."""

from __future__ import annotations

from index.opened import OpenIndex
from index.records import Query, ScoredPassage
from service.records import Understood

PASSAGE_COUNT = 30
"""How many passages are asked of the index: enough to read from, and to show five sources without duplicates."""


def retrieve(understood: Understood, index: OpenIndex, k: int = PASSAGE_COUNT) -> list[ScoredPassage]:
    """The best passages within the asker's bounds, best first; what the question names only moves passages up."""
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
