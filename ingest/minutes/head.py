"""The head of minutes: body, date, time, place, participants, chair, absentees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ingest.dates.find import find_dates
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
_LABELLED = re.compile(
    rf"^[\s*_•-]*(?P<label>{'|'.join(sorted(map(re.escape, _FIELD_OF), key=len, reverse=True))})[\s*_]*(?:(?::|\t"
    rf"|\s{{2,}})|(?=\s[A-ZÆØÅ\d])|$)[\s*_:]*(?P<value>.*)$",
    re.IGNORECASE | re.DOTALL,
)
TITLE_OF_MEETING = re.compile(
    r"^\W*(?:(?:ekstra)?ordinær[te]?\s|åben[t]?\s|lukket\s|foreløbig[t]?\s|godkendt\s|endelig[t]?\s|revideret\s"
    r"|udkast til\s|tillægs)*"
    r"(?:(?:beslutnings|møde|tillægs)?(?:referat|dagsorden|protokol)|beslutningsprotokol|minutes|agenda)\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""A line that says what the paper is: "Referat af …", "Dagsorden: …"."""
_CLOCK = re.compile(
    r"(?:kl\.?|klokken)\s*(?P<clock>\d{1,2}(?:[:.]\d{2})?(?:\s*[-–]\s*(?:kl\.?\s*)?\d{1,2}(?:[:.]\d{2})?)?)|(?P<bare>\b\d{1,2}[:.]\d{2}(?:\s*[-–]\s*\d{1,2}[:.]\d{2})?\b)",
    re.IGNORECASE,
)


def meeting_head(blocks: Sequence[Block]) -> MeetingHead:
    """Read the head from the blocks before the first agenda item."""
    fields = _fields(blocks)
    when = fields.get("date", "") or fields.get("time", "")
    day = _day(when) or next((each for block in blocks if (each := _day(block.text))), None)
    clock = (
        _clock(fields.get("time", ""))
        or _clock(when)
        or next((found for block in blocks if (found := _clock(block.text, labelled=True))), None)
    )
    participants, absent = fields.get("participants", ""), fields.get("absent", "")
    present = _people(participants)
    chair = fields.get("chair") or next(
        (each.name for each in present if re.search(r"mødeleder|ordstyrer|dirigent", each.role, re.IGNORECASE)), None
    )
    return MeetingHead(
        body=fields.get("body") or body_of_title([block.text for block in blocks]),
        date=day,
        time=clock,
        place=_place(fields),
        chair=_one_name(chair) if chair else None,
        participants=present,
        absent=_people(absent) or tuple(each for block in blocks for each in absent_in(block.text)),
    )


def body_of_title(texts: Sequence[str]) -> str | None:
    """Find the body that met, in a title such as "Referat af møde i X den …" or "Dagsorden: X"."""
    for text in texts:
        match = TITLE_OF_MEETING.match(text)
        if match:
            rest = _without_dates(match["rest"])
            rest = re.sub(
                r"^\W*(?:(?:af|fra|for|til|i)\s+)?(?:(?:det\s+)?(?:ordinært?|ekstraordinært?)\s+)?(?:\w*møde[t]?\s+(?:i|for|af|med|den)\b\s*)?",
                "",
                rest.strip(),
                flags=re.IGNORECASE,
            )
            rest = re.sub(r"\s+\d{4}\s?[-–]\s?\d{4}$|[\s,:–-]+$", "", rest.strip(" ,:;–-")).strip()
            if rest and len(rest) < 120 and re.search(r"[A-ZÆØÅa-zæøå]{2}", rest):
                return rest
    return None


def _without_dates(text: str) -> str:
    found = [each for each in find_dates(text) if each.precision == "day"]
    if found:
        text = text[: found[0].char_start]
    return re.sub(r"\s+(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)?\s*(?:den|d\.|kl\.?)?\s*$", "", text)


def _fields(blocks: Sequence[Block]) -> dict[str, str]:
    fields: dict[str, str] = {}
    current = ""
    for text in _lines(blocks):
        match = _LABELLED.match(text)
        if match:
            current = _FIELD_OF[match["label"].lower()]
            if match["value"].strip():
                fields.setdefault(current, match["value"].strip())
        elif TITLE_OF_MEETING.match(text):
            current = ""
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


def _place(fields: dict[str, str]) -> str | None:
    if fields.get("place"):
        return fields["place"]
    return None


def _day(text: str) -> date | None:
    return next((each.first for each in find_dates(text) if each.precision == "day"), None)


def _clock(text: str, *, labelled: bool = False) -> str | None:
    found = _CLOCK.search(text)
    if found is None or (labelled and not found["clock"]):
        return None
    return found["clock"] or found["bare"]
