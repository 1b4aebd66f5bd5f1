"""What was decided on an agenda item, and what had only been proposed."""

from __future__ import annotations

import re
from dataclasses import replace

from index.opened import OpenIndex
from ingest.records import AgendaItem, DocumentKind, Meeting, SectionName
from service.answering.frames import quoted
from service.answering.minutes.agenda import Agenda, agenda_of
from service.answering.minutes.beside_decision import blank, noted, proposed
from service.answering.minutes.case_meant import case_meant
from service.answering.minutes.decision_frames import KIND, MOST_WORDS, with_place, with_proposal
from service.answering.minutes.decision_words import (
    APPROVES_PROPOSAL,
    ASKS,
    ASKS_PROPOSAL,
    ASKS_VOTES,
    GIVES_REASON,
    TRIVIAL,
    WHAT_CAME,
    WHETHER_ALLOWED,
    explains,
    votes_asked,
    votes_fit,
    without_absentees,
    yes_or_no,
)
from service.answering.minutes.elsewhere import asked_of_another, decided_elsewhere, of_decider, other_bodies, without
from service.answering.minutes.item_texts import labels_decisions, own_paragraph, section_text, told_in_rows
from service.answering.minutes.items import FoundItem, items_asked
from service.answering.minutes.meeting_names import place_of
from service.answering.minutes.section_sources import section_sources
from service.answering.minutes.trimmed import trimmed
from service.answering.minutes.unit_says import appoints, asks_appointed
from service.answering.minutes.whole_decision import holds_asked
from service.records import Draft, QuestionKind, Understood

_MINE = frozenset(QuestionKind) - {QuestionKind.WHEN, QuestionKind.WHERE, QuestionKind.HOW_MANY, QuestionKind.DEFINITION}
MOST_CASES = 3
MOST_OF_EACH = 45
"""Words of each of two decisions that are shown together."""
_FIGURE = re.compile(
    r"\d[\d.,]*\s*(?:kr|mio|mia|t\.?kr|euro|eur|dkk|pct|%|€)|\d{1,2}\.\s?[a-zæøå]{3,}|\b(?:19|20)\d\d\b", re.IGNORECASE
)
_ASKS_FIGURE = re.compile(
    r"^(?:til |for )?(?:hvad|hvilken|hvilket|hvilke|what|which)\b.{0,25}\b(?:pris\w*|beløb\w*|takst\w*|dato\w*"
    r"|frist\w*|price|amount|fee|date|deadline|cost)\b"
    r"|^(?:hvad koster|what does .{2,60} cost)\b",
    re.IGNORECASE,
)


class DecisionAnswerer:
    """Answers what was decided (or recommended, or voted) on an item, from its decision section and never from the proposal."""

    kind = KIND

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft for the item meant; says so when no decision is recorded. None when no item is surely meant."""
        understood, advises = of_decider(understood)
        proposal = bool(ASKS_PROPOSAL.search(understood.text)) and understood.kind is not QuestionKind.DECISION and not advises
        proposal = proposal and not ASKS_VOTES.search(understood.text)
        if understood.kind is QuestionKind.YES_NO and WHETHER_ALLOWED.match(understood.text):
            return None
        if understood.kind not in _MINE or not (proposal or advises or _asks(understood.text)):
            return None
        agenda = agenda_of(index, understood.filters.access)
        fits = votes_fit(understood.text) if ASKS_VOTES.search(understood.text) and not proposal else None
        found = items_asked(understood, agenda, index, fits)
        if not found and (fits is not None or WHAT_CAME.search(understood.text)):
            meant = case_meant(understood, agenda, index, fits)
            found = (FoundItem(card=meant.card, certainty=min(1.0, meant.share), verbatim=False),) if meant is not None else ()
        if not found:
            return _in_history(understood, index, agenda)
        item = index.store.item(found[0].card.id, understood.filters.access)
        meeting = agenda.meetings[item.meeting_id]
        elsewhere = decided_elsewhere(understood, index, item, meeting)
        if elsewhere or asked_of_another(understood, meeting):
            return elsewhere
        if not proposal and index.store.document(item.document_id, understood.filters.access).kind is DocumentKind.AGENDA:
            return None  # nothing has been decided yet
        if understood.kind in (QuestionKind.WHO, QuestionKind.WHY, QuestionKind.WHAT) and fits is None and told_in_rows(item):
            return None  # one row of the table is asked for, not all that was decided
        if _only_what_came(understood.text) and not holds_asked(understood, item, found[0].card, agenda):
            return None
        if asks_appointed(understood) and not appoints(_decided_or_told(item)):
            return None
        if proposal:
            return proposed(understood, index, item, meeting, found[0])
        if not found[0].verbatim and len({each.card.title for each in found}) > 1:
            return _either(understood, index, agenda, found)
        return _decided(understood, index, item, meeting, found)


def _asks(text: str) -> bool:
    return any(pattern.search(text) for pattern in (ASKS, ASKS_VOTES, WHAT_CAME))


def _records_decisions(item: AgendaItem, index: OpenIndex, understood: Understood) -> bool:
    """Whether the item has a place for its decision, if an empty one, or most items of its meeting have."""
    return any(each.name is SectionName.DECISION for each in item.sections) or labels_decisions(item, index, understood)


def _decided_or_told(item: AgendaItem) -> str:
    """The decision; all that stands of an item that has none."""
    return section_text(item, SectionName.DECISION) or "\n".join(section.text for section in item.sections)


def _only_what_came(text: str) -> bool:
    """Whether nothing but a colleague's words for it asks for a decision."""
    return not (ASKS.search(text) or ASKS_VOTES.search(text))


def _in_history(understood: Understood, index: OpenIndex, agenda: Agenda) -> Draft | None:
    """What a body whose own minutes are not in the corpus decided, from the history of the case in another's."""
    strangers = other_bodies(understood, (meeting.body for meeting in agenda.meetings.values()))
    for found in items_asked(without(understood, strangers), agenda, index)[:MOST_CASES] if strangers else ():
        item = index.store.item(found.card.id, understood.filters.access)
        draft = decided_elsewhere(understood, index, item, agenda.meetings[item.meeting_id])
        if draft:
            return draft
    return None


def _decided(
    understood: Understood, index: OpenIndex, item: AgendaItem, meeting: Meeting, found: tuple[FoundItem, ...]
) -> Draft | None:
    decision = section_text(item, SectionName.DECISION)
    language = understood.language
    if (
        not decision
        and section_text(item, SectionName.OTHER)
        and not (understood.kind is QuestionKind.DECISION and labels_decisions(item, index, understood))
    ):
        return noted(understood, index, item, meeting, found[0])  # text without headings: what was decided may stand in it
    own = "" if decision else own_paragraph(item, meeting)
    decision = decision or own
    if not decision and not _records_decisions(item, index, understood):
        return None  # what was decided may stand under a heading that is not known for one
    if not decision:
        return blank(understood, index, item, meeting, found[0])
    told = _words_shown(understood, item, decision, verbatim=found[0].verbatim)
    if told is None:
        return None
    titled = any(item.title.casefold() in said.casefold() for said in understood.quoted)
    text = quoted(trimmed(told, MOST_WORDS - len(place_of(item, meeting, language).split())))
    word = yes_or_no(understood, decision)
    if word:
        text = f"{word}: {text}"
    text = f"{text} ({place_of(item, meeting, language)})" if titled else with_place(text, item, meeting, language)
    sources = section_sources(item, SectionName.EARLIER_DECISIONS if own else SectionName.DECISION, index, understood)
    proposal = section_text(item, SectionName.RECOMMENDATION)
    if (TRIVIAL.match(decision) or APPROVES_PROPOSAL.match(decision)) and proposal and not word:
        text = with_proposal(text, proposal, language)
        sources += section_sources(item, SectionName.RECOMMENDATION, index, understood)
    if not sources:
        return None
    return Draft(
        text=text,
        kind=KIND,
        strength=_strength(understood, found, decision),
        sources=sources,
        as_of=meeting.date,
        features=(("certainty", found[0].certainty), ("verbatim", float(found[0].verbatim)), ("rivals", float(len(found) - 1))),
    )


def _words_shown(understood: Understood, item: AgendaItem, decision: str, *, verbatim: bool) -> str | None:
    """The words of a decision that answer; None where a sum, a day or a reason is asked for that it does not say."""
    shown = decision if verbatim else without_absentees(decision)  # asked by its title: what was minuted, all of it
    if _ASKS_FIGURE.search(understood.text) and not _FIGURE.search(shown):
        return None
    told = votes_asked(understood.text, item.votes) if ASKS_VOTES.search(understood.text) else shown
    if understood.kind is not QuestionKind.WHY:
        return told
    if not GIVES_REASON.search(told):
        told = decision  # the reason may stand in a sentence of its own
    return told if GIVES_REASON.search(told) or explains(understood.text, told) else None


def _either(understood: Understood, index: OpenIndex, agenda: Agenda, found: tuple[FoundItem, ...]) -> Draft | None:
    """Both decisions where two cases fit equally and both are short; None where more do: nothing says which is meant."""
    firsts = list({each.card.title: each for each in reversed(found)}.values())[::-1]
    if len(firsts) > 2:
        return None
    drafts = []
    for each in firsts:
        item = index.store.item(each.card.id, understood.filters.access)
        if len(section_text(item, SectionName.DECISION).split()) > MOST_OF_EACH:
            return None
        drafts.append(_decided(understood, index, item, agenda.meetings[item.meeting_id], (each,)))
    told = [draft for draft in drafts if draft is not None]
    if len(told) != len(drafts):
        return None
    return replace(
        told[0],
        text=" ".join(draft.text for draft in told),
        strength=min(draft.strength for draft in told) - 0.1,
        sources=tuple(source for draft in told for source in draft.sources),
    )


def _strength(understood: Understood, found: tuple[FoundItem, ...], decision: str) -> float:
    """Verbatim title and day: sure; by topic: as sure as the topic is covered, less with rivals or too long a decision."""
    best, rivals = found[0], {each.card.title for each in found[1:]} - {found[0].card.title}
    if best.verbatim:
        return 0.9 if rivals else 0.97
    strength = 0.5 + 0.45 * best.certainty
    if rivals:
        strength -= 0.1
    if len(decision.split()) > MOST_WORDS:
        strength -= 0.25
    return strength if understood.kind is QuestionKind.DECISION else strength - 0.05
