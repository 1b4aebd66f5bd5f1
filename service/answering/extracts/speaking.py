"""The share of the question that the best quoted sentence or row says, and the best of those with words of a wanted kind."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from service.answering.extracts.asked import Asked
from service.answering.extracts.binding.cells import row_of
from service.answering.extracts.coverage import Floats
from service.answering.extracts.held import held
from service.answering.extracts.standing import standing
from service.answering.extracts.units import Unit
from service.answering.extracts.words import Word


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
    """What the unit says of the question with the other cells of its table row."""
    said: Floats = met[[unit.number, *(cell.number for cell in row_of(unit, units))]].max(axis=0)
    return said
