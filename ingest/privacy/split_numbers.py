"""Civil registration numbers of which the birthday ends one line or cell and the rest begins the next."""

from __future__ import annotations

import re

from ingest.privacy.cpr import find_numbers

BIRTHDAY_MASK, SERIAL_MASK = "██████-", "████"
_BIRTHDAY = re.compile(r"(?<!\d)\d\d(?P<point>[. /]?)\d\d(?P=point)\d\d ?(?P<dash>[-‐‑–—]?)\s*$")
_SERIAL = re.compile(r"^\s*(?P<dash>[-‐‑–—]? ?)\d{4}(?!\d)(?![.,/]\d)")


def split_masked(first: str, second: str) -> tuple[str, str] | None:
    """Both texts with their part of the number masked; None where they share none.

    Without a dash at the break the number needs what any number without one needs: a word for it before, or its checksum.
    """
    birthday, serial = _BIRTHDAY.search(first), _SERIAL.match(second)
    if birthday is None or serial is None:
        return None
    dash = "-" if birthday["dash"] or serial["dash"].strip() else " "
    before = first[: birthday.start()]
    digits = birthday.group().strip().rstrip("-‐‑–—").strip()
    joined = f"{before}{digits}{dash}{second[serial.start() : serial.end()].strip(' -‐‑–—')}"
    if not any(number.start >= len(before) for number in find_numbers(joined)):
        return None
    return f"{before}{BIRTHDAY_MASK}", f"{SERIAL_MASK}{second[serial.end() :]}"
