"""What speaks for a window as the answer to a question, as named numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.records import ScoredPassage
from service.answering.extracts.all_windows import AllWindows, windows_of
from service.answering.extracts.asked import Asked
from service.answering.extracts.context import Context
from service.answering.extracts.coverage import Floats
from service.answering.extracts.passage_features import passage_features
from service.answering.extracts.unit_columns import SUMMED, unit_columns
from service.answering.extracts.units import Unit
from service.answering.extracts.wanted import Wanted
from service.answering.extracts.windows import MOST_UNITS, MOST_WORDS, Window

FEATURES = (
    "own",  # terms met by the window itself
    "led",  # … with its list's lead-in, title, headings, body and date
    "near",  # … with the units around it
    "whole",  # … by the whole passage with its context
    "peak",  # the best single unit, with what it stands under and goes on from
    "peak_typed",  # the best single unit that holds words of the wanted kind
    "paired",  # neighbours in the question that are neighbours here
    "named",  # the least met name or number of the question, in the passage with its context
    "missing",  # the weightiest term that not even the passage meets
    "own_missing",  # the weightiest term that the window does not meet
    "typed",  # words of a wanted kind stand here
    "sure_typed",  # … and the kind is one whose finder is seldom wrong
    "also_typed",  # the share of the wanted kinds that stand here, where several are wanted
    "counted",  # a number counts what is asked to be counted
    "news",  # words that the question does not hold
    "retrieved",  # retrieval score relative to the best passage
    "first",  # 1 / rank of the passage
    "weight",  # the passage's own weight
    "long",  # words / 60
    "many",  # units
    "asks",  # ends with a question mark
    "colon",  # ends with a colon
    "item",  # begins with a list item
    "open_end",  # ends with a title, whose matter comes only after
    "headed",  # the heading it stands under says the same
    "under_question",  # … and is itself a question, as in a list of questions and answers, with what it stands under
)

ENOUGH_NEWS = 8
"""New words beyond this many make a window no better."""

SURE_KINDS = frozenset(Wanted) - {
    Wanted.IDENTIFIER,
    Wanted.ACTOR,
    Wanted.PLACE,
    Wanted.REASON,
    Wanted.LIST,
    Wanted.YES_NO,
    Wanted.ANYTHING,
}
"""Kinds whose finder rarely takes other words for an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The windows of one passage, by length and then place, and their features.

    `features` is float64 `(n_windows, n_features)` in the order of `FEATURES`.
    """

    scored: ScoredPassage
    units: Sequence[Unit]
    places: tuple[tuple[int, int], ...]
    features: Floats

    def window(self, number: int) -> Window:
        """One of the windows."""
        first, last = self.places[number]
        return Window(units=self.units, first=first, last=last)


def weigh(asked: Asked, scored: ScoredPassage, units: Sequence[Unit], context: Context, best_score: float) -> Weighed:
    """Weigh every window of a passage. `context` is what the passage stands under; `units` has at least one."""
    around = asked.meetings.of(context.words)
    said_above = around * asked.meetings.names  # a name that the document bears is said by each of its sentences, by none twice
    own = np.stack([np.maximum(asked.meetings.of(unit.words), said_above) for unit in units])
    columns = unit_columns(asked, units, own, around)
    shared = passage_features(asked, scored, own, around, best_score, context)
    windows = windows_of(columns, own)
    features = _features(asked, columns, windows, around) | shared
    kept = (windows.many == 1) | (windows.summed[:, SUMMED.index("words")] <= MOST_WORDS)
    block = np.empty((len(kept), len(FEATURES)))
    for column, name in enumerate(FEATURES):
        block[:, column] = features[name]
    places = zip(windows.firsts[kept].tolist(), windows.lasts[kept].tolist(), strict=True)
    return Weighed(
        scored=scored,
        units=units,
        places=tuple(places),
        features=block[kept],
    )


def _features(asked: Asked, columns: dict[str, Floats], windows: AllWindows, around: Floats) -> dict[str, Floats | float]:
    """The features of the windows, by name."""
    meetings, typed = asked.meetings, windows.typed
    lead = columns["lead"][windows.firsts]
    peak, peak_typed, paired, counted = windows.greatest.T
    news, words = windows.summed.T
    return {
        "own": meetings.share(windows.met),
        "led": meetings.share(np.maximum(np.maximum(windows.met, lead), around)),
        "near": meetings.share(np.maximum(windows.near, lead)),
        "peak": peak,
        "peak_typed": peak_typed,
        "paired": paired,
        "own_missing": meetings.missing(windows.met),
        "typed": typed.max(axis=1),
        "sure_typed": typed.max(axis=1) if asked.wanted[0] in SURE_KINDS else 0.5,
        "also_typed": typed.mean(axis=1) if typed.shape[1] > 1 else 1.0,
        "counted": counted,
        "news": np.minimum(news, ENOUGH_NEWS) / ENOUGH_NEWS,
        "long": words / MOST_WORDS,
        "many": (windows.many - 1) / (MOST_UNITS - 1),
        "asks": columns["asks"][windows.lasts],
        "colon": columns["colon"][windows.lasts],
        "item": columns["item"][windows.firsts],
        "open_end": columns["title"][windows.lasts],
    }
