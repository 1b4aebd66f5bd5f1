"""Where in the minutes names are printed: the passage and the stretch that holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from index.opened import OpenIndex
from ingest.records import Meeting, Passage, SectionName
from service.answering.sources import source_of
from service.records import Source, Understood

_SAYS_ABSENT = re.compile(r"frav|afbud|ikke til stede|absent", re.IGNORECASE)


def source_of_names(
    names: Sequence[str], meeting: Meeting, index: OpenIndex, understood: Understood, *, absent: bool
) -> Source | None:
    """The passage that prints most of the names: of the head for participants, of a list of absentees for absentees.

    The quote runs from the first name to the last. None when no passage prints any.
    """
    passages = index.store.passages_of_document(meeting.document_id, understood.filters.access)
    holding = [passage for passage in passages if _count(names, passage)]
    best = max(
        holding, key=lambda each: (_fits(each, names, meeting, absent=absent), _count(names, each), -each.order), default=None
    )
    return source_of(index, best, _stretch(names, best.text, absent=absent)) if best else None


def _count(names: Iterable[str], passage: Passage) -> int:
    return sum(name in passage.text for name in names)


def _fits(passage: Passage, names: Sequence[str], meeting: Meeting, *, absent: bool) -> int:
    """How fitting the kind of passage is."""
    if not absent:
        return int(passage.id in meeting.passage_ids)
    near = any(_SAYS_ABSENT.search(line) and name in line for line in passage.text.split("\n") for name in names)
    return 2 * int(passage.section is SectionName.ABSENT or near) + int(bool(_SAYS_ABSENT.search(passage.text)))


def _stretch(names: Sequence[str], text: str, *, absent: bool) -> str:
    """From the first printed name to the end of the last; for a single name, the line that prints it (as absent, if asked)."""
    if len(names) == 1:
        lines = [line for line in text.split("\n") if names[0] in line]
        return next((line for line in lines if absent and _SAYS_ABSENT.search(line)), lines[0])
    found = [(text.find(name), text.find(name) + len(name)) for name in names if name in text]
    return text[min(start for start, _ in found) : max(end for _, end in found)]
