"""Names in lists in which colleagues stand by their first names: "Eva (Lejre), Ole K. (Solrød)"."""

from __future__ import annotations

import re

from ingest.minutes.people import BARE_NAME, BETWEEN_NAMES, person
from ingest.records import Person

_SHORT_NAME = re.compile(
    r"^(?P<name>[A-ZÆØÅ][a-zæøåéü]+(?:\s[A-ZÆØÅ]\.?)?)(?:\s*\((?P<role>[^()]{1,60})\)|\s(?:fra|for|from)\s(?P<place>[A-ZÆØÅ].{2,60}))?$"
)
_OFFICE_THERE = re.compile(
    r"^(?P<role>[\w-]*(?:leder|chef|formand|koordinator|konsulent|direktør|repræsentant|rådgiver|læge)\s(?:i|på|for|fra)\s[A-ZÆØÅ][\wæøå-]+)\s+"
    rf"(?P<name>{BARE_NAME})$"
)
_NOBODY = frozenset(
    {"Alle", "Ingen", "Resten", "Øvrige", "Andre", "Gæster", "Hele", "Teams", "None", "All", "Nobody", "Everybody"}
)
_WORKPLACE = re.compile(r"^(?:Region\s[A-ZÆØÅ][\w ]+|(?:[A-ZÆØÅ][\w-]+\s){1,2}Kommune)$")


def people_by_first_name(text: str) -> tuple[Person, ...]:
    """Read a list in which colleagues stand by their first names: "Eva (Lejre), Ole K. (Solrød), Pia (ref.)".

    A full name counts too; nobody unless most of the parts are names.
    """
    parts = [part.strip(" .*") if not re.search(r"\s[A-ZÆØÅ]\.$", part) else part.strip() for part in BETWEEN_NAMES.split(text)]
    parts = [part for part in parts if part and not _WORKPLACE.match(part)]
    found = [one for part in parts if (one := _short(part)) is not None]
    return tuple(found) if 2 * len(found) > len(parts) else ()


def _short(part: str) -> Person | None:
    there = _OFFICE_THERE.match(part)
    if there:
        return Person(name=there["name"], role=there["role"])
    match = _SHORT_NAME.match(part)
    if match is None:
        return person(part)
    return None if match["name"] in _NOBODY else Person(name=match["name"], role=match["role"] or match["place"] or "")
