"""Finds the corpus' own names in a question: health councils, bodies, persons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingest.places.folding import fold
from ingest.places.gazetteer import municipality_named
from service.understanding.translated import in_danish_of
from service.understanding.words import same_word, stem, words_of

_COUNCIL_WORD = re.compile(r"(?:sundhedsr(?:aa|a)d\w*|health council\w*|council)$")
_BODY_HEAD = re.compile(r"(?:udvalg|raad|forum|naevn|bestyrelse|gruppe|forsamling|committee|council|fora)")
_OWN_MEETING = re.compile(r"(\w*(?:raad|udvalg|forum|bestyrelse|naevn|gruppe|klynge))s?moede")
"""A meeting named after its body: "byrådsmødet"."""
_OWNED = re.compile(
    r"(?:udvalg|råd|forum|nævn|bestyrelse|gruppe|klynge|committee|council|board|group)\w{0,3}\s+(?:ved|for|at|of|vedr\.?)\s+(?:the\s+)?(?P<behind>[A-ZÆØÅ][\w-]{3,})"
    r"|\b(?P<before>[A-ZÆØÅ][a-zæøå-]{3,})s\s+(?:udvalg|råd|bestyrelse|styregruppe|arbejdsgruppe)\b"
)
_HEAD_AND_NAME = re.compile(
    r"\b(?P<head>(?:[A-ZÆØÅ]?[\wæøå]*(?:råd|udvalg|forum|nævn|gruppe|klynge|bestyrelse)|[A-ZÆØÅ]{3,5}))\s(?!Region\b)(?P<name>[A-ZÆØÅ][\wæøå-]{2,})"
)
"""A body named by what stands behind its noun."""
SHORTEST_PLAIN_NAME = 5


def councils_in(text: str, names: Sequence[str]) -> tuple[str, ...]:
    """The row names (health councils) that a text names, in order.

    Longer names are taken first. A name that is also a municipality's, or short, needs "Sundhedsråd" before it.
    """
    tokens = _tokens(text)
    taken: set[int] = set()
    found: list[tuple[int, str]] = []
    for name in sorted(names, key=lambda each: (-len(_tokens(each)), each)):
        at = _position(_tokens(name), tokens, taken, name)
        if at is not None:
            taken.update(range(at, at + len(_tokens(name))))
            found.append((at, name))
    return tuple(name for _, name in sorted(found))


def _tokens(text: str) -> list[str]:
    """Folded words without "og" and "and", so that "Midt-og Vestsjælland" and "Midt- og Vestsjælland" are the same words."""
    return [word for word in re.findall(r"[^\W_]+", fold(text)) if word not in {"og", "and", "oe"}]


def _position(name: Sequence[str], tokens: Sequence[str], taken: set[int], printed: str) -> int | None:
    """Where the words of a name stand together among the tokens, free and meant as a council; None when nowhere."""
    needs_word = municipality_named(printed) is not None or sum(map(len, name)) < SHORTEST_PLAIN_NAME
    for at in range(len(tokens) - len(name) + 1):
        span = range(at, at + len(name))
        if taken.intersection(span) or not name or not all(_same_name(name[i - at], tokens[i]) for i in span):
            continue
        before = tokens[at - 1] if at else ""
        if before == "region" or (needs_word and not _COUNCIL_WORD.fullmatch(before)):
            continue
        return at
    return None


def _same_name(name: str, token: str) -> bool:
    return token == name or token == name + "s" or (len(name) >= SHORTEST_PLAIN_NAME and same_word(name, token))


def bodies_in(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """The bodies a text names: by most of the words of their name with its last noun among them, or by an abbreviation of it."""
    owners = _owners(text)
    names = [name for name in names if all(owner in fold(name) for owner in owners) and not _named_apart(name, text)]
    words = _said_of_bodies(text, names)
    short = re.findall(r"\b[A-ZÆØÅ]{2,6}\b", text)
    scored = [(score, name) for name in dict.fromkeys(names) if (score := _body_score(name, words, short)) > 0]
    best = max((score for score, _ in scored), default=0.0)
    return tuple(name for score, name in scored if score == best) or _only_one_of_its_kind(text, dict.fromkeys(names))


def _named_apart(name: str, text: str) -> bool:
    """Whether a text names another body of the kind by what stands behind the noun: "Sundhedsråd Nordøst" for "… Sydvest"."""
    own = _HEAD_AND_NAME.search(name)
    if own is None:
        return False
    others = [match["name"] for match in _HEAD_AND_NAME.finditer(text) if same_word(fold(match["head"]), fold(own["head"]))]
    return bool(others) and not any(
        same_word(fold(word), fold(other)) for other in others for word in re.findall(r"[\w-]+", name)
    )


def _owners(text: str) -> tuple[str, ...]:
    """Whose body a question means: "skolebestyrelsen ved Birkeskolen", "Fjordklyngens udvalg"; folded, no municipalities."""
    found = [match["behind"] or match["before"] for match in _OWNED.finditer(text)]
    return tuple(fold(name) for name in found if municipality_named(name) is None and not name.isupper())


def _only_one_of_its_kind(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """The one body with this noun in front, where the question says no more of it: "styregruppen" for "Styregruppen for X"."""
    words = _said_of_bodies(text, tuple(names))
    found: dict[str, str] = {}
    for name in names:
        own = list(words_of(name))
        said = [word for word in words if own and _BODY_HEAD.search(own[0]) and stem(word) == stem(own[0])]
        if said:
            found[name] = said[0]
    if len(found) != 1:
        return ()
    name, head = next(iter(found.items()))
    more = rf"\b(?:{re.escape(head)}|group|board|committee|council)\s+(?:for|vedr|vedroerende|of|on)\b"
    return () if re.search(more, fold(text)) else (name,)


def _said_of_bodies(text: str, names: Iterable[str]) -> list[str]:
    """The folded words of a text, with the bodies that meetings are named after, and in Danish where the text is English."""
    words = list(words_of(text))
    own = {stem(word) for name in names for word in words_of(name)}
    danish = in_danish_of(text, lambda said: all(stem(word) in own for word in words_of(said)))
    words += [word for word in words_of(danish) if word not in words]
    return words + [found[1] for word in words if (found := _OWN_MEETING.match(word))]


def _body_score(name: str, words: Sequence[str], short: Sequence[str]) -> float:
    """How well a body's name is named: the share of its words among `words`, 1.0 for an abbreviation, 0 for no."""
    own = [word for word in words_of(name) if not word.isdigit()]
    if any(abbreviates(each, name) for each in short):
        return max(_spelt_out(each, name) for each in short if abbreviates(each, name))
    heads = [word for word in own if _BODY_HEAD.search(word)] or own[-1:]
    if not any(same_word(head, word) for head in heads for word in words):
        return 0.0
    share = sum(any(same_word(each, word) for word in words) for each in own) / len(own)
    return share if share >= 0.5 else 0.0


def abbreviates(short: str, name: str) -> bool:
    """Whether capitals can stand for a body's name: letters of it in order, the last one that of udvalg, råd or forum."""
    letters, long = fold(short), fold(re.sub(r"[^\w ]", "", name))
    heads = [match.start() for match in _BODY_HEAD.finditer(long)]
    if not heads or long[heads[-1]] != letters[-1]:
        return False
    starts = [word[0] for word in long.split()]
    return in_order(letters[:-1], long[: heads[-1]]) and letters[0] in starts and len(letters) <= len(starts) + 2


def _spelt_out(short: str, name: str) -> float:
    """1.0 where every word of the name lends the abbreviation its first letter, less for each that does not."""
    letters = fold(short)
    missing = sum(word[0] not in letters for word in fold(re.sub(r"[^\w ]", "", name)).split())
    return 1.0 - 0.15 * missing - 0.1 * (letters[0] != fold(name)[0])


def in_order(letters: str, text: str) -> bool:
    """Whether the letters stand in the text in this order."""
    at = 0
    for letter in letters:
        at = text.find(letter, at) + 1
        if not at:
            return False
    return True


def persons_in(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """The persons of `names` whose whole name, or first and last name, a text holds."""
    folded = " " + " ".join(_tokens_with_and(text)) + " "
    found = []
    for name in dict.fromkeys(names):
        parts = re.findall(r"[^\W_]+", fold(name))
        if len(parts) > 1 and (_holds(folded, parts) or _holds(folded, [parts[0], parts[-1]]) or _holds(folded, parts[-2:])):
            found.append(name)
    return tuple(found)


def _tokens_with_and(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def _holds(folded: str, parts: Sequence[str]) -> bool:
    words = " ".join(parts)
    return f" {words} " in folded or f" {words}s " in folded
