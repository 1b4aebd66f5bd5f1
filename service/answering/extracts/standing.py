"""How much of the question each unit says with what it stands under and goes on from: lead-in, title, the sentence before.

"Bo Skov blev valgt." under "Valg af dirigent" tells who was elected to what, "Prisen er 40 kr." after "Snerydningen er sendt
i udbud." what that costs. Titles and sentences before count less than a unit's own words, so that the unit that says it
itself comes first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from service.answering.extracts.asked import Asked
from service.answering.extracts.coverage import Floats
from service.answering.extracts.excerpt import draws_conclusion, leans_back
from service.answering.extracts.units import Unit
from service.answering.extracts.wanted import Wanted

UNDER_OPENING = 0.9
"""The first sentence under a title has it as its subject, and so has a line too short for one of its own …"""
UNDER = 0.6
"""… the others mostly."""
SHORT_WORDS = 10
UNDER_QUESTION = 0.9
"""What stands under a question answers it."""
ABOVE = 0.4
"""What only the title of the document says, or another heading above, is the matter of the whole document."""
BESIDE_NUMBERS = 0.6
"""A date or sum under a title may be any of the many things that the title covers."""

LEANING = 0.85
"""A sentence that begins with a pronoun or with a noun in the definite speaks of what the one before does …"""
FOLLOWING = 0.45
"""… any other of the same paragraph perhaps …"""
REASONING = 0.9
"""… but a reason stands beside what it is the reason for."""

OF_MANY = frozenset(
    {Wanted.DATE, Wanted.CLOCK, Wanted.MONEY, Wanted.SHARE, Wanted.COUNT, Wanted.DURATION, Wanted.FREQUENCY, Wanted.IDENTIFIER}
)

_DEFINITE = re.compile(r"^\W*[A-ZÆØÅ][a-zæøå]{2,}(?:en|et|ne)\b(?! [A-ZÆØÅ])")


def standing(asked: Asked, units: Sequence[Unit], own: Floats, around: Floats) -> Floats:
    """How well each unit meets each term with what it stands under and goes on from, float64 `(n_units, n_terms)`, 0 to 1.

    `own` are the meetings of the units' own words, `around` `(n_terms,)` those of all that the passage stands under.
    """
    meetings = asked.meetings
    lead = np.stack([meetings.of(unit.lead_words) for unit in units])
    head = np.stack([meetings.of(unit.head_words) * under(asked, unit) for unit in units])
    said = np.maximum(own, lead)
    for place in range(1, len(units)):
        said[place] = np.maximum(said[place], said[place - 1] * carried(asked, units[place - 1], units[place]))
    if Wanted.REASON in asked.wanted:
        _led_to(units, said)
    far = around * (0.0 if OF_MANY.intersection(asked.wanted) else ABOVE)
    met: Floats = np.maximum(np.maximum(said, head), far)
    return met


def _led_to(units: Sequence[Unit], said: Floats) -> None:
    """Count for each unit what the coming one of its paragraph says that follows from it ("The board therefore …"), in place."""
    for place in range(len(units) - 1):
        if units[place + 1].follows and draws_conclusion(units[place + 1].text):
            said[place] = np.maximum(said[place], said[place + 1] * REASONING)


def under(asked: Asked, unit: Unit) -> float:
    """How far a unit is about its title, 0 to 1; less where a title stands over many numbers or dates."""
    if unit.head.endswith("?"):
        return UNDER_QUESTION
    near = unit.opens or len(unit.words) <= SHORT_WORDS or Wanted.REASON in asked.wanted
    share = UNDER_OPENING if near else UNDER
    return share * BESIDE_NUMBERS if OF_MANY.intersection(asked.wanted) else share


def carried(asked: Asked, before: Unit, unit: Unit) -> float:
    """How far a unit is about what the unit before says, 0 to 1."""
    if before.is_title or unit.is_item:
        return 0.0
    leans = leans_back(unit.text) or bool(_DEFINITE.match(unit.text))
    if not unit.follows:
        return FOLLOWING if leans else 0.0
    if Wanted.REASON in asked.wanted:
        return REASONING
    return LEANING if leans else FOLLOWING
