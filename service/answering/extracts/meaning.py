"""How questions ask what a thing is, means or counts as, and which of their words only ask."""

from __future__ import annotations

import re

from index.analysis.folding import fold
from service.answering.extracts.words import WORD

_ONE = r"(?:en|et|man|noget|nogen|an?|something|someone)"
_COUNTS = r"tæller|taeller|regnes|betragtes|anses|gælder|defineres"
_LEAD = r"^\W*(?:og |and |men |but |så |so )?"
_ASKS = tuple(
    re.compile(_LEAD + pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<asks>hvad|what) (?:er|is) (?P<term>[^?,]+?) (?P<too>en |et |an? )?(?:forkortelse|forkortet|kort|short) ",
        rf"(?P<asks>(?:hvad|hvem) (?:{_COUNTS}|går) (?:der )?(?:for|som|med som|ind under)|what (?:counts|qualifies) as|"
        r"hvad (?:forstår|mener) man (?:ved|med)|hvad ligger der i|hvad vil (?:det sige,? at (?:være )?)?)(?P<term>[^?]+)",
        rf"(?P<asks>hvordan (?:defineres|forstås|regnes)|hvornår (?:{_COUNTS}) )(?P<term>[^?]+)",
        rf"(?P<asks>hvornår er )(?P<term>{_ONE} [^?]+)",
        r"(?P<asks>hvad (?:dækker|indebærer|omfatter)) (?P<term>[^?,]+?)(?P<too> over)?\??$",
        r"(?P<asks>hvad er|what is) (?:definitionen (?:på|af)|the definition of) (?P<term>[^?,]+)",
    )
)
_EXPLICIT = re.compile(
    rf"\b(?:{_COUNTS}|betyder|menes|forstås|dækker|vil det sige|definition\w*|counts as|qualifies as|means?|meant)\b",
    re.IGNORECASE,
)


def term_asked(question: str) -> str | None:
    """The words of the thing that a question asks the meaning of in one of these ways; None for other questions."""
    found = next((match for pattern in _ASKS if (match := pattern.match(question))), None)
    return found.group("term").strip() if found else None


def asking_words(question: str) -> frozenset[str]:
    """The folded words of a question for a meaning that only ask ("tæller", "dækker", "forkortelse")."""
    term = term_asked(question)
    if term is None:
        return frozenset()
    return frozenset(fold(word) for word in WORD.findall(question)) - frozenset(fold(word) for word in WORD.findall(term))


def asks_outright(question: str) -> bool:
    """Whether a question asks outright for a meaning ("regnes for", "betyder"), so that few words behind a term tell it."""
    return bool(_EXPLICIT.search(question))
