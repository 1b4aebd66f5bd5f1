"""A follow-up that names another thing: what stands behind "er", the subject of a yes/no question, an office."""

from __future__ import annotations

import re

from ingest.dates.find import find_dates
from ingest.places.gazetteer import municipalities_in
from service.records import Language
from service.understanding.carried.words import ASKING, HAS_VERB, PREPOSITION
from service.understanding.language import language_of
from service.understanding.topic import topic_of
from service.understanding.vocabulary import Vocabulary
from service.understanding.words import words_of

_COPULA = re.compile(
    r"^(?P<head>\w+ (?:er|var|bliver|blev|hedder|is|was|are|were)\s+)(?P<noun>.+?)"
    r"(?P<tail>\s+(?:for|af|i|på|til|om|hos|of|in|on)\s+.+|\?)$",
    re.IGNORECASE,
)
_OF_A_SUBJECT = re.compile(
    r"^(?P<verb>kan|skal|må|er|bliver|blev|can|is|was|must|will) "
    r"(?P<subject>\S+(?: \S+){0,6}?) (?P<end>(?:be )?[a-zæøå]{3,}(?:es|et|t|ed))\?*$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"^(?:(?:de|den|the|a)\s+)?(?:\w+\s)?(?:suppleant\w*|stedfortræder\w*|(?:næst)?formand\w*|medlem(?:met|mer(?:ne)?)?|referent\w*|sekretær\w*"
    r"|kontaktperson\w*|tovholder\w*|leder\w*|substitutes?|deput\w+|(?:vice-?)?chair\w*|secretary|members?|alternates?)\W*$",
    re.IGNORECASE,
)
_ASKED_WHO = re.compile(r"^(?:hvem|who)\b", re.IGNORECASE)


def with_other_noun(text: str, last: str, known: Vocabulary) -> str | None:
    """As in "Og den kommunale næstformand?": the earlier question with what it asks after "er" exchanged."""
    match = _COPULA.match(last)
    if match is None or HAS_VERB.search(text) or len(text.split()) > 6 or ASKING.match(text):
        return None
    if municipalities_in(text) or find_dates(text):
        return None
    tail = match.group("tail").rstrip("?")
    if PREPOSITION.match(text):  # "for de næste" takes the place of "for den første"
        same = tail.lower().startswith(f" {text.split()[0].lower()} ")
        return (
            f"{match.group('head')}{match.group('noun')} {text.rstrip(' ?!.')} ({tail.split(maxsplit=1)[1]})?" if same else None
        )
    return f"{match.group('head')}{text.rstrip(' ?!.')}{match.group('tail')}"


def with_other_subject(text: str, last: str, known: Vocabulary) -> str | None:
    """As in "Hvad med aftalen om mad?": a yes/no question of one thing, asked of another."""
    match = _OF_A_SUBJECT.match(last)
    if match is None or HAS_VERB.search(text) or len(words_of(text)) > 5 or ASKING.match(text):
        return None
    return f"{match.group('verb')} {text.rstrip(' ?!.')} {match.group('end')}?"


def with_other_office(text: str, last: str, known: Vocabulary) -> str | None:
    """As in "Og suppleanten?" after "Hvem …": who holds another office in what the earlier question is about."""
    office = _OFFICE.match(text)
    if office is None or not _ASKED_WHO.match(last):
        return None
    topic = topic_of(last)
    asking = "Who is" if language_of(last) is Language.ENGLISH else "Hvem er"
    return f"{asking} {text.rstrip(' ?!.')} ({topic})?" if topic else None
