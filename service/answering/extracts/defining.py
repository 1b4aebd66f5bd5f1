"""The sentence that says what a thing is comes before those that only mention it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import IntEnum

from index.analysis.folding import fold
from service.answering.extracts.asked import Asked
from service.answering.extracts.meaning import asks_outright, term_asked
from service.answering.extracts.ranking import Ranked
from service.answering.extracts.units import Unit
from service.answering.extracts.windows import Window
from service.answering.extracts.words import WORD

NEAR_SCORE = {0: 1.0, 1: 0.7, 2: 0.45}
"""The share of the best score from which a window of each clearness is preferred: a definition says little beside its term."""
READ_WINDOWS = 400
SAID_OF_TERM = 0.75
"""How much of the term, by weight, the words before "is" must say."""
MOST_SUBJECT = 70
"""Characters before "is"; a longer beginning is no term."""
LEAST_SAID = 6
"""Words after a term and a colon from which they explain it; fewer are the value of a field …"""
FEW_SAID = 3
"""… unless the question asks outright for a meaning."""

_ASKS = re.compile(
    r"^\W*(?:og |and |men |but |så |so )?(?:"
    r"(?:hvad|what) (?:er|is|are|betyder|menes (?:der )?med|forstås (?:der )?ved|indebærer|is meant by) (?P<a>[^?,]+)"
    r"|hvad (?:dækker|står|går|handler) (?P<b>[^?,]+?) (?:over|for|ud på|om)\b"
    r"|what (?:does|do) (?P<c>[^?,]+?) (?:mean|stand for|involve|imply|cover)\b"
    r"|(?:hvilken|hvilket|what) (?:type|slags|kind|art|form)\b[^?,]*? (?:er|is) (?P<d>[^?,]+)"
    r")",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"\s(?:ifølge|jf\.?|i følge|according to)\s.*$", re.IGNORECASE)
_WHERE = re.compile(r"(?<=\w)\s(?:i|på|under|hos|in|on|at)\s.*$", re.IGNORECASE)
"""Where a word has its meaning, which the sentence that tells it need not say."""
_TELLS = re.compile(
    r"^\W*(?:(?:ved|med|som|by) )?(?P<subject>.{2,70}?)\s*"
    r"(?:(?P<clear>\b(?:betyder|dækker over|defineres|forstås|menes|regnes|betragtes|skal forstås|går ud på|er (?:en|et)|"
    r"består (?:af|i)|means|"
    r"is an?|are defined|is defined|refers to|har til (?:formål|opgave)|er defineret)\b)|(?P<colon>:)|"
    r"(?P<plain>\b(?:er|omfatter|is|are)\b|,(?= (?:hvor|der|som|where|which|who)\b)))"
    r"\s*(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_CALLED = re.compile(
    r"\b(?:kaldes|kaldet|kaldt|benævn\w+|betegnes(?: som)?|såkaldte?|regnes (?:for|som|med som)|betragtes som|anses (?:for|som)|"
    r"tæller som|called|known as|counts? as|regarded as) (?P<subject>[^,.;:()]{2,70}?)(?=[,.;:()]|$)|"
    r"\s[-–] (?P<between>[^-–]{2,50}?) [-–](?=\s)",
    re.IGNORECASE,
)
"""A sentence that tells what a thing is and names it after that: "A, called B, …", "all who … – the B – …"."""
_DONE = re.compile(
    r"^(?:nu |nu også |ikke |"
    r"endnu |også |fortsat |dog |blevet |ved |i gang|i færd|not |being |been |to |under |vedlagt|klar\b|at finde)|"
    r"^[a-zæøå]{3,}(?:et|ede|ret|dt|gt|te)\b",
    re.IGNORECASE,
)
"""How what was done to a thing is told, which does not say what it is."""
_PALE = frozenset(
    {"begrebet", "ordet", "konceptet", "projektet", "ordningen", "modellen", "termen", "såkaldte", "følgende", "term", "concept"}
)


class Clearness(IntEnum):
    """How clearly a sentence says what a thing is."""

    NONE = 0
    PLAIN = 1
    CLEAR = 2


def defining_first(
    question: str, asked: Asked, order: Sequence[Ranked], further: Callable[[int], Sequence[Ranked]]
) -> list[Ranked]:
    """The windows with the first that says what the asked thing is in front; unchanged when the best does or none does.

    What only mentions it is no rival of the sentence that clearly says what it is, so the better windows are left out then.
    `further` gives so many of the best windows of all: where many rows name a thing, what it is stands far below them.
    """
    term = _term_of(question, asked)
    if not term:
        return list(order)
    best = order[0]
    least = FEW_SAID if asks_outright(question) else LEAST_SAID
    clearest = _of_window(best.window, asked, term, least)
    chosen = best
    for other in [*order[1:], *further(READ_WINDOWS)]:
        if clearest is Clearness.CLEAR or other.score < NEAR_SCORE[Clearness.CLEAR] * best.score:
            break
        clearness = _clearness(other.window.units[other.window.first], asked, term, least)
        if clearness > clearest and other.score >= NEAR_SCORE[clearness] * best.score:
            chosen, clearest = other, clearness
    if chosen is best:
        return list(order)
    rest = [other for other in order if clearest is not Clearness.CLEAR or other.score <= chosen.score]
    return [chosen, *(other for other in rest if other is not chosen)]


def _term_of(question: str, asked: Asked) -> tuple[int, ...]:
    """The numbers of the question's terms that are the thing whose meaning is asked for; () for other questions."""
    found = _ASKS.match(question)
    thing = term_asked(question) or (next(group for group in found.groups() if group) if found else None)
    if thing is None:
        return ()
    thing = _SOURCE.sub("", thing)
    phrase = {fold(word) for word in WORD.findall(_WHERE.sub("", thing) if asks_outright(question) else thing)}
    return tuple(number for number, term in enumerate(asked.terms) if fold(term.text) in phrase)


def _of_window(window: Window, asked: Asked, term: Sequence[int], least: int) -> Clearness:
    return max(_clearness(unit, asked, term, least) for unit in window.inside)


def _clearness(unit: Unit, asked: Asked, term: Sequence[int], least: int) -> Clearness:
    """How clearly a unit says what the term is: its words before "is", or behind "called", are the term and no more."""
    if any(_is_term(unit, found.span(found.lastgroup or 0), asked, term) for found in _CALLED.finditer(unit.text)):
        return Clearness.CLEAR
    found = _TELLS.match(unit.text)
    if not found or len(found.group("subject")) > MOST_SUBJECT or not _is_term(unit, found.span("subject"), asked, term):
        return Clearness.NONE
    rest = found.group("rest")
    if found.group("colon"):
        return Clearness.CLEAR if len(rest.split()) >= least else Clearness.NONE
    if found.group("clear"):
        return Clearness.CLEAR
    return Clearness.NONE if _DONE.match(rest) else Clearness.PLAIN


def _is_term(unit: Unit, place: tuple[int, int], asked: Asked, term: Sequence[int]) -> bool:
    """Whether the words at a half-open place of a unit are the term and no more."""
    start, end = place
    subject = [word for word in unit.words if word.start >= start and word.end <= end]
    strange = [word for word in subject if word.term and not asked.meetings.of_word(word) and word.text.lower() not in _PALE]
    weights = asked.meetings.weights[list(term)]
    said = float((asked.meetings.of(subject)[list(term)] * weights).sum() / weights.sum())
    return not strange and said >= SAID_OF_TERM
