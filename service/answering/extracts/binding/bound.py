"""How firmly the best value of a quote is bound to what the question wants a value of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from service.answering.extracts.asked import Asked, answering_spans
from service.answering.extracts.binding.asked_value import BOUND, AskedValue
from service.answering.extracts.binding.measures import measures_in, only_added, only_goal, only_wished
from service.answering.extracts.binding.ordinals import says_other
from service.answering.extracts.binding.uncounting import uncounting
from service.answering.extracts.binding.values import Value, value_at
from service.answering.extracts.binding.zones import PART, Zone, Zones, clause_text, is_light_head, row_of, without_light_head
from service.answering.extracts.spans.found import Span
from service.answering.extracts.terms import SAME_IDEA
from service.answering.extracts.units import Unit
from service.answering.extracts.wanted import Wanted
from service.answering.extracts.words import Word

LOOSE = 0.3
"""Below this a value is said of something else."""
ABOVE = 0.4
"""What only the titles say binds a value loosely."""
ELSEWHERE = 0.5
"""What only other sentences of the passage say."""
RATE = 0.2
"""A number per something does not say how many there are."""
OTHER_WORD = 0.7
"""A number that counts those who do what the question says: "17 stemte for"."""
WITHOUT_OF = 0.25
"""What the asked noun is "of" or "to" stands nowhere: "37 høringssvar" to something else."""
OTHER_MEASURE = 0.25
"""A saving is no price, an income no expense."""
SHORTEST_NOUN = 3
_RANGE = re.compile(r"(?:mellem|between|fra|kl\.?)\s+(?:\d[\d.,]*\s+(?:og|and|til)\s+)?$", re.IGNORECASE)
"""Before a bare number: one end of a span of time or space."""
UNNAMED = 0.9
"""Where the question names no thing behind its price or size, all its words together stand for it."""
NAMED = 0.8
"""A value beside every name of the question."""
DATED = 0.75
"""A date stands in the sentence that tells what happens then, so more of it must be said there."""
ANYBODY = 0.4
"""A number where people are counted, who need no noun."""
_ANYBODY = re.compile(r"^(?:personer|mennesker|borgere|deltagere|stk|styk|people|persons|gange|i|\w+ister)$", re.IGNORECASE)
"""Nouns that say no more than that somebody is counted."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_YEAR = re.compile(r"(?<!\d)20(\d\d)/(\d\d)(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """How firmly a value is bound, 0 to 1: to its noun or thing, to the asked names and years, and to all telling words."""

    noun: float
    names: float
    year: float
    step: float
    share: float

    @property
    def firmness(self) -> float:
        """The weakest of the bonds that must hold."""
        return min(self.noun, self.names, self.year, self.step)


UNBOUND = Bound(noun=0.0, names=0.0, year=0.0, step=0.0, share=0.0)


class Binding:
    """Binds the values of one passage's units to what a question wants. `context` are the words over the passage."""

    def __init__(self, value: AskedValue, asked: Asked, units: Sequence[Unit], context: Sequence[Word]) -> None:
        self._value, self._asked, self._units, self._question = value, asked, units, value.question
        self._zones = Zones(asked, units, context)
        self._years_above = frozenset(int(word.text) for word in context if _YEAR.fullmatch(word.text))
        self._passage = ELSEWHERE * self._zones.of_all()
        self._kinds = [kind for kind in asked.wanted if kind in BOUND]
        if Wanted.DATE in self._kinds:
            self._kinds.append(Wanted.CLOCK)

    def best(self, quote: Sequence[Unit]) -> Bound:
        """The firmest binding of any value in the quoted units."""
        found = [self.of(unit, span) for unit in quote for kind in self._kinds for span in self._spans(kind, unit)]
        return max(found, key=lambda bound: (bound.firmness, bound.share), default=UNBOUND)

    def _spans(self, kind: Wanted, unit: Unit) -> tuple[Span, ...]:
        spans = answering_spans(kind, self._asked, unit.text) or ()
        return uncounting(spans, unit.text, self._question) if kind is Wanted.COUNT and self._value.counted else spans

    def of(self, unit: Unit, span: Span) -> Bound:
        """How firmly the value at a span of a unit is bound."""
        zone = self._zones.of(unit, span.start, span.end, cell=bool(self._value.counted))
        value = value_at(span, unit.text, unit.words)
        share = self._share(zone)
        noun = self._counts(value, unit, zone, share) if self._value.counted else self._thing(zone, share)
        clause = clause_text(unit, span.start, span.end)
        if self._is_other_measure(clause) or any(only(self._question, clause) for only in (only_wished, only_goal, only_added)):
            noun = min(noun, OTHER_MEASURE)
        rest = [number for number in self._value.telling if number not in (*self._value.counted, *self._value.thing)]
        if rest and np.maximum(zone.around, np.maximum(zone.above, self._passage))[rest].max() == 0:
            noun = min(noun, WITHOUT_OF)
        if self._value.of and np.maximum(zone.around, np.maximum(zone.above, self._passage))[list(self._value.of)].max() == 0:
            noun = min(noun, WITHOUT_OF)
        if value.is_rate and self._value.counted and not self._value.rate:
            noun = min(noun, RATE)
        return Bound(noun=noun, names=self._names(zone), year=self._year(unit), step=self._step(unit), share=share)

    def _counts(self, value: Value, unit: Unit, zone: Zone, share: float) -> float:
        counted = list(self._value.counted)
        own = self._zones.said(self._heads(value))
        if self._is_counted(value):
            return 1.0
        if own[counted].max() > 0:
            said = float(own[counted].max())
            return said if said > PART else max(said, self._nearest(zone, counted), self._short_for(value))
        if not value.own or _ANYBODY.search(value.own[-1].text):
            led = unit.text[: value.span.start]
            return 0.0 if _RANGE.search(led) or self._is_named_cell(led) else self._nearest(zone, counted)
        others = [number for number in self._value.telling if number not in counted]
        return share * OTHER_WORD if others and own[others].max() >= 1 else 0.0

    def _heads(self, value: Value) -> list[Word]:
        """The words a number counts but for compounds that only begin with the asked noun: a "borgermøde" is no "borger"."""
        stems = [
            stem
            for number in self._value.counted
            for stem, weight in self._asked.terms[number].alternatives
            if weight >= SAME_IDEA and len(stem) >= SHORTEST_NOUN
        ]
        return [
            word
            for word in value.own
            if len(word.parts) < 2
            or is_light_head(word.parts[-1])
            or not any(word.term.startswith(stem) and not word.term.endswith(stem) for stem in stems)
        ]

    def _short_for(self, value: Value) -> float:
        """How far "20 pladser" is short for an asked compound ("omsorgspladser") that another sentence of the passage says."""
        own = {word.term for word in value.own}
        heads = [
            number
            for number in self._value.counted
            if self._asked.terms[number].parts[-1:] and self._asked.terms[number].parts[-1] in own
        ]
        return float(self._passage[heads].max()) if heads else 0.0

    def _is_named_cell(self, led: str) -> bool:
        """Whether a number stands in the cell of one by its name ("Skole Nord: 40"), so that it does not count those."""
        label = led.rpartition(":")[0].split()[1:]
        return (
            bool(label)
            and led.rstrip().endswith(":")
            and any(word[0].isupper() and word.lower() not in self._asked.said for word in label)
        )

    def _is_counted(self, value: Value) -> bool:
        """Whether the words a number counts are a compound of the asked noun, or it one of theirs with a light head."""
        terms = [self._asked.terms[number] for number in self._value.counted]
        own = [word.term for word in value.own]
        stems = [
            stem for term in terms for stem, weight in term.alternatives if weight >= SAME_IDEA and len(stem) >= SHORTEST_NOUN
        ]
        light = [without_light_head(term) for term in terms]
        return any(word.endswith(stem) for stem in stems for word in own) or any(word in light for word in own)

    def _thing(self, zone: Zone, share: float) -> float:
        names = list(self._value.names)
        if self._value.thing:
            return self._nearest(zone, list(self._value.thing))
        if self._value.dated:
            return DATED * share
        if self._value.anybody:
            return max(share, ANYBODY)
        return max(share, NAMED) if names and zone.row[names].min() > 0 else UNNAMED * share

    def _nearest(self, zone: Zone, numbers: Sequence[int]) -> float:
        return float(np.maximum(zone.around, ABOVE * zone.above)[numbers].max())

    def _share(self, zone: Zone) -> float:
        telling = list(self._value.telling)
        if not telling:
            return 0.0 if any(term.opaque for term in self._asked.terms) else 0.5
        weights = self._asked.meetings.weights[telling]
        said = np.maximum(zone.around, 0.9 * zone.above)[telling]
        return float((said * weights).sum() / weights.sum())

    def _names(self, zone: Zone) -> float:
        names = list(self._value.names)
        return float(np.maximum(zone.around, zone.above)[names].min()) if names else 1.0

    def _is_other_measure(self, clause: str) -> bool:
        """Whether a sum's clause speaks of another measure than the question: of a saving where a price is asked for."""
        if Wanted.MONEY not in self._kinds:
            return False
        asked = measures_in(self._question)
        said = measures_in(clause)
        return bool(asked and said and not asked & said)

    def _step(self, unit: Unit) -> float:
        """0 when the value's row, list or title is about another step than the one asked about, else 1."""
        if not self._value.ordinals:
            return 1.0
        row = " ".join(each.text for each in (unit, *row_of(unit, self._units)))
        return float(not any(says_other(self._value.ordinals, text) for text in (row, unit.lead_in, unit.head)))

    def _year(self, unit: Unit) -> float:
        """1 when a year asked about stands beside the value or over it, 0 when others do, 0.5 when none stands anywhere."""
        asked = self._value.years
        if not asked:
            return 1.0
        own = [each.text for each in (unit, *row_of(unit, self._units))]
        said = frozenset(year for text in own for year in years_in(text))
        if said:
            return float(bool(asked & (said | _earlier(own, said))))
        beside = self._units[max(0, unit.number - 1) : unit.number]
        texts = [*(each.text for each in beside), unit.lead_in, unit.head]
        said = frozenset(year for text in texts for year in years_in(text))
        if asked & (said | self._years_above | _earlier(texts, said)):
            return 1.0
        return 0.0 if said or self._years_above else 0.5


def years_in(text: str) -> frozenset[int]:
    """The years a text says, both years of "2024/25" among them."""
    years = {int(found) for found in _YEAR.findall(text)}
    return frozenset(years | {2000 + int(second) for _, second in _SHORT_YEAR.findall(text)})


_YEAR_BEFORE = re.compile(
    r"\b(?:året (?:før|forinden)|(?:sidste|forrige) år|i fjor|(?:the )?(?:previous|last) year|the year before)\b", re.IGNORECASE
)


def _earlier(texts: Sequence[str], said: frozenset[int]) -> frozenset[int]:
    """The years that "året før" may mean beside the years said."""
    return frozenset(year - 1 for year in said) if any(_YEAR_BEFORE.search(text) for text in texts) else frozenset()
