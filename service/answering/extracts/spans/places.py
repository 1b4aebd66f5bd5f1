"""Where: rooms, addresses, houses, towns, and bodies under which something is placed."""

from __future__ import annotations

import re

from ingest.places.gazetteer import municipalities_in
from service.answering.extracts.spans.found import Span, spans_of

_VENUE = re.compile(
    r"\b(?:mødelokale|(?<!\bde )(?<!\bden )(?<!\bdet )lokale(?=:| ?(?-i:[A-ZÆØÅ\d]))|mødested|"
    r"(?-i:(?:Meeting )?Room|Hall|[A-ZÆØÅ]\w+ (?:Sal|Hall))(?= ?[A-ZÆØÅ\d]|\b)|"
    r"regionshus\w*|rådhus\w*|hotel\w*|konferencecent\w*|auditori\w*|kantine\w*|byrådssal\w*|adresse)\b[^.\n]{0,40}|"
    r"\b\w+(?:vej|gade|allé|torv|plads|stræde) \d+\b|\b(?:online|virtuelt|via teams|på teams|fysisk)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:holdes|afholdes|holdt|foregår|foregik|mødes|finder sted|fandt sted|samles|held|meets?|takes? place|took place)\b"
    r"(?: (?!i |på |hos |ved |in |at )\w+){0,4} (?P<where>(?:i|på|hos|ved|in|at)\s(?:den |det |the )?"
    r"(?!(?:\d|uge|janua?r|februar|mar|apr|ma[jy]|jun|jul|aug|sep|o[kc]t|nov|de[cs]em|man|tir|ons|tors?|fre|lør|søn|forår|sommer|"
    r"efterår|vinter|spring|summer|autumn|winter|år|halvår|samarbejde|forbindelse|løbet|starten|slutningen|start|end|connection))"
    r"\w{3,})",
    re.IGNORECASE,
)
"""Behind a verb of meeting any house or room is where: "holdes i klubhuset"."""
_PLACE = re.compile(
    r"\b(?:i|på|hos|ved|under|til|fra|in|at)\s+(?:det |den |de |et |en )?"
    r"(?:[A-ZÆØÅ][\wæøå-]+(?:\s(?:og\s)?[A-ZÆØÅ][\wæøå-]+)*|\w+(?:udvalg|råd|gruppe|regi|afdeling|forum|hospital|sygehus|klinik|center|hjem)\w*)"
)
_WORD_PLACE = re.compile(
    r"\b(?:hjemmet|eget hjem|hospital\w*|sygehus\w*|klinik\w*|plejecent\w*|online|virtuelt|fysisk|hjemmeside\w*)\b", re.IGNORECASE
)


def find_venues(text: str) -> tuple[Span, ...]:
    """Where people meet: rooms, houses, street addresses, towns, online."""
    towns = tuple(Span(start=mention.start, end=mention.end) for mention in municipalities_in(text))
    held = tuple(Span(start=found.start("where"), end=found.end("where")) for found in _HELD.finditer(text))
    return spans_of(_VENUE.finditer(text)) + held + towns


def find_places(text: str) -> tuple[Span, ...]:
    """Any place, also a body under which something is placed."""
    return spans_of(_VENUE.finditer(text)) + spans_of(_PLACE.finditer(text)) + spans_of(_WORD_PLACE.finditer(text))
