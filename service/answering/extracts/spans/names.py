"""Who: persons and firms by their capitalised names, bodies and authorities by the nouns of Danish administration."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ingest.places.gazetteer import municipalities_in
from service.answering.extracts.roles import is_role
from service.answering.extracts.spans.found import Span, spans_of

_PART = r"[A-ZÆØÅ][a-zæøåéèüöä]+(?:[-‐][A-ZÆØÅ][a-zæøåéèüöä]+)?"
_PERSON = re.compile(rf"\b{_PART}(?:[ ](?:{_PART}|[A-ZÆØÅ]\.|af|von|de))*[ ](?:{_PART}\b|[A-ZÆØÅ]\.)")
_NOT_PERSON = re.compile(
    r"(?:kommune|region|råd|udvalg|styrelse|hospital|sygehus|klynge|gruppe|forum|afdeling|selskab|regeringen|sekretariat|center|kontakt|"
    r"ministeri|organisation|aftale|program|plan|bekendtgørelse|danmark|sjælland|jylland|hovedstaden|omegn|mødelokale|januar|februar|marts|april|"
    r"juni|juli|august|september|oktober|november|december|mandag|tirsdag|onsdag|torsdag|fredag|praksis|patient|sundhed|økonomi|referat|punkt)",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b\w*(?:kommune|region|råd|udvalg|styrelse|hospital|sygehus|klynge|gruppe|forum|fora|afdeling|sekretariat|center|ministeri|"
    r"organisation|forening|"
    r"bestyrelse|ledelse|leverandør|læge|praksis|direktør|direktion|formand|borgmester|personale|sygepleje|apotek|departement|parter|"
    r"administration|konsulent|medarbejder|koordinator|borger|patient|pårørende|myndighed|forvaltning|partnerskab|instans|team|"
    r"nævn|skole|firma|virksomhed|selskab|minister|regering|parti|chef|leder|kontor|klinik|terapeut|assistent|lærer|pædagog|forældre|"
    r"elever|bruger|beboer|ejer|frivillig|visitator|hjemmepleje|vognm[aæ]nd|entreprenør|universitet|institut|kasserer|sekretær|dirigent|"
    r"revisor|ansvarlig|tovholder|diætist|farmaceut|farmakonom|jordem[oø]d|inspektør|politi(?!k|s)|beredskab|pedel|rektor|ingeniør|"
    r"jurist|advokat|arkitekt|bygherre|sagsbehandler|psykolog|bibliotekar|mægler|betjent|chauffør|vagtmester|"
    r"council|committee|agency|municipalit|hospital|department|supplier|doctor|nurse|citizen|patient|employee|"
    r"board|manager|officer|director|inspector|police|engineer|ministr|teacher|headmaster|secretary|authorit)\w*\b|"
    r"\b\w*(?:stab|staben|staten|listen|fonden?|banken?|klubben|laug|lav|vagten?|vagtcentral\w*|enheden?)\b",
    re.IGNORECASE,
)
_NO_BODY = re.compile(
    r"(?:faglige?t?|mæssige?t?|kommunale?t?|regionale?t?|sundhedshus\w*|rådhus\w*|rådgivning\w*|råder?)$", re.IGNORECASE
)
"""Words of bodies that are none themselves."""
_ACRONYM = re.compile(r"\b[A-ZÆØÅ]{2,6}(?:-[A-ZÆØÅ][a-zæøå]+)?\b|\b[A-Z][a-z]+[A-Z]\w*\b")
_WORD = re.compile(r"\w+")
_SHORTEST_BODY = 4
_NAME = re.compile(r"(?<!\w)[A-ZÆØÅ][\wæøåéèüöä&-]*(?: (?:[A-ZÆØÅ][\wæøåéèüöä&-]*|A/S|I/S|ApS))*")
"""A capitalised word with those that go on in its name."""
_SENTENCE_START = re.compile(r"(?:^\W*|[.!?]\s+|[»\"(•–]\s*|\d[.)]\s+|\n\W*)$")
_LABEL = re.compile(r":\s*$")
_GOES_ON = re.compile(r"\s+[a-zæøå]")
_NAMES_NOBODY = re.compile(
    r"(?:Dato|Tid|Sted|Emne|Opgave|Frist|Status|Nej|Ja|Ad|Punkt|Bilag|Sag|Nr|Stk|Kr|Side|Kl|Covid|Model|Danmark|Jylland|Sjælland|Fyn|"
    r"Beslutning|Indstilling|Afbud|Der|Det|Den|De|En|Et|I|The|A|An)"
)


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
    """Names of persons: two or more capitalised words that are no body's or place's name, without an office before them."""
    spans = (_without_office(span, text) for span in spans_of(_PERSON.finditer(text)))
    return tuple(span for span in spans if " " in span.of(text) and not _NOT_PERSON.search(span.of(text)))


def find_actors(text: str) -> tuple[Span, ...]:
    """Persons, and bodies, firms, municipalities, parties, offices and groups that can act."""
    return find_named(text) + spans_of(word for word in _WORD.finditer(text) if _is_body(word.group()))


@lru_cache(maxsize=8_192)
def _is_body(word: str) -> bool:
    """Whether a word is a body's, office's or group's; a corpus says the same words again and again."""
    return len(word) >= _SHORTEST_BODY and bool(_BODY.fullmatch(word)) and not _NO_BODY.search(word)


def find_named(text: str) -> tuple[Span, ...]:
    """Persons, bodies, firms, municipalities and parties by their names."""
    towns = tuple(Span(start=mention.start, end=mention.end) for mention in municipalities_in(text))
    return find_persons(text) + towns + spans_of(_PARTY.finditer(text)) + spans_of(_ACRONYM.finditer(text)) + tuple(_proper(text))


def _without_office(span: Span, text: str) -> Span:
    """A name without the offices that stand before and behind it: "Borgmester Bo Skov", "Bo Skov Kommunaldirektør"."""
    words = span.of(text)
    first, _, rest = words.partition(" ")
    start = span.end - len(rest) if is_role(first) else span.start
    before, _, last = words.rpartition(" ")
    return Span(start=start, end=max(start, span.start + len(before)) if is_role(last) else span.end)


def _proper(text: str) -> Iterator[Span]:
    """Capitalised words that name somebody: they neither only open a sentence nor a field, and say no office."""
    for found in _NAME.finditer(text):
        before, words = text[: found.start()], found.group().split()
        if len(words) == 1:
            opens = _SENTENCE_START.search(before) or (_LABEL.search(before) and _GOES_ON.match(text, found.end()))
            if opens or len(words[0]) < 3:
                continue
        if not all(_NAMES_NOBODY.fullmatch(word) or is_role(word) for word in words):
            yield Span(start=found.start(), end=found.end())
