"""Lists of a meeting's members as tables that say who came: "Navn | Organisation | Til stede", with ja, nej, x or afbud."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.minutes.people import person
from ingest.passages.table_reading import ReadTable, Row, read_with_header
from ingest.records import Block, Person

_CAME = re.compile(
    r"til ?stede|deltog|deltager i mødet|mødt|fremmødt?|fremmøde|tilstedeværelse|deltagelse|present|attended|attendance",
    re.IGNORECASE,
)
_STAYED_AWAY = re.compile(r"afbud|fraværende|fravær|ikke til ?stede|absent|apologies", re.IGNORECASE)
_NAMES = re.compile(r"navn\w*|deltagere?|medlem(?:mer)?|mødedeltagere?|names?|members?|participants?", re.IGNORECASE)
_YES = re.compile(r"^(?:ja|yes|x|✓|✔|☒|☑|mødt|til ?stede|deltog|present)\b|^[x✓✔☒☑]$", re.IGNORECASE)
_NO = re.compile(r"^(?:nej|no|afbud|fraværende|ikke til ?stede|absent|[-–☐])(?:\b|$)", re.IGNORECASE)
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """Who came and who did not, in printed order."""

    present: tuple[Person, ...] = ()
    absent: tuple[Person, ...] = ()


def attended(blocks: Sequence[Block]) -> Attended:
    """Read the tables of a head that have a column of who came, or of who did not; nothing from others."""
    came: list[Person] = []
    away: list[Person] = []
    for read in _tables(blocks):
        columns = {name: _column(read, pattern) for name, pattern in (("came", _CAME), ("away", _STAYED_AWAY), ("name", _NAMES))}
        if columns["came"] is None and columns["away"] is None:
            continue
        people = [(row, one) for row in read.rows if (one := _person(read, row, columns)) is not None]
        if len(people) < _FEWEST:
            continue
        for row, one in people:
            (came if _was_there(row, columns, read) else away).append(one)
    return Attended(present=tuple(came), absent=tuple(away))


def _tables(blocks: Sequence[Block]) -> Iterator[ReadTable]:
    for block in blocks:
        if block.table is not None and block.table.column_count > 1:
            yield read_with_header(block.table)


def _column(read: ReadTable, pattern: re.Pattern[str]) -> int | None:
    """The first column whose whole header the pattern is."""
    return next((at for at in range(len(read.headers)) if pattern.fullmatch(read.header(at).strip(" :?"))), None)


def _person(read: ReadTable, row: Row, columns: dict[str, int | None]) -> Person | None:
    name = columns["name"] or 0
    one = person(row.text(name))
    if one is None:
        return None
    taken = {name, columns["came"], columns["away"]}
    others = [row.text(column) for column in range(len(read.headers)) if column not in taken and row.text(column)]
    return Person(name=one.name, role=", ".join(filter(None, (one.role, *others))))


def _was_there(row: Row, columns: dict[str, int | None], read: ReadTable) -> bool:
    """By the cell in the column of who came, else by that of who did not; an empty cell says no where others are marked."""
    came, away = columns["came"], columns["away"]
    if came is not None and row.text(came):
        return _NO.match(row.text(came)) is None
    if away is not None:
        return not row.text(away) or _NO.match(row.text(away)) is not None
    return came is None or not any(_YES.match(other.text(came)) for other in read.rows)
