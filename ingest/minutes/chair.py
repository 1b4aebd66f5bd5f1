"""Who led a meeting: by a sentence that says so, or by the role printed with a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingest.minutes.people import NAME, person
from ingest.records import Person

_LED = re.compile(
    rf"(?i:(?:blev ledet af|ledes af|chaired by))\s+(?P<name>{NAME})"
    rf"|(?P<leader>{NAME})\s+(?:ledede mødet|var mødeleder|var ordstyrer|var dirigent|chaired the meeting)"
    r"|^(?P<office>[A-ZÆØÅ]\w+(?:en|eren))\s+(?:ledede mødet|var mødeleder|ledte mødet)"
)


def chair_among(present: Sequence[Person]) -> str | None:
    """Find who led the meeting by the printed role; the chairman of the body where nobody else did, None where no role tells."""
    for role in (r"mødeleder|ordstyrer|dirigent|\bchair\b", r"(?:^|,\s)\w*(?<!næst)(?<!vice)formand\b", r"(?:^|,\s)borgmester\b"):
        found = next((each.name for each in present if re.search(role, each.role, re.IGNORECASE)), None)
        if found is not None:
            return found
    return None


def chair_told(lines: Iterable[str], present: Sequence[Person]) -> str | None:
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
