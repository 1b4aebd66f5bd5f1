"""How the terms of a query stand in some passages: per passage and group the best match, by field, and how near to each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.lexical.forward import Forward

Float32 = NDArray[np.float32]
NEAR = 8
"""Terms further apart than this many words do not count as near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupTerms:
    """A query's groups as numbers.

    `term` (int64, ascending), with for each its `group` and `weight`; `value` is each group's idf, float32; `asked` says
    of every term of the corpus whether it is one of them.
    """

    term: NDArray[np.int64]
    group: NDArray[np.int64]
    weight: Float32
    value: Float32
    asked: NDArray[np.bool_]


def group_terms(groups: Sequence[Mapping[int, float]], value: Float32, term_count: int) -> GroupTerms:
    """Lay the groups' alternatives (term number → weight) out by term; a term of several groups counts for each."""
    triples = sorted((term, group, weight) for group, ways in enumerate(groups) for term, weight in ways.items())
    numbers = np.array([term for term, _, _ in triples], dtype=np.int64)
    asked = np.zeros(term_count, dtype=np.bool_)
    asked[numbers] = True
    return GroupTerms(
        term=numbers,
        asked=asked,
        group=np.array([group for _, group, _ in triples], dtype=np.int64),
        weight=np.array([weight for _, _, weight in triples], dtype=np.float32),
        value=value,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """Where query terms stand: candidate number, place in the passage, group and weight, by candidate, then place."""

    candidate: NDArray[np.int64]
    place: NDArray[np.int64]
    group: NDArray[np.int64]
    weight: Float32


def hits_in(field: Forward, rows: NDArray[np.int64], terms: GroupTerms) -> Hits:
    """Look the query's terms up in one field of the passages `rows`."""
    starts, ends = np.asarray(field.offsets[rows]), np.asarray(field.offsets[rows + 1])
    sizes = ends - starts
    candidate = np.repeat(np.arange(len(rows)), sizes)
    place = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    words = field.terms[np.repeat(starts, sizes) + place]
    found = np.flatnonzero(terms.asked[words])
    first, last = np.searchsorted(terms.term, words[found], "left"), np.searchsorted(terms.term, words[found], "right")
    repeats = last - first
    which = np.repeat(first, repeats) + (np.arange(int(repeats.sum())) - np.repeat(np.cumsum(repeats) - repeats, repeats))
    at = np.repeat(found, repeats)
    return Hits(candidate=candidate[at], place=place[at], group=terms.group[which], weight=terms.weight[which])


def best_matches(hits: Sequence[tuple[Hits, float]], count: int, group_count: int) -> Float32:
    """Per candidate and group the best match over fields, each worth its factor: float32 `(count, group_count)`, 0 to 1."""
    best = np.zeros((count, group_count), dtype=np.float32)
    for found, factor in hits:
        np.maximum.at(best, (found.candidate, found.group), found.weight * np.float32(factor))
    return best


def nearness(hits: Hits, count: int, value: Float32) -> Float32:
    """Per candidate how near neighbouring terms of different groups stand: Σ min(idf) / distance, each pair of groups once."""
    total = np.zeros(count, dtype=np.float32)
    if len(hits.place) < 2:
        return total
    same = (hits.candidate[1:] == hits.candidate[:-1]) & (hits.group[1:] != hits.group[:-1])
    distance = hits.place[1:] - hits.place[:-1]
    near = np.flatnonzero(same & (distance <= NEAR))
    one, other = hits.group[near], hits.group[near + 1]
    worth = (
        np.minimum(value[one], value[other])
        * np.minimum(hits.weight[near], hits.weight[near + 1])
        / np.maximum(distance[near], 1)
    )
    pairs: dict[tuple[int, int, int], float] = {}
    for key, added in zip(
        zip(hits.candidate[near].tolist(), np.minimum(one, other).tolist(), np.maximum(one, other).tolist(), strict=True),
        worth.tolist(),
        strict=True,
    ):
        pairs[key] = max(added, pairs.get(key, 0.0))
    for (candidate, _, _), added in pairs.items():
        total[candidate] += added
    return total
