"""The head of minutes: body, date, time, place, participants, chair, absentees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from ingest.dates.find import days_in, find_dates
from ingest.minutes.absences import without_partly
from ingest.minutes.attendance_tables import attended
from ingest.minutes.bodies import TITLE_OF_MEETING, body_of_title
from ingest.minutes.head_lines import head_lines
from ingest.minutes.labels import LISTS, labelled
from ingest.minutes.people import NAME, absent_in, once, people, people_by_first_name, people_in_lines, person
from ingest.minutes.substitutes import substitutes
from ingest.passages.sentences import sentences
from ingest.records import Block, BlockKind, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingHead:
    """What the head says; None and empty where it says nothing."""

    body: str | None
    date: date | None
    time: str | None
    place: str | None
    chair: str | None
    participants: tuple[Person, ...]
    absent: tuple[Person, ...]


_PLACE = re.compile(
    r"^(?=[A-ZÆØÅ])(?=.{6,110}$)(?=.*(?:(?i:sal(?:en)?\b|lokale|rådhus|hus(?:et)?\b|kro(?:en)?\b|hotel|skole|sygehus|hospital|auditori|center|kantine|bibliotek"
    r"|gård(?:en)?\b|teams|online|virtuel|hall\b|room\b)|(?i:vej|gade|torv(?:et)?|plads(?:en)?|allé|alle)\s\d))[^.:;?!]*$"
)
_ROOM = re.compile(r"^(?:mødelokale|lokale|mødet holdes|online|via teams|microsoft teams|teams)\b.{0,60}$", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:kl\.?|klokken)\s*(?P<clock>\d{1,2}(?:[:.]\d{2})?(?:\s*[-–]\s*(?:kl\.?\s*)?\d{1,2}(?:[:.]\d{2})?)?)|(?P<bare>\b\d{1,2}[:.]\d{2}(?:\s*[-–]\s*\d{1,2}[:.]\d{2})?\b)",
    re.IGNORECASE,
)
_BEHIND_TIME = re.compile(
    r"(?:(?:kl\.?|klokken)\s*\d{1,2}(?:[:.]\d{2})?(?:\s*(?:[-–]|til)\s*(?:kl\.?\s*)?\d{1,2}(?:[:.]\d{2})?)?|\b\d{1,2}[:.]\d{2}\s?[-–]\s?\d{1,2}[:.]\d{2})"
    r"(?:,|\s+(?:i|på|hos)\b|\s+[|–-])\s+(?:i\s|på\s)?(?P<place>(?:[A-ZÆØÅ]|(?:møde)?lokale\s)[^\n]{2,80})$"
)
_NOT_OF_MEETING = re.compile(
    r"^\W*(?:næste|forrige|sidste|godkendt|frist|udsendt|opdateret|revideret|version|next|approved|deadline)\b", re.IGNORECASE
)


_MOVES = re.compile(r"\b(?:forlod|ankom|gik|kom|tilstødte|left|arrived)\b")
_UNEXCUSED = re.compile(
    r"(?:fraværende|udeblevet|ikke mødt)?\s*\(?uden afbud\)?\s*:\s*|absent without apolog\w+\s*:\s*", re.IGNORECASE
)
_AWAY = re.compile(r"^(?:.*[,\s])?(?:afbud|fraværende|ikke til ?stede|absent)\W*$", re.IGNORECASE)
_LED = re.compile(
    rf"(?i:(?:blev ledet af|ledes af|chaired by))\s+(?P<name>{NAME})"
    rf"|(?P<leader>{NAME})\s+(?:ledede mødet|var mødeleder|var ordstyrer|var dirigent|chaired the meeting)"
    r"|^(?P<office>[A-ZÆØÅ]\w+(?:en|eren))\s+(?:ledede mødet|var mødeleder|ledte mødet)"
)


def meeting_head(blocks: Sequence[Block]) -> MeetingHead:
    """Read the head from the blocks before the first agenda item."""
    lines = tuple(head_lines(blocks))
    fields = _fields(lines)
    when = fields.get("date", "") or fields.get("time", "")
    if _day(when) is None:
        dated = [line for line in lines if _day(line)]
        when = next((line for line in dated if not _NOT_OF_MEETING.match(line)), next(iter(dated), when))
    marked = (found for line in lines if (found := _clock(line, labelled=True)))
    clock = _clock(fields.get("time", "")) or _hours(fields.get("time", "")) or _clock(when) or next(marked, None)
    listed = _people(fields.get("participants", ""))
    away = tuple(each for each in listed if _AWAY.match(each.role))
    stood_in = substitutes(without_partly(_without_moves(fields.get("absent", "")), listed=True))
    table = attended(blocks)
    stand_ins = {each.name: each for each in stood_in.came}
    came = (stand_ins.get(each.name, each) for each in (*table.present, *listed) if each not in away)
    present = once((*came, *stood_in.came))
    told = (each for line in lines for each in absent_in(without_partly(line)))
    chair = fields.get("chair") or _chair_told(lines, present) or chair_among(present)
    return MeetingHead(
        body=fields.get("body") or body_of_title([block.text for block in blocks]),
        date=_day(when),
        time=clock,
        place=fields.get("place") or _place_behind_time(lines) or _place_behind_day(when) or _place_below_day(lines),
        chair=_one_name(chair) if chair else None,
        participants=present,
        absent=once((*table.absent, *away, *_absentees(stood_in.rest), *stood_in.absent)) or once(told),
    )


def _absentees(text: str) -> tuple[Person, ...]:
    """The names of a list of absentees; who sent no apologies has that as role: "Eva Holm. Fraværende uden afbud: Bo Lind"."""
    parts = _UNEXCUSED.split(text)
    excused = _people(parts[0].strip().rstrip(".") if len(parts) > 1 else text)
    rest = (each for part in parts[1:] for each in _people(part.strip().rstrip(".")))
    return (*excused, *(replace(each, role=", ".join(filter(None, (each.role, "uden afbud")))) for each in rest))


def _without_moves(text: str) -> str:
    """A list of absentees without its sentences on who came late or left early."""
    kept = (
        (line[start:end] for start, end in sentences(line) if not _MOVES.search(line[start:end])) for line in text.split("\n")
    )
    return "\n".join(" ".join(each) for each in kept)


def _place_behind_time(lines: Iterable[str]) -> str | None:
    """The place in a line of day, hour and place: "8. april 2025 kl. 19.30 i Forsamlingshuset, Møllevej 2"."""
    for line in lines:
        match = _BEHIND_TIME.search(line) if _day(line) else None
        if match:
            return match["place"].strip(" .")
    return None


def _place_behind_day(when: str) -> str | None:
    """The place right behind the day: "12. marts 2026, Kulturhuset i Skive"."""
    days = days_in(when)
    behind = re.match(r"\s*[,|–-]\s+(?P<place>.+)$", when[days[0].char_end :]) if days else None
    return behind["place"].strip(" .") if behind and _PLACE.match(behind["place"]) else None


def _place_below_day(lines: Sequence[str]) -> str | None:
    """The place on a line of its own right below the day and hour: "Byrådssalen, Torvet 3, Grenå"."""
    for line, below in pairwise(lines):
        if _day(line) and _clock(line, labelled=True) and _PLACE.match(below) and labelled(below) is None:
            return below.strip(" .")
    return None


def chair_among(present: Sequence[Person]) -> str | None:
    """Find who led the meeting by the printed role; the chairman of the body where nobody else did, None where no role tells."""
    for role in (r"mødeleder|ordstyrer|dirigent|\bchair\b", r"(?:^|,\s)\w*(?<!næst)(?<!vice)formand\b", r"(?:^|,\s)borgmester\b"):
        found = next((each.name for each in present if re.search(role, each.role, re.IGNORECASE)), None)
        if found is not None:
            return found
    return None


def _fields(lines: Sequence[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    current = ""
    for text in lines:
        found = labelled(text)
        if found is not None:
            current = found.field
            if current == "date" and _day(found.value) is None and _clock(found.value):
                current = "time"  # "Mødetidspunkt: 17:00 - 20:15" beside a date of its own
            if found.value:
                before = fields.get(current) if found.adds else None
                fields[current] = (
                    "\n".join(filter(None, (before, found.value))) if found.adds else fields.get(current, found.value)
                )
        elif TITLE_OF_MEETING.match(text):
            current = ""
        elif _ROOM.match(text):
            fields.setdefault("place", text.strip())
        elif current in LISTS or (current in ("place", "date", "body", "time") and current not in fields):
            fields[current] = f"{fields[current]}\n{text}" if current in fields else text
    return fields


def _chair_told(lines: Iterable[str], present: Sequence[Person]) -> str | None:
    """Who led the meeting by a sentence: "Mødet blev ledet af Bo Lind", "Borgmesteren ledede mødet"."""
    for line in lines:
        match = _LED.search(line)
        told = (match["name"] or match["leader"]) if match is not None else None
        if told:
            one = person(told)
            return one.name if one is not None else told
        if match is not None and match["office"]:
            office = re.sub(r"(?:en|n)$", "", match["office"].lower())
            found = next((each.name for each in present if office in each.role.lower()), None)
            if found is not None:
                return found
    return None


def _hours(text: str) -> str | None:
    """Whole hours in a field of time: "19-21"."""
    found = re.match(r"\s*(?P<hours>\d{1,2}\s*[-–]\s*\d{1,2})\b(?![./])", text)
    return found["hours"] if found else None


def _people(text: str) -> tuple[Person, ...]:
    lines = _whole_lines([line.strip() for line in text.split("\n") if line.strip()])
    if len(lines) > 1:
        full = people_in_lines([Block(kind=BlockKind.PARAGRAPH, text=line) for line in lines])
    else:
        full = people("\n".join(lines))
    short = people_by_first_name("\n".join(lines))
    return short if len(short) > len(full) else full


def _whole_lines(lines: Sequence[str]) -> list[str]:
    """Join a line of several names that breaks within one of them: "Bo Lind (A), Ida" / "Sø (B)"."""
    whole: list[str] = []
    for line in lines:
        several = whole and (len(people(whole[-1])) > 1 or re.search(r"\([A-ZÆØÅ]{1,3}\),", whole[-1]))
        if several and re.search(r",\s*(?:[A-ZÆØÅ][\w-]*|[\w ]+\s(?:og|samt))$", whole[-1]):
            whole[-1] = f"{whole[-1]} {line}"
        else:
            whole.append(line)
    return whole


def _one_name(text: str) -> str:
    found = person(re.split(r"[\n;]", text)[0])
    return found.name if found else text.split("\n")[0].strip()


def _day(text: str) -> date | None:
    return next((day.first for day in days_in(text)), None)


def _clock(text: str, *, labelled: bool = False) -> str | None:
    for day in find_dates(text):  # "12.11" of a date is no time of day
        text = text[: day.char_start] + " " * (day.char_end - day.char_start) + text[day.char_end :]
    found = _CLOCK.search(text)
    if found is None or (labelled and not found["clock"]):
        return None
    return found["clock"] or found["bare"]
