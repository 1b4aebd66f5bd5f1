"""The records of ingestion, one type per stage: Line → Block → Passage, Fact, Meeting; and what happened to each file.

Coordinates are PDF points with the origin in the page's top left corner. Page numbers are 1-based as a viewer
counts them. Character offsets are 0-based and half-open. Dates are `datetime.date`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class DocumentKind(StrEnum):
    """What a document is, in the words of Danish administration."""

    MINUTES = "referat"
    AGENDA = "dagsorden"
    SLIDES = "slides"
    NOTE = "notat"
    AGREEMENT = "aftale"
    LAW = "lov"
    WEB_PAGE = "web"
    ATTACHMENT = "bilag"
    OTHER = "other"


class Access(StrEnum):
    """Who may see a record: everybody who may ask (`OPEN`), or only those with the role `closed`."""

    OPEN = "open"
    CLOSED = "closed"


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    CAPTION = "caption"
    CONTENTS = "contents"  # a line of a table of contents: kept for `show`, never a source of an answer


class SectionName(StrEnum):
    """The standard names of the sections of an agenda item, whatever the system that printed it calls them."""

    SUMMARY = "resumé"
    CASE = "sagsfremstilling"
    RECOMMENDATION = "indstilling"
    DECISION = "beslutning"
    ECONOMY = "økonomi"
    EARLIER_DECISIONS = "tidligere beslutninger"
    ATTACHMENTS = "bilag"
    ABSENT = "fraværende"
    NEXT_STEPS = "fortsat sagsbehandling"
    OTHER = "andet"


class FactKind(StrEnum):
    """How a fact was read."""

    CELL = "cell"  # row header × column header → cell
    DEFINITION = "definition"  # term → what it means
    ABBREVIATION = "abbreviation"  # short form → long form
    DEADLINE = "deadline"  # what → date
    RESPONSIBILITY = "responsibility"  # task → who
    NUMBER = "number"  # row or noun → number with its unit


class FileStatus(StrEnum):
    """What became of a file in a build."""

    READ = "read"
    UNCHANGED = "unchanged"
    PARTLY = "partly"  # some pages have no text or could not be read; the warnings name them
    NO_TEXT = "no_text"
    ENCRYPTED = "encrypted"
    FAILED = "failed"  # broken, lying about its type, too large, or out of time or memory
    SKIPPED = "skipped"  # a type of file no reader knows


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle on a page."""

    page_number: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A printed line, as a reader of fixed layouts (PDF, OCR, plain text) finds it.

    `box` and `font_size` are None where the file has no positions.
    """

    text: str
    box: Box | None = None
    font_size: float | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A table cell; `row` and `column` are 0-based, merged cells have spans above 1."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    box: Box | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its cells in reading order, the number of leading rows that are headers, and its size."""

    cells: tuple[Cell, ...]
    header_rows: int
    row_count: int
    column_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, paragraph, list item, table or caption.

    `level` is the depth of a heading (1 is the top) or list item, else 0.
    """

    kind: BlockKind
    text: str
    page_number: int | None = None
    level: int = 0
    boxes: tuple[Box, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as a reader hands it over.

    Readers of fixed layouts give `Line`s (and `Block`s of kind table); readers of structured formats give `Block`s.

    `number` is None for formats without pages. Sizes are points. `by_ocr` says the text was recognised from an image.
    `areas` are the framed or shaded boxes that set text apart from the text around it.
    """

    number: int | None
    content: tuple[Line | Block, ...]
    width: float = 0.0
    height: float = 0.0
    by_ocr: bool = False
    areas: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """What a reader found in one file.

    `metadata` holds the file's own claims (title, author, created), never trusted before the text. `unread_pages` hold
    something that could not be read: a picture without OCR, or damage. Blank pages are not among them.
    """

    pages: tuple[Page, ...]
    metadata: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    unread_pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One thing that was changed in the text: which step, on which page, from what to what."""

    step: str
    page_number: int | None
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document: a file, or one of several in a file.

    `path` is relative to the corpus folder, with `/`. `part` is 0 for the only or first part.
    """

    id: str
    path: str
    part: int
    sha256: str
    title: str
    kind: DocumentKind
    date: date | None
    body: str | None
    author: str | None
    region: str | None
    access: Access
    language: str
    page_first: int | None
    page_last: int | None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody named in a meeting's head: the name, and the role or office as printed (may be empty)."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting, from the head of its minutes or agenda. Times are as printed ("15:00"); lists keep the printed order."""

    id: str
    document_id: str
    body: str
    date: date | None
    time: str | None
    place: str | None
    chair: str | None
    participants: tuple[Person, ...]
    absent: tuple[Person, ...]
    passage_ids: tuple[str, ...] = ()  # where the head is printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """One numbered point of an indstilling and, where the minutes link them ("Ad 1 – …"), the decision on it."""

    number: int
    text: str
    decision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of an agenda item under its standard name; `heading` is what is printed.

    `text` is empty when nothing (or only ".") is printed.
    """

    name: SectionName
    heading: str
    text: str
    passage_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """An item of a meeting.

    `number` and `title` are verbatim as printed; `kind` is the printed type (Godkendelse, Orientering, …) or "".
    """

    id: str
    meeting_id: str
    document_id: str
    number: str
    title: str
    kind: str
    case_number: str | None
    document_number: str | None  # "Dok ID"
    access: Access
    sections: tuple[Section, ...]
    recommendations: tuple[Recommendation, ...] = ()
    attachments: tuple[str, ...] = ()
    absent: tuple[Person, ...] = ()
    votes: tuple[str, ...] = ()  # printed sentences on votes and reservations, verbatim
    page_first: int | None = None
    page_last: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What is retrieved and cited.

    `text` is verbatim after repair; everything else is context that is indexed beside it, not mixed into it.

    `char_start` and `char_end` are offsets into the document's text (its passages' texts in order, joined by blank
    lines). `order` counts passages of a document from 0. `weight` below 1 marks text that is kept but ranked low
    (labels of a flowchart, a table of contents).
    """

    id: str
    document_id: str
    order: int
    text: str
    heading_path: tuple[str, ...]
    item_id: str | None
    item_number: str | None
    section: SectionName | None
    page_first: int | None
    page_last: int | None
    boxes: tuple[Box, ...]
    char_start: int
    char_end: int
    access: Access
    date: date | None
    kind: BlockKind = BlockKind.PARAGRAPH
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A statement read from a table, definition or sentence. `object` is verbatim in the passage `passage_id`.

    For a table cell, `subject` is the row's own header, `relation` the column's header path joined by " / ", and
    `qualifiers` the other header cells of the row as (column header, text) pairs, merged cells carried down.
    """

    id: str
    kind: FactKind
    subject: str
    relation: str
    object: str
    qualifiers: tuple[tuple[str, str], ...]
    date: date | None
    document_id: str
    passage_id: str
    access: Access


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """What became of one file: status, reason, counts, repairs and warnings. `path` is relative to the corpus folder.

    `masked_count` civil registration numbers were masked; `masked` are the boxes to paint over in images of the pages.
    """

    path: str
    sha256: str
    status: FileStatus
    reason: str = ""
    page_count: int = 0
    passage_count: int = 0
    repairs: tuple[Repair, ...] = ()
    warnings: tuple[str, ...] = ()
    seconds: float = 0.0
    masked: tuple[Box, ...] = ()
    masked_count: int = 0
    access: Access = Access.OPEN  # closed where the whole file is: its name and faults are then nobody else's either


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """Everything ingestion made of one file."""

    report: FileReport
    documents: tuple[Document, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    passages: tuple[Passage, ...] = ()
    facts: tuple[Fact, ...] = ()
