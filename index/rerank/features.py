"""The features of candidate passages for a query, each float32 `(n_candidates,)`, mostly between 0 and 1."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.analysis.query import QueryTerms
from index.fields import BODY, DATE, HEADING, ITEM, TEXT, TITLE
from index.lexical.searchable import PARTS, Lexical
from index.records import Query
from index.rerank.evidence import GroupTerms, Hits, best_matches, group_terms, hits_in, nearness
from index.rerank.signs import BITS, asked_signs, wanted_sections
from index.rows import NO_DATE, Rows, section_number

Float32 = NDArray[np.float32]
Rows64 = NDArray[np.int64]

_QUOTED = re.compile(r"[\"“”„»«]([^\"“”„»«]{3,200})[\"“”„»«]")
CONTEXT = (TITLE, HEADING, ITEM, BODY)
TEXT_FACTOR, PARTS_FACTOR, CONTEXT_FACTOR, BESIDE_FACTOR = 1.0, 1.0, 0.6, 0.5
LONG_ENOUGH = 40
"""Passages of this many terms or more are not short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """The first hundred: their rows with both halves' scores, best fused first."""

    rows: Rows64
    lexical: Float32
    dense: Float32
    beside: Float32  # the lexical score of the better neighbour in the document


class FeatureReader:
    """Computes features over one generation. `terms` turns a text into terms as the corpus is indexed under."""

    def __init__(self, lexical: Lexical, rows: Rows, terms: Callable[[str], list[str]]) -> None:
        self._terms = terms
        self._lexical = lexical
        self._rows = rows

    def features(
        self,
        query: Query,
        terms: QueryTerms,
        names: Sequence[Mapping[str, float]],
        bodies: NDArray[np.bool_] | None,
        candidates: Candidates,
    ) -> dict[str, Float32]:
        """All features by name. `names` are preferred names as terms, `bodies` the rows of preferred bodies."""
        rows = candidates.rows
        groups = self._groups(terms)
        found = {
            "lexical": candidates.lexical / max(float(candidates.lexical.max(initial=0.0)), 1e-9),
            "beside": candidates.beside / max(float(candidates.beside.max(initial=0.0)), 1e-9),
            "dense": np.maximum(candidates.dense, 0.0),
            **self._matches(groups, rows),
            **self._asked(query, rows),
            **self._places(query, terms, bodies, rows),
            "quoted": self._quoted(query, rows),
            "names": self._names(names, rows),
            "short": np.maximum(0.0, 1.0 - self._lexical.forward[TEXT].row_lengths(rows) / LONG_ENOUGH).astype(np.float32),
            "weight": np.asarray(self._rows.weight[rows], dtype=np.float32),
        }
        # a decision need not repeat the words of its case: it is found by the item it stands under
        found["asked_item"] = found["section"] * np.maximum(found["item_share"], found["quoted"])
        return found

    def _groups(self, terms: QueryTerms) -> GroupTerms:
        """Groups as term numbers with the idf of their best alternative; groups the corpus does not have keep their full idf."""
        count = self._lexical.passage_count
        numbered = [dict(self._lexical.weights_of(dict(group.alternatives))) for group in terms.groups]
        rarest = [
            max((self._lexical.frequency(term) for term, weight in ways.items() if weight >= 0.5), default=0) for ways in numbered
        ]
        return group_terms(
            numbered, np.log(1 + count / (1 + np.array(rarest, dtype=np.float32))).astype(np.float32), len(self._lexical.terms)
        )

    def _matches(self, groups: GroupTerms, rows: Rows64) -> dict[str, Float32]:
        """How much of the query's information stands in the passage and where."""
        size = len(groups.value)
        whole = max(float(groups.value.sum()), 1e-9)
        beside = neighbours(rows, self._rows)
        read, places = np.unique(np.concatenate([rows, *(row for row, _ in beside)]), return_inverse=True)
        places, *beside_places = np.split(places, 1 + len(beside))
        forward = self._lexical.forward
        text, parts = hits_in(forward[TEXT], read, groups), hits_in(forward[PARTS], read, groups)
        best = best_matches([(text, TEXT_FACTOR), (parts, PARTS_FACTOR)], len(read), size)
        context = {field: hits_in(forward[field], rows, groups) for field in CONTEXT}
        own = best[places]
        every = np.maximum(own, best_matches([(hits, CONTEXT_FACTOR) for hits in context.values()], len(rows), size))
        # what a passage is about often stands in the one before or behind
        near = [best[each] * there[:, None] for each, (_, there) in zip(beside_places, beside, strict=True)]
        window = np.maximum(every, BESIDE_FACTOR * np.maximum.reduce(near))
        rarest = int(np.argmax(groups.value)) if size else 0
        return {
            "coverage": every @ groups.value / whole,
            "window_coverage": window @ groups.value / whole,
            "text_coverage": own @ groups.value / whole,
            "rare": every[:, rarest] if size else np.zeros(len(rows), dtype=np.float32),
            "near": nearness(text, len(read), groups.value)[places] / whole,
            **{
                field: best_matches([(context[field], 1.0)], len(rows), size) @ groups.value / whole
                for field in (TITLE, HEADING, ITEM)
            },
            "item_share": self._share_of_field(ITEM, rows, context[ITEM]),
            "heading_share": self._share_of_field(HEADING, rows, context[HEADING]),
        }

    def _share_of_field(self, field: str, rows: Rows64, hits: Hits) -> Float32:
        """The share of the field's own words that the query asks for: a title named whole is no chance match."""
        seen = np.zeros(len(rows), dtype=np.float32)
        places = np.unique(np.stack([hits.candidate, hits.place]), axis=1)[0] if len(hits.place) else np.empty(0, dtype=np.int64)
        np.add.at(seen, places, 1.0)
        return np.asarray(seen / np.maximum(self._lexical.forward[field].row_lengths(rows), 3), dtype=np.float32)

    def _asked(self, query: Query, rows: Rows64) -> dict[str, Float32]:
        """Whether the passage has what an answer of the asked kind needs, and stands in the asked section."""
        asked, has = asked_signs(query.text), np.asarray(self._rows.signs[rows])
        wanted = [bit for bit in BITS if asked & bit]
        signs = np.mean([(has & bit) > 0 for bit in wanted], axis=0) if wanted else np.zeros(len(rows))
        inside = np.isin(self._rows.section[rows], [section_number(section) for section in wanted_sections(query)])
        return {"signs": signs.astype(np.float32), "section": inside.astype(np.float32)}

    def _places(self, query: Query, terms: QueryTerms, bodies: NDArray[np.bool_] | None, rows: Rows64) -> dict[str, Float32]:
        days = np.asarray(self._rows.day[rows])
        within = np.zeros(len(rows), dtype=bool)
        for first, last in query.prefer_dates:
            within |= (days != NO_DATE) & (days >= first.toordinal()) & (days <= last.toordinal())
        dates = [self._lexical.number[term] for term in terms.dates if term in self._lexical.number]
        named = np.zeros(len(rows), dtype=np.float32)
        if dates:
            hits = hits_in(self._lexical.forward[DATE], rows, self._each([dates]))
            named[hits.candidate] = 1.0
        body = np.asarray(bodies[rows], dtype=np.float32) if bodies is not None else np.zeros(len(rows), dtype=np.float32)
        return {"within_dates": within.astype(np.float32), "date": named, "body": body}

    def _quoted(self, query: Query, rows: Rows64) -> Float32:
        """The share of what the query puts in quotation marks that the item's or section's heading holds."""
        quoted = [term for words in _QUOTED.findall(query.text) for term in self._terms(words)]
        numbers = dict.fromkeys(self._lexical.number[term] for term in quoted if term in self._lexical.number)
        if not numbers:
            return np.zeros(len(rows), dtype=np.float32)
        each = self._each([[number] for number in numbers])
        hits = [(hits_in(self._lexical.forward[field], rows, each), 1.0) for field in (HEADING, ITEM)]
        return np.asarray(best_matches(hits, len(rows), len(numbers)).mean(axis=1), dtype=np.float32)

    def _each(self, groups: Sequence[Sequence[int]]) -> GroupTerms:
        """Groups of terms that all count alike."""
        ways = [dict.fromkeys(group, 1.0) for group in groups]
        return group_terms(ways, np.ones(len(ways), dtype=np.float32), len(self._lexical.terms))

    def _names(self, names: Sequence[Mapping[str, float]], rows: Rows64) -> Float32:
        """The share of preferred names whose words all stand in the passage or its context."""
        numbered = [dict(self._lexical.weights_of(name)) for name in names]
        known = [(group, len(name)) for group, name in zip(numbered, names, strict=True) if group]
        if not known:
            return np.zeros(len(rows), dtype=np.float32)
        total = np.zeros(len(rows), dtype=np.float32)
        for group, words in known:
            each = self._each([[term] for term in group])
            hits = [(hits_in(self._lexical.forward[field], rows, each), 1.0) for field in (TEXT, *CONTEXT)]
            total += (best_matches(hits, len(rows), len(group)).sum(axis=1) >= words).astype(np.float32)
        return np.asarray(total / len(known), dtype=np.float32)


def neighbours(rows: Rows64, all_rows: Rows) -> list[tuple[Rows64, NDArray[np.bool_]]]:
    """The rows before and behind, and whether they stand in the same document (else the row is the passage's own)."""
    pairs = []
    for step in (-1, 1):
        beside = np.clip(rows + step, 0, all_rows.count - 1)
        there = (
            (beside != rows)
            & (all_rows.document[beside] == all_rows.document[rows])
            & (all_rows.closed[beside] == all_rows.closed[rows])
        )
        pairs.append((np.where(there, beside, rows), there))
    return pairs
