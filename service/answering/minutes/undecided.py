"""Grounds on which words of minutes do not answer what was decided: they propose, or are another body's or another case's."""

from __future__ import annotations

import re

from index.opened import OpenIndex
from ingest.dates.find import find_dates
from ingest.minutes.decisions import decides
from ingest.records import AgendaItem, DocumentKind, Passage, SectionName
from service.answering.minutes.agenda import agenda_of
from service.answering.minutes.decision_words import APPROVES_PROPOSAL, ASKS_PROPOSAL, TRIVIAL, refuses
from service.answering.minutes.elsewhere import asked_of_another, other_bodies
from service.answering.minutes.reading import share
from service.answering.minutes.roots import roots_of
from service.answering.minutes.topic import asked_words
from service.records import QuestionKind, Source, Understood
from service.understanding.words import same_word, words_of

_OUTCOME = re.compile(
    r"\b(?:besluttede|besluttet|vedt(?:og|aget)|godkendt\w*|bevilge(?:de|t)|enige om|konkluderede"
    r"|decided|approved|adopted|granted|agreed|resolved"
    r"|did .{2,60}? (?:decide|approve|adopt|grant|agree|introduce|allocate|support))\b|^(?:blev|did|was|were)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])|\n+")
_SENT_TO = re.compile(
    r"\b(?:anbefal\w*|indstil\w*|(?:over|videre)?send\w*|til|over ?for|to|recommend\w*)(?:\s+[\w-]+){0,2}$", re.IGNORECASE
)
"""Words behind which stands the body that a case is sent on to."""
LEAST_OF_CASE = 0.4
"""What is told of a case must hold this share of what the question tells of it."""


def tells_no_outcome(understood: Understood, source: Source, index: OpenIndex) -> bool:
    """Whether a source does not say what came of the case asked about, though the question asks for just that."""
    if ASKS_PROPOSAL.search(understood.text) or not _OUTCOME.search(understood.text):
        return False
    access = understood.filters.access
    passages = index.store.passages([source.passage_id], access)
    if not passages or passages[0].item_id is None:
        return False
    item = index.store.item(passages[0].item_id, access)
    if index.store.document(item.document_id, access).kind is DocumentKind.AGENDA:
        return True
    meeting = agenda_of(index, access).meetings.get(item.meeting_id)
    if meeting and asked_of_another(understood, meeting):
        others = other_bodies(understood, [meeting.body])
        if not any(_decided_by(others, sentence) for sentence in _SENTENCE.split(source.quote)):
            return True
    return _only_proposes(passages[0], item) or _of_another_case(understood, item, index)


def decided_otherwise(passage: Passage, understood: Understood, index: OpenIndex) -> bool:
    """Whether a passage is a proposal on whose case the decision names days of its own, or turns it down."""
    if passage.item_id is None or passage.section is not SectionName.RECOMMENDATION:
        return False
    item = index.store.item(passage.item_id, understood.filters.access)
    decided = _decision(item)
    return _only_proposes(passage, item) and bool(find_dates(decided, reference=passage.date) or refuses(decided))


def _decided_by(bodies: frozenset[str], sentence: str) -> bool:
    """Whether a sentence tells what one of these bodies decided; one that only sends a case on to it tells nothing."""
    parts = sentence.split()
    named = [at for at, part in enumerate(parts) if any(same_word(body, word) for body in bodies for word in words_of(part))]
    return decides(sentence) and any(not _SENT_TO.search(" ".join(parts[:at])) for at in named)


def _only_proposes(passage: Passage, item: AgendaItem) -> bool:
    """A proposal that was not simply approved."""
    if passage.section is not SectionName.RECOMMENDATION:
        return False
    decided = _decision(item)
    return not (TRIVIAL.match(decided) or APPROVES_PROPOSAL.match(decided))


def _decision(item: AgendaItem) -> str:
    return "\n".join(section.text for section in item.sections if section.name is SectionName.DECISION).strip()


def _of_another_case(understood: Understood, item: AgendaItem, index: OpenIndex) -> bool:
    if understood.kind is not QuestionKind.DECISION:
        return False
    agenda = agenda_of(index, understood.filters.access)
    asked = tuple(word for word in asked_words(understood, agenda) if word.rendered)
    asked = tuple(word for word in asked if not word.stems & agenda.names.get(item.meeting_id, frozenset()))
    said = roots_of(" ".join([item.title, *(section.text for section in item.sections)]))
    return bool(asked) and share(asked, said) < LEAST_OF_CASE
