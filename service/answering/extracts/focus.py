"""The thing a question asks after: the noun behind "hvilken", "hvor mange", "what is the …", which an answer must speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.analysis.folding import fold
from service.answering.extracts.wanted import says_kind
from service.answering.extracts.words import WORD

_VERBS = (
    "er|var|bliver|blev|skal|skulle|kan|kunne|vil|ville|har|havde|må|bør|får|fik|går|gik|deltager|deltog|"
    "is|are|was|were|will|would|shall|should|can|could|has|have|had|did|does|do|must|may"
)
_LITTLE = (
    "den|det|de|en|et|og|eller|der|som|for|til|af|på|i|ved|om|med|mellem|fra|hos|under|efter|ifølge|"
    "the|a|an|and|or|of|in|on|at|by|to|with|from|between"
)
_NOUN = rf"(?P<noun>(?:[^\s?,.]+\s+){{0,2}}?[^\s?,.]+)(?=\s+(?:{_VERBS}|{_LITTLE})\b|[?,.]|$)"
_ARTICLE = r"(?:den |det |de |en |et |the |an? )?"
_FOCUS = tuple(
    re.compile(rf"\b{lead}{_NOUN}", re.IGNORECASE)
    for lead in (
        rf"(?:hvilke[nt]?|hvor (?:mange|meget|stort? (?:en |et )?)|antal(?:let)?(?: af)?|how many|how much|number of|"
        rf"(?:which|what)(?! (?:{_VERBS})\b))\s+",
        rf"(?:hvad|hvem) (?:er|var|blev|bliver) (?:der )?{_ARTICLE}",
        rf"(?:what|who) (?:is|are|was|were|will be) {_ARTICLE}",
        rf"(?:hvad|what) (?:hedder|siger|står der om|koster|kostede|betyder|menes der med|forstås ved|does|do|did)\s+{_ARTICLE}",
    )
)
_OBJECT = tuple(
    re.compile(rf"^\W*{lead}\s+(?:(?:for|om|af|til|i|på|with|for|to|about) )?{_ARTICLE}{_NOUN}", re.IGNORECASE)
    for lead in (
        r"(?:hvem|hvad|hvornår|hvorfor|hvordan|hvor)\s+[a-zæøå]+(?:\s+der)?",
        r"(?:who|what|when|where|why|how)\s+[a-z]+(?: be)?",
    )
)
_ATTRIBUTION = re.compile(
    r"\b(?:ifølge|i følge|jf\.?|jævnfør|according to|as stated in|som det fremgår af|nævnt i|beskrevet i)\s+(?P<source>[^,?]+)",
    re.IGNORECASE,
)
_NOT_NOUN = re.compile(r"(?:[^aeiouyæøå]e|sk|lig|t|al|iv|nt|[^e]s|ers)$")
"""Endings of adjectives and genitives, which stand before their noun."""

_RESPONSIBLE = frozenset(
    {"responsible", "ansvarlig", "ansvarlige", "members", "medlemmer", "medlemmerne", "participants", "deltagere"}
)
"""Words that only ask who; tables say it with a column's heading, sentences with "består af"."""

_COUNTED = frozenset({"population", "indbyggertal", "indbyggertallet", "befolkningstal", "befolkningstallet"})
"""Words that say what is counted as well as that a number is wanted."""


def focus_of(question: str) -> frozenset[str]:
    """The folded words of the thing asked after; empty when there is none, or it only says what kind of words is wanted."""
    return _noun_after(_FOCUS, question)


def object_of(question: str) -> frozenset[str]:
    """The folded words of whom or what the question's first verb is about ("Hvem driver tandplejen …")."""
    return _noun_after(_OBJECT, question)


def attributed(question: str) -> frozenset[str]:
    """The folded words that only say where the answer is said to stand ("ifølge referatet"), which no quote need repeat."""
    sources = [found.group("source") for found in _ATTRIBUTION.finditer(question)]
    return frozenset(fold(word) for source in sources for word in (*WORD.findall(source), *re.findall(r"\w+", source)))


def _noun_after(patterns: Sequence[re.Pattern[str]], question: str) -> frozenset[str]:
    for pattern in patterns:
        found = pattern.search(question)
        if found is not None:
            noun = _noun(WORD.findall(found.group("noun")))
            return frozenset() if _only_asks(noun) else frozenset({fold(noun)})
    return frozenset()


def _noun(words: Sequence[str]) -> str:
    """The first word that is neither adjective nor genitive, else the last: what follows the noun is its verb."""
    return next((word for word in words if not _NOT_NOUN.search(word)), words[-1] if words else "")


def _only_asks(noun: str) -> bool:
    folded = fold(noun)
    return not noun or folded in _RESPONSIBLE or (says_kind(noun) and folded not in _COUNTED)
