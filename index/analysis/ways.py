"""The ways to write one idea of a query: terms of the corpus, each with what it is worth beside the word that was asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.analysis.chain import Analysis
from index.analysis.kin import kin_of
from index.analysis.synonyms import Synonyms, Way, key_of
from index.analysis.weights import ExpansionWeights

Ways = dict[str, float]
"""Term → weight of at most 1, in the order in which they came; empty for a stop word."""


def add(ways: Ways, terms: Sequence[str], weight: float) -> None:
    """Add terms, or raise the weight of those that are there."""
    for term in terms:
        ways[term] = max(weight, ways.get(term, 0.0))


class CorpusTerms:
    """The terms of one corpus. `frequencies` gives each and how many passages hold it."""

    def __init__(self, analysis: Analysis, frequencies: Mapping[str, int]) -> None:
        self.analysis = analysis
        self._frequencies = frequencies

    def known(self, term: str) -> bool:
        """Whether any passage holds a term."""
        return bool(term) and self._frequencies.get(term, 0) > 0

    def of(self, text: str) -> list[str]:
        """The terms of a name or text as the corpus is indexed under, each once."""
        return list(dict.fromkeys(self.analysis.terms(text)))

    def holds(self, text: str) -> bool:
        """Whether the corpus has any term of a text."""
        return any(self.known(term) for term in self.of(text))

    def kin_of(self, terms: Sequence[str]) -> list[str]:
        """Those kin of terms (the noun of a verb, the verb of a noun) that the corpus has."""
        return [kin for term in terms for kin in kin_of(term) if self.known(kin)]


class Otherwise:
    """Says a word in other words: adds a synonym, or a turn as a whole where turns count, to the ways of an idea."""

    def __init__(self, terms: CorpusTerms, synonyms: Synonyms, weights: ExpansionWeights) -> None:
        self._terms = terms
        self._synonyms = synonyms
        self._weights = weights

    def say(self, ways: Ways, asked: str, way: Way, *, missing: bool = False, factor: float = 1.0) -> None:
        """Add another way to say what is asked, given by its key, but for its opposite."""
        weight = self._weights.of(way.closeness, missing=missing) * factor
        if not weight or self._synonyms.opposed(asked, key_of(way.text)):
            return
        if " " not in way.text:
            add(ways, self._terms.of(way.text), weight)
        elif self._weights.turns:
            add(ways, [key_of(way.text)], weight)
