"""The head of minutes: body, date, time, place, participants, chair, absentees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ingest.dates.find import find_dates
from ingest.minutes.bodies import TITLE_OF_MEETING, body_of_title
from ingest.minutes.people import absent_in, people, people_in_lines, person
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


_FIELDS = {
    "date": "mødedato og tid|mødedato|dato og tid|dato og tidspunkt|dato|mødetidspunkt|tid og sted|tidspunkt og sted|date",
    "time": "mødetid|tidspunkt|tid|klokkeslæt|time|starttidspunkt",
    "place": "mødested|mødelokale|sted|lokale|lokation|place|venue",
    "participants": (
        "mødedeltagere|deltagere|deltagende|tilstede|til stede|tilstedeværende|fremmødte|fremmødt|mødte|medlemmer|faste deltagere"
        "|deltagerliste|participants|present|attendees"
    ),
    "absent": "fraværende|afbud fra|afbud|ikke til stede|meldt afbud|fravær|absent|apologies",
    "chair": "mødeleder|ordstyrer|dirigent|mødeformand|formand|chair|chairperson",
    "body": "udvalg|forum|organ|mødeforum|råd|komité|body|committee",
    "other": "referent|sekretær|mødet startede|mødet sluttede|mødet hævet|sagsnummer|sagsnr|journalnr|dagsorden|minutes by",
}
_FIELD_OF = {label: name for name, labels in _FIELDS.items() for label in labels.split("|")}
_LABEL = "|".join(sorted(map(re.escape, _FIELD_OF), key=len, reverse=True))
_LABELLED = re.compile(
    rf"^[\s*_•-]*(?P<label>{_LABEL})[\s*_]*(?::|\t|\s{{2,}}|$)[\s*_:]*(?P<value>.*)$",
    re.IGNORECASE | re.DOTALL,
)
# Labels that no running text begins with need no colon: "Mødedato Fredag d. 22. august".
_UNMARKED = re.compile(
    r"^(?P<label>mødedato|mødested|mødedeltagere|mødetidspunkt|fraværende)\s+(?P<value>[A-ZÆØÅ\d].*)$", re.IGNORECASE | re.DOTALL
)
_ROOM = re.compile(r"^(?:mødelokale|lokale|mødet holdes|online|via teams|microsoft teams|teams)\b.{0,60}$", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:kl\.?|klokken)\s*(?P<clock>\d{1,2}(?:[:.]\d{2})?(?:\s*[-–]\s*(?:kl\.?\s*)?\d{1,2}(?:[:.]\d{2})?)?)|(?P<bare>\b\d{1,2}[:.]\d{2}(?:\s*[-–]\s*\d{1,2}[:.]\d{2})?\b)",
    re.IGNORECASE,
)
_BEHIND_TIME = re.compile(
    r"(?:kl\.?|klokken)\s*\d{1,2}(?:[:.]\d{2})?(?:\s*[-–]\s*(?:kl\.?\s*)?\d{1,2}(?:[:.]\d{2})?)?(?:,|\s+(?:i|på|hos)\b|\s+[|–-])\s+"
    r"(?:i\s|på\s)?(?P<place>[A-ZÆØÅ][^\n]{2,80})$"
)


def meeting_head(blocks: Sequence[Block]) -> MeetingHead:
    """Read the head from the blocks before the first agenda item."""
    fields = _fields(blocks)
    when = fields.get("date", "") or fields.get("time", "")
    if _day(when) is None:
        when = next((line for block in blocks for line in block.text.split("\n") if _day(line)), when)
    marked = (found for block in blocks if (found := _clock(block.text, labelled=True)))
    clock = _clock(fields.get("time", "")) or _clock(when) or next(marked, None)
    participants, absent = fields.get("participants", ""), fields.get("absent", "")
    present = _people(participants)
    chair = fields.get("chair") or _chair_among(present)
    return MeetingHead(
        body=fields.get("body") or body_of_title([block.text for block in blocks]),
        date=_day(when),
        time=clock,
        place=fields.get("place") or _place_behind_time(_lines(blocks)),
        chair=_one_name(chair) if chair else None,
        participants=present,
        absent=_people(absent) or tuple(each for block in blocks for each in absent_in(block.text)),
    )


def _place_behind_time(lines: Iterable[str]) -> str | None:
    """The place in a line of day, hour and place: "8. april 2025 kl. 19.30 i Forsamlingshuset, Møllevej 2"."""
    for line in lines:
        match = _BEHIND_TIME.search(line) if _day(line) else None
        if match:
            return match["place"].strip(" .")
    return None


def _chair_among(present: Sequence[Person]) -> str | None:
    """Who led the meeting by the printed role; the chairman of the body where nobody else did."""
    for role in (r"mødeleder|ordstyrer|dirigent|\bchair\b", r"^\w*(?<!næst)(?<!vice)formand\b|^borgmester\b"):
        found = next((each.name for each in present if re.search(role, each.role, re.IGNORECASE)), None)
        if found is not None:
            return found
    return None


def _fields(blocks: Sequence[Block]) -> dict[str, str]:
    fields: dict[str, str] = {}
    current = ""
    for text in _lines(blocks):
        match = _LABELLED.match(text) or _UNMARKED.match(text)
        if match:
            current = _FIELD_OF[match["label"].lower()]
            if current == "date" and _day(match["value"]) is None and _clock(match["value"]):
                current = "time"  # "Mødetidspunkt: 17:00 - 20:15" beside a date of its own
            if match["value"].strip():
                fields.setdefault(current, match["value"].strip())
        elif TITLE_OF_MEETING.match(text):
            current = ""
        elif _ROOM.match(text):
            fields.setdefault("place", text.strip())
        elif current in ("participants", "absent", "place", "date") and (
            current in ("participants", "absent") or current not in fields
        ):
            fields[current] = f"{fields[current]}\n{text}" if current in fields else text
    return fields


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.table is None:
            yield from (line for line in block.text.split("\n") if line.strip())
            continue
        rows: dict[int, list[str]] = {}
        for cell in block.table.cells:
            rows.setdefault(cell.row, []).append(cell.text.strip())
        yield from ("\t".join(filter(None, row)) for row in rows.values())


def _people(text: str) -> tuple[Person, ...]:
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1:
        return people_in_lines([Block(kind=BlockKind.PARAGRAPH, text=line) for line in lines])
    return people(text)


def _one_name(text: str) -> str:
    found = person(re.split(r"[\n;]", text)[0])
    return found.name if found else text.split("\n")[0].strip()


def _day(text: str) -> date | None:
    return next((each.first for each in find_dates(text) if each.precision == "day"), None)


def _clock(text: str, *, labelled: bool = False) -> str | None:
    for day in find_dates(text):  # "12.11" of a date is no time of day
        text = text[: day.char_start] + " " * (day.char_end - day.char_start) + text[day.char_end :]
    found = _CLOCK.search(text)
    if found is None or (labelled and not found["clock"]):
        return None
    return found["clock"] or found["bare"]
