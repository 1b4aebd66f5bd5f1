"""Numbers that count nothing: parts of a day, an hour or a telephone number, votes, and the English word "to"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.analysis.language import is_english
from index.analysis.words import words_of
from service.answering.extracts.spans.found import Span
from service.answering.extracts.spans.registry import find
from service.answering.extracts.wanted import Wanted
from service.answering.minutes.decision_words import ASKS_VOTES

_COUNTS_NOTHING = (Wanted.DATE, Wanted.CLOCK, Wanted.TELEPHONE)
_DAY_OF_YEAR = re.compile(r"(?<![\d/.,])\d{1,2}/\d{1,2}(?:[-/]\d{2,4})?(?![\d/])")
"""A day written "31/12"."""
_VOTES = re.compile(
    r"\s*(?:stemme\w*\s*)?(?:for|imod|mod|votes?|against)\b(?=\s*(?:[.,;]|$|og\b|and\b|\d|stemte))", re.IGNORECASE
)
"""Behind the number of a vote: "17 for og én imod"."""


def uncounting(spans: Sequence[Span], text: str, question: str) -> tuple[Span, ...]:
    """The spans of numbers in a text but for those that count nothing that a question may want counted."""
    other = [span for kind in _COUNTS_NOTHING for span in find(kind, text) or ()]
    other += [Span(start=found.start(), end=found.end()) for found in _DAY_OF_YEAR.finditer(text)]
    return tuple(
        span
        for span in spans
        if not any(each.start < span.end and span.start < each.end for each in other)
        and not (span.of(text) in {"to", "To"} and is_english(words_of(text)))
        and (ASKS_VOTES.search(question) or not _VOTES.match(text, span.end))
    )
