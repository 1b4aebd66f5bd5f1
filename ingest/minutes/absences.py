"""Absence from some items only: "Bo Lind deltog ikke i behandlingen af punkt 4", "Fraværende: Bo Lind under punkt 4"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.minutes.absent_told import told_in
from ingest.minutes.people import NAME, people
from ingest.records import Person

_ITEMS = (
    r"(?:dagsordens?(?:ens)?\s?)?(?:punkt(?:et|erne)?|pkt\.?|sag(?:en|erne)?|items?)\s*(?:nr\.?\s*)?"
    r"(?P<items>\d{1,3}(?:\s*(?:,|og|samt|and|-|–|til|to)\s*\d{1,3})*)"
)
_PARTLY = re.compile(
    rf"(?P<names>{NAME}(?:(?:,[ \t]*|[ \t]+(?:og|samt|and)[ \t]+){NAME}){{0,12}})(?:,[ \t]*|[ \t]+)"
    r"(?:(?:[\wæøå]+\s){0,4}?(?:deltog (?:ikke|ej)|var (?:ikke til stede|fraværende|inhabil)|did not take part|was absent)"
    rf"(?:\s[\wæøå,]+){{0,8}}?\s)?(?:i|ved|under|fra|til|af|on|during|from|for)\s(?:behandlingen\s(?:af\s)?)?{_ITEMS}\.?"
)
_SPAN = re.compile(r"\s*(?:-|–|til|to)\s*")
_LEFT = re.compile(r"\b(?:ankom|mødte|forlod|kom|gik|arrived|left)\b", re.IGNORECASE)
_CUE = re.compile(r"(?:punkt|pkt|sag|item)\w*\.?\s*(?:nr\.?\s*)?\d", re.IGNORECASE)
_MOST_ITEMS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class PartlyAbsent:
    """Somebody who was absent from the items with these numbers; where the text says so (half-open character range)."""

    person: Person
    items: frozenset[str]
    char_start: int
    char_end: int


def partly_absent(text: str, *, listed: bool = False) -> Iterator[PartlyAbsent]:
    """Find who was absent from named items only. `listed` says that the text is a list of absentees, so that "Bo Lind under
    punkt 4" says it already; elsewhere the verb must.
    """
    for at, end in told_in(text, _CUE):
        for match in _PARTLY.finditer(text[at:end]):
            yield from _of_match(match, at, listed=listed)


def _of_match(match: re.Match[str], at: int, *, listed: bool) -> Iterator[PartlyAbsent]:
    said = match.group(0)[len(match["names"]) :]
    verb = re.search(r"deltog|var |did |was ", said)
    if _LEFT.search(said) or (verb is None and not listed):
        return
    items = frozenset(_numbers(match["items"]))
    skipped = _last_name(match["names"]) if verb is None else 0
    for each in people(match["names"][skipped:]):
        yield PartlyAbsent(person=each, items=items, char_start=at + match.start() + skipped, char_end=at + match.end())


def _last_name(names: str) -> int:
    """Where the last of several names begins: in a list, "A og B under punkt 3" says of A only that she was absent."""
    return max((match.end() for match in re.finditer(r",\s*(?![^()]*\))|\s(?:og|samt|and)\s", names)), default=0)


def without_partly(text: str, *, listed: bool = False) -> str:
    """The text without what it says of absence from named items."""
    for found in sorted({(each.char_start, each.char_end) for each in partly_absent(text, listed=listed)}, reverse=True):
        text = text[: found[0]] + text[found[1] :]
    return text


def _numbers(text: str) -> Iterator[str]:
    for part in re.split(r"\s*(?:,|\bog\b|\bsamt\b|\band\b)\s*", text):
        ends = [int(end) for end in _SPAN.split(part) if end.isdigit()]
        if len(ends) == 2 and 0 <= ends[1] - ends[0] < _MOST_ITEMS:
            yield from (str(number) for number in range(ends[0], ends[1] + 1))
        else:
            yield from (str(end) for end in ends)
