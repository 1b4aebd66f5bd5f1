"""How firmly a number is bound to the noun that a how-many question counts."""

from __future__ import annotations

import re

from service.answering.extracts.asked import Asked
from service.answering.extracts.binding.asked_value import AskedValue
from service.answering.extracts.binding.light_heads import is_light_head, without_light_head
from service.answering.extracts.binding.people import counts_people
from service.answering.extracts.binding.values import Value
from service.answering.extracts.binding.zones import PART, Zone, Zones
from service.answering.extracts.coverage import Floats
from service.answering.extracts.terms import SAME_IDEA
from service.answering.extracts.units import Unit
from service.answering.extracts.words import Word

OTHER_WORD = 0.7
"""A number that counts those who do what the question says: "17 stemte for"."""
SHORTEST_NOUN = 3

_RANGE = re.compile(r"(?:mellem|between|fra|kl\.?)\s+(?:\d[\d.,]*\s+(?:og|and|til)\s+)?$", re.IGNORECASE)
"""Before a bare number: one end of a span of time or space."""
_ANYBODY = re.compile(r"^(?:personer|mennesker|stk|styk|people|persons|gange|i)$", re.IGNORECASE)
"""Nouns that say no more than that somebody is counted."""

_MONEY = re.compile(r"(?:kr|kroner|mio|mia|million|milliard|dkk|euro?)", re.IGNORECASE)
_OF_MONEY = re.compile(r"(?:midl|midler|peng|pulj|beløb|beloeb|tilskud|fund)$")
_DOES = re.compile(r"(?:de|te|t|ende|gik|kom|fik)$", re.IGNORECASE)
"""A verb or participle behind a number: "17 stemte for", "58 fremmødte"."""


class CountedNoun:
    """The noun that a question counts, in one passage.

    `elsewhere` is how near the terms stand that any sentence of the passage says, float64 `(n_terms,)`.
    """

    def __init__(self, value: AskedValue, asked: Asked, zones: Zones, elsewhere: Floats) -> None:
        self._counted, self._telling = list(value.counted), value.telling
        self._terms = [asked.terms[number] for number in value.counted]
        self._zones, self._elsewhere = zones, elsewhere
        self._stems = [
            stem
            for term in self._terms
            for stem, weight in term.alternatives
            if weight >= SAME_IDEA and len(stem) >= SHORTEST_NOUN
        ]

    def bond(self, value: Value, unit: Unit, zone: Zone, share: float) -> float:
        """How firmly a number of a unit counts the noun, 0 to 1; `share` is how much of the question stands around it."""
        if self._is_named_by(value):
            return 1.0
        own = self._zones.said(self._heads(value))
        said = float(own[self._counted].max())
        if said > 0:
            return said if said > PART else max(said, zone.nearest(self._counted), self._short_for(value))
        if not value.own or _ANYBODY.search(value.own[-1].text) or self._is_sum_of_money(value):
            led = unit.text[: value.span.start]
            return 0.0 if _RANGE.search(led) else zone.nearest(self._counted)
        others = [number for number in self._telling if number not in self._counted]
        met = bool(others) and self._zones.said((*value.own, *value.of))[others].max() >= 1
        return share * OTHER_WORD if met and (_DOES.search(value.own[0].text) or self._seats(value)) else 0.0

    def _is_sum_of_money(self, value: Value) -> bool:
        """Whether money is counted and a number is of kroner: "hvor mange af midlerne"."""
        return bool(_MONEY.match(value.own[0].text)) and any(_OF_MONEY.search(stem) for stem in self._stems)

    def _seats(self, value: Value) -> bool:
        """Whether places are counted and a number has people: "3 medlemmer udpeget af …" have three places."""
        return counts_people(value.own[0].text) and any(is_light_head(stem) for stem in self._stems)

    def _is_named_by(self, value: Value) -> bool:
        """Whether the words a number counts are a compound of the asked noun, or it one of theirs with a light head."""
        own = [word.term for word in value.own]
        light = [without_light_head(term) for term in self._terms]
        return any(word.endswith(stem) for stem in self._stems for word in own) or any(word in light for word in own)

    def _heads(self, value: Value) -> list[Word]:
        """The words a number counts but for compounds that only begin with the asked noun: a "borgermøde" is no "borger"."""
        return [word for word in value.own if not self._only_begins(word)]

    def _only_begins(self, word: Word) -> bool:
        if len(word.parts) < 2 or is_light_head(word.parts[-1]):
            return False
        return any(word.term.startswith(stem) and not word.term.endswith(stem) for stem in self._stems)

    def _short_for(self, value: Value) -> float:
        """How far "20 pladser" is short for an asked compound ("omsorgspladser") that another sentence of the passage says."""
        own = {word.term for word in value.own}
        heads = [number for number, term in zip(self._counted, self._terms, strict=True) if own.intersection(term.parts[-1:])]
        return float(self._elsewhere[heads].max()) if heads else 0.0
