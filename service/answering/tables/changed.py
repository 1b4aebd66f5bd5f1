"""A figure of a table that a newer decision changed: "hæves fra 95 til 118"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.opened import OpenIndex
from ingest.facts.sentences import sentences_of
from ingest.records import Fact, SectionName
from service.answering.retrieval import retrieve
from service.answering.sources import source_of
from service.answering.tables.numbers import row_name
from service.records import Source, Understood
from service.understanding.vocabulary import task_name
from service.understanding.words import same_word, stem, words_of

_NUMBER = r"\d[\d.]*(?:,\d+)?"
_CHANGES = re.compile(
    rf"\b(?:hæve\w*|sænke\w*|ændre\w*|forhøje\w*|nedsætte\w*|øge\w*|reducere\w*|stige\w*|falde\w*|rais\w+|lower\w*|increas\w+|reduc\w+)\b"
    rf"[^.;]*?\b(?:til|to)\s+(?P<new>{_NUMBER})\b(?!\.\s*[a-zæø])",
    re.IGNORECASE,
)
PASSAGES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The newer number as printed, and the sentence that sets it."""

    number: str
    source: Source


def change_of(cell: Fact, understood: Understood, index: OpenIndex) -> Change | None:
    """The newest later change of a cell: a sentence with its row, its column and the old number, or a verb of changing."""
    name, column = row_name(cell), words_of(task_name(cell.relation))
    found: list[Change] = []
    for scored in retrieve(understood, index, PASSAGES):
        passage = scored.passage
        if passage.section is SectionName.RECOMMENDATION or not (passage.date and cell.date and passage.date > cell.date):
            continue
        for sentence in sentences_of(passage.text):
            number = _new_number(sentence, cell.object.strip(), name, column)
            if number and sentence in passage.text:
                found.append(Change(number=number, source=source_of(index, passage, sentence)))
    return max(found, key=lambda each: each.source.date.toordinal() if each.source.date else 0, default=None)


def _new_number(sentence: str, old: str, name: str, column: Sequence[str]) -> str | None:
    """The number a sentence sets for this row and column; None when it speaks of another, or only proposes."""
    words = words_of(sentence)
    if not name or not all(any(same_word(each, word) for word in words) for each in name.split()):
        return None
    if not any(same_word(each, word) or (len(stem(each)) > 4 and word.endswith(stem(each))) for each in column for word in words):
        return None
    explicit = re.search(rf"\b(?:fra|from)\s+{re.escape(old)}\b[^.;]{{0,20}}?\b(?:til|to)\s+(?P<new>{_NUMBER})", sentence)
    match = explicit or _CHANGES.search(sentence)
    return match["new"].rstrip(".") if match else None
