"""Who: persons by their capitalised names, bodies and authorities by the nouns of Danish administration."""

from __future__ import annotations

import re

from service.answering.extracts.spans.found import Span, spans_of

_PART = r"[A-ZÆØÅ][a-zæøåéèüöä]+(?:[-‐][A-ZÆØÅ][a-zæøåéèüöä]+)?"
_PERSON = re.compile(rf"\b{_PART}(?:[ ](?:{_PART}|[A-ZÆØÅ]\.|af|von|de))*[ ]{_PART}\b")
_NOT_PERSON = re.compile(
    r"(?:kommune|region|råd|udvalg|styrelse|hospital|sygehus|klynge|gruppe|forum|afdeling|selskab|regeringen|sekretariat|center|kontakt|"
    r"ministeri|organisation|aftale|program|plan|bekendtgørelse|danmark|sjælland|jylland|hovedstaden|omegn|mødelokale|januar|februar|marts|april|"
    r"juni|juli|august|september|oktober|november|december|mandag|tirsdag|onsdag|torsdag|fredag|praksis|patient|sundhed|økonomi|referat|punkt)",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b\w*(?:kommune|region|råd|udvalg|styrelse|hospital|sygehus|klynge|gruppe|forum|fora|afdeling|sekretariat|center|ministeri|organisation|forening|"
    r"bestyrelse|ledelse|leverandør|læge|praksis|direktør|formand|borgmester|personale|sygeplejerske|apotek|departement|parter|formandskab|"
    r"administration|konsulent|medarbejder|embedslæge|koordinator|borger|patient|pårørende|myndighed|forvaltning|partnerskab|instans|team|"
    r"council|committee|agency|municipalit)\w*\b|\b[A-ZÆØÅ]{2,6}(?:-[A-ZÆØÅ][a-zæøå]+)?\b|\b[A-Z][a-z]+[A-Z]\w*\b",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"\b[A-ZÆØÅ]{2,6}\b")


_PARTY = re.compile(
    r"\((?:[A-ZÆØÅ]{1,2})\)|\b(?:[Ss]ocialdemokrat\w*|Venstre|(?:[Dd]et )?[Kk]onservative(?: Folkeparti)?|SF|"
    r"Socialistisk Folkeparti|Enhedslisten|Radikale(?: Venstre)?|Liberal Alliance|Dansk Folkeparti|Moderaterne|Alternativet|"
    r"Danmarksdemokraterne|Nye Borgerlige|Borgernes Parti|Kristendemokraterne|Slesvigsk Parti|\w+listen)\b|"
    r"\b[A-ZÆØÅ](?:, [A-ZÆØÅ])+(?: og [A-ZÆØÅ])?\b"
)


def find_parties(text: str) -> tuple[Span, ...]:
    """Political parties by name, or by their letter as it stands behind a person ("(V)") or in a vote ("A, F og V")."""
    return spans_of(_PARTY.finditer(text))


def find_persons(text: str) -> tuple[Span, ...]:
    """Names of persons: two or more capitalised words that are no body's or place's name."""
    return tuple(span for span in spans_of(_PERSON.finditer(text)) if not _NOT_PERSON.search(span.of(text)))


def find_actors(text: str) -> tuple[Span, ...]:
    """Persons, and bodies, offices and groups that can act."""
    bodies = tuple(
        Span(start=match.start(), end=match.end())
        for match in _BODY.finditer(text)
        if len(match.group()) > 6 or _ACRONYM.fullmatch(match.group()) or re.search(r"[a-z][A-Z]", match.group())
        or re.match(r"(?:råd|region|forum|læge|team)", match.group(), re.IGNORECASE)
    )  # fmt: skip
    return find_persons(text) + bodies
