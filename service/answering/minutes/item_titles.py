"""Answers what an item of a meeting was about: its title."""

from __future__ import annotations

import re

from index.opened import OpenIndex
from service.answering.frames import written_date
from service.answering.minutes.agenda import agenda_of
from service.answering.minutes.meetings import meetings_asked
from service.answering.minutes.section_sources import head_sources
from service.records import Draft, QuestionKind, Understood

_ASKS = re.compile(
    r"\b(?:handle[drt]?\w*\b.*\bom|omhandle\w*"
    r"|dreje\w*\b.*\bom|gik ud på|titlen|overskriften|emnet|about|titled?|deal\w* with)\b",
    re.IGNORECASE,
)
_KINDS = frozenset({QuestionKind.WHAT, QuestionKind.DEFINITION})


class ItemTitleAnswerer:
    """Answers "what was item N about" from the agenda of the one meeting meant."""

    kind = "meeting"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft for an item given by number and meeting; the newest meeting of the body where no day is named."""
        named = understood.bodies or understood.periods
        if understood.kind not in _KINDS or not understood.item_number or not named or not _ASKS.search(understood.text):
            return None
        agenda = agenda_of(index, understood.filters.access)
        for meeting in meetings_asked(understood, agenda, index)[:1]:
            card = next((card for card in agenda.of_meetings([meeting.id]) if card.number == understood.item_number), None)
            item = index.store.item(card.id, understood.filters.access) if card else None
            sources = head_sources(item, index, understood) if item else ()
            if item and sources:
                day = written_date(meeting.date, understood.language) if meeting.date else ""
                place = ", ".join(part for part in (meeting.body, day) if part)
                return Draft(text=f"{item.title} ({place}).", kind=self.kind, strength=0.9, sources=sources, as_of=meeting.date)
        return None
