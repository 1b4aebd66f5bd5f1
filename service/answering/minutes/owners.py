"""Whose body a meeting is of: the municipality that its minutes name at the top, in their title or in the file's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from index.opened import OpenIndex
from index.records import Filters
from ingest.places.folding import fold
from ingest.places.gazetteer import municipalities_in
from ingest.records import Document, Meeting
from service.answering.minutes.roots import root
from service.records import Understood
from service.understanding.words import words_of

TOP_LINES = 2
NAMING_LINES, LONGEST_NAMING_LINE = 4, 120
LONGEST_LETTERHEAD = 60
_BODY = re.compile(r"\w*(?:raad|udvalg|bestyrelse|naevn|forvaltning)(?:en|et|ets|ens|s)?$|council$|committee$|board$|government$")


def owners_of(index: OpenIndex, meetings: Iterable[Meeting], filters: Filters) -> Mapping[str, frozenset[str]]:
    """Meeting id → the municipalities named by its letterhead, title or file; empty where none is."""
    documents = {document.id: document for document in index.store.documents(filters)}
    return {
        meeting.id: _owners(documents[meeting.document_id], meeting, index, filters)
        for meeting in meetings
        if meeting.document_id in documents
    }


def _owners(document: Document, meeting: Meeting, index: OpenIndex, filters: Filters) -> frozenset[str]:
    name = re.sub(r"[\W_\d]+", " ", PurePosixPath(document.path).stem).title()
    top = index.store.passages(list(meeting.passage_ids[:1]), filters.access)
    lines = [line for passage in top for line in passage.text.split("\n")[:TOP_LINES] if len(line) <= LONGEST_LETTERHEAD]
    for text in ("\n".join([meeting.body, document.title, *lines]), name):
        found = frozenset(mention.name for mention in municipalities_in(text))
        if found:
            return found
    return frozenset()


def names_of(index: OpenIndex, meetings: Iterable[Meeting], filters: Filters) -> Mapping[str, frozenset[str]]:
    """Meeting id → the stems of the words that its body, title, letterhead and file name it with."""
    documents = {document.id: document for document in index.store.documents(filters)}
    found = {}
    for meeting in meetings:
        document = documents.get(meeting.document_id)
        said = [meeting.body, document.title, PurePosixPath(document.path).stem] if document else [meeting.body]
        top = index.store.passages(list(meeting.passage_ids[:1]), filters.access)
        said += [line for passage in top for line in passage.text.split("\n")[:NAMING_LINES] if len(line) <= LONGEST_NAMING_LINE]
        found[meeting.id] = frozenset(root(word) for text in said for word in words_of(re.sub(r"[_\d]+", " ", text)))
    return found


def body_places(understood: Understood) -> frozenset[str]:
    """The municipalities whose body is asked about: "byrådet i Odder", "Odder Byråd", "Odder Kommunes udvalg"."""
    text = understood.text
    found = set()
    for mention in municipalities_in(text):
        placed = re.search(r"\b(?:i|in|på|of|hos)\s+$", text[: mention.start], re.IGNORECASE)
        before = words_of(text[: placed.start()]) if placed else ()
        behind = words_of(re.sub(r"^s?\s*(?:kommunes?)?\s*", "", text[mention.end :], flags=re.IGNORECASE))
        if (before and _BODY.match(fold(before[-1]))) or (behind and _BODY.match(fold(behind[0]))):
            found.add(mention.name)
    return frozenset(found)


def of_others(meeting: Meeting, owners: Mapping[str, frozenset[str]], places: frozenset[str]) -> bool:
    """Whether a meeting is known to be that of a body of other municipalities than these."""
    own = owners.get(meeting.id, frozenset())
    return bool(own and places and not own & places)
