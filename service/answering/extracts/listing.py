"""A list asked for is given whole: all items of the list the best unit belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from service.answering.extracts.excerpt import Excerpt
from service.answering.extracts.units import Unit

MOST_LIST_WORDS = 100


def whole_list(unit: Unit, units: Sequence[Unit]) -> Excerpt | None:
    """The whole list around a unit, its lead-in included; None when the unit belongs to no list or the list is too long.

    The unit may be the lead-in itself or one of the items. `units` are all units of the passage in order.
    """
    lead = _lead_of(unit, units)
    items = _items_after(lead, units) if lead is not None else _run_around(unit, units)
    if len(items) < 2:
        return None
    first = lead if lead is not None else items[0]
    excerpt = Excerpt(passage=unit.passage, start=first.start, end=items[-1].end)
    return excerpt if excerpt.word_count <= MOST_LIST_WORDS else None


def _lead_of(unit: Unit, units: Sequence[Unit]) -> Unit | None:
    if unit.text.rstrip().endswith(":"):
        return unit
    if not unit.lead_in:
        return None
    before = [each for each in units[: unit.number] if unit.lead_in.endswith(each.text) or each.text == unit.lead_in]
    return before[-1] if before else None


def _items_after(lead: Unit, units: Sequence[Unit]) -> list[Unit]:
    items = []
    for unit in units[lead.number + 1 :]:
        if unit.lead_in != lead.text and not unit.lead_in.endswith(lead.text):
            break
        items.append(unit)
    return items


def _run_around(unit: Unit, units: Sequence[Unit]) -> list[Unit]:
    if not unit.is_item:
        return []
    first = last = unit.number
    while first > 0 and units[first - 1].is_item:
        first -= 1
    while last + 1 < len(units) and units[last + 1].is_item:
        last += 1
    return list(units[first : last + 1])
