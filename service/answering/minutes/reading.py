"""How much of a question's topic an agenda item holds: in its title, its decision, and the whole of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.opened import OpenIndex
from ingest.records import AgendaItem, SectionName
from service.answering.minutes.agenda import Agenda, Card
from service.answering.minutes.item_roots import ItemRoots
from service.answering.minutes.roots import roots_of
from service.answering.minutes.said import Said
from service.answering.minutes.topic import AskedWord
from service.records import Understood

OPENING_WORDS = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The shares, 0 to 1, of what the topic tells that an item holds.

    In its title; in title and decision; in these, the proposal and the item's first words, which say what it is about; anywhere.
    """

    card: Card
    item: AgendaItem
    title: float
    decided: float
    pointed: float
    whole: float


def held_by(card: Card, asked: Sequence[AskedWord], agenda: Agenda, understood: Understood, index: OpenIndex) -> Held:
    """Read the item of a card against the topic; what names its meeting is said by all items of the meeting."""
    item = index.store.item(card.id, understood.filters.access)
    roots = kept_roots(card, item, agenda)
    asked = without_names(asked, agenda.names.get(card.meeting_id, frozenset()))
    return Held(
        card=card,
        item=item,
        title=share(asked, card.stems),
        decided=share(asked, roots.decided),
        pointed=share(asked, roots.decided | roots.about),
        whole=share(asked, roots.whole),
    )


def kept_roots(card: Card, item: AgendaItem, agenda: Agenda) -> ItemRoots:
    """The roots of what an item says, read once while it is among the last ones."""
    return agenda.roots.of(card.id, lambda: _roots_of_item(card, item))


def _roots_of_item(card: Card, item: AgendaItem) -> ItemRoots:
    texts = dict.fromkeys((section.name for section in item.sections), "")
    for section in item.sections:
        texts[section.name] += f" {section.text}"
    decided = card.stems | roots_of(texts.get(SectionName.DECISION, ""))
    about = roots_of(f"{texts.get(SectionName.RECOMMENDATION, '')} {_opening(item)}")
    others = " ".join(text for name, text in texts.items() if name not in (SectionName.DECISION, SectionName.RECOMMENDATION))
    return ItemRoots(decided=decided, about=about, whole=decided | about | roots_of(others))


def _opening(item: AgendaItem) -> str:
    first = next((section.text for section in item.sections if section.text), "")
    return " ".join(first.split()[:OPENING_WORDS])


def without_names(asked: Sequence[AskedWord], names: frozenset[str]) -> tuple[AskedWord, ...]:
    """The topic without the words that name a meeting: what is left tells which of its items is meant."""
    return tuple(word for word in asked if not word.stems & names) or tuple(asked)


def share(asked: Sequence[AskedWord], stems: frozenset[str]) -> float:
    """The share of what the words tell that a set of stems holds; 0 where nothing is asked."""
    total = sum(word.weight for word in asked)
    said = Said(stems)
    return sum(word.weight * max(map(said.surely, word.stems)) for word in asked) / total if total else 0.0


def _saying(word: AskedWord, agenda: Agenda) -> Mapping[str, float]:
    """The title stems that say any of the word's stems, each with how surely the best of them does."""
    found: dict[str, float] = {}
    for each in word.stems:
        for stem, worth in agenda.saying(each).items():
            found[stem] = max(worth, found.get(stem, 0.0))
    return found


def title_shares(asked: Sequence[AskedWord], cards: Sequence[Card], agenda: Agenda) -> Mapping[str, float]:
    """Card id → the share its title holds, for the cards whose title holds any, looked up word by word."""
    saying = [(word, _saying(word, agenda)) for word in asked]
    found: dict[str, float] = {}
    for card in cards:
        names = agenda.names.get(card.meeting_id, frozenset())
        left = [(word, said) for word, said in saying if not word.stems & names] or saying
        total = sum(word.weight for word, _ in left)
        score = sum(word.weight * max((said.get(each, 0.0) for each in card.stems), default=0.0) for word, said in left)
        if score:
            found[card.id] = score / total
    return found
