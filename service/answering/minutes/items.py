"""The agenda item a question is about: by verbatim title, number, case number, or by the words of its topic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.opened import OpenIndex
from ingest.dates.find import find_dates
from ingest.places.folding import fold
from ingest.records import SectionName
from service.answering.minutes.agenda import Agenda, Card, coverage
from service.answering.minutes.meetings import meetings_asked
from service.records import Understood
from service.understanding.names import abbreviates
from service.understanding.translated import in_danish_of
from service.understanding.words import same_word, stem, words_of

LEAST_COVERAGE = 0.45
LEAST_WITH_DECISION = 0.65
READ_ITEMS = 8
SURE_COVERAGE = 0.85
LEAST_WITH_TEXT = 0.7
_GENERAL = """
how with reach came come
besluttede besluttet beslutning beslutningen beslutte vedtog vedtaget blev bliver sagen sag sagens punkt punktet punktets
møde mødet udvalget rådet forum drøftede drøftet drøftelse godkendte godkendt godkende tiltrådt decided decide decision case
item meeting committee council what was about the did indstilling indstillet indstillede indstillingen bemærkning
bemærkninger bemærket havde noget op under hvordan dagsorden dagsordenen kom gjorde skulle sagsnummer sagsnummeret sagsid
sags id sagsnr journalnummer dokid dok bilag bilaget nummer nummeret number hvilket udfald handlede handler omhandlede
udfaldet resultat resultatet stemte stemt stemmer vote voted konklusion konklusionen
ofte tit efter uge uger often week foregaar foregå foregik dagsordenspunkt dagsordenspunktet
fik faar få får get got skete happened happen valgt valgte vælges elected chosen selected udpeget appointed moedested
placering
forbehold reservation undlod abstain abstained tog took tage took
konkluderede aftalte aftalt conclusion concluded anbefalede anbefaler anbefalet anbefaling recommended hvorfor imod
"""
_KNOWN = frozenset(stem(fold(word)) for word in _GENERAL.split())

_MEETING = re.compile(r"\w*moede(?:t|ts)?$|\w*generalforsamling\w*$")
"""Where it was decided, unless a title speaks of such a meeting: "på byrådsmødet"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundItem:
    """A card with how surely it is the one meant, 0 to 1, and whether its title or number was given verbatim."""

    card: Card
    certainty: float
    verbatim: bool


def items_asked(understood: Understood, agenda: Agenda, index: OpenIndex) -> tuple[FoundItem, ...]:
    """The items meant, surest first, newer meetings before older among equals; empty when none is named or none fits."""
    meetings = meetings_asked(understood, agenda, index)
    order = {meeting.id: place for place, meeting in enumerate(meetings)}
    cards = agenda.of_meetings(order)
    found = _verbatim(understood, cards) or _by_topic(understood, cards, agenda, index)
    return tuple(sorted(found, key=lambda each: (-each.certainty, order[each.card.meeting_id], each.card.id)))


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


def _by_topic(understood: Understood, cards: Sequence[Card], agenda: Agenda, index: OpenIndex) -> list[FoundItem]:
    topic = topic_words(understood, agenda)
    if not topic:
        return []
    scored = [(coverage(topic, card.stems, agenda), card) for card in cards]
    best = max((score for score, _ in scored), default=0.0)
    if best < LEAST_COVERAGE:
        likely = sorted((each for each in scored if each[0] > 0), key=lambda each: (-each[0], each[1].id))[:READ_ITEMS]
        return _by_decision(topic, [card for _, card in likely], agenda, understood, index)
    chosen = [(score, card) for score, card in scored if score >= best - 0.05]
    if best < SURE_COVERAGE:
        chosen = _borne_out(topic, chosen[:READ_ITEMS], agenda, understood, index)
    return [FoundItem(card=card, certainty=score, verbatim=False) for score, card in chosen]


def _borne_out(
    topic: Sequence[str], chosen: Sequence[tuple[float, Card]], agenda: Agenda, understood: Understood, index: OpenIndex
) -> list[tuple[float, Card]]:
    """Those items whose own text holds what their titles leave of the topic: a title with "salg" may be another sale."""
    found = []
    for score, card in chosen:
        passages = index.store.passages_of_item(card.id, understood.filters.access)
        stems = card.stems | {stem(word) for passage in passages for word in words_of(passage.text)}
        whole = coverage(topic, stems, agenda)
        if whole >= LEAST_WITH_TEXT:
            found.append(((score + whole) / 2, card))
    return found


def _by_decision(
    topic: Sequence[str], cards: Sequence[Card], agenda: Agenda, understood: Understood, index: OpenIndex
) -> list[FoundItem]:
    """Of items whose title holds part of the topic, the one whose title and decision together hold most of it."""
    scored = []
    for card in cards:
        item = index.store.item(card.id, understood.filters.access)
        decided = " ".join(section.text for section in item.sections if section.name is SectionName.DECISION)
        stems = card.stems | {stem(word) for word in words_of(decided)}
        scored.append((coverage(topic, stems, agenda), card))
    best = max((score for score, _ in scored), default=0.0)
    if best < LEAST_WITH_DECISION:
        return []
    return [FoundItem(card=card, certainty=0.9 * score, verbatim=False) for score, card in scored if score == best]


def _meets(place: str, agenda: Agenda) -> bool:
    """Whether a municipality's own bodies have minutes here: its name then tells whose case it is, not which."""
    return any(place in own for own in agenda.owners.values())


def topic_words(understood: Understood, agenda: Agenda) -> tuple[str, ...]:
    """The stems of what a question is about: its words without dates, bodies and the words of asking."""
    text = in_danish_of(understood.text, lambda words: all(stem(word) in agenda.rarity for word in words_of(words)))
    for found in reversed(find_dates(text)):
        text = f"{text[: found.char_start]} {text[found.char_end :]}"
    bodies = [word for body in understood.bodies for word in words_of(body)]
    bodies += [word for place in understood.municipalities if _meets(place, agenda) for word in words_of(place)]
    short = {
        fold(word)
        for word in re.findall(r"\b[A-ZÆØÅ]{2,6}\b", understood.text)
        if any(abbreviates(word, body) for body in understood.bodies)
    }
    kept = [
        stem(word)
        for word in words_of(text)
        if len(word) > 2
        and not word.isdigit()
        and stem(word) not in _KNOWN
        and word not in short
        and not any(same_word(word, other) for other in bodies)
        and not (_MEETING.match(word) and stem(word) not in agenda.rarity)
    ]
    return tuple(dict.fromkeys(kept))
