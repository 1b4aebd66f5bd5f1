"""Answers the printed marks of items and attachments: case number, document number, item number, list of attachments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.opened import OpenIndex
from ingest.records import AgendaItem, SectionName
from service.answering.frames import quoted, written_date
from service.answering.minutes.agenda import Agenda, Card, agenda_of, coverage
from service.answering.minutes.items import FoundItem, items_asked
from service.answering.minutes.meetings import meetings_asked
from service.answering.minutes.roots import root
from service.answering.minutes.topic import topic_words
from service.answering.sources import source_of
from service.answering.wording import joined
from service.records import Draft, Language, QuestionKind, Source, Understood
from service.understanding.words import words_of

_CASE = re.compile(
    r"\b(?:sags?\W?(?:id|nr|nummer\w*)\b|sagsnummer\w*|journal\w*nummer\w*|journal\W|case (?:number|id|no)|emn\b)", re.IGNORECASE
)
_DOCUMENT = re.compile(r"\b(?:dok\W?\s?id\b|dokid\w*|dokument\W?(?:id|nummer\w*)|document (?:id|number))", re.IGNORECASE)
_WHICH_ITEM = re.compile(
    r"\b(?:hvilket|hvilke|which|what)\s+(?:\w+\s)?(?:punkt\w*|dagsordenspunkt\w*|sag|item|agenda item)\b", re.IGNORECASE
)
_ATTACHMENTS = re.compile(
    r"\b(?:hvilke|hvor mange|which|what|how many|nævn|list)\s+(?:\w+\s+){0,2}?(?:bilag|attachments?|appendi\w+)\b", re.IGNORECASE
)
_DOK_ID = re.compile(r"Dok\W?\s?ID\W{0,2}\s*(\d+)", re.IGNORECASE)
LEAST_COVERAGE = 0.5


class CaseNumbersAnswerer:
    """Answers which number a case, document or item has, from the heads of agenda items and their lists of attachments."""

    kind = "meeting"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft; None when no number is asked for or no item or attachment is surely meant."""
        text = understood.text
        if understood.kind in {QuestionKind.WHY, QuestionKind.YES_NO, QuestionKind.DECISION}:
            return None
        agenda = agenda_of(index, understood.filters.access)
        if _DOCUMENT.search(text) and (draft := _attachment(understood, agenda, index)):
            return draft
        wanted = [pattern for pattern in (_DOCUMENT, _CASE, _WHICH_ITEM, _ATTACHMENTS) if pattern.search(text)]
        if not wanted:
            return None
        found = items_asked(understood, agenda, index, _has_attachments if wanted == [_ATTACHMENTS] else None)
        if not found:
            return None
        item = index.store.item(found[0].card.id, understood.filters.access)
        if understood.case_number:
            return _item(understood, index, agenda, found)
        if _DOCUMENT in wanted:
            return _mark(understood, index, agenda, found, item.document_number)
        if _CASE in wanted:
            return _mark(understood, index, agenda, found, item.case_number)
        if _ATTACHMENTS in wanted:
            return _attachments(understood, index, agenda, found, item)
        return _item(understood, index, agenda, found)


def _has_attachments(item: AgendaItem) -> bool:
    return bool(item.attachments)


def _attachment(understood: Understood, agenda: Agenda, index: OpenIndex) -> Draft | None:
    """The document number printed with the attachment whose name the question's words cover best."""
    topic = topic_words(understood, agenda)
    cards = agenda.of_meetings(meeting.id for meeting in meetings_asked(understood, agenda, index))
    scored = [
        (coverage(topic, _stems(name), agenda), card, name) for card in cards for name in card.attachments if _DOK_ID.search(name)
    ]
    best = max((score for score, _, _ in scored), default=0.0)
    chosen = [(card, name) for score, card, name in scored if score == best]
    if best < LEAST_COVERAGE or len({name for _, name in chosen}) > 1:
        return None
    card, name = chosen[0]
    number = _DOK_ID.search(name)
    source = _source_with(name, card, index, understood, SectionName.ATTACHMENTS)
    if number is None or source is None:
        return None
    return _draft(f"{number.group(1)}: {quoted(name)}.", source, 0.5 + 0.45 * best)


def _stems(text: str) -> frozenset[str]:
    return frozenset(root(word) for word in words_of(text))


def _source_with(
    words: str, card: Card, index: OpenIndex, understood: Understood, section: SectionName | None = None
) -> Source | None:
    """The passage of the item that prints these words (first in this section, None: in its head), quoted across line breaks."""
    passages = index.store.passages_of_item(card.id, understood.filters.access)
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
    for passage in sorted(passages, key=lambda each: each.section is not section):
        match = pattern.search(passage.text)
        if match:
            return source_of(index, passage, match.group(0))
    return None


def _mark(understood: Understood, index: OpenIndex, agenda: Agenda, found: Sequence[FoundItem], mark: str | None) -> Draft | None:
    """The mark, where all items that are equally meant have the same one."""
    if not mark:
        return None
    card = found[0].card
    source = _source_with(mark, card, index, understood) or _first_source(card, index, understood)
    if source is None:
        return None
    return _draft(f"{mark} ({_where(card, agenda, understood.language)}: {card.title}).", source, _strength(found))


def _first_source(card: Card, index: OpenIndex, understood: Understood) -> Source | None:
    passages = index.store.passages_of_item(card.id, understood.filters.access)
    return source_of(index, passages[0], passages[0].text) if passages else None


def _attachments(
    understood: Understood, index: OpenIndex, agenda: Agenda, found: Sequence[FoundItem], item: AgendaItem
) -> Draft | None:
    card = found[0].card
    names = [re.sub(r"\s*\(Dok\W?ID.*$", "", name) for name in item.attachments]
    first = item.attachments[0] if names else ""
    source = _source_with(first, card, index, understood, SectionName.ATTACHMENTS) if first else None
    if source is None or not names:
        return None
    text = f"{joined(names, understood.language)} ({_where(card, agenda, understood.language)})."
    if understood.kind is QuestionKind.HOW_MANY:
        text = f"{len(names)}: {text}"
    return _draft(text, source, _strength(found)) if len(text.split()) <= 110 else None


def _item(understood: Understood, index: OpenIndex, agenda: Agenda, found: Sequence[FoundItem]) -> Draft | None:
    card = found[0].card
    source = _first_source(card, index, understood)
    if source is None:
        return None
    word = "Punkt" if understood.language is Language.DANISH else "Item"
    return _draft(
        f"{word} {card.number}: {card.title} ({_meeting(card, agenda, understood.language)}).", source, _strength(found)
    )


def _where(card: Card, agenda: Agenda, language: Language) -> str:
    return f"{_meeting(card, agenda, language)}, {'punkt' if language is Language.DANISH else 'item'} {card.number}"


def _meeting(card: Card, agenda: Agenda, language: Language) -> str:
    meeting = agenda.meetings[card.meeting_id]
    return ", ".join(part for part in (meeting.body, written_date(meeting.date, language) if meeting.date else "") if part)


def _strength(found: Sequence[FoundItem]) -> float:
    return (0.95 if found[0].verbatim else 0.45 + 0.5 * found[0].certainty) - (0.15 if len(found) > 1 else 0.0)


def _draft(text: str, source: Source, strength: float) -> Draft:
    return Draft(text=text, kind=CaseNumbersAnswerer.kind, strength=strength, sources=(source,), as_of=source.date, features=())
