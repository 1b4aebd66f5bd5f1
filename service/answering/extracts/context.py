"""What a passage stands under: the words a question may use to say which document, meeting or item it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from index.opened import OpenIndex
from ingest.records import Passage
from service.answering.extracts.words import Word
from service.answering.frames import written_date
from service.answering.sources import may_see
from service.records import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The words of everything a passage stands under, and those of its nearest heading; whether that heading is a question."""

    words: tuple[Word, ...]
    heading: tuple[Word, ...]
    heading_asks: bool


def context_of(passage: Passage, index: OpenIndex) -> str:
    """Title, headings, body, region, date and file name of the passage's document, its section and where they met, as one line.

    The file's name often is all that says whose document it is ("klimaplan_odder_2025.pdf").
    """
    document = index.store.document(passage.document_id, may_see(passage))
    day = passage.date or document.date
    parts = (
        document.title,
        *passage.heading_path,
        document.body or "",
        document.region or "",
        written_date(day, Language.DANISH) if day else "",
        _venue(passage, index),
        passage.section.value if passage.section else "",
        f"punkt {passage.item_number}" if passage.item_number else "",
        re.sub(r"[\W_]+", " ", PurePosixPath(document.path).stem),
    )
    return " ".join(part for part in parts if part)


def _venue(passage: Passage, index: OpenIndex) -> str:
    """Where the meeting of the passage's item was held: many name a meeting by it ("mødet i Varde")."""
    if passage.item_id is None:
        return ""
    item = index.store.item(passage.item_id, may_see(passage))
    return index.store.meeting(item.meeting_id, may_see(passage)).place or ""
