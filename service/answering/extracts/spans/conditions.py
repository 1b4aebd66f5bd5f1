"""Where a text says in which case something holds."""

from __future__ import annotations

import re

from service.answering.extracts.spans.found import Span, spans_of
from service.answering.extracts.spans.times import find_times

_CONDITION = re.compile(
    r"\b(?:hvis|såfremt|når|medmindre|med mindre|forudsat|under forudsætning af|"
    r"i (?:de )?(?:tilfælde|situationer)\w*|i det tilfælde|"
    r"ved behov|betinget af|if|when|unless|provided that|in (?:the )?cases? (?:of|where))\b",
    re.IGNORECASE,
)


def find_conditions(text: str) -> tuple[Span, ...]:
    """Words that begin a condition; a day answers "when may" as well."""
    return (*spans_of(_CONDITION.finditer(text)), *find_times(text))
