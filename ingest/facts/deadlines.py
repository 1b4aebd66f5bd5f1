"""Deadlines and days on which something begins: what → date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ingest.dates.find import around_due, find_dates
from ingest.dates.found import FoundDate
from ingest.facts.found import Found
from ingest.facts.sentences import sentences_of
from ingest.records import FactKind

DEADLINE = "frist"
IN_FORCE = "træder i kraft"
SCHEDULED = "dato"
# "beslutninger, der skal træffes" says of no deadline.
_MUST = re.compile(r"(?<!\bder )(?<!\bsom )\bskal\b|\b(?:frist\w*|senest|inden|deadline|must|shall|due)\b", re.IGNORECASE)
# One of these must stand in a sentence before its dates are looked for.
_CUE = re.compile(
    r"senest|inden|frist|deadline|no later|\bby\b|before|\bdue\b|kraft|gæld|force|effect|ud(?:skydes|skudt|sættes|sat) til"
    r"|(?:rykkes|rykket|flyttes|flyttet|forlænges|forlænget) til",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:(?:udskydes|udskudt|udsættes|udsat|rykkes|rykket|flyttes|flyttet|forlænges|forlænget|forlængede|postponed|extended)"
    r"\s(?:\w+\s){0,3}?(?:til|to|until))\s(?:og med\s)?(?:den\s|d\.\s|the\s)?$",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"\b(?:the|and|will|shall|must|are|is|of)\b", re.IGNORECASE)
# "senest" is also "most recently": what was done then is no deadline.
_LATELY = re.compile(r"\b(?:drøftede|behandlede|godkendte|besluttede|vedtog|mødtes|(?:er|har|blev) senest)\b", re.IGNORECASE)
_LIMIT = re.compile(r"frist|deadline", re.IGNORECASE)
_BINDS = re.compile(r"\b(?:skal|skulle)\b|frist", re.IGNORECASE)
_YEARLY = re.compile(
    r"^\s(?:hvert år|årligt|each year|every year|i (?:\w+\s){0,4}?(?:andet|første|tredje|fjerde) år|året efter)", re.IGNORECASE
)
_OTHER_DAY = re.compile(r"baggrund|vedta|beslut|behandl|godkend", re.IGNORECASE)
_EVERY_YEAR = re.compile(r"\b(?:hvert år|årligt|normalt|sædvanligvis|every year|each year)\b", re.IGNORECASE)
_SPAN_BEFORE = re.compile(  # "two months before", and what might happen before
    r"\b(?:måneder|uger|dage|år|months|weeks|days)\s(?:inden|before)\s|\b(?:risiko|udfordring|risk)\b", re.IGNORECASE
)
_NEAR_FORCE = 45
_BEFORE_FORCE = 60
_BEFORE_DATE = re.compile(
    r"(?:\bsenest(?:\s(?:til|på|ved)\s\w+\si)?|\binden(?:\s(?:for|udgangen\saf))?|\bfrist\w*(?:\s\w+){0,4}|\bdeadline\w*(?:\s\w+){0,3}"
    r"|\bno later than|(?-i:\bby|\bbefore|\bdue(?:\son)?))"
    r"[\s:]*(?:er|den|d\.|the|is|on|for\sat\s\w+\s)*\s*$",
    re.IGNORECASE,
)
_FORCE = re.compile(
    r"\btræder\s(?:\w+\s){0,2}i kraft(?! af\b)|\bi kraft\b(?! af\b)|\bgælder fra\b|\bgældende fra\b|\benters? into force"
    r"|\btakes effect",
    re.IGNORECASE,
)
_LONGEST_PERIOD = 60
_MARKER = re.compile(r"^\s*[•●▪■◦‣\-–—*]?\s*")


def deadline_facts(text: str, reference: date | None) -> Iterator[Found]:
    """Read the deadlines of a passage; the object is the date as printed, its days stand in the qualifiers (ISO 8601).

    `reference` is the day the text was written; it completes dates without a year. Below a line that names nothing
    but a period ("Q2 2026:") that period does.
    """
    due = around_due(reference)
    for line in text.split("\n"):
        period = _period_of(line)
        if period is not None:
            reference = due = period
        for sentence in sentences_of(line):
            yield from _in_sentence(sentence, due)
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
    in_force = _in_force(sentence, dates)
    for found in dates:
        before = sentence[: found.char_start]
        if _is_deadline(before, sentence[found.char_end :]):
            yield _fact(sentence, DEADLINE, sentence, found)
        elif found is in_force:
            yield _fact(sentence, IN_FORCE, sentence, found)


def due_date(sentence: str, dates: Sequence[FoundDate]) -> FoundDate | None:
    """Give the first of the sentence's dates that is a deadline."""
    return next((each for each in dates if _is_deadline(sentence[: each.char_start], sentence[each.char_end :])), None)


def days_of(found: FoundDate) -> tuple[tuple[str, str], ...]:
    """Give the qualifiers of a fact with a date: its first and last day (ISO 8601)."""
    return (("first", found.first.isoformat()), ("last", found.last.isoformat()))


def _is_deadline(before: str, after: str) -> bool:
    """Tell whether a date is a deadline by the words around it; one of every year is none of a year's days."""
    if _YEARLY.match(after) or _EVERY_YEAR.search(before):
        return False
    if _MOVED.search(before):
        return _LIMIT.search(before) is not None
    cue = _BEFORE_DATE.search(before)
    if cue is None or _SPAN_BEFORE.search(before) or (_LATELY.search(before) and not _BINDS.search(before)):
        return False
    return not re.match(r"(?:by|before|due)\b", cue.group(0)) or _ENGLISH.search(before) is not None


def _in_force(sentence: str, dates: Sequence[FoundDate]) -> FoundDate | None:
    """Find the day something comes into force: the first one shortly behind the words that say so, else the last before them."""
    force = _FORCE.search(sentence)
    if force is None:
        return None
    inside = [each for each in dates if force.start() <= each.char_start < force.end()]
    behind = [
        each
        for each in dates
        if 0 <= each.char_start - force.end() <= _NEAR_FORCE and not _OTHER_DAY.search(sentence[force.end() : each.char_start])
    ]
    ahead = [each for each in dates if 0 <= force.start() - each.char_end <= _BEFORE_FORCE]
    return next(iter((*inside, *behind, *reversed(ahead))), None)


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
        opening = next(sentences_of(what), what)  # what the day itself is for
        is_deadline = _MUST.search(opening) is not None or _LIMIT.search(what) is not None
        relation = IN_FORCE if _FORCE.search(opening) else DEADLINE if is_deadline else SCHEDULED
        yield _fact(what, relation, line, found)


def _fact(what: str, relation: str, text: str, found: FoundDate) -> Found:
    return Found(
        kind=FactKind.DEADLINE,
        subject=what,
        relation=relation,
        object=text[found.char_start : found.char_end],
        qualifiers=days_of(found),
    )
