"""How what is quoted of a case is framed: its place behind it, its proposal where the decision refers to that."""

from __future__ import annotations

import re

from ingest.records import AgendaItem, Meeting
from service.answering.frames import quoted
from service.answering.minutes.meeting_names import place_of
from service.answering.minutes.trimmed import trimmed
from service.records import Language

KIND = "decision"
MOST_WORDS = 117
"""The judge and the reader stop at 120 words; the frame needs the rest."""
MOST_PROPOSED = 32
"""The words shown of a proposal that a decision refers to: enough to see what it was about; the whole is its source."""
_PROPOSER = re.compile(
    r"^[A-ZÆØÅ][^.:\n]{2,80}?\b(?:indstiller|anbefaler)(?:\s+(?:til|over\s?for)\s[^.:\n]{2,80}?)?,?\s*:?\s*(?=at\s|\d+\.|[–-]\s)"
)
"""Who proposes it, and to whom: what is proposed stands behind it."""


def with_place(text: str, item: AgendaItem, meeting: Meeting, language: Language) -> str:
    """The text with body, date and item behind it; the title too where there is room."""
    whole = f"{text} ({place_of(item, meeting, language)}: {item.title})"
    return whole if len(whole.split()) <= MOST_WORDS else f"{text} ({place_of(item, meeting, language)})"


def with_proposal(text: str, proposal: str, language: Language) -> str:
    """The text followed by the proposal, named as such, as far as there is room."""
    label = "Indstillet var" if language is Language.DANISH else "What had been proposed"
    room = min(MOST_WORDS - len(text.split()) - len(label.split()), MOST_PROPOSED)
    matter = _PROPOSER.sub("", proposal.strip(), count=1)
    return f"{text} {label}: {quoted(trimmed(matter, room))}" if room >= 12 else text
