"""The words of a corpus as an asker may know them: corrections, translations and other names come from what he may read."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from index.analysis.expansion import Expander
from index.analysis.phrases import names_of
from index.analysis.spelling import Speller
from index.lexical.searchable import Lexical
from index.store.reading import Store
from ingest.records import Access

EVERYTHING = frozenset(Access)


class Vocabulary:
    """Expands the queries of one generation, by what the asker may see. Safe to call from several threads.

    A word that stands in closed passages alone is, to who may not see them, a word the corpus does not have.
    """

    def __init__(self, lexical: Lexical, store: Store) -> None:
        self._lexical, self._store = lexical, store
        self._analysis = lexical.analysis()
        self.open = self._open()

    def of(self, access: frozenset[Access]) -> Expander:
        """The expander for an asker with this access."""
        return self._everything if Access.CLOSED in access else self.open

    def _open(self) -> Expander:
        counts = self._lexical.counts.open_words
        known = np.flatnonzero(counts)
        speller = Speller([self._lexical.words[number] for number in known.tolist()], counts[known])
        names = names_of(self._store.abbreviations(), self._store.renamings())
        return Expander(self._analysis, self._lexical.frequencies, speller=speller, names=names)

    @cached_property
    def _everything(self) -> Expander:
        """Made when it is first asked for: most askers see open passages only."""
        speller = Speller(self._lexical.words, self._lexical.counts.words)
        names = names_of(self._store.abbreviations(EVERYTHING), self._store.renamings(EVERYTHING))
        return Expander(self._analysis, self._lexical.all_frequencies, speller=speller, names=names)
