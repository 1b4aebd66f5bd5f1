"""Who a quote says it of: the persons, bodies and groups it names that the question does not name itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from ingest.places.gazetteer import municipalities_in
from service.answering.extracts.asked import Asked
from service.answering.extracts.binding.who_asked import ANY_HOLDER, ASKS_FIRM, ASKS_NAME, ASKS_PERSON, ASKS_SIGNER
from service.answering.extracts.deeds import Deed, asked_deeds
from service.answering.extracts.roles import asks_holder, is_role
from service.answering.extracts.short_forms import is_said_short
from service.answering.extracts.spans.found import Span
from service.answering.extracts.spans.names import find_actors, find_named, find_persons
from service.answering.extracts.units import Unit
from service.answering.extracts.wanted import Wanted

_PLACED = re.compile(
    r"\b(?i:i|på|ved|in|at|near)\s+(?:henholdsvis\s+|både\s+)?(?:[A-ZÆØÅ][\w-]*(?:,\s|\s(?:og|samt|eller|and|or)\s))*$|"
    r"(?:^|[.!?]\s)(?:For|I|In)\s$"
)
"""Before the name of a place."""
_OF_A_PLACE = re.compile(r"kommune|region|municipalit|by(?:er)?$|town|skole|school|hospital|sygehus|klynge|sundhedsråd|council")
"""Asked for one of these ("hvilken kommune"), a sentence may tell it as a place."""
_SITE = re.compile(r"\.[a-z]{2,3}\b")
"""Behind the name of a site: "Sundhed.dk"."""
_GENERIC = re.compile(
    r"(?:kommune|region|råd|udvalg|municipality|council|committee|hospital)(?:n|en|et|s|ns|ens|ets|r|rne|rnes)?", re.IGNORECASE
)
"""Nouns of bodies, which stand in many names and alone name nobody."""
_FORM_OF_FIRM = re.compile(r"(?<=\w) (?:A(?:/S)?|I(?:/S)?|ApS)$")
"""Behind a firm's name."""
_CALENDAR = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?)",
    re.IGNORECASE,
)
"""Capitalised in English, and nobody."""
_NOBODY_YET = re.compile(
    r"\bikke (?:endnu )?(?:blevet )?(?:valgt|udpeget|besat|afklaret|fundet|ansat)\b|"
    r"\bnot yet (?:\w+ )?(?:chosen|appointed|elected)\b",
    re.IGNORECASE,
)
"""That nobody is, is an answer too."""
_WHO = re.compile(r"\W*(?:og |and )?(?:hvem|who)\b", re.IGNORECASE)


def unnamed(question: str, asked: Asked, quote: Sequence[Unit]) -> float:
    """1 when the question asks who and the quote says it of nobody but those the question names, else 0.

    Where only a name answers (who voted, which firm), a group ("forvaltningen") is nobody, where only a person does (who is
    mayor, who signed) neither is a body. Who did a deed stands in the sentence, row or list that tells of it.
    """
    finds = _finder(question, asked)
    if finds is None:
        return 0.0
    deeds = asked_deeds(question.partition(",")[0]) if _WHO.match(question) else ()
    return float(not any(finds(unit.text, asked) and _tells(unit, deeds) for unit in quote))


def _finder(question: str, asked: Asked) -> Callable[[str, Asked], bool] | None:
    """What is looked for in a sentence to tell who; None when the question does not ask who."""
    if ASKS_SIGNER.search(question):
        return names_in_full
    if ASKS_FIRM.search(question):
        return names_firm
    holder = asks_holder(question) and any(is_role(term.text) for term in asked.terms)
    if ASKS_PERSON.search(question) or (holder and not ANY_HOLDER.search(question)):
        return names_person
    if ASKS_NAME.search(question):
        return names_somebody
    return names_actor if {Wanted.ACTOR, Wanted.PERSON}.intersection(asked.wanted) else None


def names_in_full(text: str, asked: Asked) -> bool:
    """Whether a text names a person by two names or more, as those who sign do, whom the question does not name."""
    return any(_is_other(span.of(text), asked.said) for span in find_persons(text))


def names_firm(text: str, asked: Asked) -> bool:
    """Whether a text names somebody the question does not who is neither a person nor a municipality."""
    others = [*find_persons(text), *(Span(start=town.start, end=town.end) for town in municipalities_in(text))]
    return bool(_NOBODY_YET.search(text)) or any(
        _is_other(span.of(text), asked.said)
        and not _is_placed(text, span)
        and not any(other.start <= span.start < other.end for other in others)
        for span in find_named(text)
    )


def names_person(text: str, asked: Asked) -> bool:
    """Whether a text names a person that the question does not, or says that there is none yet."""
    if _NOBODY_YET.search(text) or names_in_full(text, asked):
        return True
    towns = {mention.start for mention in municipalities_in(text)}
    single = (span for span in find_named(text) if span.start not in towns and not _is_placed(text, span))
    return any(_is_first_name(text, span) and _is_other(span.of(text), asked.said) for span in single)


def names_somebody(text: str, asked: Asked) -> bool:
    """Whether a text names a person, a body, a firm or a municipality that the question does not."""
    as_place = any(_OF_A_PLACE.match(word) for word in asked.said)
    return bool(_NOBODY_YET.search(text)) or any(
        _is_other(span.of(text), asked.said) and (as_place or not _is_placed(text, span)) for span in find_named(text)
    )


def names_actor(text: str, asked: Asked) -> bool:
    """Whether a text names anybody, a group too, that the question does not."""
    return names_somebody(text, asked) or any(
        _is_other(span.of(text), asked.said, generic=True) for span in find_actors(text) if not _is_placed(text, span)
    )


def _is_placed(text: str, span: Span) -> bool:
    """Whether a name only says where: "i Hou", but not "i Region Midtjylland", which is a body too."""
    return bool(_PLACED.search(text[: span.start])) and not any(_GENERIC.fullmatch(word) for word in span.of(text).split())


def _is_first_name(text: str, span: Span) -> bool:
    """Whether a capitalised word may be somebody's first name: no short form, part of a compound or body."""
    word = span.of(text)
    return (
        word.isalpha()
        and word[1:].islower()
        and len(word) > 2
        and not _GENERIC.fullmatch(word)
        and not _SITE.match(text, span.end)
    )


def _is_other(name: str, said: Iterable[str], *, generic: bool = False) -> bool:
    """Whether a name has a word that the question does not say in any form; a body's noun is enough where it is `generic`."""
    if is_said_short(name, said):
        return False
    words = [word for word in re.findall(r"[\wæøåÆØÅ&-]+", _FORM_OF_FIRM.sub("", name)) if word[0].isupper() or word == name]
    named = (word for word in words if not _CALENDAR.fullmatch(word))
    telling = (word.lower() for word in named if generic or not _GENERIC.fullmatch(word))
    return any(not any(_same(word, other) for other in said) for word in telling)


def _same(word: str, other: str) -> bool:
    """Whether two words are forms of one: they differ in a short ending only."""
    short, long = sorted((word, other), key=len)
    if len(long) - len(short) > 3 or len(short) < 4:
        return short == long or long == f"{short}s"
    return long.startswith(short[: max(4, len(short) - 1)])


def _tells(unit: Unit, deeds: Iterable[Deed]) -> bool:
    """Whether a unit tells of the deeds with what it stands under; a line that is no sentence need not: signatures, rows."""
    if not unit.text.rstrip().endswith((".", "!")):
        return True
    told = "\n".join((unit.lead_in, unit.head, unit.text)).lower()
    return all(deed.told.search(told) for deed in deeds)
