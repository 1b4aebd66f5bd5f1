"""What stands in the sections of an agenda item: by their name, in a table, as the last step of the way of the case."""

from __future__ import annotations

import re

from index.opened import OpenIndex
from ingest.dates.find import find_dates
from ingest.records import AgendaItem, Meeting, SectionName
from service.records import Understood

_ROW = re.compile(r"^[^\n]*(?:\s\|\s|\t)[^\n]*$", re.MULTILINE)
FEWEST_ROWS = 3
_OPENING = 120
"""Characters at the beginning of a paragraph that say who met when."""


def section_text(item: AgendaItem, name: SectionName) -> str:
    """The text of all sections of this name, in printed order; empty when nothing is printed."""
    return "\n".join(section.text for section in item.sections if section.name is name and section.text)


def own_paragraph(item: AgendaItem, meeting: Meeting) -> str:
    """What the meeting itself decided, where it stands as the last step of the case's way: "Regionsrådet, 24. september: …"."""
    for section in item.sections:
        for paragraph in section.text.split("\n") if section.name is SectionName.EARLIER_DECISIONS else ():
            days = [found for found in find_dates(paragraph[:_OPENING]) if found.first == meeting.date]
            if days and meeting.date is not None:
                return paragraph[days[-1].char_end :].lstrip(" :.–-") or paragraph
    return ""


def told_in_rows(item: AgendaItem) -> bool:
    """Whether a decision is told in a table."""
    return len(_ROW.findall(section_text(item, SectionName.DECISION))) >= FEWEST_ROWS


def labels_decisions(item: AgendaItem, index: OpenIndex, understood: Understood) -> bool:
    """Whether most items of the meeting have their decision under a heading: an item without one has then recorded none."""
    items = [other for other in index.store.items_of_meeting(item.meeting_id, understood.filters.access) if other.id != item.id]
    labelled = [any(each.name is SectionName.DECISION and each.heading for each in other.sections) for other in items]
    return sum(labelled) * 2 > len(labelled)
