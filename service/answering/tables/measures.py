"""What a figure measures, by the header of its column or row, and whether a question asks for that."""

from __future__ import annotations

import re
from collections.abc import Collection

from service.answering.extracts.binding.asked_phrases import counted_phrase, measured_phrases
from service.answering.extracts.binding.nouns import noun_of
from service.answering.tables.senses import COST, PAYMENT, words_asking
from service.answering.tables.unaccounted import ASKED_DIFFERENCE, DIFFERENCE
from service.understanding.words import words_of

_TOTAL = re.compile(r"\b(?:i alt|total\w*|samlet|samlede|tilsammen|altogether|in all|combined)\b", re.IGNORECASE)
_MONEY = re.compile(
    r"\bkr\b|\b\w*(?:takst|pris|udgift|beløb|budget|bevilling|ramme|omkostning)\w*|\bprice|\bcost|\bfee", re.IGNORECASE
)
_SHARE = re.compile(r"\b(?:\w*andel\w*|procent\w*|pct|share)\b", re.IGNORECASE)
_MEAN = re.compile(r"\b(?:gns|gennemsnit\w*|snit|average|mean|pr|per)\b", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:hvor mange|how many|antal\w*|number of)\b(?!\s+(?:kroner|kr|penge|mio|money))", re.IGNORECASE)
_EXPECTED = re.compile(
    r"\b(?:forvent\w*|budget\w*|prognose\w*|mål\w*|anslået|skøn\w*|plan|planlagt\w*|expected|target\w*|forecast)\b", re.I
)
_OF_TIME = re.compile(r"\b(?:\w*tid|uger|dage|timer|minutter|måneder|år|days|weeks|hours|minutes|months)\b", re.IGNORECASE)
_ASKED_OF = re.compile(
    r"^(?:hvad|hvor (?:stor|lang|høj)t?e?|what|how (?:large|long|high)) (?:er|var|is|was) (?:den |det |the )?(?P<noun>\w{4,})\b",
    re.IGNORECASE,
)
_UNITS = frozenset({"penge", "kroner", "kr", "money", "procent", "pct", "percent", "percentage"})
_DONE = re.compile(r"\b(?:gennemført\w*|faktisk\w*|reel\w*|realiseret|blev|actual\w*|were|carried out)\b", re.IGNORECASE)


def asks_total(text: str) -> bool:
    """Whether a question asks for all together."""
    return _TOTAL.search(text) is not None


def asks_for_all(text: str, header: str) -> bool:
    """Whether a question asks for a total of which a column of means or prices says nothing."""
    return bool(_TOTAL.search(text) and _MEAN.search(header) and not _MEAN.search(text))


def asks_other_measure(text: str, header: str) -> bool:
    """Whether a question asks for another measure: a number and not money or a time, what came and not what was expected.

    What was spent above or below a grant is asked for, and headed, in words of its own.
    """
    counts = _COUNTED.search(text) is not None
    if counts and _MONEY.search(header) and not (COST.asked.search(text) or _MONEY.search(text)):
        return True
    if counts and _OF_TIME.search(header) and not _OF_TIME.search(text):
        return True  # how many wait is not how long
    if _EXPECTED.search(header) and _DONE.search(text) and not _EXPECTED.search(text):
        return True
    is_difference = bool(DIFFERENCE.intersection(words_of(header)) or ASKED_DIFFERENCE.search(header))
    return is_difference != bool(ASKED_DIFFERENCE.search(text))


def measure_unmet(text: str, unsaid: Collection[str]) -> bool:
    """Whether the very noun that is counted, measured or asked for ("hvad er NOUN for") stands among folded words left unsaid.

    Of "hvor mange timers hvile" either word is enough; a figure is in kroner or percent without a word for it.
    """
    counted = counted_phrase(text)
    phrases = (counted,) if counted is not None else measured_phrases(text)
    nouns = [words_of(" ".join((*noun_of(phrase, text), *phrase.split()[:1]))) for phrase in phrases]
    asked = _ASKED_OF.match(text)
    nouns += [words_of(asked["noun"])] if asked is not None else []
    return any(own and all(word in unsaid and word not in _UNITS for word in own) for own in nouns)


def words_asking_measure(text: str, header: str) -> list[str]:
    """The words of a question that ask for a measure by another word than its header's."""
    asking = words_asking(text, header)
    if asking and _MONEY.search(header):
        asking += [match.group(0) for match in COST.asked.finditer(text)]
    if asking and _SHARE.search(header):
        asking += [match.group(0) for match in PAYMENT.asked.finditer(text)]
    return asking + [match.group(0) for match in ASKED_DIFFERENCE.finditer(text)]
