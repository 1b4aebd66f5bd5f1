"""A question reduced to what the words of a passage are compared with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.answering.extracts.coverage import Meetings
from service.answering.extracts.short_forms import is_said_short
from service.answering.extracts.spans.found import Span
from service.answering.extracts.spans.registry import find
from service.answering.extracts.terms import Term
from service.answering.extracts.wanted import Wanted
from service.answering.extracts.words import WORD

_NUMBERED_NAME = re.compile(r"\b\d+-(?=[a-zæøå])|\b(?<=type |fase |spor )\d\b", re.IGNORECASE)
"""A number that is a part of a name ("2-diabetes") is no number that the question says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The question's terms and how words meet them, the kinds of words it wants, and all its words in lower case.

    `counted` are the numbers of the terms that a how-many question wants counted.
    """

    terms: tuple[Term, ...]
    meetings: Meetings
    wanted: tuple[Wanted, ...]
    said: frozenset[str]
    counted: frozenset[int] = frozenset()


def words_said(question: str) -> frozenset[str]:
    """The words of a question in lower case, numbers of names left out."""
    return frozenset(word.lower() for word in WORD.findall(_NUMBERED_NAME.sub(" ", question)))


def answering_spans(kind: Wanted, asked: Asked, text: str) -> tuple[Span, ...] | None:
    """The spans of a kind in a text that say more than the question itself does; None where any words may answer."""
    spans = find(kind, text)
    if spans is None:
        return None
    return tuple(span for span in spans if _is_news(asked, span.of(text)))


def _is_news(asked: Asked, words: str) -> bool:
    said = [word.lower() for word in WORD.findall(words)]
    return not said or (any(word not in asked.said for word in said) and not is_said_short(words, asked.said))
