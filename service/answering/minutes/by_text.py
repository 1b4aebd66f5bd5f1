"""The agenda item a question is about, where its title does not say so: by the words of all its sections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.analysis.lexicon import lexicon
from index.opened import OpenIndex
from ingest.records import SectionName
from service.answering.minutes.agenda import Agenda, Card, held
from service.answering.minutes.items import FoundItem, topic_words
from service.answering.minutes.meetings import meetings_asked
from service.answering.retrieval import retrieve
from service.records import Language, Understood
from service.understanding.words import stem, words_of

READ_ITEMS = 6
LEAST_HELD = 0.75
"""The item's sections together must hold this share of what the question's words tell."""
LEAST_POINTED = 0.3
"""And its title and decision this share: what a case merely mentions was not decided in it."""
LEAST_LEAD = 0.15
"""By so much it must be ahead of another case."""
TRUST = 0.85
"""How sure a full match of the words is, beside a title that was named."""

Word = frozenset[str]
"""The stems of one word of the question: several when it was asked in English and has several renderings."""


def items_by_text(understood: Understood, agenda: Agenda, index: OpenIndex) -> tuple[FoundItem, ...]:
    """The one item whose sections hold nearly all that the question tells; empty when none does or two do."""
    allowed = {meeting.id for meeting in meetings_asked(understood, agenda, index)}
    cards = {card.id: card for card in agenda.cards if card.meeting_id in allowed}
    read = [_read(cards[each], agenda, understood, index) for each in _retrieved(understood, cards, index)]
    asked = _told(_asked(understood, agenda), read, understood.language)
    if not asked:
        return ()
    best, *others = sorted(read, key=lambda each: -_share(asked, each.whole))
    score = _share(asked, best.whole)
    rivals = [other for other in others if other.card.title != best.card.title]
    close = any(score - _share(asked, rival.whole) < LEAST_LEAD for rival in rivals)
    if score < LEAST_HELD or _share(asked, best.pointed) < LEAST_POINTED or close:
        return ()
    return (FoundItem(card=best.card, certainty=TRUST * score, verbatim=False),)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """An item as read: the stems of all its sections, and those of its title and decision; with both, who met."""

    card: Card
    whole: frozenset[str]
    pointed: frozenset[str]


def _read(card: Card, agenda: Agenda, understood: Understood, index: OpenIndex) -> _Read:
    access = understood.filters.access
    document = index.store.document(card.document_id, access)
    said = card.stems | _stems(f"{agenda.meetings[card.meeting_id].body or ''} {document.title} {document.path}")
    sections = index.store.item(card.id, access).sections
    decided = (section.text for section in sections if section.name is SectionName.DECISION)
    return _Read(
        card=card,
        whole=said | _stems(" ".join(section.text for section in sections)),
        pointed=said | _stems(" ".join(decided)),
    )


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words_of(text))


def _retrieved(understood: Understood, cards: Mapping[str, Card], index: OpenIndex) -> list[str]:
    """The ids of the items whose passages the search finds, in its order."""
    found = (scored.passage.item_id for scored in retrieve(understood, index))
    return list(dict.fromkeys(each for each in found if each is not None and each in cards))[:READ_ITEMS]


def _asked(understood: Understood, agenda: Agenda) -> list[tuple[Word, float]]:
    """The words of the question that tell what it is about, each with its weight."""
    renderings = [] if understood.language is Language.DANISH else lexicon().translate(list(words_of(understood.text)))
    groups = [frozenset(stem(word) for each in found.renderings for word in words_of(each)) for found in renderings]
    topic = topic_words(understood, agenda)
    return [(next((group for group in groups if word in group), frozenset({word})), agenda.weight(word)) for word in topic]


def _told(asked: Sequence[tuple[Word, float]], read: Sequence[_Read], language: Language) -> list[tuple[Word, float]]:
    """Those words that can be held against the items: an English word that no item holds may only lack a translation."""
    if language is Language.DANISH:
        return list(asked) if read else []
    return [(word, weight) for word, weight in asked if len(word) > 1 or any(_holds(each.whole, word) for each in read)]


def _share(asked: Sequence[tuple[Word, float]], stems: frozenset[str]) -> float:
    return sum(weight * _holds(stems, word) for word, weight in asked) / sum(weight for _, weight in asked)


def _holds(stems: frozenset[str], word: Word) -> float:
    return max(held(each, stems) for each in word)
