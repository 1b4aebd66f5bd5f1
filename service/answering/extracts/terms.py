"""The words of a question that its answer should be about, with how much each tells."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from index.analysis.folding import fold
from index.analysis.stopwords import STOP_WORDS
from service.answering.extracts.words import Word, keys_of, words_of

DocumentFrequency = Callable[[str], int]
"""In how many passages a key stands."""

ASKING = frozenset(
    "hvad hvem hvornår hvornaar hvor hvorfor hvordan hvilken hvilket hvilke mange stor stort langt lang længe laenge ofte meget dato datoen date "
    "antal antallet procentdel andel nummer navn hedder betyder står dækker menes forstås ifølge nævn nævnes angiv angives fremgår forventes "
    "deadline frist klokkeslæt klokkeslaet årsag årsagen begrundelse begrundelsen grund grunden status what who when where why how which many much "
    "number name does did according stated mean meant expected kind type slags mødet møde meeting sagen punktet punkt dokument dokumentet "
    "telefonnummer telefonnummeret mobilnummer mobilnummeret vedkommendes tilsammen sammen total alt person persons personer people "
    "to tre fire fem seks two three four five six".split()
)
"""Words that ask, not words that are asked about; they count little."""

ASKING_WEIGHT = 0.15
NAME_FACTOR = 1.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of the question: the keys any of which meets it, those of its translations, its weight, and whether it is a name or number."""

    text: str
    keys: tuple[str, ...]
    translations: frozenset[str]
    weight: float
    is_name: bool
    known: bool


def terms_of(
    text: str, *, frequency: DocumentFrequency, passage_count: int, translate: Callable[[str], Iterable[str]] = lambda word: ()
) -> tuple[Term, ...]:
    """The telling words of a question in order, each key once. `translate` gives Danish words for an English one."""
    terms: dict[str, Term] = {}
    for word in words_of(text):
        if fold(word.text) in STOP_WORDS or len(word.text) < 2 and not word.text.isdigit():
            continue
        translations = frozenset(key for other in translate(word.text) for key in keys_of(other))
        terms.setdefault(word.keys[0], _term(word, text, translations, frequency, passage_count))
    return tuple(terms.values())


def _term(word: Word, text: str, translations: frozenset[str], frequency: DocumentFrequency, passage_count: int) -> Term:
    found = max((frequency(key) for key in (*word.keys, *translations)), default=0)
    is_name = _is_name(word, text)
    weight = math.log(1 + (passage_count + 1) / (found + 1))
    if word.text.lower() in ASKING:
        weight *= ASKING_WEIGHT
    elif is_name:
        weight *= NAME_FACTOR
    return Term(text=word.text, keys=word.keys, translations=translations, weight=weight, is_name=is_name, known=found > 0)


def _is_name(word: Word, text: str) -> bool:
    """Whether a word is a number, an abbreviation, or capitalised inside the sentence."""
    if word.text[0].isdigit():
        return True
    inside = bool(re.search(r"\w", text[: word.start])) and not re.search(r"[.?!]\s*$", text[: word.start])
    return word.text[0].isupper() and (inside or word.text[1:2].isupper())
