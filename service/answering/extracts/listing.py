"""A list asked for is given whole: all items of the list the best unit belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from service.answering.extracts.excerpt import Excerpt
from service.answering.extracts.units import LONGEST_PLAIN_ITEM, Unit
from service.answering.extracts.windows import Window

MOST_LIST_WORDS = 100

MOST_CONTINUED_WORDS = 55
"""A list from the next passage stands behind the sentence that speaks of it."""


def whole_list(unit: Unit, units: Sequence[Unit]) -> Excerpt | None:
    """The whole list around a unit, its lead-in included; None when the unit belongs to no list or the list is too long.

    The unit may be the lead-in itself or one of the items. `units` are all units of the passage in order.
    """
    lead = _lead_of(unit, units)
    items = _items_after(lead, units) if lead is not None else _led_by_heading(unit, units) or _run_around(unit, units)
    if len(items) < 2:
        return None
    first = lead if lead is not None else items[0]
    excerpt = Excerpt(passage=unit.passage, start=first.start, end=items[-1].end)
    return excerpt if excerpt.word_count <= MOST_LIST_WORDS else None


def continued_list(window: Window, following: Sequence[Unit]) -> Excerpt | None:
    """The list at the beginning of the next passage, when the window ends its own passage or stands just before its last unit.

    `following` are the next passage's units; its list is led in by its heading or by the last unit of the window's passage.
    None when there is no such list.
    """
    last = window.units[-1]
    if window.last + 2 < len(window.units) or not following:
        return None
    items = _led_by_heading(following[0], following)
    if last.text.endswith(":"):
        items = items or _opening(following)
    if len(items) < 2:
        return None
    excerpt = Excerpt(passage=items[0].passage, start=items[0].start, end=items[-1].end)
    return excerpt if excerpt.word_count <= MOST_CONTINUED_WORDS else None


def _led_by_heading(unit: Unit, units: Sequence[Unit]) -> list[Unit]:
    """The first lines of a passage whose heading leads them in; [] for a unit that is none of them."""
    heading = unit.passage.heading_path[-1].strip() if unit.passage.heading_path else ""
    if not heading.endswith(":") or unit.lead_in != heading:
        return []
    opening = _opening(units)
    return opening if unit in opening else []


def _opening(units: Sequence[Unit]) -> list[Unit]:
    """The units before the first line that is a paragraph."""
    found: list[Unit] = []
    for unit in units:
        if not unit.is_item and len(_line_of(unit).split()) > LONGEST_PLAIN_ITEM:
            break
        found.append(unit)
    return found


def _line_of(unit: Unit) -> str:
    text = unit.passage.text
    return text[text.rfind("\n", 0, unit.start) + 1 :].partition("\n")[0]


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
