"""Who came late or left early, and whether somebody was there all the time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.opened import OpenIndex
from ingest.records import Meeting, Passage
from service.answering.frames import no, quoted
from service.answering.minutes.meeting_names import meeting_name
from service.answering.minutes.passage_sentences import sentences_in
from service.answering.sources import source_of
from service.records import Draft, QuestionKind, Understood

ASKS = re.compile(
    r"\b(?:hele (?:mødet|tiden|dagen)|under hele mødet|fra start til slut|forlod mødet|gik (?:før|tidlig\w*)"
    r"|(?:kom|ankom|mødte) (?:for sent|senere|først)"
    r"|(?:the )?(?:whole|entire) meeting|throughout|left (?:early|the meeting|before)|arrived late|came late)\b",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"\b(?:forlod|ankom|gik kl|gik (?:efter|før|under)|kom (?:kl|til stede|først)|tilstødte|til og med (?:punkt|sag|kl)"
    r"|(?:fra|til) kl\.?\s?\d|deltog (?:fra|til|kun|under)"
    r"|left|arrived|joined at)\b",
    re.IGNORECASE,
)


def came_and_left(understood: Understood, index: OpenIndex, meeting: Meeting) -> Draft | None:
    """The draft with the sentence of the minutes on who came late or left; None where they tell of nobody meant."""
    if not ASKS.search(understood.text):
        return None
    names = list(understood.persons) or [person.name for person in meeting.participants]
    told = [(passage, line) for passage, line in _told(meeting, index, understood) if any(name in line for name in names)]
    if not told:
        return None
    passage, sentence = told[0]
    denies = understood.kind is QuestionKind.YES_NO and bool(
        re.search(r"hele|whole|entire|throughout|start til slut", understood.text, re.IGNORECASE)
    )
    word = f"{no(understood.language)}: " if denies else ""
    lines = list(dict.fromkeys(line for _, line in told))[: 1 if understood.persons else 3]
    return Draft(
        text=f"{word}{' '.join(map(quoted, lines))} ({meeting_name(meeting, understood.language)}).",
        kind="meeting",
        strength=0.9,
        sources=(source_of(index, passage, sentence),),
        as_of=meeting.date,
        features=(("came_and_left", 1.0),),
    )


def _told(meeting: Meeting, index: OpenIndex, understood: Understood) -> Iterator[tuple[Passage, str]]:
    """The sentences of the minutes on coming and leaving, those of the head first; a table's row is one of them."""
    passages = index.store.passages_of_document(meeting.document_id, understood.filters.access)
    ordered = sorted(passages, key=lambda each: (each.id not in meeting.passage_ids, each.order))
    return ((passage, sentence) for passage, sentence in sentences_in(ordered) if _MOVES.search(sentence))
