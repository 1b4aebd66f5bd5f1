"""What a passage stands under."""

from __future__ import annotations

from index.opened import OpenIndex
from service.answering.extracts.context import context_of


def test_a_decision_stands_under_the_place_where_it_was_made(index: OpenIndex) -> None:
    """Many name a meeting by it: "mødet på Havnegade"."""
    passage = next(
        passage
        for document in index.store.documents()
        for passage in index.store.passages_of_document(document.id)
        if "godkendte" in passage.text
    )
    assert "Havnegade" in context_of(passage, index)
