"""What speaks against an extract: signs that the passage is about something else, or says something else about it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from service.answering.extracts.asked import Asked, answering_spans
from service.answering.extracts.belonging import stray_name, uncounted, unheld_office
from service.answering.extracts.binding.actors import unnamed
from service.answering.extracts.binding.asked_value import asked_value
from service.answering.extracts.binding.bound import LOOSE, Binding
from service.answering.extracts.binding.ordinals import is_of_other
from service.answering.extracts.binding.years import years_in
from service.answering.extracts.context import Context
from service.answering.extracts.deeds import deeds_untold
from service.answering.extracts.essentials import essentials_of
from service.answering.extracts.evidence import SURE_KINDS
from service.answering.extracts.examples import only_example
from service.answering.extracts.in_force import other_in_force
from service.answering.extracts.other_time import other_time
from service.answering.extracts.pending import is_pending, only_to_be_treated
from service.answering.extracts.said_about import matter_strange, matter_unsaid
from service.answering.extracts.speaking import shares_said
from service.answering.extracts.telling import with_leads
from service.answering.extracts.units import Unit
from service.answering.extracts.words import Word

SAME_MATTER = 0.6
"""A sentence that meets at least this share of what the best sentence meets speaks of the same matter."""


def doubts_of(question: str, asked: Asked, units: Sequence[Unit], quote: Sequence[Unit], context: Context) -> dict[str, float]:
    """Named signs, each 0 (no doubt) to 1. `quote` are the units quoted, out of the `units` of their passage.

    `absent_unknown`: the share of the question's weight in words that the corpus has nowhere and the passage does not meet.
    `typed_share`: how much of the question one sentence with words of the wanted kind meets (this one speaks for the quote);
    `untyped`: how much less that is than without them; `silent`: no words of the wanted kind are quoted at all.
    `other_in_force`: something else takes effect than what is asked about.
    `matter_strange`: what something is asked to be about stands nowhere in the corpus.
    `untold`: the share of the deeds asked for that the quote does not tell of; `pending`: it says they are still to come;
    `bound`: how firmly a number quoted is said of what the question wants a number of; `unbound`: 1 when none is.
    `other_one`: the quote speaks of another numbered or lettered one than the question ("kørsel A" for "kørsel B"), or the year
    asked about stands nowhere.
    `other_time`: it tells of what was where what is to come is asked for, or of what is due where a deed is;
    `undecided`: it tells only that the matter is treated, where a decision is asked for;
    `only_example`: all that is said of the kind asked for is that it is an example of something.
    `uncounted`, `stray`, `unheld`: see `belonging`; `unnamed`: see `binding.actors`; the others: see `essentials`.
    """
    peak, typed_share = shares_said(asked, units, quote, context.words)
    quoted = _quoted_words(quote, context)
    spoken = [*context.words, *quoted]
    return without_doubt_of_bound(
        {
            "absent_unknown": _unheard(asked, units, context),
            "typed_share": typed_share,
            "untyped": 1.0 - typed_share / peak if peak > 0 else 1.0,
            "silent": _silent(asked, quote),
            "other_in_force": other_in_force(question, asked.meetings, quote),
            "untold": max(deeds_untold(question, _with_leads(quote)), matter_unsaid(question, asked, spoken)),
            "matter_strange": matter_strange(question, asked, spoken),
            "pending": _pending(question, asked, units, quote),
            "uncounted": uncounted(question, asked, quote, context.words),
            "stray": stray_name(asked, quote, context.words),
            "unnamed": unnamed(question, asked, quote),
            "unheld": unheld_office(question, asked, quote),
            "other_one": _other_one(question, quote, " ".join(word.text for word in context.words)),
            "undecided": float(only_to_be_treated(question, with_leads(quote))),
            "other_time": other_time(question, asked, quote),
            "only_example": only_example(question, [unit.text for unit in quote]),
        }
        | essentials_of(question, asked.meetings, quoted, context.words)
        | _bonds(question, asked, units, quote, context)
    )


OF_THE_THING = ("uncounted", "unfocused", "objectless")
"""Doubts whether the quote is about the asked thing: a bond between a number and the thing settles them."""


def without_doubt_of_bound(doubts: dict[str, float]) -> dict[str, float]:
    """The doubts, of which those about the thing are no greater than what a number's bond to it leaves open."""
    most = 1.0 - doubts["bound"]
    return doubts | {name: min(doubts[name], most) for name in OF_THE_THING}


def _bonds(question: str, asked: Asked, units: Sequence[Unit], quote: Sequence[Unit], context: Context) -> dict[str, float]:
    """`bound` and `unbound`, both 0 when no number is wanted."""
    value = asked_value(question, asked)
    if value is None:
        return {"bound": 0.0, "unbound": 0.0}
    firmness = Binding(value, asked, units, context.words).best(quote).firmness
    return {"bound": firmness, "unbound": float(firmness < LOOSE)}


def _unheard(asked: Asked, units: Sequence[Unit], context: Context) -> float:
    """The share of the question's weight in unmet words that the corpus has nowhere."""
    met = np.maximum(asked.meetings.of(context.words), asked.meetings.of(word for unit in units for word in unit.words))
    unheard = np.array([not (term.known or term.opaque) for term in asked.terms], dtype=np.float64)
    return float(asked.meetings.share((1 - met) * unheard))


def _quoted_words(quote: Sequence[Unit], context: Context) -> list[Word]:
    """The words quoted with those of their lists' lead-ins and of the nearest heading."""
    return [*context.heading, *(word for unit in quote for word in (*unit.words, *unit.lead_words, *unit.head_words))]


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
    """The words quoted with what leads in to them and their nearest heading, which may tell what the sentences leave out."""
    return "\n".join((*quote[0].passage.heading_path[-1:], with_leads(quote)))


def _other_one(question: str, quote: Sequence[Unit], above: str) -> float:
    """1 when the quote is of another one of its kind, or of another year; `above` is what its passage stands under."""
    text = _with_leads(quote)
    years = years_in(question)
    year_missing = bool(years) and not years & (years_in(text) | years_in(above) | years_in(quote[0].passage.text))
    return float(year_missing or is_of_other(question, text, above))
