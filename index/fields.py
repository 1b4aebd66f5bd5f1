"""What a passage is indexed under besides its own words: where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from index.analysis.dates import date_terms, terms_of_date
from ingest.records import AgendaItem, Document, Meeting, Passage

TEXT = "text"
TITLE = "title"
HEADING = "heading"
ITEM = "item"
BODY = "body"
DATE = "date"
FIELDS = (TEXT, TITLE, HEADING, ITEM, BODY, DATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageFields:
    """The texts a passage is found by, per field; `dates` are terms, not text."""

    text: str
    title: str
    heading: str
    item: str
    body: str
    dates: tuple[str, ...]


def fields_of(passage: Passage, document: Document | None, item: AgendaItem | None, meeting: Meeting | None) -> PassageFields:
    """Gather the fields of a passage from the records it belongs to."""
    bodies = dict.fromkeys(filter(None, (document.body if document else None, meeting.body if meeting else None)))
    return PassageFields(
        text=passage.text,
        title=document.title if document else "",
        heading=" / ".join(passage.heading_path),
        item=_item_text(passage, item),
        body=" / ".join(bodies),
        dates=_dates(passage, document, meeting),
    )


def embedded_text(fields: PassageFields) -> str:
    """What an embedding model reads of a passage: where it stands, then its words."""
    return "\n".join(filter(None, (fields.heading or fields.title, fields.text)))


def _item_text(passage: Passage, item: AgendaItem | None) -> str:
    section = str(passage.section) if passage.section else ""
    if item is None:
        return f"punkt {passage.item_number} {section}" if passage.item_number else section
    numbers = " ".join(filter(None, (item.case_number, item.document_number)))
    return f"punkt {item.number} {item.title} {item.kind} {numbers} {section}"


def _dates(passage: Passage, document: Document | None, meeting: Meeting | None) -> tuple[str, ...]:
    days: list[date | None] = [passage.date, document.date if document else None, meeting.date if meeting else None]
    own = [term for day in dict.fromkeys(days) if day for term in terms_of_date(day)]
    return tuple(dict.fromkeys([*own, *date_terms(passage.text)]))
