"""The words an answer says of its own, in Danish or English; everything else it says is quoted."""

from __future__ import annotations

import re
from datetime import date

from service.records import Coverage, Language

MONTHS_DA = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def written_date(day: date, language: Language) -> str:
    """A date as people write it: "29. maj 2026", "29 May 2026"."""
    if language is Language.DANISH:
        return f"{day.day}. {MONTHS_DA[day.month - 1]} {day.year}"
    return f"{day.day} {MONTHS_EN[day.month - 1]} {day.year}"


def quoted(words: str) -> str:
    """The words in quotation marks, white space folded and nothing else changed."""
    return "»" + folded(words) + "«"


def folded(words: str) -> str:
    """White space folded to single spaces: a line break of the page is no part of a quote."""
    return re.sub(r"\s+", " ", words).strip()


def yes(language: Language) -> str:
    """The word of assent."""
    return "Ja" if language is Language.DANISH else "Yes"


def no(language: Language) -> str:
    """The word of denial."""
    return "Nej" if language is Language.DANISH else "No"


def not_found(coverage: Coverage, language: Language, *, nearest: bool) -> str:
    """The refusal: what was searched, through which date, what could not be read, and whether nearest passages follow."""
    danish = language is Language.DANISH
    through = ""
    if coverage.newest_date is not None:
        through = f" {'til og med' if danish else 'through'} {written_date(coverage.newest_date, language)}"
    documents = _counted(coverage.document_count, ("dokument", "dokumenter") if danish else ("document", "documents"))
    text = (
        f"Det fandt jeg ikke svar på i {documents}{through}."
        if danish
        else f"I did not find an answer to that in {documents}{through}."
    )
    if coverage.unreadable:
        count = len(coverage.unreadable)
        text += f" {count} kunne ikke læses." if danish else f" {count} could not be read."
    if nearest:
        text += " De nærmeste steder er vist som kilder." if danish else " The nearest passages are shown as sources."
    return text


def _counted(count: int, words: tuple[str, str]) -> str:
    return f"{count} {words[0] if count == 1 else words[1]}"
