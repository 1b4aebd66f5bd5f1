"""Questions that count only those on one side of a number ("over 65 år"): a source without the number tells of all of them."""

from __future__ import annotations

import re

from service.records import Draft, QuestionKind, Understood

_COUNTING = frozenset({QuestionKind.HOW_MANY, QuestionKind.LIST})
_LIMIT = re.compile(
    r"\b(?:over|under|mindst|højst|(?:mere|færre|flere|ældre|yngre) end"
    r"|above|below|at (?:least|most)|(?:more|fewer|older|younger) than)"
    r" (?P<number>\d{2,3})\b(?![.,]?\d)|\b(?P<age>\d{2,3})[- ](?:årig\w*|years?[- ]old)",
    re.IGNORECASE,
)
SPELT = 12
"""Numbers up to this one may be spelt in the text."""


def limit_unsaid(understood: Understood, draft: Draft) -> bool:
    """Whether a number that limits what is counted stands neither in the draft nor in a passage or title it rests on."""
    if understood.kind not in _COUNTING:
        return False
    limits = [match["number"] or match["age"] for match in _LIMIT.finditer(understood.text)]
    said = " ".join((draft.text, *(f"{source.title} {source.passage}" for source in draft.sources)))
    return any(int(limit) > SPELT and not re.search(rf"(?<!\d){limit}(?!\d)", said) for limit in limits)
