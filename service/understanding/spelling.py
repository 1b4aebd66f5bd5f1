"""Patterns that also know a word as it is written by those who leave out the letters æ, ø and å: "maaltal", "hvornar"."""

from __future__ import annotations

import re

_OTHERWISE = {"æ": "(?:æ|ae|a)", "ø": "(?:ø|oe|o)", "å": "(?:å|aa|a)"}
_LETTER_OR_CLASS = re.compile(r"\[[^\]]*\]|[æøå]")


def in_any_spelling(pattern: str) -> str:
    """The pattern of a regular expression in small letters, met by either spelling; classes of letters stay as they are."""
    return _LETTER_OR_CLASS.sub(lambda found: _OTHERWISE.get(found.group(), found.group()), pattern)
