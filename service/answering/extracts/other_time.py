"""The order of time: what was does not answer for what is to come, nor what is due for what was done."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from service.answering.extracts.asked import Asked, answering_spans
from service.answering.extracts.binding.clauses import clause_text
from service.answering.extracts.telling import with_leads
from service.answering.extracts.units import Unit
from service.answering.extracts.wanted import Wanted

_TIMES = (Wanted.DATE, Wanted.CLOCK)
_TIMES_AND_PLACES = frozenset({*_TIMES, Wanted.UNTIL, Wanted.PLACE, Wanted.VENUE})

_ASKS_NEXT = re.compile(r"\b(?:næste|kommende|next|upcoming)\b", re.IGNORECASE)
_ASKS_DEADLINE = re.compile(r"\b(?:\w*frist(?:en|er|erne)?|deadlines?|due dates?)\b", re.IGNORECASE)
_DEADLINE = re.compile(
    r"frist|senest|\binden\b(?! for)|deadline|no later|udløb|\bsidste\b|\bbefore\b|\bby\b|\btil og med\b|indtil|ultimo|\bdue\b|"
    r"færdig|efterkomm|\bskal (?:\w+ ){0,3}(?:være|ligge|afleveres|indsendes|sendes|gives)\b",
    re.IGNORECASE,
)

_ASKS_TO_COME = re.compile(
    r"\b(?:hvornår|hvilken (?:dag|dato)|when|(?:what|which) (?:day|date))\b.*?\b(?:skal|vil|bliver|kommer|will|shall)\b"
    r"(?!.*\b(?:var|blev|sidst\w*|been)\b)",
    re.IGNORECASE,
)
_ASKS_DONE = re.compile(
    r"\b(?:hvornår|when|hvilken (?:dag|dato)|(?:what|which) (?:day|date)) "
    r"(?:blev\b|(?!var\b)\w{3,}(?:ede|te|ev|od|og|dte)\b|(?:was|were)\b.*\b\w+ed\b|did\b)",
    re.IGNORECASE,
)
_ASKS_DUE = re.compile(
    r"\b(?:frist\w*|senest|skulle|planlagt|forvent\w*|deadline|due|planned|expected|supposed)\b", re.IGNORECASE
)

_TO_COME = re.compile(
    r"\b(?:næst\w*|kommende|igen|fremover|følgende|planlagt|forventes|vil|skal|bliver|nye?|frem|fremtid\w*|"
    r"next|upcoming|will|shall|again|planned)\b|\b\w{3,}es\b",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"\b(?:var|blev|havde|holdt|fandt|deltog|åbnede|begyndte|startede|trådte|modtog|godkendte|underskrev|"
    r"was|were|held|took|opened|signed|approved)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    _WAS.pattern + r"|\b\w{2,}(?:ede|dte|lte|gte|nte|rte|ste|ttede)\b|"
    r"\b(?:ind|for|ud|over|til|under|af|op|be)?(?:gik|kom|fik|tog|gav|stod|skrev|lagde|satte|sendte|traf|kunne|ville|skulle)\b",
    re.IGNORECASE,
)
"""Any preterite."""
_DUE = re.compile(r"\b(?:skal|vil|forventes|planlægges|senest|frist|will|shall|by)\b", re.IGNORECASE)
_STARTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:ind)?(?:tråd|træd)\w*",
        r"\b(?:begynd|start|åbn|gik i gang|går i gang)\w*",
        r"\b(?:udpeg|valgt|vælg)\w*",
        r"\bevaluer\w*",
        r"\bbehandl\w*",
        r"\bgennemfør\w*",
    )
)
"""Deeds that texts tell in the present of what is to come; the same one may be asked for in the past."""


def other_time(question: str, asked: Asked, quote: Sequence[Unit]) -> float:
    """1 when a time or place is asked for and the quote has only those of before, or of what is due after; else 0.

    Where a deadline is asked for, a time of something else is none.
    """
    if not _TIMES_AND_PLACES.intersection(asked.wanted):
        return 0.0
    if _ASKS_NEXT.search(question) and not _TO_COME.search(with_leads(quote)):
        return 1.0
    clauses = _timed_clauses(asked, quote)
    if clauses and _ASKS_DEADLINE.search(question) and not _DEADLINE.search(with_leads(quote)):
        return 1.0
    if _ASKS_NEXT.search(question) or _ASKS_TO_COME.search(question):
        return _of_all(clauses, lambda clause: bool(_WAS.search(clause)) and not _TO_COME.search(clause))
    if _ASKS_DONE.search(question) and not _ASKS_DUE.search(question):
        return _of_all(clauses, lambda clause: _is_due(question, clause))
    return 0.0


def _timed_clauses(asked: Asked, quote: Sequence[Unit]) -> list[str]:
    """The clauses that hold a time the question does not say, each with what leads in to it."""
    return [
        f"{unit.lead_in} {clause_text(unit, span.start, span.end)}"
        for unit in quote
        for kind in asked.wanted
        if kind in _TIMES
        for span in answering_spans(kind, asked, unit.text) or ()
    ]


def _of_all(clauses: Sequence[str], holds: Callable[[str], bool]) -> float:
    return float(bool(clauses) and all(holds(clause) for clause in clauses))


def _is_due(question: str, clause: str) -> bool:
    """Whether a clause tells what is to be done, and not the deed that is asked for."""
    if _TOLD.search(clause):
        return False
    starts = [start for start in _STARTS if start.search(clause)]
    return bool(starts or _DUE.search(clause)) and not any(start.search(question) for start in starts)
