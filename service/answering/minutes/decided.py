"""What was decided on an agenda item, and what had only been proposed."""

from __future__ import annotations

import re

from index.opened import OpenIndex
from ingest.records import AgendaItem, Meeting, SectionName
from service.answering.frames import no, quoted, written_date, yes
from service.answering.minutes.agenda import agenda_of
from service.answering.minutes.items import FoundItem, items_asked
from service.answering.minutes.section_sources import section_sources
from service.answering.minutes.trimmed import trimmed
from service.records import Draft, Language, QuestionKind, Understood

MOST_WORDS = 112
"""The judge and the reader stop at 120 words; the frame needs the rest."""

_ASKS = re.compile(
    r"\b(?:beslut\w*|vedt[aoå]\w*|godkend\w*|tiltr[åa]\w*|udsat|udsatte|udskudt|afvist|afviste|forkast\w*|bemærkning\w*|tilføjelse\w*|tilføjet|"
    r"stemt\w*|stemme\w*|efterretning|eventuelt|decid\w+|decision\w*|approv\w+|adopt\w+|postpon\w+|reject\w+|remark\w*|vote[ds]?)\b",
    re.IGNORECASE,
)
_ASKS_VOTES = re.compile(r"\b(?:stemte|stemt|stemmer|afstemning|vote[ds]?|voting)\b", re.IGNORECASE)
_ASKS_PROPOSAL = re.compile(r"\b(?:indstil\w*|foreslå\w*|foreslog|recommendation|recommended|propos\w+)\b", re.IGNORECASE)
_TRIVIAL = re.compile(
    r"^\W*(?:(?:ad\.?\s*\d+\W*)?(?:tiltrådt|tilrådt|godkendt|vedtaget|indstillingen (?:blev )?(?:godkendt|tiltrådt)|"
    r"(?:\S+\s+){1,4}(?:godkendte|tiltrådte|vedtog) (?:indstillingen|\S+ indstilling(?:er)?)|taget til efterretning)\W*)+"
    r"(?:(?:fraværende|afbud|ikke til stede).*)?$",
    re.IGNORECASE | re.DOTALL,
)
_REFUSED = re.compile(
    r"\b(?:ikke (?:godkend\w*|tiltrå\w*|anbefal\w*)|afvis\w*|forkast\w*|kan ikke|udsæt\w*|udsat\w*|udskyd\w*|not approved|rejected)\b",
    re.IGNORECASE,
)
_APPROVED = re.compile(
    r"\b(?:godkend\w*|tiltråd\w*|tilrådt|vedtog\w*|vedtag\w*|til efterretning|approved|adopted|bakkede op)\b", re.IGNORECASE
)
_NOTHING = re.compile(r"\b(?:intet at bemærke|ingen bemærkninger|intet|ingenting|nothing|no remarks)\b", re.IGNORECASE)


class DecisionAnswerer:
    """Answers what was decided (or recommended, or voted) on an item, from its decision section and never from the proposal."""

    kind = "decision"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft for the item meant; says so when no decision is recorded. None when no item is surely meant."""
        proposal = bool(_ASKS_PROPOSAL.search(understood.text)) and understood.kind is not QuestionKind.DECISION
        if understood.kind not in _MINE or not (proposal or _ASKS.search(understood.text)):
            return None
        agenda = agenda_of(index, understood.filters.access)
        found = items_asked(understood, agenda, index)
        if not found:
            return None
        item = index.store.item(found[0].card.id, understood.filters.access)
        meeting = agenda.meetings[item.meeting_id]
        if proposal:
            return _proposed(understood, index, item, meeting, found[0])
        if _ASKS_VOTES.search(understood.text) and not item.votes:
            return None
        return _decided(understood, index, item, meeting, found)


_MINE = frozenset(
    {QuestionKind.DECISION, QuestionKind.YES_NO, QuestionKind.WHAT, QuestionKind.LIST, QuestionKind.STATUS, QuestionKind.WHO}
)


def section_text(item: AgendaItem, name: SectionName) -> str:
    """The text of all sections of this name, in printed order; empty when nothing is printed."""
    return "\n".join(section.text for section in item.sections if section.name is name and section.text)


def _decided(
    understood: Understood, index: OpenIndex, item: AgendaItem, meeting: Meeting, found: tuple[FoundItem, ...]
) -> Draft | None:
    decision = section_text(item, SectionName.DECISION)
    language = understood.language
    if not decision:
        return _blank(understood, index, item, meeting, found[0])
    told = " ".join(item.votes) if _ASKS_VOTES.search(understood.text) else decision
    text = quoted(trimmed(told, MOST_WORDS - 14))
    word = _yes_or_no(understood, decision)
    if word:
        text = f"{word}: {text}"
    text = _with_place(text, item, meeting, language)
    proposal = section_text(item, SectionName.RECOMMENDATION)
    if _TRIVIAL.match(decision) and proposal and not word:
        text = _with_proposal(text, proposal, language)
    return Draft(
        text=text,
        kind=DecisionAnswerer.kind,
        strength=_strength(understood, found, decision),
        sources=section_sources(item, SectionName.DECISION, index, understood)
        + (
            section_sources(item, SectionName.RECOMMENDATION, index, understood)
            if "»" in text and _TRIVIAL.match(decision)
            else ()
        ),
        as_of=meeting.date,
        features=(("certainty", found[0].certainty), ("verbatim", float(found[0].verbatim)), ("rivals", float(len(found) - 1))),
    )


def _blank(understood: Understood, index: OpenIndex, item: AgendaItem, meeting: Meeting, found: FoundItem) -> Draft | None:
    """Says that no decision is recorded; an agenda has none to record."""
    sources = section_sources(item, SectionName.RECOMMENDATION, index, understood) or section_sources(
        item, None, index, understood
    )
    if not sources:
        return None
    danish = understood.language is Language.DANISH
    text = f"{'Der er ikke noteret nogen beslutning' if danish else 'No decision is recorded'} ({_place(item, meeting, understood.language)})."
    proposal = section_text(item, SectionName.RECOMMENDATION)
    return Draft(
        text=_with_proposal(text, proposal, understood.language) if proposal else text,
        kind=DecisionAnswerer.kind,
        strength=0.85 if found.verbatim else 0.6 * found.certainty,
        sources=sources,
        as_of=meeting.date,
        features=(("certainty", found.certainty), ("blank", 1.0)),
    )


def _proposed(understood: Understood, index: OpenIndex, item: AgendaItem, meeting: Meeting, found: FoundItem) -> Draft | None:
    proposal = section_text(item, SectionName.RECOMMENDATION)
    sources = section_sources(item, SectionName.RECOMMENDATION, index, understood)
    if not proposal or not sources:
        return None
    return Draft(
        text=_with_place(quoted(trimmed(proposal, MOST_WORDS - 14)), item, meeting, understood.language),
        kind=DecisionAnswerer.kind,
        strength=0.5 + 0.45 * found.certainty,
        sources=sources,
        as_of=meeting.date,
        features=(("certainty", found.certainty), ("proposal", 1.0)),
    )


def _with_place(text: str, item: AgendaItem, meeting: Meeting, language: Language) -> str:
    """The text with body, date and item behind it; the title too where there is room."""
    whole = f"{text} ({_place(item, meeting, language)}: {item.title})"
    return whole if len(whole.split()) <= MOST_WORDS else f"{text} ({_place(item, meeting, language)})"


def _place(item: AgendaItem, meeting: Meeting, language: Language) -> str:
    parts = [meeting.body] if meeting.body else []
    if meeting.date:
        parts.append(written_date(meeting.date, language))
    parts.append(f"{'punkt' if language is Language.DANISH else 'item'} {item.number}")
    return ", ".join(parts)


def _with_proposal(text: str, proposal: str, language: Language) -> str:
    """The text followed by the proposal, named as such, as far as there is room."""
    label = "Indstillet var" if language is Language.DANISH else "What had been proposed"
    room = min(MOST_WORDS - len(text.split()) - len(label.split()), 60)
    return f"{text} {label}: {quoted(trimmed(proposal, room))}" if room >= 12 else text


def _yes_or_no(understood: Understood, decision: str) -> str | None:
    """Ja or Nej where a yes/no question asks whether something was approved, or came up at all; None otherwise."""
    if understood.kind is not QuestionKind.YES_NO:
        return None
    if _NOTHING.search(decision) and len(decision.split()) < 8:
        return no(understood.language)
    if _ASKS_VOTES.search(understood.text):
        return yes(understood.language)
    if _REFUSED.search(decision):
        return no(understood.language) if not _APPROVED.search(decision.replace("ikke", "")) else None
    return yes(understood.language) if _APPROVED.search(decision) else None


def _strength(understood: Understood, found: tuple[FoundItem, ...], decision: str) -> float:
    """Verbatim title, body and day: sure; by topic: as sure as the topic is covered, less with rivals or a decision too long to quote."""
    best = found[0]
    if best.verbatim:
        return 0.97 if len(found) == 1 else 0.9
    strength = 0.45 + 0.5 * best.certainty
    if len(found) > 1:
        strength -= 0.1
    if len(decision.split()) > MOST_WORDS:
        strength -= 0.25
    return strength if understood.kind is QuestionKind.DECISION else strength - 0.1
