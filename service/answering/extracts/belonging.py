"""Whether what would answer belongs to what is asked about: a number to its noun, a person to the office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from index.analysis.folding import fold
from ingest.places.gazetteer import municipalities_in
from service.answering.extracts.asked import Asked, answering_spans
from service.answering.extracts.coverage import Floats
from service.answering.extracts.roles import asks_holder, is_role
from service.answering.extracts.units import Unit
from service.answering.extracts.wanted import Wanted
from service.answering.extracts.words import WORD, Word

MET = 0.5
BESIDE_WORDS = 5
"""A number and its noun, or a person and the office, lie at most this many words apart."""

_COUNTED = re.compile(
    r"\b(?:hvor mange|how many|antal(?:let)?|number of)\s+((?:\S+\s+(?:og|and|af|of)\s+)?\S+(?:\s+\S+)?)", re.IGNORECASE
)


def uncounted(question: str, asked: Asked, units: Sequence[Unit], context: Sequence[Word]) -> float:
    """How far the counted noun of a how-many question lies from any number: 0 beside one, 0.5 in its sentence, else 1.

    A noun that stands in the column's heading or over the list counts as in the sentence. 0 for other questions.
    """
    noun = _counted_terms(question, asked)
    if Wanted.COUNT not in asked.wanted or not noun:
        return 0.0
    above = _meets(asked.meetings.of(context), noun)
    best = 1.0
    for unit in units:
        spans = answering_spans(Wanted.COUNT, asked, unit.text) or ()
        if not spans:
            continue
        if any(_meets(asked.meetings.of(_beside(unit, span.start, span.end)), noun) for span in spans):
            return 0.0
        if above or _meets(asked.meetings.of((*unit.words, *unit.lead_words)), noun):
            best = 0.5
    return best


def stray_name(asked: Asked, units: Sequence[Unit], context: Sequence[Word]) -> float:
    """How little the least met name of the question is met by the best unit with answering words, and what it stands under.

    0 where any words answer, or the question names nothing.
    """
    names = [number for number, term in enumerate(asked.terms) if term.is_name and not term.text[0].isdigit()]
    if not names:
        return 0.0
    around = asked.meetings.of(context)
    best = 0.0
    for unit in units:
        found = [answering_spans(kind, asked, unit.text) for kind in asked.wanted]
        if any(spans is None for spans in found):
            return 0.0
        if any(found):
            met = asked.meetings.of(_all_words(unit))
            best = max(best, min(max(float(met[number]), float(around[number])) for number in names))
    return 1.0 - best


def unheld_office(question: str, asked: Asked, units: Sequence[Unit]) -> float:
    """1 when the holder of an office is asked for, and no person stands beside that very office's word; else 0.

    Where any holder would do, a firm too, a name that the question does not hold must stand with the office's word.
    """
    roles = {number for number, term in enumerate(asked.terms) if is_role(term.text)}
    if not roles:
        return 0.0
    if Wanted.PERSON not in asked.wanted:
        if not asks_holder(question):
            return 0.0
        held = (any(_says_role(asked, word, roles) for word in _all_words(unit)) and _new_names(unit, asked) for unit in units)
        return float(not any(held))
    for unit in units:
        for span in answering_spans(Wanted.PERSON, asked, unit.text) or ():
            beside = (*_beside(unit, span.start, span.end), *unit.lead_words, *unit.head_words)
            if any(is_role(word.text) and _says_role(asked, word, roles) for word in beside):
                return 0.0
    return 1.0


def _all_words(unit: Unit) -> tuple[Word, ...]:
    return (*unit.words, *unit.lead_words, *unit.head_words)


def _says_role(asked: Asked, word: Word, roles: Iterable[int]) -> bool:
    """Whether a word says one of the offices; the second part of an office's name is another office (a deputy is no chair)."""
    return any(asked.meetings.says(word, number) and word.term not in asked.terms[number].parts for number in roles)


def _counted_terms(question: str, asked: Asked) -> list[int]:
    """The numbers of the terms that stand right after "how many"; whoever has them is named, but not counted."""
    match = _COUNTED.search(question)
    if match is None:
        return []
    words = set(WORD.findall(fold(match.group(1))))
    return [number for number, term in enumerate(asked.terms) if term.text in words and not term.is_name]


def _meets(met: Floats, numbers: Iterable[int]) -> bool:
    return any(met[number] >= MET for number in numbers)


def _beside(unit: Unit, start: int, end: int) -> list[Word]:
    """The words of a unit that are at most `BESIDE_WORDS` from a half-open range of its text, those of the range included."""
    inside = [place for place, word in enumerate(unit.words) if word.start < end and word.end > start]
    if not inside:
        return []
    return list(unit.words[max(0, inside[0] - BESIDE_WORDS) : inside[-1] + BESIDE_WORDS + 1])


def _opens_with_name(unit: Unit) -> bool:
    """Whether the first word of a unit is part of a name: it stands in a title or item, or before another capital letter."""
    return unit.is_title or unit.is_item or (len(unit.words) > 1 and unit.words[1].text[0].isupper())


def _new_names(unit: Unit, asked: Asked) -> list[str]:
    """Capitalised words inside the unit's sentence that the question does not hold."""
    return [
        word.text
        for place, word in enumerate(unit.words)
        if word.text[0].isupper()
        and word.text.lower() not in asked.said
        and not asked.meetings.of_word(word)
        and (place > 0 or _opens_with_name(unit))
    ] + [mention.name for mention in municipalities_in(unit.text) if mention.name.lower() not in asked.said]
