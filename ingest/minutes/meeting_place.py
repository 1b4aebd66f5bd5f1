"""The place of a meeting where no label names it: behind the hour or the day, or on the line below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.dates.find import days_in
from ingest.minutes.head_times import clock_of, day_of
from ingest.minutes.labels import labelled

_PLACE = re.compile(
    r"^(?=[A-ZÆØÅ])(?=.{6,110}$)(?=.*(?:(?i:sal(?:en)?\b|lokale|rådhus|hus(?:et)?\b|kro(?:en)?\b|hotel|skole|sygehus|hospital|auditori|center|kantine|bibliotek"
    r"|gård(?:en)?\b|teams|online|virtuel|hall\b|room\b)|(?i:vej|gade|torv(?:et)?|plads(?:en)?|allé|alle)\s\d))[^.:;?!]*$"
)
_BEHIND_TIME = re.compile(
    r"(?:(?:kl\.?|klokken)\s*\d{1,2}(?:[:.]\d{2})?(?:\s*(?:[-–]|til)\s*(?:kl\.?\s*)?\d{1,2}(?:[:.]\d{2})?)?|\b\d{1,2}[:.]\d{2}\s?[-–]\s?\d{1,2}[:.]\d{2})"
    r"(?:,|\s+(?:i|på|hos)\b|\s+[|–-])\s+(?:i\s|på\s)?(?P<place>(?:[A-ZÆØÅ]|(?:møde)?lokale\s)[^\n]{2,80})$"
)


def place_behind_time(lines: Iterable[str]) -> str | None:
    """The place in a line of day, hour and place: "8. april 2025 kl. 19.30 i Forsamlingshuset, Møllevej 2"."""
    for line in lines:
        match = _BEHIND_TIME.search(line) if day_of(line) else None
        if match:
            return match["place"].strip(" .")
    return None


def place_behind_day(when: str) -> str | None:
    """The place right behind the day: "12. marts 2026, Kulturhuset i Skive"."""
    days = days_in(when)
    behind = re.match(r"\s*[,|–-]\s+(?P<place>.+)$", when[days[0].char_end :]) if days else None
    return behind["place"].strip(" .") if behind and _PLACE.match(behind["place"]) else None


def place_below_day(lines: Sequence[str]) -> str | None:
    """The place on a line of its own right below the day and hour: "Byrådssalen, Torvet 3, Grenå"."""
    for line, below in pairwise(lines):
        if day_of(line) and clock_of(line, labelled=True) and _PLACE.match(below) and labelled(below) is None:
            return below.strip(" .")
    return None
