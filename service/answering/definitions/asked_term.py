"""The term whose meaning a question asks for."""

from __future__ import annotations

import re

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:bogstavet|koden|tegnet|farven|mærket|letter|code|symbol|colour|color|mark) (?P<term>[^\s?,]{1,8})",
        r"\bhvad (?:står|dækker) (?P<term>[\w./& -]+?) (?:for|over)\b",
        r"\bhvad (?:betyder|indebærer|menes der med|forstås ved|er meningen med) (?:en |et )?(?P<term>[\w./& -]+?)"
        r"\s*(?:\?|$|,| i | på | ifølge )",
        r"\bwhat (?:does|do) (?P<term>[\w./& -]+?) (?:stand for|mean)\b",
        r"\bwhat is (?:meant by|the meaning of) (?P<term>[\w./& -]+?)\s*(?:\?|$|,| in )",
        r"\b(?:hvad|what) (?:er|is) (?P<term>[\w./&-]+) (?:en |et |an? )?"
        r"(?:forkortelse|forkortet|kort|short|abbreviat\w+|acronym)\b",
        r"\b(?:hvad|what) (?:er|is|are) (?:en |et |an? |the )?(?P<term>[\w./&-]+(?: [\w./&-]+)?)"
        r"\s*(?:\?|$| i | in | for noget)",
        r"\bforkortelsen (?P<term>[\w./&-]+)",
        r"\b(?:abbreviation|acronym) (?P<term>[\w./&-]+)",
    )
)

_CALLED = re.compile(
    r"^(?:(?:en|et|an?|the|forkortelsen|begrebet|ordet|abbreviation|acronym|term|word)\s+)+(?=\S)", re.IGNORECASE
)
"""What a question calls the term before it names it."""


def asked_term(text: str, quoted: tuple[str, ...]) -> str | None:
    """The quoted term, else the words in the place where questions of meaning have their term; None when there is none."""
    if quoted and len(quoted[0].split()) <= 5:
        return quoted[0]
    for pattern in _PATTERNS:
        match = pattern.search(text)
        if match and match.group("term").strip():
            return _CALLED.sub("", match.group("term").strip())
    return None
