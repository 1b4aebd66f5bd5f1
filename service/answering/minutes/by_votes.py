"""The item whose printed votes and reservations a question asks for, found by the item's whole text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.opened import OpenIndex
from ingest.records import AgendaItem
from service.answering.minutes.agenda import Agenda, Card
from service.answering.minutes.items import FoundItem, topic_words
from service.answering.minutes.meetings import meetings_asked
from service.records import Understood
from service.understanding.words import stem, words_of

LEAST_SHARE = 0.7
TITLE_WORTH = 0.1
CERTAINTY = 0.85
LEAST_PART = 6
"""A word of so many letters is meant by a compound that ends with it: "telefon" of "mobiltelefoner"."""
_ABSTENTION = re.compile(r"\b(?:undlod|undlader|abstain\w*)\b", re.IGNORECASE)
_RESERVATION = re.compile(r"\b(?:forbehold|reservation\w*)\b", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:imod|mod|against)\b", re.IGNORECASE)


def item_voted_on(understood: Understood, agenda: Agenda, index: OpenIndex) -> tuple[FoundItem, ...]:
    """The one item with votes of the kind asked for whose text holds the question's topic; empty when none or several do."""
    topic = topic_words(understood, agenda)
    scored: list[tuple[float, Card]] = []
    for card in agenda.of_meetings(meeting.id for meeting in meetings_asked(understood, agenda, index)):
        item = index.store.item(card.id, understood.filters.access)
        if topic and _has_votes(understood.text, item):
            scored.append((_share(topic, item) + TITLE_WORTH * _share_of(topic, words_of(card.title)), card))
    best = max((score for score, _ in scored), default=0.0)
    found = [card for score, card in scored if score == best]
    if best < LEAST_SHARE or len(found) != 1:
        return ()
    return (FoundItem(card=found[0], certainty=CERTAINTY, verbatim=False),)


def _has_votes(text: str, item: AgendaItem) -> bool:
    votes = " ".join(item.votes)
    asked = [pattern for pattern in (_ABSTENTION, _RESERVATION, _AGAINST) if pattern.search(text)]
    return bool(votes) and all(pattern.search(votes) for pattern in asked)


def _share(topic: Sequence[str], item: AgendaItem) -> float:
    return _share_of(topic, words_of(" ".join([item.title, *(section.text for section in item.sections)])))


def _share_of(topic: Sequence[str], words: Sequence[str]) -> float:
    stems = {stem(word) for word in words}
    parts = tuple(each for each in stems if len(each) >= LEAST_PART)
    return sum(word in stems or word.endswith(parts) for word in topic) / len(topic)
