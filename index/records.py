"""The records of the index: what is asked of it and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ingest.records import Access, DocumentKind, FileReport, Passage, SectionName


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Hard bounds of a search, applied inside it: a passage outside them is not scored, counted or returned.

    Empty sets and None mean no bound. `access` is what the asker may see; the default is open passages only.
    """

    access: frozenset[Access] = frozenset({Access.OPEN})
    regions: frozenset[str] = frozenset()
    municipalities: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    kinds: frozenset[DocumentKind] = frozenset()
    sections: frozenset[SectionName] = frozenset()
    document_ids: frozenset[str] = frozenset()
    item_ids: frozenset[str] = frozenset()
    date_from: date | None = None
    date_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A search: the words, how many passages, hard bounds, and soft preferences that only move passages up.

    `prefer_*` come from names and dates recognised in the question; a passage that does not match them stays a candidate.
    """

    text: str
    k: int = 10
    filters: Filters = field(default_factory=Filters)
    prefer_bodies: frozenset[str] = frozenset()
    prefer_sections: frozenset[SectionName] = frozenset()
    prefer_dates: tuple[tuple[date, date], ...] = ()
    prefer_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredPassage:
    """A passage with its rank (1-based), its final score (higher is better) and the parts the score is made of, by stage name."""

    passage: Passage
    rank: int
    score: float
    parts: Mapping[str, float] = field(default_factory=dict)
    duplicate_ids: tuple[str, ...] = ()  # near-duplicates grouped under this passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """Counts of documents the asker may see, by value: only what a filter could choose."""

    bodies: Mapping[str, int]
    kinds: Mapping[str, int]
    regions: Mapping[str, int]
    municipalities: Mapping[str, int]
    years: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerationSummary:
    """A generation as `versions` and `status` show it. `built_at` is ISO 8601 in UTC."""

    id: str
    built_at: str
    live: bool
    document_count: int
    passage_count: int
    fact_count: int
    newest_date: date | None
    unreadable: tuple[str, ...]
    model: str
    format_version: int
    sources: tuple[str, ...] = ()  # the files and folders it was built from, as absolute paths


@dataclass(frozen=True, slots=True, kw_only=True)
class GateResult:
    """What a check said of a generation before it goes live: a refused generation stays aside.

    `sentence` is shown to the user.
    """

    passed: bool
    sentence: str
    accuracy: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did. `files` holds one report per file in ascending path order.

    `generation` is the new one; it is live unless the gate refused it. Where nothing had changed, no new one was made:
    `changed` is False then, and `generation` the live one. `stage_seconds` are wall seconds by stage name, in order.
    `dense_recall` is the share of the exact ten nearest passages that the vector index finds (1.0 for the flat one).
    """

    generation: GenerationSummary
    files: tuple[FileReport, ...]
    gate: GateResult | None
    seconds: float
    stage_seconds: tuple[tuple[str, float], ...] = ()
    dense_recall: float = 1.0
    removed: tuple[str, ...] = ()  # paths that the generation before had and the sources no longer have
    changed: bool = True
