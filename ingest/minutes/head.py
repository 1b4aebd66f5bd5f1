"""The head of minutes: body, date, time, place, participants, chair, absentees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ingest.minutes.absences import without_partly
from ingest.minutes.absent_told import absent_in
from ingest.minutes.attendance_tables import attended
from ingest.minutes.bodies import TITLE_OF_MEETING, body_of_title
from ingest.minutes.chair import chair_among, chair_told
from ingest.minutes.first_names import people_by_first_name
from ingest.minutes.head_lines import head_lines
from ingest.minutes.head_times import clock_of, day_of, hours_of
from ingest.minutes.labels import LISTS, labelled
from ingest.minutes.meeting_place import place_behind_day, place_behind_time, place_below_day
from ingest.minutes.people import once, people, people_in_lines, person
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


_ROOM = re.compile(r"^(?:mødelokale|lokale|mødet holdes|online|via teams|microsoft teams|teams)\b.{0,60}$", re.IGNORECASE)
_NOT_OF_MEETING = re.compile(
    r"^\W*(?:næste|forrige|sidste|godkendt|frist|udsendt|opdateret|revideret|version|next|approved|deadline)\b", re.IGNORECASE
)


_MOVES = re.compile(r"\b(?:forlod|ankom|gik|kom|tilstødte|left|arrived)\b")
_UNEXCUSED = re.compile(
    r"(?:fraværende|udeblevet|ikke mødt)?\s*\(?uden afbud\)?\s*:\s*|absent without apolog\w+\s*:\s*", re.IGNORECASE
)
_AWAY = re.compile(r"^(?:.*[,\s])?(?:afbud|fraværende|ikke til ?stede|absent)\W*$", re.IGNORECASE)


def meeting_head(blocks: Sequence[Block]) -> MeetingHead:
    """Read the head from the blocks before the first agenda item."""
    lines = tuple(head_lines(blocks))
    fields = _fields(lines)
    when = fields.get("date", "") or fields.get("time", "")
    if day_of(when) is None:
        dated = [line for line in lines if day_of(line)]
        when = next((line for line in dated if not _NOT_OF_MEETING.match(line)), next(iter(dated), when))
    marked = (found for line in lines if (found := clock_of(line, labelled=True)))
    clock = clock_of(fields.get("time", "")) or hours_of(fields.get("time", "")) or clock_of(when) or next(marked, None)
    listed = _people(fields.get("participants", ""))
    away = tuple(each for each in listed if _AWAY.match(each.role))
    stood_in = substitutes(without_partly(_without_moves(fields.get("absent", "")), listed=True))
    table = attended(blocks)
    stand_ins = {each.name: each for each in stood_in.came}
    came = (stand_ins.get(each.name, each) for each in (*table.present, *listed) if each not in away)
    present = once((*came, *stood_in.came))
    told = (each for line in lines for each in absent_in(without_partly(line)))
    chair = fields.get("chair") or chair_told(lines, present) or chair_among(present)
    return MeetingHead(
        body=fields.get("body") or body_of_title([block.text for block in blocks]),
        date=day_of(when),
        time=clock,
        place=fields.get("place") or place_behind_time(lines) or place_behind_day(when) or place_below_day(lines),
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


def _fields(lines: Sequence[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    current = ""
    for text in lines:
        found = labelled(text)
        if found is not None:
            current = found.field
            if current == "date" and day_of(found.value) is None and clock_of(found.value):
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
