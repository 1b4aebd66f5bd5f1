"""Answers yes or no where somebody asks whether what had been proposed came about: by the decision, never by the proposal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.opened import OpenIndex
from ingest.records import AgendaItem, SectionName
from service.answering.frames import no, quoted, yes
from service.answering.minutes.agenda import Agenda, agenda_of
from service.answering.minutes.case_meant import case_meant, topic_of
from service.answering.minutes.decision_words import (
    APPROVES_PROPOSAL,
    ASKS_PROPOSAL,
    ASKS_VOTES,
    CHANGES,
    TRIVIAL,
    WHETHER_ALLOWED,
    refuses,
)
from service.answering.minutes.item_texts import section_text
from service.answering.minutes.items import FoundItem, items_asked
from service.answering.minutes.meeting_names import place_of
from service.answering.minutes.reading import share, without_names
from service.answering.minutes.roots import roots_of
from service.answering.minutes.section_sources import section_sources
from service.answering.minutes.topic import AskedWord, asked_words
from service.answering.minutes.trimmed import trimmed
from service.answering.minutes.whole_decision import ASKS_WHAT_CAME, MOST_WORDS, SENTENCE, holds_asked, settles_all
from service.records import Draft, QuestionKind, Understood

LEAST_CERTAIN = 0.55
LEAST_PROPOSED = 0.6
"""The share of the topic that title and proposal hold, where the decision only says yes or no to it."""
LEAST_FOR_YES = 0.8
LEAST_SAID = 0.5
"""The share that a sentence of the decision holds, where it decides in its own words."""
_DENIES = re.compile(r"\b(?:ikke|ingen|ej|aldrig|afslag|not|no)\b", re.IGNORECASE)
_FINITE = re.compile(r"\b(?:ikke|not|aldrig)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d.,]*")


class OutcomeAnswerer:
    """Answers yes/no questions from the decision on the item that holds nearly all of the question."""

    kind = "decision"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft; None where no item is surely meant or its decision does not settle the question."""
        text = understood.text
        if understood.kind is not QuestionKind.YES_NO or ASKS_VOTES.search(text) or ASKS_PROPOSAL.search(text):
            return None
        if WHETHER_ALLOWED.match(text):
            return None
        agenda = agenda_of(index, understood.filters.access)
        found = items_asked(understood, agenda, index, _is_decided) if agenda.cards else ()
        if not found and agenda.cards and ASKS_WHAT_CAME.match(text):
            meant = case_meant(understood, agenda, index, _is_decided)
            found = (FoundItem(card=meant.card, certainty=min(1.0, meant.share), verbatim=False),) if meant is not None else ()
        if not found or found[0].certainty < LEAST_CERTAIN or len({each.card.title for each in found}) > 1:
            return None
        return _answered(understood, index, agenda, found[0])


def _is_decided(item: AgendaItem) -> bool:
    return bool(section_text(item, SectionName.DECISION))


def _answered(understood: Understood, index: OpenIndex, agenda: Agenda, found: FoundItem) -> Draft | None:
    item = index.store.item(found.card.id, understood.filters.access)
    meeting = agenda.meetings[item.meeting_id]
    asked = without_names(asked_words(understood, agenda), agenda.names.get(item.meeting_id, frozenset()))
    asked = tuple(word for word in asked if word.rendered)
    told = _verdict(understood, item, asked)
    if told is None and ASKS_WHAT_CAME.match(understood.text) and holds_asked(understood, item, found.card, agenda):
        whole = settles_all(understood, item, topic_of(understood, agenda))
        told = (None, section_text(item, SectionName.DECISION)) if whole else None
    sources = section_sources(item, SectionName.DECISION, index, understood)
    if told is None or not sources:
        return None
    came_about, words = told
    answer = "" if came_about is None else f"{(yes if came_about else no)(understood.language)}: "
    return Draft(
        text=f"{answer}{quoted(trimmed(words, MOST_WORDS))} ({place_of(item, meeting, understood.language)}: {item.title})",
        kind=OutcomeAnswerer.kind,
        strength=0.5 + 0.45 * found.certainty,
        sources=sources,
        as_of=meeting.date,
        features=(("outcome", float(bool(came_about))),),
    )


def _verdict(understood: Understood, item: AgendaItem, asked: Sequence[AskedWord]) -> tuple[bool | None, str] | None:
    """Whether it came about, with the words that say so; None where that cannot be told."""
    if _DENIES.search(understood.text):
        return None
    decision = _point_meant(item, asked) or section_text(item, SectionName.DECISION)
    own = _own_words(decision, asked)
    others = " ".join(section.text for section in item.sections if section.name is not SectionName.DECISION)
    if share(asked, roots_of(f"{item.title} {others} {decision}")) < LEAST_PROPOSED:
        return None
    if refuses(own or decision) or refuses(decision):
        return False, decision
    if own is not None and _FINITE.search(own):
        return False, decision
    if own is not None and share(asked, roots_of(own)) >= LEAST_FOR_YES and _numbers_held(understood, own):
        return True, decision
    plain = TRIVIAL.match(decision) or (APPROVES_PROPOSAL.match(decision) and not CHANGES.search(decision))
    recommended = f"{item.title} {section_text(item, SectionName.RECOMMENDATION)}"
    held = share(asked, roots_of(recommended)) >= LEAST_FOR_YES and _numbers_held(understood, recommended)
    if plain and held and not _DENIES.search(recommended):
        return True, decision
    return None


def _point_meant(item: AgendaItem, asked: Sequence[AskedWord]) -> str | None:
    """The decision on the one numbered point of the proposal that holds most of the question; None where none is ahead."""
    scored = [(share(asked, roots_of(point.text)), point.decision) for point in item.recommendations if point.decision]
    best = max((score for score, _ in scored), default=0.0)
    ahead = [decision for score, decision in scored if score == best]
    return ahead[0] if best >= LEAST_SAID and len(ahead) == 1 else None


def _own_words(decision: str, asked: Sequence[AskedWord]) -> str | None:
    """The sentence of the decision that holds most of the question, where it holds enough of it."""
    sentences = [each for each in SENTENCE.split(decision) if each.strip()]
    scored = [(share(asked, roots_of(sentence)), sentence) for sentence in sentences]
    best = max((score for score, _ in scored), default=0.0)
    return next((sentence for score, sentence in scored if score == best), None) if best >= LEAST_SAID else None


def _numbers_held(understood: Understood, text: str) -> bool:
    return all(number.strip(".,") in text for number in _NUMBER.findall(understood.text))
