"""What speaks against an extract: signs that the passage is about something else, or says something else about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from service.answering.extracts.asked import Asked, answering_spans
from service.answering.extracts.belonging import names_unlisted, stray_name, uncounted, unheld_office
from service.answering.extracts.coverage import Floats
from service.answering.extracts.deeds import deeds_untold, denial_unmet, is_pending
from service.answering.extracts.evidence import SURE_KINDS, Weighed
from service.answering.extracts.ranking import Ranked
from service.answering.extracts.roles import is_role
from service.answering.extracts.terms import Term
from service.answering.extracts.wanted import Wanted
from service.answering.extracts.words import Word

MET = 0.5
"""A term met less than this is not met."""

_CLAUSE = re.compile(r"(?<!\d)[,;:.](?=\s)|\s[–-]\s|\n|\bsom\b|\bder\b|\bat\b")


def doubts_of(question: str, best: Ranked, asked: Asked, context: Sequence[Word], weighed: Sequence[Weighed]) -> dict[str, float]:
    """Named signs, each 0 (no doubt) to 1. `context` are the words of what the passage stands under.

    `absent_name`: a name or number of the question that stands nowhere in passage or context. `absent_known` and
    `absent_unknown`: the share of the question's weight in unmet words that the corpus has elsewhere, and in words it
    has nowhere. `untyped`: how much less of the question stands with words of the wanted kind than without.
    `elsewhere`: over all passages read, the words asked about stand together, but not with words of the wanted kind;
    `surely_elsewhere`: the same where the kind is one whose finder is seldom wrong.
    `roleless`: an office is asked about that the window does not name beside anybody.
    `strange`: how little of the question stands together anywhere.
    `far`: how little of the question stands in the very clause of the answering words.
    `untold`: the share of the deeds asked for that the window does not tell of; `pending`: it says they are still to come;
    `undenied`: it denies nothing where the question does.
    `uncounted`, `stray`, `unlisted`, `unheld`: see `belonging`.
    """
    window = best.window
    met = np.maximum(asked.meetings.of(context), asked.meetings.of(word for unit in window.units for word in unit.words))
    names = [float(each) for each, term in zip(met, asked.terms, strict=True) if term.is_name]
    together = max(each.together for each in weighed)
    elsewhere = 1.0 - max(each.together_typed for each in weighed) / together if together > 0 else 1.0
    sure = asked.wanted[0] in SURE_KINDS
    return {
        "absent_name": 1.0 - min(names, default=1.0),
        "absent_names": sum(each < MET for each in names) / len(names) if names else 0.0,
        "absent_known": _share(asked.terms, met, known=True),
        "absent_unknown": _share(asked.terms, met, known=False),
        "untyped": 1.0 - best.features["peak_typed"] / best.features["peak"] if best.features["peak"] > 0 else 1.0,
        "elsewhere": 0.0 if sure else elsewhere,
        "surely_elsewhere": elsewhere if sure else 0.0,
        "strange": 1.0 - together,
        "roleless": _roleless(best, asked),
        "far": 1.0 - _clause_share(best, asked),
        "untold": deeds_untold(question, _with_leads(best)),
        "pending": float(is_pending(question, window.text)),
        "undenied": float(denial_unmet(question, window.text)),
        "uncounted": uncounted(question, asked, window.inside, context),
        "stray": stray_name(asked, window.inside, context),
        "unlisted": names_unlisted(question, asked, window.inside),
        "unheld": unheld_office(asked, window.inside),
    }


def _with_leads(best: Ranked) -> str:
    """The window's words with its lists' lead-ins and its nearest heading, which may tell what its sentences leave out."""
    leads = dict.fromkeys(unit.lead_in for unit in best.window.inside)
    heading = best.window.inside[0].passage.heading_path[-1:]
    return "\n".join((*heading, *leads, best.window.text))


def _roleless(best: Ranked, asked: Asked) -> float:
    """1 when the question asks for the holder of an office that no unit of the window names beside a person or body."""
    asks_who = {Wanted.PERSON, Wanted.ACTOR}.intersection(asked.wanted)
    roles = [number for number, term in enumerate(asked.terms) if is_role(term.text)]
    if not asks_who or not roles:
        return 0.0
    for unit in best.window.inside:
        met = asked.meetings.of(unit.words)
        if any(met[number] >= MET for number in roles) and any(answering_spans(kind, asked, unit.text) for kind in asks_who):
            return 0.0
    return 1.0


def _share(terms: Iterable[Term], met: Floats, *, known: bool) -> float:
    """The share of the whole weight that lies in unmet terms the corpus knows, or does not know."""
    pairs = list(zip(terms, met.tolist(), strict=True))
    total = sum(term.weight for term, _ in pairs)
    lacking = sum(term.weight * (1 - each) for term, each in pairs if term.known is known)
    return lacking / total if total else 0.0


def _clause_share(best: Ranked, asked: Asked) -> float:
    """The best share of the question's terms in a clause with an answering span; that of the window where any words answer."""
    text = best.window.text
    by_kind = [answering_spans(kind, asked, text) for kind in asked.wanted]
    spans = [span for found in by_kind for span in found or ()]
    if any(found is None for found in by_kind):
        return best.features["peak"]
    edges = [0, *[match.end() for match in _CLAUSE.finditer(text)], len(text)]
    shares = [
        float(asked.meetings.share(asked.meetings.of(_words_between(best, start, end))))
        for start, end in pairwise(edges)
        if any(start <= span.start < end for span in spans)
    ]
    return max(shares, default=0.0)


def _words_between(best: Ranked, start: int, end: int) -> list[Word]:
    window = best.window
    return [word for unit in window.inside for word in unit.words if start <= unit.start - window.start + word.start < end]
