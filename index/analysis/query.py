"""What a query asks for: groups of terms, each group one idea in every way the corpus may write it."""

from __future__ import annotations

from dataclasses import dataclass

from index.analysis.dates import date_terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One idea of the query: its term as asked and every other way to write it, each with a weight of at most 1."""

    word: str
    alternatives: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryTerms:
    """The groups in the order of the query, and the dates it names as terms."""

    groups: tuple[Group, ...]
    dates: tuple[str, ...]

    def weighted(self) -> dict[str, float]:
        """All terms with their highest weight."""
        weights: dict[str, float] = {}
        for group in self.groups:
            for term, weight in group.alternatives:
                weights[term] = max(weight, weights.get(term, 0.0))
        return weights


def dates_of(text: str) -> tuple[str, ...]:
    """The date terms of a query, each once."""
    return tuple(dict.fromkeys(date_terms(text)))
