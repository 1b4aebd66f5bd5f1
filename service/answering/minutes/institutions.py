"""The institution whose body a question names: "skolebestyrelsen på Åskolen", "Vejby Byråd", "the board at Elm House"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.records import Meeting
from service.answering.minutes.agenda import Agenda
from service.answering.minutes.roots import root
from service.records import Understood
from service.understanding.references import without_titles
from service.understanding.words import same_word, words_of

_BODY = (
    r"[\w-]*(?:bestyrelse|råd|raad|udvalg|nævn|naevn|forum|gruppe|komité|kommission|MED|forsamling|afdelingsmøde|generalforsamling"
    r"|elevråd|board|council|committee|assembly)(?:s?møde)?(?:s?formand)?(?:en|et|n|t|ne|erne|er)?s?"
)
_PROPER = r"(?-i:[A-ZÆØÅ][\w’'-]*(?:\s[A-ZÆØÅ][\w’'-]*){0,3})"
_BEHIND = re.compile(rf"\b{_BODY}\s+(?:i|ved|på|paa|hos|fra|at|in)\s+(?:the\s+|afdeling\s+)?(?P<name>{_PROPER})", re.IGNORECASE)
_OF = re.compile(
    r"\b(?:board|council|committee|assembly)\s+of\s+(?:the\s+)?"
    rf"(?P<name>{_PROPER}(?:\s(?:school|municipality|kommune|skole)|(?<=skolen)))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?<=\s)(?P<name>(?-i:[A-ZÆØÅ][\wæøå-]+?))(?:s\s+(?:kommunes\s+)?|\s+kommunes\s+|\s+)(?P<body>{_BODY})\b"
    r"(?<!board)(?<!council)(?<!committee)(?<!assembly)",
    re.IGNORECASE,
)
_GENERIC = frozenset("kommune kommunes kommunen region regionen skole skolen school municipality the".split())  # noqa: SIM905


def institutions_in(understood: Understood) -> tuple[str, ...]:
    """The proper names that the question puts to a body, in order; what belongs to the name of a body here is none of them."""
    text = without_titles(understood.text)
    own = [word for body in understood.bodies for word in words_of(body)]
    return tuple(dict.fromkeys(name for name in _names(text) if not all(_is_one(word, own) for word in words_of(name))))


def _names(text: str) -> Iterator[str]:
    for pattern in (_BEHIND, _OF, _BEFORE):
        for match in pattern.finditer(text):
            if not match["name"].startswith("Region ") and [word for word in words_of(match["name"]) if word not in _GENERIC]:
                yield match["name"]


def of_institutions(meetings: Sequence[Meeting], names: Sequence[str], agenda: Agenda) -> list[Meeting]:
    """The meetings of the institutions named; those of none where no meeting is named so, unless a case's title has the name."""
    kept = list(meetings)
    for name in names:
        words = [word for word in words_of(name) if word not in _GENERIC]
        fitting = [each for each in kept if all(_is_one(word, agenda.names.get(each.id, ())) for word in words)]
        if not fitting and any(_in_titles(word, agenda) for word in words):
            continue
        kept = fitting
    return kept


def _is_one(word: str, others: Sequence[str] | frozenset[str]) -> bool:
    return any(same_word(word, other) for other in others)


def _in_titles(word: str, agenda: Agenda) -> bool:
    return bool(agenda.saying(root(word)))
