"""All Danish renderings of an English question's words: what a key or header may call them."""

from __future__ import annotations

from index.analysis.lexicon import lexicon
from index.analysis.words import words_of
from service.records import Language
from service.understanding.language import language_of


def renderings_of(text: str) -> tuple[str, ...]:
    """The renderings of the words of an English text that the lexicon knows, in order; none for Danish text."""
    if language_of(text) is not Language.ENGLISH:
        return ()
    return tuple(each for found in lexicon().translate(list(words_of(text))) for each in found.renderings)
