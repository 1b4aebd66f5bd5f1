"""Who took no part in one case, and why: disqualified, out of the room, away; by the sentence that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.opened import OpenIndex
from ingest.records import AgendaItem, Passage
from service.answering.frames import quoted
from service.answering.minutes.agenda import agenda_of
from service.answering.minutes.case_meant import case_meant
from service.answering.minutes.meeting_names import place_of
from service.answering.minutes.passage_sentences import sentences_in
from service.answering.sources import source_of
from service.answering.wording import joined
from service.records import Draft, QuestionKind, Understood

_ASKS = re.compile(
    r"\b(?:inhabil\w*|habilitet\w*|recus\w*|disqualified|forlod"
    r"|(?:deltog|mødte|var|were|was) (?:ikke|not)(?: (?:med|til stede|present))?"
    r"|did not take part|udenfor)\b",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"\b(?:behandl\w*|sag(?:en)?|drøftelse\w*|afgørelse\w*|beslutning\w*|da|under|item|case|when|discussion)\b", re.IGNORECASE
)
_SAYS = re.compile(
    r"\b(?:inhabil\w*|habil|deltog (?:ikke|ej)|forlod|ikke til stede|fravær\w*|did not take part|left the room|was absent)\b",
    re.I,
)


def absent_from_case(understood: Understood, index: OpenIndex) -> Draft | None:
    """The draft with the names and the sentence that tells of them; None where no case with such absentees is meant."""
    if understood.kind is not QuestionKind.WHO or not _ASKS.search(understood.text) or not _CASE.search(understood.text):
        return None
    agenda = agenda_of(index, understood.filters.access)
    meant = case_meant(understood, agenda, index, _has_absentees) if agenda.cards else None
    if meant is None:
        return None
    names = [person.name for person in meant.item.absent]
    told = next(iter(_told(names, meant.item, index, understood)), None)
    if told is None:
        return None
    passage, sentence = told
    meeting = agenda.meetings[meant.item.meeting_id]
    said = joined([name for name in names if name in sentence], understood.language)
    return Draft(
        text=f"{said}: {quoted(sentence)} ({place_of(meant.item, meeting, understood.language)})",
        kind="meeting",
        strength=0.88,
        sources=(source_of(index, passage, sentence),),
        as_of=meeting.date,
        features=(("absent_from_case", 1.0),),
    )


def _has_absentees(item: AgendaItem) -> bool:
    return bool(item.absent)


def _told(names: Sequence[str], item: AgendaItem, index: OpenIndex, understood: Understood) -> Iterator[tuple[Passage, str]]:
    """The sentences that name one of them as absent: of the case itself first, then of the whole minutes."""
    own = index.store.passages_of_item(item.id, understood.filters.access)
    others = [
        each for each in index.store.passages_of_document(item.document_id, understood.filters.access) if each.item_id is None
    ]
    for passage, sentence in sentences_in((*own, *others)):
        if _SAYS.search(sentence) and any(name in sentence for name in names):
            yield passage, sentence
