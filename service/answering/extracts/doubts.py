"""What speaks against an extract: signs that the passage is about something else, or says something else about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from service.answering.extracts.asked import Asked, answering_spans
from service.answering.extracts.belonging import names_unlisted, stray_name, uncounted, unheld_office
from service.answering.extracts.context import Context
from service.answering.extracts.deeds import deeds_untold, denial_unmet, is_pending
from service.answering.extracts.essentials import essentials_of
from service.answering.extracts.evidence import SURE_KINDS
from service.answering.extracts.in_force import other_in_force
from service.answering.extracts.roles import is_role
from service.answering.extracts.units import Unit
from service.answering.extracts.wanted import Wanted
from service.answering.extracts.words import Word

_LABELLED = re.compile(r"[^.:\n]{2,40}: ")
"""How a cell of a table row begins: with its column's heading."""

SAME_MATTER = 0.6
"""A sentence that meets at least this share of what the best sentence meets speaks of the same matter."""


def doubts_of(question: str, asked: Asked, units: Sequence[Unit], quote: Sequence[Unit], context: Context) -> dict[str, float]:
    """Named signs, each 0 (no doubt) to 1. `quote` are the units quoted, out of the `units` of their passage.

    `absent_unknown`: the share of the question's weight in words that the corpus has nowhere and the passage does not meet.
    `typed_share`: how much of the question one sentence with words of the wanted kind meets (this one speaks for the quote);
    `untyped`: how much less that is than without them; `silent`: no words of the wanted kind are quoted at all.
    `other_in_force`: something else takes effect than what is asked about.
    `roleless`: an office is asked about that the quote does not name beside anybody.
    `untold`: the share of the deeds asked for that the quote does not tell of; `pending`: it says they are still to come;
    `undenied`: it denies nothing where the question does.
    `uncounted`, `stray`, `unlisted`, `unheld`: see `belonging`; the others: see `essentials`.
    """
    peak, typed_share = _shares(asked, quote, context)
    text = " ".join(unit.text for unit in quote)
    return {
        "absent_unknown": _unheard(asked, units, context),
        "typed_share": typed_share,
        "untyped": 1.0 - typed_share / peak if peak > 0 else 1.0,
        "silent": _silent(asked, quote),
        "other_in_force": other_in_force(question, asked.meetings, quote),
        "roleless": _roleless(asked, quote),
        "untold": deeds_untold(question, _with_leads(quote)),
        "pending": _pending(question, asked, units, quote),
        "undenied": float(denial_unmet(question, text)),
        "uncounted": uncounted(question, asked, quote, context.words),
        "stray": stray_name(asked, quote, context.words),
        "unlisted": names_unlisted(question, asked, quote),
        "unheld": unheld_office(asked, quote),
    } | essentials_of(question, asked.meetings, _quoted_words(quote, context), context.words)


def _unheard(asked: Asked, units: Sequence[Unit], context: Context) -> float:
    """The share of the question's weight in unmet words that the corpus has nowhere."""
    met = np.maximum(asked.meetings.of(context.words), asked.meetings.of(word for unit in units for word in unit.words))
    unheard = np.array([not (term.known or term.opaque) for term in asked.terms], dtype=np.float64)
    return float(asked.meetings.share((1 - met) * unheard))


def _quoted_words(quote: Sequence[Unit], context: Context) -> list[Word]:
    """The words quoted with those of their lists' lead-ins and of the nearest heading."""
    return [*context.heading, *(word for unit in quote for word in (*unit.words, *unit.lead_words))]


def _shares(asked: Asked, quote: Sequence[Unit], context: Context) -> tuple[float, float]:
    """The greatest share of the question that one quoted sentence or row meets, and that of those with words of a wanted kind."""
    best = typed = last = 0.0  # a reason may follow the sentence it is the reason for
    said_above = asked.meetings.of(context.words) * asked.meetings.names
    for place, unit in enumerate(quote):
        words = (word for each in _row_of(place, quote) for word in (*each.words, *each.lead_words))
        share = float(asked.meetings.share(np.maximum(asked.meetings.of(words), said_above)))
        best = max(best, share)
        found = [answering_spans(kind, asked, unit.text) for kind in asked.wanted]
        if any(spans is None or spans for spans in found):
            typed = max(typed, share, last if Wanted.REASON in asked.wanted else 0.0)
        last = share
    return best, typed


def _row_of(place: int, quote: Sequence[Unit]) -> Sequence[Unit]:
    """The units that make one table row with this one: it alone when it is no cell, as a blank line ends a row."""
    if not _LABELLED.match(quote[place].text):
        return quote[place : place + 1]
    first = last = place
    while first > 0 and _same_row(quote[first - 1], quote[first]):
        first -= 1
    while last + 1 < len(quote) and _same_row(quote[last], quote[last + 1]):
        last += 1
    return quote[first : last + 1]


def _same_row(unit: Unit, coming: Unit) -> bool:
    between = unit.passage.text[unit.end : coming.start]
    return "\n\n" not in between and bool(_LABELLED.match(unit.text) and _LABELLED.match(coming.text))


def _silent(asked: Asked, quote: Sequence[Unit]) -> float:
    """1 when what is quoted holds no words of a wanted kind whose finder is seldom wrong."""
    if asked.wanted[0] not in SURE_KINDS:
        return 0.0
    return float(not any(answering_spans(kind, asked, unit.text) for kind in asked.wanted for unit in quote))


def _pending(question: str, asked: Asked, units: Sequence[Unit], quote: Sequence[Unit]) -> float:
    """1 when a sentence on what is asked about says that it is still to come; the sentence after the quote is read too."""
    read = [*quote, *units[quote[-1].number + 1 :][:1]]
    shares = [float(asked.meetings.share(asked.meetings.of(unit.words))) for unit in read]
    least = SAME_MATTER * max(shares[: len(quote)])
    return float(any(share >= least and is_pending(question, unit.text) for share, unit in zip(shares, read, strict=True)))


def _with_leads(quote: Sequence[Unit]) -> str:
    """The words quoted with their lists' lead-ins and their nearest heading, which may tell what the sentences leave out."""
    heading = quote[0].passage.heading_path[-1:]
    leads = dict.fromkeys(unit.lead_in for unit in quote)
    return "\n".join((*heading, *leads, *(unit.text for unit in quote)))


def _roleless(asked: Asked, quote: Sequence[Unit]) -> float:
    """1 when the question asks for the holder of an office that no quoted unit names beside a person or body."""
    asks_who = {Wanted.PERSON, Wanted.ACTOR}.intersection(asked.wanted)
    roles = [number for number, term in enumerate(asked.terms) if is_role(term.text)]
    if not asks_who or not roles:
        return 0.0
    for unit in quote:
        named = any(asked.meetings.says(word, number) for word in unit.words for number in roles)
        if named and any(answering_spans(kind, asked, unit.text) for kind in asks_who):
            return 0.0
    return 1.0
