"""Whether a sentence of a decision says what is asked: words of the kind wanted, of the things that are counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.analysis.stopwords import STOP_WORDS
from ingest.minutes.votes import votes
from ingest.places.folding import fold
from service.answering.extracts.spans.numerals import NUMERAL
from service.answering.extracts.spans.registry import find
from service.answering.extracts.wanted import Wanted
from service.answering.minutes.decision_units import Unit
from service.answering.minutes.outcome_asked import STANDS_IN
from service.answering.minutes.roots import root
from service.records import QuestionKind, Understood
from service.understanding.words import words_of

FITTING = 0.4
"""What it is worth that a sentence says its sum is a price, or that somebody was elected, where that is asked for."""
_UNTIL = re.compile(
    r"\b(?:(?:ind|frem )?til(?: og med)?|t\.o\.m\.|until) (?:den )?(?:\d{1,2}\.|udgangen|medio|ultimo|primo|\w+ \d{4})"
    r"|\b\w*perioden\b"
)
_PUT = re.compile(
    r"\b(?:placeres|placeret|ligge[rs]?|lægges|sættes op|opstilles|bygges|opføres|indrettes|holdes|afholdes|foregår|overrækkes"
    r"|valgte)\b"
    r"[^.]*\b(?:i|på|ved|hos)\s\w",
    re.IGNORECASE,
)
"""Where something is put, however the place is called."""
_PLACES = frozenset({Wanted.PLACE, Wanted.VENUE})
_PRICE = re.compile(
    r"\b\w*(?:pris|gebyr|takst|afgift|kontingent|betaling|udgift)\w*\b|\bkoste\w*\b|\bbetale[rs]?\b", re.IGNORECASE
)
_COUNTED = re.compile(r"^\W*(?:og |and )?(?:hvor mange|how many)\s+(?:[\wæøå]+-)?(?P<noun>[^\W\d_]+)", re.IGNORECASE)
_NUMBER_OF = re.compile(rf"(?<![\w.,]){NUMERAL}(?:\s+(?:nye\s|ekstra\s)?(?P<noun>[^\W\d_]+))?", re.IGNORECASE)
_FIRST = re.compile(
    r"\b(?:først|(?:be)?gynde[srt]?\w* (?:man )?med|start(?:e[rs]?|es)? (?:man )?(?:med|ud)|first|(?:begin|start)\w* with)\b",
    re.IGNORECASE,
)
"""What comes before the others."""
_MEMBER = re.compile(r"\bmedlem\w*\b", re.IGNORECASE)
_ELECTS = re.compile(
    r"\b(?:udpeg\w*|peges på|valgt\w*|valgte\w*|vælges|genvalgt\w*|konstituer\w*|ansættes|overtager|tiltræder|repræsenterer"
    r"|elected|appointed)\b",
    re.IGNORECASE,
)
_NOT_ELECTED = re.compile(r"\b(?:ikke (?:flertal|valgt|valg)|opnåede ikke|stillede op|foreslået)\b", re.IGNORECASE)


_APPOINTED = re.compile(r"\b(?:udpeg\w*|valgt\w*|vælges|genvalgt|konstitueret|indstillet til|appointed|elected)\b", re.IGNORECASE)
_LEFT_BY = re.compile(r"\b(?:for|efter|afløse[rs]?|erstatte[rs]?|replac\w+|after|of)\s+$", re.IGNORECASE)
"""Words behind which stands who had the post before."""


def asks_appointed(understood: Understood) -> bool:
    """Whether somebody asks who was appointed or elected."""
    return understood.kind is QuestionKind.WHO and _APPOINTED.search(understood.text) is not None


def appoints(text: str) -> bool:
    """Whether a text appoints or elects, or names a person other than the one who had the post before."""
    if _ELECTS.search(text):
        return True
    return any(not _LEFT_BY.search(text[: span.start]) for span in find(Wanted.PERSON, text) or ())


def says(wanted: Sequence[Wanted], unit: Unit, understood: Understood) -> bool:
    """Whether a unit holds words of a kind that is wanted and that the question does not say itself."""
    if unit.is_list or wanted == (Wanted.LIST,):
        return wanted == (Wanted.LIST,) and (unit.is_list or unit.text.count(",") > 1)
    if Wanted.DURATION in wanted and _UNTIL.search(unit.text):
        return True
    if not _PLACES.isdisjoint(wanted) and _PUT.search(unit.text):
        return True
    counted = _COUNTED.match(understood.text)
    if wanted == (Wanted.COUNT,) and counted is not None and (votes(unit.text) or not _counts(counted["noun"], unit.text)):
        return False
    for kind in wanted:
        spans = find(kind, unit.text)
        if spans is None:
            return True
        said = set(words_of(understood.text))
        if any(set(words_of(span.of(unit.text))) - said for span in spans):
            return True
    return False


def fitting(wanted: Sequence[Wanted], unit: Unit, understood: Understood) -> float:
    """What it is worth that a sentence says that its sum is a price, somebody elected or what comes first, where that is asked.

    −FITTING where only one of sentence and question speaks of somebody who stands in for another; a sentence may name the
    member beside.
    """
    if _FIRST.search(understood.text) and _FIRST.search(unit.text):
        return FITTING
    if wanted[0] is Wanted.MONEY:
        return FITTING if _PRICE.search(unit.text) else 0.0
    if wanted[0] in (Wanted.ACTOR, Wanted.PERSON):
        stands_in, asked = STANDS_IN.search(unit.text), STANDS_IN.search(understood.text)
        if (asked and not stands_in) or (stands_in and not asked and not _MEMBER.search(unit.text)):
            return -FITTING
        elected = (stands_in or _ELECTS.search(unit.text)) and not _NOT_ELECTED.search(unit.text)
        return FITTING if elected and find(Wanted.PERSON, unit.text) else 0.0
    return 0.0


def _counts(noun: str, text: str) -> bool:
    """Whether a text counts the things a noun names: "otte apparater" for "blodprøveapparater"; a bare number may."""
    asked = root(fold(noun))
    for match in _NUMBER_OF.finditer(text):
        own = root(fold(match["noun"] or ""))
        if not own or own in STOP_WORDS or (len(own) > 2 and (asked.endswith(own) or own.endswith(asked))):
            return True
    return False
