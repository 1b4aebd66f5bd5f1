"""The share of the question that the best quoted sentence or row says, and the best of those with words of a wanted kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from service.answering.extracts.asked import Asked
from service.answering.extracts.coverage import Floats
from service.answering.extracts.held import held
from service.answering.extracts.standing import standing
from service.answering.extracts.units import Unit
from service.answering.extracts.words import Word

_LABELLED = re.compile(r"[^.:\n]{2,40}: ")
"""How a cell of a table row begins: with its column's heading."""


def shares_said(asked: Asked, units: Sequence[Unit], quote: Sequence[Unit], context: Sequence[Word]) -> tuple[float, float]:
    """The greatest share of the question that a quoted unit says, and that of those with words of a wanted kind, 0 to 1.

    `quote` are the quoted ones of the passage's `units`; a name that the document bears counts as said by each.
    """
    around = asked.meetings.of(context)
    said_above = around * asked.meetings.names
    own = np.stack([np.maximum(asked.meetings.of(unit.words), said_above) for unit in units])
    met = standing(asked, units, own, around)
    best = typed = 0.0
    for unit in quote:
        share = float(asked.meetings.share(_with_row(unit, units, met)))
        best = max(best, share)
        typed = max(typed, share * max(held(kind, asked, units, unit.number) for kind in asked.wanted))
    return best, typed


def _with_row(unit: Unit, units: Sequence[Unit], met: Floats) -> Floats:
    first, last = _row_of(unit.number, units)
    row: Floats = met[first : last + 1].max(axis=0)
    return row


def _row_of(place: int, units: Sequence[Unit]) -> tuple[int, int]:
    """The first and last of the units that make one table row with this one: it alone when it is no cell."""
    first = last = place
    if not _LABELLED.match(units[place].text):
        return first, last
    while first > 0 and _same_row(units[first - 1], units[first]):
        first -= 1
    while last + 1 < len(units) and _same_row(units[last], units[last + 1]):
        last += 1
    return first, last


def _same_row(unit: Unit, coming: Unit) -> bool:
    """Whether two cells stand in one row, as a blank line ends a row."""
    between = unit.passage.text[unit.end : coming.start]
    return "\n\n" not in between and bool(_LABELLED.match(unit.text) and _LABELLED.match(coming.text))
