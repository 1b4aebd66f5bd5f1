"""Deadlines and days on which something begins: what → date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ingest.dates.find import find_dates
from ingest.dates.found import FoundDate
from ingest.facts.found import Found
from ingest.facts.sentences import sentences_of
from ingest.records import FactKind

DEADLINE = "frist"
IN_FORCE = "træder i kraft"
SCHEDULED = "dato"
_MUST = re.compile(r"\b(?:skal|frist\w*|senest|inden|deadline|must|shall|due)\b", re.IGNORECASE)
# One of these must stand in a sentence before its dates are looked for.
_CUE = re.compile(r"senest|inden|frist|deadline|no later|\bby\b|before|\bdue\b|kraft|gæld|force|effect", re.IGNORECASE)
_FORCE_DATE = re.compile(r"(?:kraft|fra|force|effect)\s(?:\w{1,4}\.?\s){0,2}$", re.IGNORECASE)
_BEFORE_DATE = re.compile(
    r"(?:\bsenest|\binden(?:\s(?:for|udgangen\saf))?|\bfrist\w*(?:\s\w+){0,4}|\bdeadline\w*(?:\s\w+){0,3}"
    r"|\bno later than|\bby|\bbefore|\bdue(?:\son)?)"
    r"[\s:]*(?:er|den|d\.|the|is|on|for\sat\s\w+\s)*\s*$",
    re.IGNORECASE,
)
_FORCE = re.compile(
    r"\btræder\s(?:\w+\s){0,2}i kraft|\bi kraft\b|\bgælder fra\b|\bgældende fra\b|\benters? into force|\btakes effect",
    re.IGNORECASE,
)
_LONGEST_PERIOD = 60
_MARKER = re.compile(r"^\s*[•●▪■◦‣\-–—*]?\s*")


def deadline_facts(text: str, reference: date | None) -> Iterator[Found]:
    """Read the deadlines of a passage; the object is the date as printed, its days stand in the qualifiers (ISO 8601).

    `reference` is the day the text was written; it completes dates without a year. Below a line that names nothing
    but a period ("Q2 2026:") that period does.
    """
    for line in text.split("\n"):
        reference = _period_of(line) or reference
        for sentence in sentences_of(line):
            yield from _in_sentence(sentence, reference)
        yield from _dated_line(line, reference)


def _period_of(line: str) -> date | None:
    if len(line) > _LONGEST_PERIOD:
        return None
    found = next(iter(find_dates(line)), None)
    if found is None or len(line.strip(" :.•●-–*\t")) > found.char_end - found.char_start:
        return None
    return found.first + (found.last - found.first) / 2


def _in_sentence(sentence: str, reference: date | None) -> Iterator[Found]:
    dates = find_dates(sentence, reference=reference) if _CUE.search(sentence) else ()
    for found in dates:
        before = sentence[: found.char_start]
        if _BEFORE_DATE.search(before):
            yield _fact(sentence, DEADLINE, sentence, found)
        elif _FORCE.search(sentence) and (len(dates) == 1 or _FORCE_DATE.search(before)):
            yield _fact(sentence, IN_FORCE, sentence, found)


def _dated_line(line: str, reference: date | None) -> Iterator[Found]:
    """Read a line of a schedule: "1. maj 2026: Udkast sendes i høring"."""
    if ":" not in line:
        return
    marker = _MARKER.match(line)
    start = marker.end() if marker else 0
    found = next(iter(find_dates(line, reference=reference)), None)
    if found is None or found.char_start != start:
        return
    rest = re.match(r"\s*:\s+(?P<what>\S.{8,})$", line[found.char_end :])
    if rest:
        what = rest["what"].strip()
        relation = IN_FORCE if _FORCE.search(what) else DEADLINE if _MUST.search(what) else SCHEDULED
        yield _fact(what, relation, line, found)


def _fact(what: str, relation: str, text: str, found: FoundDate) -> Found:
    return Found(
        kind=FactKind.DEADLINE,
        subject=what,
        relation=relation,
        object=text[found.char_start : found.char_end],
        qualifiers=(("first", found.first.isoformat()), ("last", found.last.isoformat())),
    )
