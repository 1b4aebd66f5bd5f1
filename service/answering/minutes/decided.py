"""What was decided on an agenda item, and what had only been proposed."""

from __future__ import annotations

import re
from dataclasses import replace

from index.opened import OpenIndex
from ingest.dates.find import find_dates
from ingest.records import AgendaItem, DocumentKind, Meeting, SectionName
from service.answering.frames import quoted
from service.answering.minutes.agenda import Agenda, agenda_of
from service.answering.minutes.case_meant import case_meant
from service.answering.minutes.decision_words import (
    APPROVES_PROPOSAL,
    ASKS,
    ASKS_PROPOSAL,
    ASKS_VOTES,
    GIVES_REASON,
    TRIVIAL,
    WHETHER_ALLOWED,
    explains,
    votes_asked,
    votes_fit,
    without_absentees,
    yes_or_no,
)
from service.answering.minutes.elsewhere import asked_of_another, decided_elsewhere, of_decider, other_bodies, without
from service.answering.minutes.items import SURE_TITLE, FoundItem, items_asked
from service.answering.minutes.meeting_names import place_of
from service.answering.minutes.section_sources import head_sources, section_sources
from service.answering.minutes.trimmed import trimmed
from service.records import Draft, Language, QuestionKind, Understood

MOST_WORDS = 117
"""The judge and the reader stop at 120 words; the frame needs the rest."""
MOST_CASES = 3
MOST_NOTED = 60
"""Words of notes without headings that may be shown for the decision they hold."""
MOST_OF_EACH = 45
"""Words of each of two decisions that are shown together."""
_ROW = re.compile(r"^[^\n]*(?:\s\|\s|\t)[^\n]*$", re.MULTILINE)
FEWEST_ROWS = 3
_OPENING = 120
"""Characters at the beginning of a paragraph that say who met when."""
MOST_PROPOSED = 32
"""The words shown of a proposal that a decision refers to: enough to see what it was about; the whole is its source."""
_PROPOSER = re.compile(
    r"^[A-ZÆØÅ][^.:\n]{2,80}?\b(?:indstiller|anbefaler)(?:\s+(?:til|over\s?for)\s[^.:\n]{2,80}?)?,?\s*:?\s*(?=at\s|\d+\.|[–-]\s)"
)
"""Who proposes it, and to whom: what is proposed stands behind it."""
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

    kind = "decision"

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
        if not found and fits is not None:
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
        if understood.kind in (QuestionKind.WHO, QuestionKind.WHY, QuestionKind.WHAT) and fits is None and _in_rows(item):
            return None  # one row of the table is asked for, not all that was decided
        if proposal:
            return _proposed(understood, index, item, meeting, found[0])
        if not found[0].verbatim and len({each.card.title for each in found}) > 1:
            return _either(understood, index, agenda, found)
        return _decided(understood, index, item, meeting, found)


def _asks(text: str) -> bool:
    return ASKS.search(text) is not None or ASKS_VOTES.search(text) is not None


def _in_rows(item: AgendaItem) -> bool:
    """Whether a decision is told in a table."""
    return len(_ROW.findall(section_text(item, SectionName.DECISION))) >= FEWEST_ROWS


def _in_history(understood: Understood, index: OpenIndex, agenda: Agenda) -> Draft | None:
    """What a body whose own minutes are not in the corpus decided, from the history of the case in another's."""
    strangers = other_bodies(understood, (meeting.body for meeting in agenda.meetings.values()))
    for found in items_asked(without(understood, strangers), agenda, index)[:MOST_CASES] if strangers else ():
        item = index.store.item(found.card.id, understood.filters.access)
        draft = decided_elsewhere(understood, index, item, agenda.meetings[item.meeting_id])
        if draft:
            return draft
    return None


_MINE = frozenset(QuestionKind) - {QuestionKind.WHEN, QuestionKind.WHERE, QuestionKind.HOW_MANY, QuestionKind.DEFINITION}


def section_text(item: AgendaItem, name: SectionName) -> str:
    """The text of all sections of this name, in printed order; empty when nothing is printed."""
    return "\n".join(section.text for section in item.sections if section.name is name and section.text)


def own_paragraph(item: AgendaItem, meeting: Meeting) -> str:
    """What the meeting itself decided, where it stands as the last step of the case's way: "Regionsrådet, 24. september: …"."""
    for section in item.sections:
        for paragraph in section.text.split("\n") if section.name is SectionName.EARLIER_DECISIONS else ():
            days = [found for found in find_dates(paragraph[:_OPENING]) if found.first == meeting.date]
            if days and meeting.date is not None:
                return paragraph[days[-1].char_end :].lstrip(" :.–-") or paragraph
    return ""


def _decided(
    understood: Understood, index: OpenIndex, item: AgendaItem, meeting: Meeting, found: tuple[FoundItem, ...]
) -> Draft | None:
    decision = section_text(item, SectionName.DECISION)
    language = understood.language
    if (
        not decision
        and section_text(item, SectionName.OTHER)
        and not (understood.kind is QuestionKind.DECISION and _labels_decisions(item, index, understood))
    ):
        return _noted(understood, index, item, meeting, found[0])  # text without headings: what was decided may stand in it
    own = "" if decision else own_paragraph(item, meeting)
    decision = decision or own
    if not decision:
        return _blank(understood, index, item, meeting, found[0])
    shown = decision if found[0].verbatim else without_absentees(decision)  # asked by its title: what was minuted, all of it
    if _ASKS_FIGURE.search(understood.text) and not _FIGURE.search(shown):
        return None  # an amount or a day is asked for, and none was decided
    told = votes_asked(understood.text, item.votes) if ASKS_VOTES.search(understood.text) else shown
    if understood.kind is QuestionKind.WHY and not GIVES_REASON.search(told):
        told = decision  # the reason may stand in a sentence of its own
    if understood.kind is QuestionKind.WHY and not (GIVES_REASON.search(told) or explains(understood.text, told)):
        return None
    titled = any(item.title.casefold() in said.casefold() for said in understood.quoted)
    text = quoted(trimmed(told, MOST_WORDS - len(place_of(item, meeting, language).split())))
    word = yes_or_no(understood, decision)
    if word:
        text = f"{word}: {text}"
    text = f"{text} ({place_of(item, meeting, language)})" if titled else _with_place(text, item, meeting, language)
    sources = section_sources(item, SectionName.EARLIER_DECISIONS if own else SectionName.DECISION, index, understood)
    proposal = section_text(item, SectionName.RECOMMENDATION)
    if (TRIVIAL.match(decision) or APPROVES_PROPOSAL.match(decision)) and proposal and not word:
        text = _with_proposal(text, proposal, language)
        sources += section_sources(item, SectionName.RECOMMENDATION, index, understood)
    if not sources:
        return None
    return Draft(
        text=text,
        kind=DecisionAnswerer.kind,
        strength=_strength(understood, found, decision),
        sources=sources,
        as_of=meeting.date,
        features=(("certainty", found[0].certainty), ("verbatim", float(found[0].verbatim)), ("rivals", float(len(found) - 1))),
    )


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


def _noted(understood: Understood, index: OpenIndex, item: AgendaItem, meeting: Meeting, found: FoundItem) -> Draft | None:
    """What short notes without any headings say of the case, where its title was surely meant."""
    only = [section for section in item.sections if section.text]
    if len(only) != 1 or only[0].heading or found.certainty < SURE_TITLE or len(only[0].text.split()) > MOST_NOTED:
        return None
    sources = section_sources(item, SectionName.OTHER, index, understood)
    if not sources or understood.kind in (QuestionKind.YES_NO, QuestionKind.WHY):
        return None
    return Draft(
        text=_with_place(quoted(only[0].text), item, meeting, understood.language),
        kind=DecisionAnswerer.kind,
        strength=0.8,
        sources=sources,
        as_of=meeting.date,
        features=(("certainty", found.certainty), ("noted", 1.0)),
    )


def _labels_decisions(item: AgendaItem, index: OpenIndex, understood: Understood) -> bool:
    """Whether most items of the meeting have their decision under a heading: an item without one has then recorded none."""
    items = [other for other in index.store.items_of_meeting(item.meeting_id, understood.filters.access) if other.id != item.id]
    labelled = [any(each.name is SectionName.DECISION and each.heading for each in other.sections) for other in items]
    return sum(labelled) * 2 > len(labelled)


def _blank(understood: Understood, index: OpenIndex, item: AgendaItem, meeting: Meeting, found: FoundItem) -> Draft | None:
    """Says that no decision is recorded, and shows the item and its proposal as sources without answering from them."""
    sources = head_sources(item, index, understood)
    sources += section_sources(item, SectionName.RECOMMENDATION, index, understood)
    if not sources:
        return None
    nothing = "Der er ikke noteret nogen beslutning" if understood.language is Language.DANISH else "No decision is recorded"
    return Draft(
        text=f"{_with_place(nothing, item, meeting, understood.language)}.",
        kind=DecisionAnswerer.kind,
        strength=0.9 if found.verbatim else 0.35 + 0.55 * found.certainty,
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
    whole = f"{text} ({place_of(item, meeting, language)}: {item.title})"
    return whole if len(whole.split()) <= MOST_WORDS else f"{text} ({place_of(item, meeting, language)})"


def _with_proposal(text: str, proposal: str, language: Language) -> str:
    """The text followed by the proposal, named as such, as far as there is room."""
    label = "Indstillet var" if language is Language.DANISH else "What had been proposed"
    room = min(MOST_WORDS - len(text.split()) - len(label.split()), MOST_PROPOSED)
    matter = _PROPOSER.sub("", proposal.strip(), count=1)
    return f"{text} {label}: {quoted(trimmed(matter, room))}" if room >= 12 else text


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
