"""Whether the whole decision on a case answers who asks what came of it, in whatever words it decides."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.records import AgendaItem, SectionName
from service.answering.extracts.decided import proposes
from service.answering.minutes.agenda import Agenda, Card
from service.answering.minutes.case_meant import share_said, topic_of
from service.answering.minutes.decision_words import APPROVES_PROPOSAL, TRIVIAL
from service.answering.minutes.item_texts import section_text
from service.answering.minutes.reading import kept_roots, without_names
from service.answering.minutes.roots import root, roots_of
from service.answering.minutes.topic import AskedWord
from service.records import Understood
from service.understanding.words import words_of

LEAST_SAID = 0.55
"""The share of the question that the case says."""
_NAME = re.compile(r"(?<=[\wæøå,)] )[A-ZÆØÅ][\wæøå-]+")
MOST_WORDS = 60
LEAST_TITLE = 0.4
"""The share that the title of a case holds whose decision is shown whole, unless …"""
FEW_WORDS = 120
"""… it is told in so few words that it is about one thing, …"""
MOST_BESIDE = 0.65
"""… and the share that a sentence beside the decision may hold."""

ASKS_WHAT_CAME = re.compile(
    r"^\W*(?:og |men |and |but )?(?:blev|bliver|fik|får|skal|kommer|vil|did|was|were|will)\b", re.IGNORECASE
)
"""How yes/no questions for what came of a case begin."""
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ»”\"])|\n+")
_DECIDING = (SectionName.DECISION, SectionName.RECOMMENDATION)


def holds_asked(understood: Understood, item: AgendaItem, card: Card, agenda: Agenda) -> bool:
    """Whether a case says most of the question, and each name in it: the playground of another school is another case."""
    asked = without_names(topic_of(understood, agenda), agenda.names.get(item.meeting_id, frozenset()))
    said = kept_roots(card, item, agenda).whole
    names = {root(word) for name in _NAME.findall(understood.text) for word in words_of(name)}
    named = [word for word in asked if word.stems & names]
    return share_said(asked, said) >= LEAST_SAID and all(share_said([word], said) > 0 for word in named)


def settles_all(understood: Understood, item: AgendaItem, asked: Sequence[AskedWord]) -> bool:
    """Whether a case has a short decision in its own words, which may be shown where no yes or no can be told from it.

    Not where the background says most of what is asked, other than as somebody's proposal: it may tell it.
    """
    decision = section_text(item, SectionName.DECISION)
    if TRIVIAL.match(decision) or APPROVES_PROPOSAL.match(decision) or len(decision.split()) > MOST_WORDS:
        return False
    beside = [section.text for section in item.sections if section.name not in _DECIDING]
    whole = sum(len(text.split()) for text in (*beside, decision)) <= FEW_WORDS
    if not whole and share_said(asked, roots_of(item.title)) < LEAST_TITLE:
        return False
    told = [sentence for text in beside for sentence in SENTENCE.split(text) if not proposes(understood.text, sentence)]
    return all(share_said(asked, roots_of(sentence)) < MOST_BESIDE for sentence in told)
