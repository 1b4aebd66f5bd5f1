"""English words of a question in Danish, so that it can be held against Danish titles and headers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from index.analysis.joined import compounds
from index.analysis.lexicon import lexicon
from index.analysis.words import words_of
from service.records import Language
from service.understanding.language import language_of
from service.understanding.words import same_word


@lru_cache(maxsize=512)
def in_danish(text: str) -> str:
    """An English text with the words that the lexicon knows replaced by their best Danish rendering; Danish text unchanged."""
    if language_of(text) is not Language.ENGLISH:
        return text
    words = words_of(text)
    return _replaced(words, {found.start: (found.end, found.renderings[0]) for found in lexicon().translate(words)})


def in_danish_of(text: str, fits: Callable[[str], bool]) -> str:
    """As `in_danish`, with the first rendering that fits, two words as one where that fits; the best one where none does."""
    if language_of(text) is not Language.ENGLISH:
        return text
    words = words_of(text)
    renderings = lexicon().translate(words)
    chosen = {found.start: (found.end, _first(found.renderings, fits) or found.renderings[0]) for found in renderings}
    joined = ((found, _first(found.renderings, fits)) for found in compounds(words, renderings))
    chosen |= {found.start: (found.end, compound) for found, compound in joined if compound}
    return _replaced(words, chosen)


def _first(renderings: Iterable[str], fits: Callable[[str], bool]) -> str | None:
    return next((each for each in renderings if fits(each)), None)


def _replaced(words: Sequence[str], chosen: Mapping[int, tuple[int, str]]) -> str:
    """Words with those from a place to an end (half-open) replaced; what begins inside another is passed over."""
    told = []
    place = 0
    while place < len(words):
        place, word = chosen.get(place, (place + 1, words[place]))
        told.append(word)
    return " ".join(told)


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
