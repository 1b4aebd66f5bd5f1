"""The legend of a table: the terms its cells use and what the corpus says they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.places.folding import fold
from ingest.records import Fact
from service.answering.facts.actors import Actor, driver_in
from service.understanding.words import same_word

OWN_LETTERS = 8
SHARED_LETTERS = 8
"""Words that begin with this many same letters are forms of one word: "samarbejde", "samarbejdsaftale"."""


def term_in(text: str, definitions: Sequence[Fact]) -> Fact | None:
    """The definition whose term stands first in a text, also inflected or cut short; the longest of those at one place."""
    found = [(at, -len(fact.subject), fact) for fact in definitions if (at := _place(fact.subject, text)) is not None]
    return min(found, key=lambda each: (each[0], each[1], each[2].id))[2] if found else None


def term_asked(text: str, definitions: Sequence[Fact]) -> Fact | None:
    """The definition a question names: as `term_in`, or by the one word that only this term has, also as two ("hybrid model")."""
    found = term_in(text, definitions)
    if found is not None:
        return found
    words = _words(text)
    words += [first + second for first, second in pairwise(words)]
    by_word = {
        fact.subject: fact
        for fact in definitions
        for own in _words(fact.subject)
        if len(own) >= OWN_LETTERS and not _shared(own, fact, definitions) and any(_form_of(own, word) for word in words)
    }
    return next(iter(by_word.values())) if len(by_word) == 1 else None


def _shared(word: str, fact: Fact, definitions: Sequence[Fact]) -> bool:
    """Whether another term has this word too."""
    return any(
        _form_of(word, other)
        for each in definitions
        if each.subject.lower() != fact.subject.lower()
        for other in _words(each.subject)
    )


def terms_in(text: str, definitions: Sequence[Fact]) -> tuple[Fact, ...]:
    """All definitions whose terms stand in a text, by place."""
    found = [(at, fact.id, fact) for fact in definitions if (at := _place(fact.subject, text)) is not None]
    return tuple(fact for _, _, fact in sorted(found, key=lambda each: each[:2]))


def _place(term: str, text: str) -> int | None:
    """The number of the word of `text` at which the words of a term stand together, or None."""
    own, words = _words(term), _words(text)
    for at in range(len(words) - len(own) + 1):
        if own and all(_form_of(word, words[at + i]) for i, word in enumerate(own)):
            return at
    return None


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def _form_of(word: str, other: str) -> bool:
    if len(word) < 4:
        return word == other
    return same_word(word, other) or (word[:SHARED_LETTERS] == other[:SHARED_LETTERS] and len(word) >= SHARED_LETTERS)


def driver_by(definition: Fact) -> Actor | None:
    """Who runs a task under a model, by the words of its definition."""
    return driver_in(part for part in re.split(r"(?<=\.)\s+", definition.object) if part.strip())
