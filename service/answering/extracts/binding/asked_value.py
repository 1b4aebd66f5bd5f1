"""What a question wants a value of: the noun that is to be counted, or the thing that a price, size or share is said of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.analysis.folding import fold
from index.analysis.language import is_english
from index.analysis.lexicon import lexicon
from index.analysis.stopwords import STOP_WORDS
from index.analysis.words import words_of
from service.answering.extracts.asked import Asked
from service.answering.extracts.binding.asked_phrases import NUMERIC, counted_phrase, measured_phrases, says_number
from service.answering.extracts.binding.glosses import glossed
from service.answering.extracts.binding.nouns import noun_of
from service.answering.extracts.binding.ordinals import Ordinal, ordinals_of
from service.answering.extracts.binding.part_meant import without_part_of, words_of_part
from service.answering.extracts.binding.years import years_in
from service.answering.extracts.focus import attributed
from service.answering.extracts.terms import ASKING, Term
from service.answering.extracts.wanted import Wanted, says_kind
from service.answering.extracts.words import WORD

BOUND = NUMERIC | {Wanted.DATE, Wanted.CLOCK, Wanted.UNTIL}
"""Kinds of values that are said of something."""

_PREPOSITION = re.compile(r"^(?:til|for|af|med|of|for|to|with)$", re.IGNORECASE)
_CLAUSE = re.compile(r",\s+(?:at|som|der|hvis|når|før|that|which|if|when|before)\b", re.IGNORECASE)
"""Behind it stands another clause."""
_TIME = re.compile(r"(?:år|måneder|uger|years|months|weeks)\b", re.IGNORECASE)
"""How many of these is how long; of hours and days there are also so many used or paid."""
_PEOPLE = frozenset({"personer", "person", "mennesker", "people", "persons", "folk", "deltagere", "participants"})
"""Nouns that count anybody."""

_LEADING = re.compile(r"^\W*(?:og |and )?(?:hvor|how) \w+(?: (?:en|et|stor en) (?:del|andel|procentdel)\b)?", re.IGNORECASE)
"""How a question for a number begins: "hvor stor en del"."""
_PALE_WORDS = (
    "ny nye nyt new samlet samlede total aarlige aarlig annual yearly aaret year dag nu now senest hoejst mindst cirka klokken "
    "fleste allerfleste"
)
_PALE = frozenset(_PALE_WORDS.split())
"""Folded words that no answer need repeat."""
_ASKS_OTHERS = re.compile(
    r"^\W*(?:og |and )?(?:hvem|hvis|hvilke[nt]? (?!pris|andel|beløb|procent|sum|udgift|takst|dato|dag|år|uge|måned|tidspunkt)|"
    r"who|whom|which (?!date|day|year|month)|hvorfor|why|hvor kan)\b",
    re.IGNORECASE,
)
"""Questions whose number, if any, is not what they want."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedValue:
    """What a value must be bound to, as numbers of the question's terms.

    `counted`: the noun that a how-many question counts; `anybody`: it counts people, so that no noun need stand there;
    `thing`: what a price, size or share is said of; `telling`: all terms that tell what the question is about; `names`: those
    of them that are names; `years`: the years asked about; `ordinals`: which of a row of things is
    meant; `rate`: a number per something is asked for; `dated`: a date is; `of`: what the noun or the thing is "of" or "to";
    `part`: what tells which part of them is meant.
    """

    counted: tuple[int, ...]
    anybody: bool
    thing: tuple[int, ...]
    telling: tuple[int, ...]
    names: tuple[int, ...]
    years: frozenset[int]
    ordinals: tuple[Ordinal, ...]
    rate: bool
    dated: bool
    question: str
    of: tuple[int, ...]
    part: tuple[int, ...]


def asked_value(question: str, asked: Asked) -> AskedValue | None:
    """What a question wants a number or date of; None when it wants neither."""
    if asked.wanted[0] not in BOUND or _ASKS_OTHERS.match(question):
        return None
    telling = _telling(question, asked.terms)
    counted, anybody = _counted(question, asked)
    thing = () if counted or anybody or asked.wanted[0] not in NUMERIC else _thing(question, asked.terms, telling)
    return AskedValue(
        counted=counted,
        anybody=anybody,
        thing=thing,
        telling=telling,
        names=tuple(number for number in telling if asked.terms[number].is_name and len(asked.terms[number].text) > 1),
        years=years_in(question),
        ordinals=ordinals_of(question),
        rate=bool(re.search(r"\b(?:pr\.?|per)\b", question, re.IGNORECASE)),
        dated=asked.wanted[0] not in NUMERIC,
        question=question,
        of=_of(question, counted or thing, asked.terms, telling),
        part=_numbers(words_of_part(question, [asked.terms[number].text for number in counted]), asked.terms, telling),
    )


def _telling(question: str, terms: Sequence[Term]) -> tuple[int, ...]:
    """The terms that neither ask, nor say what kind of words is wanted, nor are English words without a Danish rendering."""
    leading = _LEADING.match(question)
    asks = frozenset(fold(word) for word in WORD.findall(leading.group())) if leading else frozenset()
    silent = ASKING | STOP_WORDS | attributed(question) | asks | _PALE | glossed(question)
    return tuple(
        number
        for number, term in enumerate(terms)
        if term.text not in silent
        and not term.opaque
        and not term.text[0].isdigit()
        and (term.is_name or not (says_number(term.text) and says_kind(term.text)))
    )


def _counted(question: str, asked: Asked) -> tuple[tuple[int, ...], bool]:
    """The terms of the counted noun, and whether anybody is counted."""
    phrase = counted_phrase(question)
    if phrase is None or Wanted.COUNT not in asked.wanted or _TIME.match(phrase):
        return (), False
    nouns = noun_of(without_part_of(phrase), question)
    anybody = not nouns or bool({fold(word) for word in nouns} & _PEOPLE)
    return (() if anybody else _checkable(_numbers(nouns, asked.terms, range(len(asked.terms))), question, asked.terms)), anybody


def _thing(question: str, terms: Sequence[Term], telling: Sequence[int]) -> tuple[int, ...]:
    """The terms of what the value is said of: behind "koster", "prisen på", "budget of"; () where no such words stand."""
    things = (
        _checkable(_numbers(noun_of(rest, question), terms, telling), question, terms) for rest in measured_phrases(question)
    )
    return next((numbers for numbers in things if numbers), ())


def _checkable(numbers: tuple[int, ...], question: str, terms: Sequence[Term]) -> tuple[int, ...]:
    """Those of the terms that a text can be seen to say: an English word that nothing in the corpus renders is none."""
    if not is_english(words_of(question)):
        return numbers
    knows = lexicon().knows_english
    return tuple(number for number in numbers if terms[number].known or terms[number].is_name or knows(terms[number].text))


def _numbers(words: Iterable[str], terms: Sequence[Term], telling: Iterable[int]) -> tuple[int, ...]:
    folded = {fold(word) for word in words}
    return tuple(number for number in telling if terms[number].text in folded)


def _of(question: str, nouns: Sequence[int], terms: Sequence[Term], telling: Sequence[int]) -> tuple[int, ...]:
    """The term right behind the noun and a preposition: "høringssvar til lokalplanen", "en tur med natbussen"."""
    words = WORD.findall(_CLAUSE.split(question)[0])
    folded = [fold(word) for word in words]
    for noun in nouns:
        place = folded.index(terms[noun].text) if terms[noun].text in folded else len(words)
        behind = next((after for after in range(place + 1, len(words)) if _PREPOSITION.match(words[after])), len(words))
        found = _numbers(noun_of(" ".join(words[behind + 1 :]), question), terms, telling)
        if found:
            return _checkable(tuple(number for number in found if number not in nouns)[:1], question, terms)
    return ()
