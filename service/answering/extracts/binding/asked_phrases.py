"""Where a question says what is counted or what a price is said of: behind "hvor mange", "koster", "prisen på"."""

from __future__ import annotations

import re

from service.answering.extracts.wanted import Wanted, kind_said

NUMERIC = frozenset({Wanted.COUNT, Wanted.MONEY, Wanted.SHARE, Wanted.DURATION, Wanted.FREQUENCY})
"""Kinds of values that are numbers with what they measure."""

_HOW_MANY = re.compile(r"\b(?:hvor mange|how many|antal(?:let)?(?: af)?|number of)\s+(?P<rest>[^?.,;]+)", re.IGNORECASE)
_LEADS = tuple(
    re.compile(pattern + r"\s+(?P<rest>[^?.,;]+)", re.IGNORECASE)
    for pattern in (
        r"\b(?:koster|kostede|koste|kostet)(?: det(?: at (?!v[æa]re)\w+)?)?",
        r"\b(?:does|did|do|will|would)(?= .*\b(?:costs?|amount)\b)",
        r"\b(?:betale[rs]?|betalt|betalte|pay|paid|pays)\b.*?\b(?:for|til)",
        r"\bhvor (?:stor|stort|store|lang|langt|lange|høj|højt|høje|lav|lavt|lave) (?:er|var|bliver|blev|vil)",
    )
)
_KIND_OF = re.compile(r"(?P<kind>[a-zæøå-]+)\s+(?:på|til|for|af|ved|of|for|to)\s+(?P<rest>[^?.,;]+)", re.IGNORECASE)
_INHABITANTS = re.compile(r"(?P<rest>\b(?:population|indbyggertal|befolkningstal)(?:let)?\b)", re.IGNORECASE)
"""Nouns that say what is counted as well as that a number is wanted."""


def counted_phrase(question: str) -> str | None:
    """What stands behind "how many", or the noun that says what is counted itself; None when nothing is counted."""
    found = _HOW_MANY.search(question) or _INHABITANTS.search(question)
    return found.group("rest") if found else None


def measured_phrases(question: str) -> tuple[str, ...]:
    """What stands behind the words for a price, size or share, those of verbs before those of nouns; () where none do."""
    led = (found.group("rest") for lead in _LEADS if (found := lead.search(question)))
    named = (found.group("rest") for found in _KIND_OF.finditer(question) if says_number(found.group("kind")))
    return (*led, *named)


def says_number(word: str) -> bool:
    """Whether a word only says what kind of number is wanted ("prisen", "procent")."""
    return kind_said(word) in NUMERIC
