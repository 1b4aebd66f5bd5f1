"""How firmly the best value of a quote is bound to what the question wants a value of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from service.answering.extracts.asked import Asked, answering_spans
from service.answering.extracts.binding.asked_value import BOUND, AskedValue
from service.answering.extracts.binding.begun import begun_alike
from service.answering.extracts.binding.cells import row_of
from service.answering.extracts.binding.clauses import clause_text
from service.answering.extracts.binding.counted import CountedNoun
from service.answering.extracts.binding.measures import is_other_measure, only_added, only_goal, only_wished
from service.answering.extracts.binding.ordinals import says_other
from service.answering.extracts.binding.people import counts_people
from service.answering.extracts.binding.uncounting import uncounting
from service.answering.extracts.binding.values import Value, value_at
from service.answering.extracts.binding.years import year_bond, years_in
from service.answering.extracts.binding.zones import Zone, Zones
from service.answering.extracts.spans.found import Span
from service.answering.extracts.units import Unit
from service.answering.extracts.wanted import Wanted
from service.answering.extracts.words import Word

LOOSE = 0.3
"""Below this a value is said of something else."""
ELSEWHERE = 0.5
"""What only other sentences of the passage say."""
RATE = 0.2
"""A number per something does not say how many there are."""
WITHOUT_OF = 0.25
"""What the asked noun is "of" or "to" stands nowhere: "37 høringssvar" to something else."""
OTHER_MEASURE = 0.25
"""A saving is no price, an income no expense."""
UNNAMED = 0.9
"""Where the question names no thing behind its price or size, all its words together stand for it."""
NAMED = 0.8
"""A value beside every name of the question."""
DATED = 0.75
"""A date stands in the sentence that tells what happens then, so more of it must be said there."""
ANYBODY = 0.4
"""A number where people are counted, who need no noun."""
TITLED = 0.9
"""What the titles say tells nearly as well what a value is about as what stands beside it."""
NOTHING_TOLD = 0.5
"""The share of a question that tells nothing."""


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
        self._value, self._asked, self._units = value, asked, units
        self._zones = Zones(asked, units, context)
        self._years_above = frozenset(year for word in context for year in years_in(word.text))
        self._passage = ELSEWHERE * self._zones.of_all()
        self._counted = CountedNoun(value, asked, self._zones, self._passage) if value.counted else None
        self._begun = begun_alike(asked, units, context)
        self._kinds = [kind for kind in asked.wanted if kind in BOUND]
        if Wanted.DATE in self._kinds:
            self._kinds.append(Wanted.CLOCK)

    def best(self, quote: Sequence[Unit]) -> Bound:
        """The firmest binding of any value in the quoted units."""
        found = [self.of(unit, span) for unit in quote for kind in self._kinds for span in self._spans(kind, unit)]
        return max(found, key=lambda bound: (bound.firmness, bound.share), default=UNBOUND)

    def _spans(self, kind: Wanted, unit: Unit) -> tuple[Span, ...]:
        spans = answering_spans(kind, self._asked, unit.text) or ()
        return uncounting(spans, unit.text, self._value.question) if kind is Wanted.COUNT and self._counted else spans

    def of(self, unit: Unit, span: Span) -> Bound:
        """How firmly the value at a span of a unit is bound."""
        zone = self._zones.of(unit, span.start, span.end, cell=self._counted is not None)
        noun = min(self._noun(unit, span, zone), self._most(unit, span, zone))
        year = year_bond(self._value.years, unit, self._units, self._years_above)
        return Bound(noun=noun, names=self._names(zone), year=year, step=self._step(unit), share=self._share(zone))

    def _noun(self, unit: Unit, span: Span, zone: Zone) -> float:
        """How firmly a value is bound to the noun counted, or to the thing that it is said of."""
        value = value_at(span, unit.text, unit.words)
        if self._counted is None:
            return 0.0 if self._value.anybody and self._counts_things(value) else self._thing(zone)
        bond = self._counted.bond(value, unit, zone, self._share(zone))
        return min(bond, RATE) if value.is_rate and not self._value.rate else bond

    def _counts_things(self, value: Value) -> bool:
        """Whether a number counts something that is neither people nor said by the question."""
        if not value.own or counts_people(value.own[0].text) or counts_people(value.own[-1].text):
            return False
        return float(self._zones.said(value.own)[list(self._value.telling)].max(initial=0.0)) == 0

    def _most(self, unit: Unit, span: Span, zone: Zone) -> float:
        """The most that a bond may be where the value's clause measures something else, or none says what it is about."""
        question, clause = self._value.question, clause_text(unit, span.start, span.end)
        others = [only_wished, only_goal, only_added, *([is_other_measure] if Wanted.MONEY in self._kinds else [])]
        most = OTHER_MEASURE if any(is_other(question, clause) for is_other in others) else 1.0
        rest = [number for number in self._value.telling if number not in (*self._value.counted, *self._value.thing)]
        anywhere = np.maximum(zone.around, np.maximum(zone.above, self._passage)) + self._begun
        unsaid = any(numbers and anywhere[numbers].max() == 0 for numbers in (rest, list(self._value.of)))
        part = list(self._value.part)
        return min(most, WITHOUT_OF) if unsaid or (part and zone.row[part].max() == 0) else most

    def _thing(self, zone: Zone) -> float:
        if self._value.thing:
            return zone.nearest(self._value.thing)
        share = self._share(zone)
        if self._value.dated:
            return DATED * share
        if self._value.anybody:
            return max(share, ANYBODY)
        names = list(self._value.names)
        return max(share, NAMED) if names and zone.row[names].min() > 0 else UNNAMED * share

    def _share(self, zone: Zone) -> float:
        telling = list(self._value.telling)
        if not telling:
            return 0.0 if any(term.opaque for term in self._asked.terms) else NOTHING_TOLD
        weights = self._asked.meetings.weights[telling]
        said = np.maximum(zone.around, TITLED * zone.above)[telling]
        return float((said * weights).sum() / weights.sum())

    def _names(self, zone: Zone) -> float:
        names = list(self._value.names)
        return float(np.maximum(zone.around, zone.above)[names].min()) if names else 1.0

    def _step(self, unit: Unit) -> float:
        """0 when the value's row, list or title is about another step than the one asked about, else 1."""
        if not self._value.ordinals:
            return 1.0
        row = " ".join(each.text for each in (unit, *row_of(unit, self._units)))
        return float(not any(says_other(self._value.ordinals, text) for text in (row, unit.lead_in, unit.head)))
