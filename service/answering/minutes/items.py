"""The agenda item a question is about: by verbatim title or number, or by what of its topic title, decision and text hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.opened import OpenIndex
from ingest.places.folding import fold
from ingest.records import AgendaItem
from service.answering.minutes.agenda import Agenda, Card
from service.answering.minutes.meetings import meetings_asked
from service.answering.minutes.reading import Held, held_by, title_shares
from service.answering.minutes.roots import roots_of
from service.answering.minutes.topic import AskedWord, asked_words
from service.answering.retrieval import retrieve
from service.records import Understood

SURE_TITLE = 0.85
"""A title that holds so much of the topic is the one meant, whatever stands below it."""
LEAST_TITLE, LEAST_BELOW = 0.45, 0.7
"""Else a title holds this share of it, and the item's text with it this one: a title with "salg" may be another sale."""
LEAST_DECIDED = 0.65
"""Or title and decision hold this share."""
LEAST_WHOLE, LEAST_POINTED = 0.75, 0.3
"""Or the whole item holds this share, and what it is about this: what a case merely mentions was not decided in it."""
LEAST_FITTING = 0.65
"""Or this, where the item has votes, attachments or the like that are asked for."""
LEAST_LEAD = 0.15
"""By so much an item found by its text must be ahead of another case."""
BY_DECISION, BY_TEXT = 0.9, 0.85
"""How sure such finds are beside a title that was named."""
CLOSE = 0.05
READ_TITLES, READ_FOUND = 7, 6
READ_FITTING = 8

Fits = Callable[[AgendaItem], bool]
"""Whether an item has what is asked for: votes, attachments, somebody absent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundItem:
    """A card with how surely it is the one meant, 0 to 1, and whether its title or number was given verbatim."""

    card: Card
    certainty: float
    verbatim: bool


def items_asked(understood: Understood, agenda: Agenda, index: OpenIndex, fits: Fits | None = None) -> tuple[FoundItem, ...]:
    """The items meant, surest first, newer meetings before older among equals; empty when none is named or none fits.

    Of items named verbatim all are given; of others those that hold about as much of the topic. With `fits`, only items
    that have what is asked for.
    """
    meetings = meetings_asked(understood, agenda, index)
    order = {meeting.id: place for place, meeting in enumerate(meetings)}
    cards = agenda.of_meetings(order)
    found = [each for each in _verbatim(understood, cards) if fits is None or fits(_item(each.card, understood, index))]
    found = found or _by_words(understood, cards, agenda, index, fits)
    return tuple(sorted(found, key=lambda each: (-each.certainty, order[each.card.meeting_id], each.card.id)))


def _item(card: Card, understood: Understood, index: OpenIndex) -> AgendaItem:
    return index.store.item(card.id, understood.filters.access)


def _verbatim(understood: Understood, cards: Sequence[Card]) -> list[FoundItem]:
    """By quoted title, case number, or the item's number where a meeting is named."""
    titles = {_title(quoted) for quoted in understood.quoted}
    found = [FoundItem(card=card, certainty=1.0, verbatim=True) for card in cards if _title(card.title) in titles]
    if not found and understood.case_number:
        found = [FoundItem(card=c, certainty=0.95, verbatim=True) for c in cards if c.case_number == understood.case_number]
    if not found and understood.item_number and (understood.bodies or understood.periods):
        found = [FoundItem(card=c, certainty=0.95, verbatim=True) for c in cards if c.number == understood.item_number]
    if not found and titles:
        found = [
            FoundItem(card=card, certainty=0.85, verbatim=True)
            for card in cards
            if any(len(title) > 12 and (title in _title(card.title) or _title(card.title) in title) for title in titles)
        ]
    return found


def _title(text: str) -> str:
    """A title without case, spacing and marks: line breaks and hyphens of the print do not count."""
    return re.sub(r"[\W_]+", "", fold(text))


def _by_words(
    understood: Understood, cards: Sequence[Card], agenda: Agenda, index: OpenIndex, fits: Fits | None
) -> list[FoundItem]:
    asked = asked_words(understood, agenda)
    titles = title_shares(tuple(word for word in asked if word.rendered) or asked, cards, agenda)
    sure = [card for card in cards if titles.get(card.id, 0.0) >= SURE_TITLE]
    sure = [card for card in sure if fits is None or fits(_item(card, understood, index))]
    if sure:
        best = max(titles[card.id] for card in sure)
        return [
            FoundItem(card=card, certainty=titles[card.id], verbatim=False) for card in sure if titles[card.id] >= best - CLOSE
        ]
    likely = sorted((card for card in cards if card.id in titles), key=lambda card: (-titles[card.id], card.id))
    found = _retrieved(understood, {card.id: card for card in cards}, index)
    chosen = dict.fromkeys([*likely[: READ_FITTING if fits else READ_TITLES], *found])
    return _fitting(asked, list(chosen), agenda, understood, index, fits)


def _retrieved(understood: Understood, cards: dict[str, Card], index: OpenIndex) -> list[Card]:
    """The cards of the items whose passages the search finds, in its order."""
    found = (scored.passage.item_id for scored in retrieve(understood, index))
    return [cards[each] for each in dict.fromkeys(found) if each is not None and each in cards][:READ_FOUND]


def _fitting(
    asked: Sequence[AskedWord],
    cards: Sequence[Card],
    agenda: Agenda,
    understood: Understood,
    index: OpenIndex,
    fits: Fits | None,
) -> list[FoundItem]:
    """Those of the cards whose items hold enough of the topic, the best and what comes close to it."""
    read = [held_by(card, asked, agenda, understood, index) for card in cards]
    said = tuple(word for word in asked if word.rendered or any(_says(each, word) for each in read))
    read = [each for each in read if fits is None or fits(each.item)]
    if len(said) < len(asked):
        read = [held_by(each.card, said, agenda, understood, index) for each in read]
    scored = [(score, each) for each in read if (score := _certainty(each, read, LEAST_FITTING if fits else LEAST_WHOLE)) > 0]
    best = max((score for score, _ in scored), default=0.0)
    return [FoundItem(card=each.card, certainty=score, verbatim=False) for score, each in scored if score >= best - CLOSE]


def _certainty(item: Held, read: Sequence[Held], least_whole: float) -> float:
    """How surely an item read is meant: 0 where it holds too little, or, found by its text only, is not ahead of the others."""
    by_title = (item.title + item.whole) / 2 if item.title >= LEAST_TITLE and item.whole >= LEAST_BELOW else 0.0
    by_decision = BY_DECISION * item.decided if item.title > 0 and item.decided >= LEAST_DECIDED else 0.0
    ahead = all(item.whole - other.whole >= LEAST_LEAD for other in read if other.card.title != item.card.title)
    by_text = BY_TEXT * item.whole if item.whole >= least_whole and item.pointed >= LEAST_POINTED and ahead else 0.0
    return max(by_title, by_decision, by_text)


def _says(item: Held, word: AskedWord) -> bool:
    """Whether an item says an English word that has no rendering as it stands."""
    return bool(word.stems & (item.card.stems | roots_of(" ".join(section.text for section in item.item.sections))))
