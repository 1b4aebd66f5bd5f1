"""A list asked for is given whole: all items of the one list, of those that the best window touches, that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ingest.records import BlockKind
from service.answering.extracts.asked import Asked
from service.answering.extracts.excerpt import Excerpt
from service.answering.extracts.spans.reasons import ASKS_WHY
from service.answering.extracts.units import LONGEST_PLAIN_ITEM, Unit
from service.answering.extracts.wanted import Wanted
from service.answering.extracts.windows import Window

MOST_LIST_WORDS = 100

DENYING = frozenset({"ikke", "uden", "undtagen", "ingen", "not", "without", "except", "no", "cannot"})

MOST_CONTINUED_WORDS = 55
"""A list from the next passage stands behind the sentence that speaks of it."""


def asked_list(asked: Asked, window: Window) -> Excerpt | None:
    """The whole list that the question asks for, of those the window touches or leads to; None when it asks for none.

    A question for anything asks for a list where the list's lead-in says more of the question than any of its items or of the
    window's other sentences; a question why, where the title over the list does.
    """
    leads = {lead.number: lead for unit in _near(window) if (lead := _lead_of(unit, window.units)) is not None}
    ordered = sorted(leads.values(), key=lambda lead: (_turned(asked, lead, leads.values()), -_fit(asked, lead), lead.number))
    for unit in [*ordered, *_near(window)]:
        listed = whole_list(unit, window.units)
        if listed is not None and _is_asked_for(asked, unit, window, listed):
            return listed
    return None


def _near(window: Window) -> list[Unit]:
    """The window's units, the last and the first before the others, and the lead-in that comes right after them."""
    near = [window.units[window.last], window.units[window.first], *window.inside]
    if window.last + 1 < len(window.units) and window.units[window.last + 1].text.endswith(":"):
        near.append(window.units[window.last + 1])  # "… four tasks. They are:"
    return near


def _is_asked_for(asked: Asked, unit: Unit, window: Window, listed: Excerpt) -> bool:
    if Wanted.LIST in asked.wanted:
        return True
    items = [each for each in window.units if each.start >= listed.start and each.end <= listed.end]
    if Wanted.REASON in asked.wanted:
        return all(ASKS_WHY.search(each.head) for each in items)
    if asked.wanted != (Wanted.ANYTHING,):
        return False
    lead = _lead_of(unit, window.units)
    if lead is None:
        return False
    others = [each for each in {*items, *window.inside} if each.number != lead.number]
    return _own(asked, lead) > 0 and all(_own(asked, lead) >= _own(asked, other) for other in others)


def _own(asked: Asked, unit: Unit) -> float:
    return float(asked.meetings.share(asked.meetings.of(unit.words)))


def _fit(asked: Asked, lead: Unit) -> float:
    """How well a lead-in fits the question: by its words and those of the title over it."""
    return float(asked.meetings.share(asked.meetings.of((*lead.words, *lead.head_words))))


def _turned(asked: Asked, lead: Unit, leads: Iterable[Unit]) -> bool:
    """Whether a lead-in denies what the question does not, or the other way round, while a like one does not."""
    terms = {word.term for word in lead.words if word.term}
    like = any(not _opposes(asked, other) and terms & {word.term for word in other.words} for other in leads)
    return _opposes(asked, lead) and like


def _opposes(asked: Asked, lead: Unit) -> bool:
    return any(word.text.lower() in DENYING for word in lead.words) != bool(DENYING & asked.said)


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
    led = heading.endswith(":") and unit.lead_in == heading
    if not led and not (heading and unit.passage.kind is BlockKind.LIST_ITEM):
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
