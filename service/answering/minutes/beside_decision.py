"""What is answered of a case besides its decision: notes without headings, that none is recorded, what was proposed."""

from __future__ import annotations

from index.opened import OpenIndex
from ingest.records import AgendaItem, Meeting, SectionName
from service.answering.frames import quoted
from service.answering.minutes.decision_frames import KIND, MOST_WORDS, with_place
from service.answering.minutes.item_texts import section_text
from service.answering.minutes.items import SURE_TITLE, FoundItem
from service.answering.minutes.section_sources import head_sources, section_sources
from service.answering.minutes.trimmed import trimmed
from service.records import Draft, Language, QuestionKind, Understood

MOST_NOTED = 60
"""Words of notes without headings that may be shown for the decision they hold."""


def noted(understood: Understood, index: OpenIndex, item: AgendaItem, meeting: Meeting, found: FoundItem) -> Draft | None:
    """What short notes without any headings say of the case, where its title was surely meant."""
    only = [section for section in item.sections if section.text]
    if len(only) != 1 or only[0].heading or found.certainty < SURE_TITLE or len(only[0].text.split()) > MOST_NOTED:
        return None
    sources = section_sources(item, SectionName.OTHER, index, understood)
    if not sources or understood.kind in (QuestionKind.YES_NO, QuestionKind.WHY):
        return None
    return Draft(
        text=with_place(quoted(only[0].text), item, meeting, understood.language),
        kind=KIND,
        strength=0.8,
        sources=sources,
        as_of=meeting.date,
        features=(("certainty", found.certainty), ("noted", 1.0)),
    )


def blank(understood: Understood, index: OpenIndex, item: AgendaItem, meeting: Meeting, found: FoundItem) -> Draft | None:
    """Says that no decision is recorded, and shows the item and its proposal as sources without answering from them."""
    sources = head_sources(item, index, understood)
    sources += section_sources(item, SectionName.RECOMMENDATION, index, understood)
    if not sources:
        return None
    nothing = "Der er ikke noteret nogen beslutning" if understood.language is Language.DANISH else "No decision is recorded"
    return Draft(
        text=f"{with_place(nothing, item, meeting, understood.language)}.",
        kind=KIND,
        strength=0.9 if found.verbatim else 0.35 + 0.55 * found.certainty,
        sources=sources,
        as_of=meeting.date,
        features=(("certainty", found.certainty), ("blank", 1.0)),
    )


def proposed(understood: Understood, index: OpenIndex, item: AgendaItem, meeting: Meeting, found: FoundItem) -> Draft | None:
    """The proposal, where that is asked for; None where none is printed."""
    proposal = section_text(item, SectionName.RECOMMENDATION)
    sources = section_sources(item, SectionName.RECOMMENDATION, index, understood)
    if not proposal or not sources:
        return None
    return Draft(
        text=with_place(quoted(trimmed(proposal, MOST_WORDS - 14)), item, meeting, understood.language),
        kind=KIND,
        strength=0.5 + 0.45 * found.certainty,
        sources=sources,
        as_of=meeting.date,
        features=(("certainty", found.certainty), ("proposal", 1.0)),
    )
