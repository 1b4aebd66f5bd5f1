"""How surely a unit holds words of a wanted kind; a title over a reason or its place beside its matter may tell it too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.records import SectionName
from service.answering.extracts.asked import Asked, answering_spans
from service.answering.extracts.binding.cells import row_of
from service.answering.extracts.spans.reasons import ASKS_WHY, may_explain, opinion_at
from service.answering.extracts.units import Unit
from service.answering.extracts.wanted import Wanted
from service.answering.extracts.words import Word

IMPLIED = 0.6
"""A sentence right after its matter, with no word that says "because"."""

SOME_SHARE, MOST_SHARE = 0.2, 0.6
"""How much of the question the sentence before a reason must say, and how much the title over both where it does not."""

_ADDED_CLAUSE = re.compile(r"(?:;| [–-]) (?P<clause>[a-zæøå]+ [^;]+)")
"""Where a second clause says why without a conjunction: "Regningen blev højere; der var råd i taget"."""

_IN_ITS_ROW = frozenset({Wanted.ACTOR, Wanted.PERSON})
"""Who stands in another cell of the row that says what."""


def held(kind: Wanted, asked: Asked, units: Sequence[Unit], place: int) -> float:
    """How surely the unit at a place holds words of a kind that say more than the question, 0 to 1.

    1 where any words answer. `units` are those before and after it, in order.
    """
    unit = units[place]
    spans = answering_spans(kind, asked, unit.text)
    if spans is None or spans:
        return 1.0
    if kind in _IN_ITS_ROW and any(answering_spans(kind, asked, cell.text) for cell in row_of(unit, units)):
        return 1.0
    return _reasons(asked, units, place) if kind is Wanted.REASON else 0.0


def _reasons(asked: Asked, units: Sequence[Unit], place: int) -> float:
    unit = units[place]
    if ASKS_WHY.search(unit.head) or ASKS_WHY.search(unit.lead_in):
        return 1.0
    if _of_its_holder(asked, units, place):
        return 1.0
    if _share(asked, unit.words) >= MOST_SHARE:
        return 0.0  # it says again what it would be the reason for
    if any(may_explain(added.group("clause")) for added in _ADDED_CLAUSE.finditer(unit.text)):
        return IMPLIED
    if place == 0 or not unit.follows or units[place - 1].is_title or not _matter_before(asked, units, place):
        return 0.0
    return IMPLIED if may_explain(unit.text) else 0.0


def _of_its_holder(asked: Asked, units: Sequence[Unit], place: int) -> bool:
    """Whether whoever a unit says to hold an opinion is named in the question, and something else of it is said around."""
    verb = opinion_at(units[place].text)
    if verb is None:
        return False
    holder = asked.meetings.strictly(word for word in units[place].words if word.end <= verb)
    around = [word for unit in units[max(0, place - 2) : place + 2] for word in (*unit.words, *unit.head_words)]
    rest = asked.meetings.weights * (1 - holder)
    met = float((asked.meetings.of(around) * rest).sum())
    return bool((holder * asked.meetings.names).any()) and met >= SOME_SHARE * float(rest.sum())


def _matter_before(asked: Asked, units: Sequence[Unit], place: int) -> bool:
    """Whether the sentence before says what is asked about, or the title over both does."""
    before = units[place - 1]
    if _share(asked, before.words) >= SOME_SHARE:
        return True
    return before.passage.section is not SectionName.DECISION and _share(asked, before.head_words) >= MOST_SHARE


def _share(asked: Asked, words: Sequence[Word]) -> float:
    return float(asked.meetings.share(asked.meetings.of(words)))
