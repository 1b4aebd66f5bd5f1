"""Absentees named by a line or sentence of minutes, such as "Der var afbud fra …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.minutes.people import NAME, people
from ingest.passages.sentences import sentences
from ingest.records import Person

_ABSENT_LABEL = r"(?:fraværende|afbud(?:\s+fra)?|ikke\s+til\s*stede|fravær|meldt\s+afbud|absent|apologies)"
_ABSENT_LINE = re.compile(
    rf"^\W*{_ABSENT_LABEL}(?:\s+(?:var|med afbud))?\s*(?::|\bfra\b|(?=[A-ZÆØÅ]))\s*(?P<names>.+)$", re.IGNORECASE | re.DOTALL
)
_ABSENT_SENTENCE = re.compile(
    r"(?:(?:(?i:der var|har meldt|havde meldt|med|meldt)\s+(?i:afbud)|(?:(?<=[.!]\s)|^)Afbud)"
    r"\s+(?i:fra)\s+(?P<names>.+?)(?:\.(?=\s|$)|$))"
    rf"|(?P<before>{NAME}(?:(?:,\s*|\s+(?:og|samt|and)\s+){NAME}){{0,12}})\s*,?\s+(?:(?:[\wæøå]+\s){{0,4}}?og\s(?:[\wæøå]+\s)?)?"
    r"(?:var fraværende|var ikke til stede|havde meldt afbud|har meldt afbud|deltog ikke|deltog ej|did not take part|was absent)",
    re.DOTALL,
)
_ABSENT_CUE = re.compile(r"afbud|fravær|ikke til stede|deltog|absent|take part", re.IGNORECASE)
_LONGEST_SENTENCE = 600


def told_in(text: str, cue: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Find the sentences that hold a cue as half-open character ranges; none of more than 600 characters."""
    if cue.search(text) is None:
        return
    at = 0
    for line in text.split("\n"):
        if cue.search(line):
            for start, end in sentences(line):
                if end - start <= _LONGEST_SENTENCE and cue.search(line[start:end]):
                    yield at + start, at + end
        at += len(line) + 1


def absent_in(text: str) -> tuple[Person, ...]:
    """Read the absentees a line or sentence names: "Fraværende: A, B", "Afbud fra A (B)", "Der var afbud fra A."."""
    line = _ABSENT_LINE.match(text.strip())
    if line:
        return people(line["names"].strip().rstrip("."))
    found: list[Person] = []
    for start, end in told_in(text, _ABSENT_CUE):
        for match in _ABSENT_SENTENCE.finditer(text[start:end]):
            found.extend(people(match["names"] or match["before"] or ""))
    return tuple(found)
