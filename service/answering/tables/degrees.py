"""Which end of which scale a question asks for: the cheapest, the longest, the most."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TIME = r"\w*tid\w*|\w*dage?|uger?|timer?|minutter|varighed\w*|længde|afstand|km|m|days?|hours?|time|duration|distance"
_PRICE = r"\w*takst\w*|\w*pris\w*|gebyr\w*|beløb|\w*udgift\w*|\w*omkostning\w*|kr|price|fee|rate|cost\w*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Degree:
    """Words that ask for an end of a scale; `measure` is how the columns are headed that have it, None for any column."""

    asked: re.Pattern[str]
    is_least: bool
    measure: re.Pattern[str] | None


def _degree(asked: str, *, is_least: bool, measure: str = "") -> Degree:
    header = re.compile(rf"\b(?:{measure})\b", re.IGNORECASE) if measure else None
    return Degree(asked=re.compile(rf"\b(?:{asked})\b(?!\s+\d)", re.IGNORECASE), is_least=is_least, measure=header)


_DEGREES = (
    _degree(r"billigst\w*|cheapest|least expensive", is_least=True, measure=_PRICE),
    _degree(r"dyrest\w*|most expensive|costliest", is_least=False, measure=_PRICE),
    _degree(r"kortest\w*|hurtigst\w*|shortest|fastest|quickest", is_least=True, measure=_TIME),
    _degree(r"længst\w*|langsomst\w*|longest|slowest", is_least=False, measure=_TIME),
    _degree(r"færrest|mindst\w*|lavest\w*|fewest|(?<!at )least|lowest|smallest", is_least=True),
    _degree(r"flest|mest|højest\w*|størst\w*|most|highest|largest|biggest|greatest", is_least=False),
)
_CHANGES = re.compile(
    r"\b(?:mist\w*|vind(?:er|e)|steg|stig\w*|fald(?:er|et)?|faldt|voks\w*|frem(?:gang|drift)|tilbagegang|lo[st]e?s?|gain\w*"
    r"|increas\w*|drop\w*|grew|grow\w*|fell)\b",
    re.IGNORECASE,
)
"""Asked of a difference between two columns, which no column holds."""


def degree_asked(text: str) -> Degree | None:
    """The end of a scale that a question asks for; None where it asks for none, or for what changed most."""
    if _CHANGES.search(text):
        return None
    return next((each for each in _DEGREES if each.asked.search(text)), None)
