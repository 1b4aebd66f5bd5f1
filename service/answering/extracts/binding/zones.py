"""Where the words stand that a value may be said of: its own clause or row, what it stands under and goes on from, the title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from service.answering.extracts.asked import Asked
from service.answering.extracts.binding.cells import row_of
from service.answering.extracts.binding.clauses import clause_words
from service.answering.extracts.binding.light_heads import without_light_head
from service.answering.extracts.coverage import Floats
from service.answering.extracts.standing import carried, under
from service.answering.extracts.terms import SAME_IDEA
from service.answering.extracts.units import Unit
from service.answering.extracts.words import Word

MET = 0.5
PART = 0.25
"""A part of the asked compound."""
NAME_PART = 0.4
"""From this on words meet a term likely; of a name one part does ("LED-belysningen")."""
SHORTEST_HEAD = 4
"""Letters of a compound's head ("akutlæger"): shorter stems end many words by chance."""
LIKELY = 0.6
"""A word that is only a part of the asked one, or only likely means it."""
TOLD = 0.5
"""A name that an earlier sentence of the paragraph says."""
MOST_LEFT_WORDS = 3
ABOVE = 0.4
"""What only the titles say binds a value loosely."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """Which terms stand how near to a value, each float64 `(n_terms,)`: 1 said, 0.6 likely, 0 not, less when it is far.

    `row`: in its clause, or its row of a table; `around`: also in what it stands under or goes on from; `above`: in the
    titles over its passage.
    """

    row: Floats
    around: Floats
    above: Floats

    def nearest(self, numbers: Sequence[int]) -> float:
        """How near any of the terms of these numbers stands; what only the titles say is far."""
        return float(np.maximum(self.around, ABOVE * self.above)[list(numbers)].max())


class Zones:
    """The zones of one passage's units."""

    def __init__(self, asked: Asked, units: Sequence[Unit], context: Sequence[Word]) -> None:
        self._asked, self._units = asked, units
        self._least = np.where(asked.meetings.names > 0, NAME_PART, MET)
        self._heads = [
            (number, stem)
            for number, term in enumerate(asked.terms)
            for stem, weight in term.alternatives
            if weight >= SAME_IDEA and len(stem) >= SHORTEST_HEAD
        ]
        self._as_asked: dict[str, list[int]] = {}
        for number, term in enumerate(asked.terms):
            for stem, _ in term.alternatives:
                if term.text.startswith(stem[:-1]) and len(stem) >= SHORTEST_HEAD:
                    self._as_asked.setdefault(stem, []).append(number)  # an English word in an English text
        self._known: dict[str, Floats] = {}
        self._above = self.said(context)

    def said(self, words: Sequence[Word]) -> Floats:
        """Which terms the words say, float64 `(n_terms,)`: 1 said, 0.6 likely, 0 not."""
        meetings = self._asked.meetings
        likely = np.where(meetings.of(words) >= self._least, LIKELY, 0.0)
        for word in words:
            for number, stem in self._heads:
                if word.term.endswith(stem):
                    likely[number] = LIKELY
            for number in self._as_asked.get(word.term, ()):
                likely[number] = 1.0
        for number in (place for place, met in enumerate(likely.tolist()) if 0 < met < 1):
            if self._only_parts(number, words):
                likely[number] = PART
        return np.maximum(meetings.strictly(words), likely)

    def of_all(self) -> Floats:
        """Which terms any unit of the passage says, float64 `(n_terms,)`."""
        said: Floats = np.max([self._of_unit(unit) for unit in self._units], axis=0)
        return said

    def _of_unit(self, unit: Unit) -> Floats:
        return self._of_text(unit.text, unit.words)

    def _of_text(self, text: str, words: Sequence[Word]) -> Floats:
        """What the words of a text say, looked up once."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self.said(words)
        return known

    def _only_parts(self, number: int, words: Sequence[Word]) -> bool:
        """Whether all words that meet a term are shorter parts of it: "frokost" is no "julefrokost"."""
        term = self._asked.terms[number]
        if term.is_name:
            return False
        own = [stem for stem, weight in term.alternatives if weight >= SAME_IDEA]
        light = without_light_head(term)
        met = [word for word in words if any(each == number for each, _ in self._asked.meetings.of_word(word))]
        return bool(met) and all(
            word.term != light
            and any(len(word.term) < len(stem) and (stem.endswith(word.term) or stem.startswith(word.term)) for stem in own)
            for word in met
        )

    def of(self, unit: Unit, start: int, end: int, *, cell: bool = False) -> Zone:
        """The zone of the half-open range of characters in a unit; of a row only the `cell` and the row's head, if so said.

        What a number counts stands in its own column: "Elever: 40 Lærere: 6".
        """
        before, clause = clause_words(unit, start, end)
        others = row_of(unit, self._units)
        if cell:
            others = tuple(other for other in others[:1] if other.number < unit.number)
        row = np.max([self.said(clause) if before else self._of_unit(unit), *(self._of_unit(other) for other in others)], axis=0)
        around = np.maximum(row, self._of_text(unit.lead_in, unit.lead_words))
        around = np.maximum(around, self._of_text(unit.head, unit.head_words) * under(self._asked, unit))
        if before:
            around = np.maximum(around, self.said(before) * MET)
        if unit.number > 0:
            last = self._units[unit.number - 1]
            share = 1.0 if _is_broken_off(last, unit) else carried(self._asked, last, unit)
            around = np.maximum(around, self._of_unit(last) * share)
        if unit.follows and not others and self._asked.meetings.names.any():
            for told in self._told_before(unit):
                around = np.maximum(around, self._of_unit(told) * self._asked.meetings.names * TOLD)
        return Zone(row=row, around=around, above=self._above)

    def _told_before(self, unit: Unit) -> list[Unit]:
        """The sentences of the same paragraph before a unit: whom they name the unit may go on about."""
        told = []
        place = unit.number
        while place > 0 and self._units[place].follows:
            place -= 1
            told.append(self._units[place])
        return told


def _is_broken_off(last: Unit, unit: Unit) -> bool:
    """Whether a unit is only what a broken line left of the one before: "… er steget til mindst" and "53 %."."""
    return (
        not last.text.rstrip().endswith((".", "!", "?", ":", ";"))
        and len(unit.words) <= MOST_LEFT_WORDS
        and len(last.words) > MOST_LEFT_WORDS
    )
