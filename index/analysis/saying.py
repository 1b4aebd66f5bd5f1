"""Whether a text says a word of a question, in itself or in a word or turn that stands near it."""

from __future__ import annotations

from collections.abc import Iterator

from index.analysis.stems import stem
from index.analysis.synonyms import Closeness, key_of, synonyms
from index.analysis.turns import turn_stem
from index.analysis.words import words_of


def says(text: str, question: str, asked: str) -> bool:
    """Whether a text says `asked`, a word of `question`, or a turn of the question that it stands in ("skrev … under")."""
    wanted = set(_keys_of(question, asked))
    near = {key_of(way.text) for key in wanted for way in synonyms().of_key(key) if way.closeness is Closeness.NEAR}
    return not (wanted | near).isdisjoint(_said(text))


def _keys_of(question: str, asked: str) -> Iterator[str]:
    """The stem of a word, and the turns of a question that it stands in."""
    words, folded = words_of(question), words_of(asked)
    yield from (stem(word) for word in folded)
    for turn in synonyms().turns.found([turn_stem(word) for word in words]):
        if any(words[place] in folded for place in turn.places):
            yield turn.key


def _said(text: str) -> set[str]:
    """The stems of a text and the turns in it."""
    words = words_of(text)
    return {stem(word) for word in words} | {turn.key for turn in synonyms().turns.found([turn_stem(word) for word in words])}
