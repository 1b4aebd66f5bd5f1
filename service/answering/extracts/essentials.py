"""What an answer must speak of to be about the question at all: its names, its telling words, and the thing it asks after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.analysis.stopwords import STOP_WORDS
from service.answering.extracts.coverage import Floats, Meetings
from service.answering.extracts.focus import attributed, focus_of, object_of
from service.answering.extracts.terms import ASKING
from service.answering.extracts.wanted import says_kind
from service.answering.extracts.words import Word

Chosen = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Which terms of a question are said, float64 `(n_terms,)`, 0 or 1: by the quote, and by it or what it is under."""

    in_quote: Floats
    at_all: Floats


def essentials_of(question: str, meetings: Meetings, quote: Sequence[Word], context: Sequence[Word]) -> dict[str, float]:
    """Named signs that a quote is about something else, each 0 (none) to 1; a part of a compound does not say the compound.

    `quote` are the words quoted with their nearest heading, `context` those of all they stand under. `lacking_name`: a name
    stands in neither; `lacking_names`: the share of the names that do; `share_lacking`: the same over all telling words.
    `unfocused`: the share of the thing asked after ("hvor mange elever") that the quote does not say; `objectless`: the
    weighted share of what the question's first verb is about ("hvem driver tandplejen") that stands in neither.
    `nothing_asked`: no telling word but those that say what kind of words is wanted ("Hvad koster det?").
    `named_here`: 1 when the question names something and the quote says every name. `opaque_share`: the share of the telling
    words that are English without a Danish rendering; `said_count`: how many of the others are said.
    """
    in_quote = meetings.strictly(quote)
    said = Said(in_quote=in_quote, at_all=np.maximum(in_quote, meetings.strictly(context)))
    asking = _telling(question, meetings)
    telling = asking & np.array([not term.opaque for term in meetings.terms], dtype=bool)
    names = telling & np.array([term.is_name and not term.text[0].isdigit() for term in meetings.terms], dtype=bool)
    missing = (said.at_all == 0).astype(np.float64)
    return {
        "lacking_name": float(missing[names].max(initial=0.0)),
        "lacking_names": _mean(missing, names),
        "share_lacking": _mean(missing, telling),
        "unfocused": _mean(1 - said.in_quote, asking & _among(focus_of(question), meetings)),
        "objectless": _weighted(missing, telling & _among(object_of(question), meetings), meetings.weights),
        "nothing_asked": float(all(says_kind(term.text) for term, tells in zip(meetings.terms, telling, strict=True) if tells)),
        "named_here": float(said.in_quote[names].min()) if names.any() else 0.0,
        "opaque_share": _mean((~telling).astype(np.float64), asking),
        "said_count": float((said.at_all[telling] > 0).sum()),
    }


def _telling(question: str, meetings: Meetings) -> Chosen:
    """The terms that neither ask nor only say where the answer is said to stand, and are no words of any subject."""
    silent = ASKING | STOP_WORDS | attributed(question)
    return np.array([not term.vague and term.text not in silent for term in meetings.terms], dtype=bool)


def _among(words: frozenset[str], meetings: Meetings) -> Chosen:
    return np.array([term.text in words for term in meetings.terms], dtype=bool)


def _mean(values: Floats, chosen: Chosen) -> float:
    return float(values[chosen].mean()) if chosen.any() else 0.0


def _weighted(values: Floats, chosen: Chosen, weights: Floats) -> float:
    total = float(weights[chosen].sum())
    return float((values * weights)[chosen].sum()) / total if total else 0.0
