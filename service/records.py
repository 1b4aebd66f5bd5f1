"""The records of the service: a question, how it was understood, the answer and its sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from index.records import Filters
from ingest.records import Access, Box, SectionName


class Language(StrEnum):
    """The language the asker uses, and so the language of the answer's frame."""

    DANISH = "da"
    ENGLISH = "en"


class QuestionKind(StrEnum):
    """What kind of answer a question wants."""

    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "how_many"
    YES_NO = "yes_no"
    DECISION = "decision"
    DEFINITION = "definition"
    LIST = "list"
    WHY = "why"
    STATUS = "status"
    WHAT = "what"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as asked, with the earlier questions, oldest first, and the asker's filters (access included)."""

    text: str
    context: tuple[str, ...] = ()
    filters: Filters = field(default_factory=Filters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A question as understood. `text` stands alone; it differs from `asked` when a follow-up was rewritten."""

    asked: str
    text: str
    language: Language
    kind: QuestionKind
    municipalities: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    councils: tuple[str, ...] = ()  # sundhedsråd
    bodies: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()  # what is done by somebody somewhere: column headers of the corpus' tables, as printed
    periods: tuple[tuple[date, date], ...] = ()  # inclusive
    item_number: str | None = None
    case_number: str | None = None
    quoted: tuple[str, ...] = ()  # what stands in quotation marks: a case's title, a term
    sections: tuple[SectionName, ...] = ()
    filters: Filters = field(default_factory=Filters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The place an answer comes from. `quote` is a verbatim substring of `passage`; `document` is the file name."""

    document: str
    document_id: str
    title: str
    body: str | None
    date: date | None
    item: str | None
    section: str | None
    page: int | None
    quote: str
    passage: str
    passage_id: str
    boxes: tuple[Box, ...]
    url: str
    access: Access


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A source that says otherwise than the answer, with a sentence in the answer's language."""

    text: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What one answerer proposes. `strength` is its own raw evidence, 0 to 1, turned into a confidence by calibration.

    `features` name what the strength was made of, for calibration and for the evaluation report.
    """

    text: str
    kind: str
    strength: float
    sources: tuple[Source, ...]
    as_of: date | None = None
    conflicts: tuple[Conflict, ...] = ()
    features: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What was searched when nothing was found."""

    document_count: int
    newest_date: date | None
    unreadable: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer or, with `abstained`, a refusal. Sources are in order of importance; for a refusal they are the nearest passages.

    `confidence` is the measured chance, 0 to 1, that the answer is right. `kind` names the answerer (fact, decision,
    meeting, extract, list, definition, refusal, model).
    """

    question: str
    understood_as: str
    text: str
    abstained: bool
    kind: str
    language: Language
    confidence: float
    as_of: date | None
    sources: tuple[Source, ...]
    conflicts: tuple[Conflict, ...] = ()
    coverage: Coverage | None = None
    seconds: float = 0.0
    stage_seconds: tuple[tuple[str, float], ...] = ()
