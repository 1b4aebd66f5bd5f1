"""A follow-up that names another place: "Og på Læsø?"."""

from __future__ import annotations

import re

from ingest.places.gazetteer import municipalities_in
from service.records import Language
from service.understanding.carried.words import HAS_VERB, PREPOSITION
from service.understanding.language import language_of
from service.understanding.names import councils_in
from service.understanding.tasks import tasks_in
from service.understanding.vocabulary import Vocabulary

_PLACE_ONLY = re.compile(
    r"^(?:i|på|paa|for|in|on|hos|fra|ved)?\s*(?:sundhedsr[åa]+d\w*\s+)?[\w\s.-]+?(?:\s+(?:kommune|municipality|da|så|then))*\s*\?*$",
    re.IGNORECASE,
)
_PREPOSITION_END = re.compile(r"\b(i|på|paa|in|on)\s+$", re.IGNORECASE)
_LED = re.compile(r"\b(?:i|på|hos|ved|in|at|on)\s+$", re.IGNORECASE)
_ENDS_THERE = re.compile(r"\b(?:dér|der|there|samme sted|here)\W*$", re.IGNORECASE)
"""How a question ends that is asked of the place of the one before."""
_IS_THERE = re.compile(r"\b(?:er|var|findes|fandtes|kommer|bliver|blev|is|are|was|were)\s+(?:der|there)\W*$", re.IGNORECASE)
_KOMMUNE = re.compile(r"\s+(?:kommune|municipality)\b", re.IGNORECASE)
_KOMMUNE_END = re.compile(r"\s+(?:kommune|municipality)$", re.IGNORECASE)


def with_other_place(text: str, last: str, known: Vocabulary) -> str | None:
    """As in "Og på Læsø?": the earlier question with the place exchanged."""
    mentions, councils = municipalities_in(text), councils_in(text, known.councils)
    if (
        not (mentions or councils)
        or not _PLACE_ONLY.match(text)
        or HAS_VERB.search(text)
        or tasks_in(text, known.tasks, known.long_forms)
    ):
        return None
    span = _place_span(last, known)
    if span is None:
        return None
    before, said = last[: span[0]], last[span[1] :]
    fragment = re.sub(r"\s+(?:da|så|then)$", "", PREPOSITION.sub("", text.rstrip(" ?!.")))
    if not _KOMMUNE.match(said):
        return _prepositioned(before, text) + fragment + said
    return before + _KOMMUNE_END.sub("", fragment) + said  # "i Læsø Kommune", whatever "på Læsø" says


def points_there(text: str) -> bool:
    """Whether a question ends with "der" as a place: not "hvor mange er der?"."""
    return _ENDS_THERE.search(text) is not None and _IS_THERE.search(text) is None


def with_place_there(text: str, last: str, known: Vocabulary) -> str:
    """A question that ends with "der", with the earlier question's place in its stead: "Hvor længe kan man være i Faxe?"."""
    there, span = _ENDS_THERE.search(text), _place_span(last, known)
    if there is None or span is None or municipalities_in(text):
        return text
    led = _LED.search(last[: span[0]])
    own = "in " if language_of(text) is Language.ENGLISH else "i "
    place = f"{led.group(0) if led else own}{last[span[0] : span[1]]}"
    before = f"{text.rstrip(' ?!.')} " if _IS_THERE.search(text) else text[: there.start()]
    return f"{before}{place}?"


def _prepositioned(before: str, text: str) -> str:
    """The words before a place with the follow-up's own preposition, where both have one: "på Læsø", "i Odder"."""
    own, theirs = PREPOSITION.match(text), _PREPOSITION_END.search(before)
    return before[: theirs.start(1)] + own.group(1).lower() + " " if own and theirs else before


def _place_span(text: str, known: Vocabulary) -> tuple[int, int] | None:
    """Where a question names its place: its last municipality, or the words of its health council."""
    mentions = municipalities_in(text)
    if mentions:
        return mentions[-1].start, mentions[-1].end
    found = re.search(r"\bSundhedsr[åa]+d\w*\s+[A-ZÆØÅ][\w-]*(?:(?:\s+og|-\s*og)?\s+[A-ZÆØÅ][\w-]*)*", text)
    return found.span() if found else None
