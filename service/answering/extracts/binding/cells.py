"""The row of a table, or the record, that a unit is a cell of: lines of the form "label: value" that stand together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.answering.extracts.units import Unit

_LABELLED = re.compile(r"[^.:\n]{2,60}:(?: |$)")


def row_of(unit: Unit, units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The other cells of the table row or record a unit is a cell of, in order; none when it is no cell.

    A blank line ends a row, and so does the first label that comes again.
    """
    if not _LABELLED.match(unit.text):
        return ()
    first = last = unit.number
    while first > 0 and _same_table(units[first - 1], units[first]):
        first -= 1
    while last + 1 < len(units) and _same_table(units[last], units[last + 1]):
        last += 1
    labels = [_label(units[place]) for place in range(first, last + 1)]
    start = next((label for label in labels if labels.count(label) > 1), labels[0])
    begins = [first, *(first + place for place, label in enumerate(labels) if label == start)]
    row_first = max(place for place in begins if place <= unit.number)
    row_end = min((place for place in begins if place > unit.number), default=last + 1)
    return tuple(other for other in units[row_first:row_end] if other.number != unit.number)


def _label(unit: Unit) -> str:
    return unit.text.partition(":")[0].strip().lower()


def _same_table(unit: Unit, coming: Unit) -> bool:
    between = unit.passage.text[unit.end : coming.start]
    return "\n\n" not in between and bool(_LABELLED.match(unit.text) and _LABELLED.match(coming.text))
