"""What speaks for a unit as the answer to a question, as named numbers between 0 and 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.records import ScoredPassage
from service.answering.extracts.coverage import coverage, meeting
from service.answering.extracts.spans.found import Span
from service.answering.extracts.spans.registry import find
from service.answering.extracts.terms import Term
from service.answering.extracts.units import Unit
from service.answering.extracts.wanted import Wanted
from service.answering.extracts.words import words_of

NEIGHBOURS = 2
"""Units before and after that count as near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question reduced to what a unit is compared with. `keys` are those of all its words, also the common ones."""

    terms: tuple[Term, ...]
    wanted: tuple[Wanted, ...]
    keys: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A unit with the spans in it that answer (first wanted kind first) and what speaks for it."""

    unit: Unit
    spans: tuple[Span, ...]
    own: float  # terms met by the unit itself
    near: float  # … by the unit, its neighbours and its lead-in
    whole: float  # … by the passage with its headings and title
    named: float  # the least met name or number of the question, in the passage with its headings and title
    missing: float  # the share of the weightiest term that not even the passage meets
    typed: float  # whether the wanted kind of words stands in the unit
    close: float  # nearness of these words to the met terms
    retrieved: float  # retrieval score relative to the best passage
    weight: float  # the passage's own weight


def evidence_of(asked: Asked, scored: ScoredPassage, units: Sequence[Unit], context: str, best_score: float) -> list[Evidence]:
    """The evidence of each unit of a passage, in order. `context` is the title and headings it stands under."""
    around = frozenset(key for word in words_of(context) for key in word.keys)
    per_unit = [frozenset(key for word in unit.words for key in word.keys) for unit in units]
    whole_keys = around.union(*per_unit)
    whole = coverage(asked.terms, whole_keys)
    named = min((meeting(term, whole_keys) for term in asked.terms if term.is_name), default=1.0)
    missing = _missing(asked.terms, whole_keys)
    retrieved = scored.score / best_score if best_score > 0 else 0.0
    found = []
    for place, unit in enumerate(units):
        lead = frozenset(key for word in words_of(unit.lead_in) for key in word.keys)
        near_keys = lead.union(*per_unit[max(0, place - NEIGHBOURS) : place + NEIGHBOURS + 1])
        spans = answering_spans(asked, unit.text)
        found.append(
            Evidence(
                unit=unit,
                spans=spans or (),
                own=coverage(asked.terms, per_unit[place] | (lead if unit.is_item else frozenset())),
                near=coverage(asked.terms, near_keys),
                whole=whole,
                named=named,
                missing=missing,
                typed=1.0 if spans is None else float(bool(spans)),
                close=_closeness(asked, unit, spans),
                retrieved=retrieved,
                weight=scored.passage.weight,
            )
        )
    return found


def answering_spans(asked: Asked, text: str) -> tuple[Span, ...] | None:
    """The spans of the first wanted kind that say more than the question itself does; None when any sentence may answer."""
    spans = find(asked.wanted[0], text)
    if spans is None:
        return None
    return tuple(span for span in spans if _is_news(asked, span.of(text)))


def _is_news(asked: Asked, words: str) -> bool:
    keys = [word.keys[0] for word in words_of(words)]
    return not keys or any(key not in asked.keys for key in keys)


def _missing(terms: Sequence[Term], keys: frozenset[str]) -> float:
    """The greatest unmet weight of one term, relative to the greatest weight."""
    heaviest = max((term.weight for term in terms), default=0.0)
    return max((term.weight * (1 - meeting(term, keys)) for term in terms), default=0.0) / heaviest if heaviest else 0.0


def _closeness(asked: Asked, unit: Unit, spans: tuple[Span, ...] | None) -> float:
    """1 / (1 + words between / 10) from the nearest span to the nearest met term; 0 without span or term."""
    if spans is None:
        return 0.5
    met = [place for place, word in enumerate(unit.words) if any(meeting(term, word.keys) > 0.5 for term in asked.terms)]
    starts = [sum(1 for word in unit.words if unit.start + word.start < unit.start + span.start) for span in spans]
    if not met or not starts:
        return 0.0
    return 1 / (1 + min(abs(a - b) for a in met for b in starts) / 10)
