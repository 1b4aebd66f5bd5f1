"""What a text behind a term may be: what the word means, or how things stand, what is to be done, or when."""

from __future__ import annotations

import re

_STATES = re.compile(
    r"^(?:ca\.?\s|\d|(?:[\wæøå]+\s){0,5}?(?:forventes|forventningen|anbefales|foreslås|indstilles|godkendes|afsættes)\b)",
    re.IGNORECASE,
)
_DEMANDS = re.compile(
    r"^(?:når|hvis|såfremt|when|if)\b|^(?:[\wæøå]+\s){0,5}?(?:(?<!der\s)(?<!som\s)(?:skal|bør)|forpligter sig|must|should)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(r"\bkl\.\s?\d|\b(?:man|tirs|ons|tors|fre|lør|søn)dage?\b", re.IGNORECASE)


def states(text: str) -> bool:
    """Tell a text that begins with a count, or says within six words what is expected or proposed."""
    return _STATES.match(text) is not None


def demands(text: str) -> bool:
    """Tell a text that says what somebody must do, under what condition, or at what time of the week."""
    return _DEMANDS.match(text) is not None or _TIMES.search(text) is not None
