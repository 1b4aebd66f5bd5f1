"""Where: rooms, addresses, houses, towns after a preposition, and where a thing belongs."""

from __future__ import annotations

import re

from service.answering.extracts.spans.found import Span, spans_of

_PLACE = re.compile(
    r"\b(?:mødelokale|lokale|sal|regionshuset|rådhuset|rådhus|mødested:?|sted:?|adresse:?|teams|hotel|vej|gade|allé)\b[^.\n]{0,40}|"
    r"\b(?:i|på|hos|ved|under|til|fra|in|at)\s+(?:det |den |de )?(?:[A-ZÆØÅ][\wæøå-]+(?:\s(?:og\s)?[A-ZÆØÅ][\wæøå-]+)*|\w+(?:udvalg|råd|gruppe|regi|afdeling|forum)\w*)",
)
_WORD_PLACE = re.compile(r"\b(?:hjemmet|eget hjem|hospital\w*|sygehus\w*|klinik\w*|plejecent\w*|online|virtuelt|fysisk|hjemmeside\w*)\b", re.IGNORECASE)


def find_places(text: str) -> tuple[Span, ...]:
    """Places, also bodies under which something is placed."""
    return spans_of(_PLACE.finditer(text)) + spans_of(_WORD_PLACE.finditer(text))
