"""What speaks for a window as the answer to a question, as named numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.records import ScoredPassage
from service.answering.extracts.asked import Asked, answering_spans
from service.answering.extracts.context import Context
from service.answering.extracts.counting import follows
from service.answering.extracts.coverage import Floats
from service.answering.extracts.held import held
from service.answering.extracts.pairs import pairs_met
from service.answering.extracts.standing import standing
from service.answering.extracts.units import Unit
from service.answering.extracts.wanted import Wanted
from service.answering.extracts.windows import MOST_UNITS, MOST_WORDS, Window
from service.answering.extracts.words import Word

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

NEIGHBOURS = 2
"""Units before and after that count as near."""

_GREATEST = ("alone", "alone_typed", "paired", "counted")
_SUMMED = ("news", "words")
"""What is known of units of which a window has the greatest, or the sum."""

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
    columns = _unit_columns(asked, units, own, around)
    shared = _shared(asked, scored, own, around, best_score, context)
    windows = _windows(columns, own)
    features = _features(asked, columns, windows, around) | shared
    kept = (windows.many == 1) | (windows.summed[:, _SUMMED.index("words")] <= MOST_WORDS)
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


def _unit_columns(asked: Asked, units: Sequence[Unit], own: Floats, around: Floats) -> dict[str, Floats]:
    """What is known of each unit, float64 `(n_units,)` by name; meetings of lead-ins `(n_units, n_terms)`."""
    meetings = asked.meetings
    lead = np.stack([meetings.of(unit.lead_words) for unit in units])
    typed = np.array([[held(kind, asked, units, place) for kind in asked.wanted] for place in range(len(units))])
    alone = meetings.share(standing(asked, units, own, around))
    return {
        "lead": lead,
        "typed": typed,
        "alone": alone,
        "counted": np.array([_counts(asked, unit) for unit in units]),
        "alone_typed": alone * typed.max(axis=1),
        "paired": np.array([pairs_met(meetings, unit.words) for unit in units]),
        "news": np.array(
            [
                float(len([1 for word in unit.words if len(word.text) > 2 and word.text.lower() not in asked.said]))
                for unit in units
            ]
        ),
        "words": np.array([float(len(unit.words)) for unit in units]),
        "asks": np.array([float(unit.text.endswith("?")) for unit in units]),
        "colon": np.array([float(unit.text.endswith(":")) for unit in units]),
        "title": np.array([float(unit.is_title) for unit in units]),
        "item": np.array([float(unit.is_item) for unit in units]),
    }


def _counts(asked: Asked, unit: Unit) -> float:
    """1 when a number of the unit counts the noun asked about, else 0."""
    if not asked.counted or Wanted.COUNT not in asked.wanted:
        return 0.0
    met = [(word.start, frozenset(number for number, _ in asked.meetings.of_word(word))) for word in unit.words]
    spans = answering_spans(Wanted.COUNT, asked, unit.text) or ()
    return float(any(follows(span, met, asked.counted) for span in spans))


def _shared(
    asked: Asked, scored: ScoredPassage, own: Floats, around: Floats, best_score: float, context: Context
) -> dict[str, float]:
    """The features that all windows of a passage have in common."""
    whole = np.maximum(own.max(axis=0), around)
    said_back = _said_back(asked, context.heading)
    names = [met for met, term in zip(whole.tolist(), asked.terms, strict=True) if term.is_name]
    return {
        "whole": float(asked.meetings.share(whole)),
        "named": min(names, default=1.0),
        "missing": float(asked.meetings.missing(whole)),
        "retrieved": scored.score / best_score if best_score > 0 else 0.0,
        "first": 1.0 / scored.rank,
        "weight": scored.passage.weight,
        "headed": float(asked.meetings.share(asked.meetings.of(context.heading))) * said_back,
        "under_question": float(asked.meetings.share(around)) * said_back if context.heading_asks else 0.0,
    }


def _said_back(asked: Asked, heading: Sequence[Word]) -> float:
    """How much of the heading the question says, 0 to 1; 0 for a heading without telling words."""
    telling = [word for word in heading if word.term]
    return sum(bool(asked.meetings.of_word(word)) for word in telling) / len(telling) if telling else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Windows:
    """All windows of a passage, by length and then place: what each holds of the terms, with its neighbours and without.

    `met` and `near` are float64 `(n_windows, n_terms)`, `typed` `(n_windows, n_kinds)`, `greatest` and `summed` in the order of
    their names; `firsts`, `lasts` and `many` int64 `(n_windows,)`: the first unit, the last, and how many.
    """

    firsts: NDArray[np.int64]
    lasts: NDArray[np.int64]
    many: NDArray[np.int64]
    met: Floats
    near: Floats
    typed: Floats
    greatest: Floats
    summed: Floats


def _windows(columns: dict[str, Floats], own: Floats) -> _Windows:
    count, terms = own.shape
    padded = np.zeros((count + 2 * NEIGHBOURS, terms))
    padded[NEIGHBOURS : NEIGHBOURS + count] = own
    around = np.max([padded[shift : shift + count] for shift in range(2 * NEIGHBOURS + 1)], axis=0)
    most = np.column_stack([own, *(columns[name] for name in _GREATEST), columns["typed"]])
    sums = np.column_stack([columns[name] for name in _SUMMED])
    greatest, near, summed = [most], [around], [sums]
    for length in range(2, min(MOST_UNITS, count) + 1):
        rest = count - length + 1
        greatest.append(np.maximum(greatest[-1][:rest], most[length - 1 :]))
        near.append(np.maximum(near[-1][:rest], padded[length - 1 + 2 * NEIGHBOURS :][:rest]))
        summed.append(summed[-1][:rest] + sums[length - 1 :])
    firsts = np.concatenate([np.arange(len(each)) for each in near])
    many = np.repeat(np.arange(1, len(near) + 1), [len(each) for each in near])
    met, others, typed = np.split(np.concatenate(greatest), [terms, terms + len(_GREATEST)], axis=1)
    return _Windows(
        firsts=firsts,
        lasts=firsts + many - 1,
        many=many,
        met=np.ascontiguousarray(met),
        near=np.concatenate(near),
        typed=typed,
        greatest=others,
        summed=np.concatenate(summed),
    )


def _features(asked: Asked, columns: dict[str, Floats], windows: _Windows, around: Floats) -> dict[str, Floats | float]:
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
