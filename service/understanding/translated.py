"""English words of a question in Danish, so that it can be held against Danish titles and headers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from index.analysis.lexicon import lexicon
from index.analysis.words import words_of
from service.records import Language
from service.understanding.language import language_of
from service.understanding.words import same_word


@lru_cache(maxsize=512)
def in_danish(text: str) -> str:
    """An English text with the words that the lexicon knows replaced by their best Danish rendering; Danish text unchanged."""
    return in_danish_of(text, lambda rendering: True)


def in_danish_of(text: str, fits: Callable[[str], bool]) -> str:
    """As `in_danish`, with the first rendering that fits; the best one where none does."""
    if language_of(text) is not Language.ENGLISH:
        return text
    words = list(words_of(text))
    replaced: list[str] = []
    at = 0
    for found in sorted(lexicon().translate(words), key=lambda each: each.start):
        replaced += words[at : found.start]
        replaced.append(next((each for each in found.renderings if fits(each)), found.renderings[0]))
        at = found.end
    return " ".join([*replaced, *words[at:]])


def english_words(text: str) -> tuple[str, ...]:
    """The words of an English text that the lexicon knows, as phrases in order; none for Danish text."""
    if language_of(text) is not Language.ENGLISH:
        return ()
    words = list(words_of(text))
    return tuple(" ".join(words[rendering.start : rendering.end]) for rendering in lexicon().translate(words))


def english_words_for(text: str, said: Iterable[str]) -> tuple[str, ...]:
    """Those of `english_words` whose Danish rendering stands in one of the texts: what they ask after is accounted for."""
    if language_of(text) is not Language.ENGLISH:
        return ()
    words = list(words_of(text))
    known = [word for each in said for word in words_of(each)]
    return tuple(
        " ".join(words[found.start : found.end])
        for found in lexicon().translate(words)
        if any(_said(word, known) for each in found.renderings for word in words_of(each))
    )


def _said(word: str, known: Iterable[str]) -> bool:
    """Whether a word stands among others, as one of them or as the first or last part of a compound."""
    return any(same_word(word, other) or other.startswith(word) or other.endswith(word) for other in known)
