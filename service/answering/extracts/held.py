"""How surely a unit holds words of a wanted kind; a title over a reason or its place beside its matter may tell it too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.answering.extracts.asked import Asked, answering_spans
from service.answering.extracts.spans.reasons import ASKS_WHY, may_explain
from service.answering.extracts.units import Unit
from service.answering.extracts.wanted import Wanted

IMPLIED = 0.6
"""A sentence right after its matter, with no word that says "because"."""

_ADDED_CLAUSE = re.compile(r"(?:;| [–-]) (?P<clause>[a-zæøå]+ [^;]+)")
"""Where a second clause says why without a conjunction: "Regningen blev højere; der var råd i taget"."""

_HALF_BLANK = re.compile(r"\b(\w+): [^:\n]+ \1:\s*$")
"""Two columns of fields in one line, one of them blank ("Dato: 3. maj Dato:"): whose the value is, the line does not tell."""


def held(kind: Wanted, asked: Asked, units: Sequence[Unit], place: int) -> float:
    """How surely the unit at a place holds words of a kind that say more than the question, 0 to 1.

    1 where any words answer. `units` are those before and after it, in order.
    """
    unit = units[place]
    if _HALF_BLANK.search(unit.text):
        return 0.0
    spans = answering_spans(kind, asked, unit.text)
    if spans is None or spans:
        return 1.0
    return _reasons(units, place) if kind is Wanted.REASON else 0.0


def _reasons(units: Sequence[Unit], place: int) -> float:
    unit = units[place]
    if ASKS_WHY.search(unit.head) or ASKS_WHY.search(unit.lead_in):
        return 1.0
    if any(may_explain(added.group("clause")) for added in _ADDED_CLAUSE.finditer(unit.text)):
        return IMPLIED
    beside = place > 0 and unit.follows and not units[place - 1].is_title
    return IMPLIED if beside and may_explain(unit.text) else 0.0
