"""Answers which items were on the agenda of a meeting: their numbers and titles."""

from __future__ import annotations

import re

from index.opened import OpenIndex
from service.answering.frames import written_date
from service.answering.minutes.agenda import agenda_of
from service.answering.minutes.meetings import meetings_asked
from service.answering.minutes.section_sources import head_sources
from service.answering.minutes.topic import topic_words
from service.records import Draft, QuestionKind, Understood

_ASKS = re.compile(r"\b(?:punkter|dagsorden\w*|emner|agenda|items)\b", re.IGNORECASE)
_SAYS_LITTLE = re.compile(
    r"punkt|sag|stod|staa|emne|agenda|dagsorden|item|vaere|blev|behandl|droeft|hvad|hvilk|mang|list|what|which|were|many|discuss|topic"
)
_KINDS = frozenset({QuestionKind.LIST, QuestionKind.WHAT, QuestionKind.HOW_MANY})
MOST_WORDS = 100


class AgendaListAnswerer:
    """Answers from the items of the one meeting that body and day name."""

    kind = "list"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft, cut after whole titles; None when no or several meetings are named, or the question has a topic."""
        if understood.kind not in _KINDS or understood.item_number or not _ASKS.search(understood.text):
            return None
        agenda = agenda_of(index, understood.filters.access)
        meetings = meetings_asked(understood, agenda, index) if understood.bodies or understood.periods else ()
        topic = [word for word in topic_words(understood, agenda) if not _SAYS_LITTLE.match(word)]
        if len(meetings) != 1 or topic:
            return None
        items = index.store.items_of_meeting(meetings[0].id, understood.filters.access)
        sources = tuple(source for item in items for source in head_sources(item, index, understood))[:5]
        if not items or not sources:
            return None
        day = written_date(meetings[0].date, understood.language) if meetings[0].date else ""
        place = ", ".join(part for part in (meetings[0].body, day) if part)
        titles: list[str] = []
        for item in items:
            if len(" ".join([*titles, item.title]).split()) > MOST_WORDS - len(items):
                titles.append("…")
                break
            titles.append(f"{item.number} {item.title}")
        count = f"{len(items)}: " if understood.kind is QuestionKind.HOW_MANY else ""
        return Draft(
            text=f"{count}{'; '.join(titles)} ({place}).", kind=self.kind, strength=0.92, sources=sources, as_of=meetings[0].date
        )
