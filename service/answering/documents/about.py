"""Answers when a document (or the meeting it is from) is dated, and who wrote it."""

from __future__ import annotations

import re

from index.opened import OpenIndex
from ingest.dates.find import find_dates
from ingest.records import Document
from service.answering.documents.title_match import titled
from service.answering.documents.written_by import written_by
from service.answering.frames import quoted, written_date
from service.answering.sources import source_of
from service.records import Draft, QuestionKind, Source, Understood

_DATED = re.compile(
    r"\b(?:holdt|afholdt\w*|fandt sted|dateret|udgivet|opdateret|offentliggjort|held|dated|published|updated|took place)\b",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"\b(?:udarbejdet|skrevet|skrev|forfatte\w*|afsender\w*|written|wrote|author|prepared|drafted)\b", re.IGNORECASE
)
LEAST_SHARE = 0.75
LINES_BELOW = 2


class DocumentAnswerer:
    """Answers from the first page of the one document whose title the question holds."""

    kind = "document"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft; None when no title fits or the day or the author is not printed."""
        asks_day = understood.kind is QuestionKind.WHEN and _DATED.search(understood.text)
        asks_author = understood.kind is QuestionKind.WHO and _WROTE.search(understood.text)
        if not (asks_day or asks_author):
            return None
        document = titled(understood.text, index.store.documents(understood.filters), LEAST_SHARE)
        if document is None:
            return None
        return _day(document, index, understood) if asks_day else _author(document, index, understood)


def _day(document: Document, index: OpenIndex, understood: Understood) -> Draft | None:
    if document.date is None:
        return None
    for passage in index.store.passages_of_document(document.id, understood.filters.access):
        for line in passage.text.split("\n"):
            if any(found.first == document.date == found.last for found in find_dates(line)):
                text = f"{written_date(document.date, understood.language)} ({document.title})."
                return _draft(text, source_of(index, passage, line), document)
    return None


def _author(document: Document, index: OpenIndex, understood: Understood) -> Draft | None:
    """The author's name, with the lines printed below it where the question asks for more than the name."""
    passages = index.store.passages_of_document(document.id, understood.filters.access)
    written = None if document.author else written_by(understood.text, passages)
    if written is not None:
        name, words, passage = written
        return _draft(f"{name}: {quoted(words)} ({document.title}).", source_of(index, passage, words), document)
    if not document.author:
        return None
    for passage in passages:
        lines = passage.text.split("\n")
        at = next((number for number, line in enumerate(lines) if document.author in line), None)
        if at is None:
            continue
        below = "\n".join(lines[at : at + 1 + LINES_BELOW])
        return _draft(f"{document.author}: {quoted(below)} ({document.title}).", source_of(index, passage, below), document)
    return None


def _draft(text: str, source: Source, document: Document) -> Draft:
    return Draft(text=text, kind=DocumentAnswerer.kind, strength=0.88, sources=(source,), as_of=document.date, features=())
