"""What the secretary and the editor send and get."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from service.schemas.question import Name
from service.schemas.record import FromOutside, FromRecord

Phrase = Annotated[str, StringConstraints(max_length=300, min_length=1)]
Alternatives = Annotated[tuple[Phrase, ...], Field(max_length=10, min_length=1)]


class VersionOut(FromRecord):
    """A generation of the index."""

    id: str
    built_at: str
    live: bool
    document_count: int
    passage_count: int
    fact_count: int
    newest_date: date | None
    unreadable: tuple[str, ...]
    model: str
    format_version: int


class VersionList(FromRecord):
    """The generations, newest first."""

    versions: tuple[VersionOut, ...]


class RollBackIn(FromOutside):
    """Which generation to make live; none: the one before."""

    generation: Name | None = None


class UploadOut(FromRecord):
    """An uploaded file that the next rebuild reads."""

    name: str
    bytes: int
    closed: bool = Field(description="Whether only those with the role `closed` may see it.")


class UploadList(FromRecord):
    """What the next rebuild reads: configured folders and uploaded files."""

    sources: tuple[str, ...]
    uploads: tuple[UploadOut, ...]


class FileReportOut(FromRecord):
    """What became of a file in the live generation."""

    path: str
    status: str
    reason: str
    page_count: int
    passage_count: int
    repair_count: int
    warnings: tuple[str, ...]
    seconds: float


class ReportOut(FromRecord):
    """What became of every file in the live generation."""

    generation: str
    files: tuple[FileReportOut, ...]


class JobOut(FromRecord):
    """A rebuild or an evaluation. `status` is its exit status, null while it runs."""

    kind: str
    started_at: str
    running: bool
    status: int | None
    events: tuple[dict[str, Any], ...] = Field(description="What it said last, at most 50 events.")


class ReviewIn(FromOutside):
    """What the editor makes of a verdict: whether the question can be answered, and what a right answer holds."""

    answerable: bool = True
    must_include: Annotated[tuple[Alternatives, ...], Field(max_length=10)] = Field(
        (), examples=[[["kommunen", "the municipality"]]]
    )
    ignore: bool = Field(default=False, description="Leave it out of the question set.")


class FeedbackOut(FromRecord):
    """A verdict with its review."""

    id: int
    at: str
    given: dict[str, Any]
    review: dict[str, Any] | None


class FeedbackList(FromRecord):
    """Verdicts, newest first."""

    feedback: tuple[FeedbackOut, ...]


class EvaluationOut(FromRecord):
    """How a generation did on the question set."""

    generation: str
    at: str
    accuracy: float | None
    passed: bool
    sentence: str


class EvaluationList(FromRecord):
    """Evaluations, oldest first."""

    gate_min_accuracy: float
    has_questions: bool
    evaluations: tuple[EvaluationOut, ...]
