"""The legend of a table: the terms its cells use and what the corpus says they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.places.folding import fold
from ingest.records import Fact
from service.answering.facts.actors import Actor, driver_in
from service.answering.facts.leftover import needs_no_account
from service.understanding.renderings import renderings_of
from service.understanding.words import same_word

OWN_LETTERS = 8
SHARED_LETTERS = 8
"""Words that begin with this many same letters are forms of one word: "samarbejde", "samarbejdsaftale"."""
LONGEST_CODE = 2
"""A term of so few characters is a code of a key ("R = …"): it means that only where it stands alone."""
LEAST_OWN_LETTERS = 4
_NOTE = re.compile(r"\*+$")
_COLOUR_WORDS = "groen gul roed blaa graa orange hvid sort lilla green yellow red blue amber grey gray"
_COLOURS = frozenset(_COLOUR_WORDS.split())


def term_in(text: str, definitions: Sequence[Fact]) -> Fact | None:
    """The definition whose term stands first in a text, also inflected or cut short; the longest of those at one place.

    A mark ("✓", "–") is a term only as the whole text.
    """
    whole = next((fact for fact in definitions if fact.subject == text.strip(" .")), None)
    if whole is not None:
        return whole
    found = [(at, -len(fact.subject), fact) for fact in definitions if (at := _place(fact.subject, text)) is not None]
    return min(found, key=lambda each: (each[0], each[1], each[2].id))[2] if found else None


def term_asked(text: str, definitions: Sequence[Fact]) -> Fact | None:
    """The definition a question names: as `term_in`, or by the one word that only this term has, also as two ("hybrid model")."""
    definitions = [fact for fact in definitions if not _NOTE.match(fact.subject)]
    found = term_in(text, definitions)
    if found is not None:
        return found
    words = _words(" ".join((text, *renderings_of(text))))
    by_meaning = [fact for fact in definitions if is_code(fact.subject) and _begins_with(fact.object, words)]
    if len({fact.subject for fact in by_meaning}) == 1:
        return by_meaning[0]
    by_own_word = [fact for fact in definitions if is_code(fact.subject) and _meant_by_own_word(fact, definitions, words)]
    if len({fact.subject for fact in by_own_word}) == 1:
        return by_own_word[0]
    words += [first + second for first, second in pairwise(words)]
    by_word = {
        fact.subject: fact
        for fact in definitions
        for own in _words(fact.subject)
        if len(own) >= OWN_LETTERS and not _shared(own, fact, definitions) and any(_form_of(own, word) for word in words)
    }
    return next(iter(by_word.values())) if len(by_word) == 1 else None


def _begins_with(meaning: str, words: Sequence[str]) -> bool:
    """Whether the first two words of what a code means stand in a question: "D = Delt drift mellem …"."""
    first = _words(meaning)[:2]
    return len(first) == 2 and all(any(_form_of(each, word) for word in words) for each in first)


def _meant_by_own_word(fact: Fact, definitions: Sequence[Fact], words: Sequence[str]) -> bool:
    """Whether a question holds a word that only this code's meaning has: "P = en privat leverandør løser opgaven"."""
    others = [
        word
        for each in definitions
        if each.document_id == fact.document_id and is_code(each.subject) and each.subject != fact.subject
        for word in _words(each.object)
    ]
    telling = [word for word in _words(fact.object) if len(word) >= LEAST_OWN_LETTERS and not needs_no_account(word)]
    own = [word for word in telling if not any(_form_of(word, other) for other in others)]
    return any(_form_of(word, asked) for word in own for asked in words)


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
    if is_code(term) and len(words) > 1 and not _only_codes(text):
        return None
    for at in range(len(words) - len(own) + 1):
        if own and all(_form_of(word, words[at + i]) for i, word in enumerate(own)):
            return at
    return None


def is_code(term: str) -> bool:
    """Whether a term is a code or mark of a key, which holds in its own document only."""
    return len(term) <= LONGEST_CODE or not _words(term) or fold(term) in _COLOURS


def _only_codes(text: str) -> bool:
    """Whether a cell holds nothing but codes: "R/K", "R, D*"."""
    return all(len(word) <= LONGEST_CODE and word.isupper() for word in re.findall(r"[^\W_]+", text))


def notes_on(text: str, definitions: Sequence[Fact]) -> tuple[Fact, ...]:
    """The footnotes whose mark stands at the end of a cell: "D*"."""
    mark = re.search(r"\*+", text)
    return tuple(fact for fact in definitions if mark and fact.subject == mark.group(0))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def _form_of(word: str, other: str) -> bool:
    if len(word) < 4:
        return word == other
    return same_word(word, other) or (word[:SHARED_LETTERS] == other[:SHARED_LETTERS] and len(word) >= SHARED_LETTERS)


def driver_by(definition: Fact) -> Actor | None:
    """Who runs a task under a model, by the words of its definition."""
    return driver_in(part for part in re.split(r"(?<=\.)\s+", definition.object) if part.strip())
