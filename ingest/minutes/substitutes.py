"""Substitutes: "Gitte Falk deltog i stedet for Erik Vinge", "Erik Vinge (O). Som stedfortræder deltog Gitte Falk (O)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.minutes.people import BARE_NAME, NAME, person
from ingest.records import Person

_OFFICE = r"(?:stedfortræder(?:en)?|suppleant(?:en)?|substitute)"
_FOR = re.compile(
    rf"(?P<who>{NAME})\s*(?:,\s*)?(?:(?:deltog|deltager|mødte|mødt|attended)\s+)?"
    rf"(?:(?:i stedet|som\s{_OFFICE}|{_OFFICE}|instead|as\ssubstitute)\s(?:for|of))\s+(?P<absent>{NAME})"
)
_BEHIND = re.compile(
    rf"(?P<absent>{NAME})\s*[.,;(–-]*\s*(?:(?i:i stedet(?:\sfor)?|i\s(?:hans|hendes|dennes|vedkommendes)\ssted"
    rf"|for\s(?:ham|hende)|som\s{_OFFICE}|{_OFFICE}|hvor|(?:was\s)?(?:replaced|represented)\sby|in\s(?:his|her|their)\splace))"
    rf"\s*(?:(?:mødte|deltog|deltager|sad|came|attended)\s+|:\s*|var\s+|(?<=by)\s+)(?P<who>{NAME})\)?"
)
_ASKED = re.compile(
    rf"(?P<absent>{NAME})\s*,?\s+(?:som|der|who)\s(?:havde|har|had|has)\s(?:bedt|sendt|asked|sent)\s(?:sin\s|her\s|his\s)?(?:(?P<office>[a-zæøå-]+)\s)?(?P<who>{NAME})"
    r"(?:\s(?:om\s)?(?:at\s|to\s)?(?:deltage|møde|komme|attend))?(?:\s(?:i\s(?:sit|hans|hendes)\ssted|i\sstedet|instead))?,?"
)
_WITHOUT = re.compile(rf"[\s,(–-]+uden\s(?:at\s)?{_OFFICE}\)?|[\s,(–-]+(?:without|no)\s(?:a\s)?substitute\)?")
_INSIDE = re.compile(
    rf"(?P<absent>{BARE_NAME})\s*\((?:(?:deltog|mødte)\si\sstedet|i\sstedet(?:\sdeltog|\smødte)?|{_OFFICE})\s*:?\s+(?!for\b)(?P<who>{BARE_NAME})"
    r"(?:,[^()]*)?\)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitutes:
    """Who came instead of whom, and the text without it; the absent stay in that text by their names."""

    came: tuple[Person, ...]
    absent: tuple[Person, ...]
    rest: str


def substitutes(text: str) -> Substitutes:
    """Read the substitutes a text names; their role is the printed word with the name of whom they stood in for."""
    came: list[Person] = []
    absent: list[Person] = []
    text = _WITHOUT.sub("", text)
    for pattern, keeps in ((_INSIDE, True), (_ASKED, True), (_FOR, False), (_BEHIND, True)):
        while (match := pattern.search(text)) is not None:
            who, missing = person(match["who"]), person(match["absent"])
            if who is not None and missing is not None:
                came.append(
                    Person(
                        name=who.name,
                        role=", ".join(filter(None, (match.groupdict().get("office"), who.role, f"i stedet for {missing.name}"))),
                    )
                )
                absent.append(missing)
            kept = match["absent"] if keeps else ""
            text = text[: match.start()] + kept + text[match.end() :].lstrip(".")
    return Substitutes(came=tuple(came), absent=tuple(absent), rest=text)
