"""The language of a question: that of its grammar words, whatever names and terms it quotes."""

from __future__ import annotations

import re

from index.analysis.folding import fold
from index.analysis.language import is_english
from service.records import Language

_DANISH_WORDS = """
hvem hvad hvor hvornår hvorfor hvordan hvilken hvilket hvilke og i på paa af til om den det de der er var skal kan har med fra ved
som blev bliver gælder står en et ikke eller efter hvis nu at for sig sin sit sine nævn hvornaar mødet kommunen driver
"""
_ENGLISH_WORDS = """
who what where when why how which whose and in on of to about the that it they is was are were does do did should can has have had
with from by for any until during without as will a an not or after if now at there this these be been between many much list name
runs drives responsible
"""
_WORD = re.compile(r"[^\W\d_]+")
_DANISH, _ENGLISH = frozenset(_DANISH_WORDS.split()), frozenset(_ENGLISH_WORDS.split())
_SHARED = frozenset({"i", "for", "at", "do", "as", "under", "over", "a", "an", "den", "de", "by", "have", "in"})


def language_of(text: str) -> Language:
    """Danish or English, by counting grammar words, the first word twice; by the other words when those say nothing."""
    words = _WORD.findall(text)
    folded = [word.lower() for word in words]
    counted = [*folded[:1], *folded]
    danish = sum(_weight(word) for word in counted if word in _DANISH)
    english = sum(_weight(word) for word in counted if word in _ENGLISH)
    if danish != english:
        return Language.ENGLISH if english > danish else Language.DANISH
    asked = [fold(word) for place, word in enumerate(words) if place == 0 or word.islower()]  # the others are names
    return Language.ENGLISH if is_english(asked) else Language.DANISH


def _weight(word: str) -> float:
    """How much a grammar word says: those that look alike in both languages say little."""
    return 0.25 if word in _SHARED else 1.0
