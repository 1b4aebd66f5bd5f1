"""In how many passages a key stands: how telling a word of the question is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from index.opened import OpenIndex
from index.records import Filters
from service.answering.extracts.words import words_of


class Frequencies:
    """Passage frequencies of keys over a generation."""

    def __init__(self, index: OpenIndex) -> None:
        counts: Counter[str] = Counter()
        self.passage_count = 0
        for document in index.store.documents(Filters()):
            for passage in index.store.passages_of_document(document.id):
                self.passage_count += 1
                counts.update({key for word in words_of(passage.text) for key in word.keys})
        self._counts = counts

    def of(self, key: str) -> int:
        """In how many passages the key stands."""
        return self._counts[key]

    def translations(self, word: str) -> Iterable[str]:
        """Danish words for an English one."""
        return ()
