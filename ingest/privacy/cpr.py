"""Civil registration numbers (CPR numbers): where they stand in a text.

A number is DDMMYY-SSSS; the seventh digit tells the century. Numbers given out before October 2007 satisfy a
checksum (modulus 11), newer ones need not (CPR-kontoret, "Personnummeret i CPR", and "Personnumre uden
kontrolciffer (modulus 11 kontrol)"). Replacement numbers of patients without one have 60 added to the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_DASH = "[-‐‑–—]"
_CANDIDATE = re.compile(
    r"(?<![\d█])(?<!\d[ .,/\-])"  # not the end of a longer number
    rf"(?P<day>\d\d)(?P<point>[. /]?)(?P<month>\d\d)(?P=point)(?P<year>\d\d)"
    rf"(?P<gap>[ \n]?{_DASH}[ \n]?|[ \n] ?|)(?P<serial>\d{{4}})"
    r"(?![\d█])(?![.,/\-–]\d)(?! \d{2})"  # not the beginning of one
)
# Words that say what the number after them is; looked for in the text just before it.
_PERSONAL = re.compile(
    r"\bcpr|\bpersonnummer|\bpersonnr|\bpers\.?nr|\bcivilregistrerings|\bfødt\b|\bf\.\s*$|\bcivil registration", re.IGNORECASE
)
_OTHER_NUMBER = re.compile(
    r"\b(sag|sags|journal|j|dok|dokument|konto|reg|p|tlf|telefon|mobil|mobilnr|fax|ean|cvr|se|ordre|faktura|bilags?|rekvisitions?|kunde"
    r"|aftale|varenr|løbe|lev|matrikel|ydernr|id|ref|iban|giro|dir|direkte|fi|serie|order|invoice|account|phone|case|no)"
    r"[\s.\-]*(nr|nummer|no|id|number)?\s*[.:#]*\s*(\+45\s*)?$",
    re.IGNORECASE,
)
_CODE = re.compile(r"[^\W\d_][-_/.]$")  # "EMN-…", "SAG-…"
_BEFORE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNumber:
    """Where a civil registration number stands: characters [start, end) of the text."""

    start: int
    end: int


def find_numbers(text: str) -> Iterator[FoundNumber]:
    """The civil registration numbers in `text`, in order. Account, case, document and telephone numbers are none."""
    for match in _CANDIDATE.finditer(text):
        if is_birthday(match) and _is_personal(match, text[max(0, match.start() - _BEFORE) : match.start()]):
            yield FoundNumber(start=match.start(), end=match.end())


def has_checksum(digits: str) -> bool:
    """Whether ten digits satisfy the old checksum: the weighted sum is divisible by 11."""
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11 == 0


def century_of(year: int, seventh: int) -> int:
    """The century (1800, 1900, 2000) of a two-digit year, by the seventh digit."""
    if seventh <= 3:
        return 1900
    if seventh in {4, 9}:
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800


def is_birthday(match: re.Match[str]) -> bool:
    """Whether the first six digits are a date in the century that the seventh tells."""
    day, month, year = int(match["day"]), int(match["month"]), int(match["year"])
    replacement = day > 60 and bool(match["gap"].strip())
    try:
        date(century_of(year, int(match["serial"][0])) + year, month, day - 60 if replacement else day)
    except ValueError:
        return False
    return True


def _is_personal(match: re.Match[str], before: str) -> bool:
    """By what stands before the number; without a word for it, by its form."""
    personal = list(_PERSONAL.finditer(before))
    other = _OTHER_NUMBER.search(before)
    if personal and (other is None or other.start() <= personal[-1].start()):
        return True
    if other is not None or _CODE.search(before):
        return False
    if match["point"]:  # "01.02.70 1234" is mostly a date before another number
        return has_checksum(_digits(match)) and "-" in match["gap"]
    if match["gap"].strip() or not match["gap"]:
        return True
    return has_checksum(_digits(match))  # two numbers side by side in a table are common


def _digits(match: re.Match[str]) -> str:
    return re.sub(r"\D", "", match.group())
