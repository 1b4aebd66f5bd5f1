"""What speaks for a window as the answer to a question, as named numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.records import ScoredPassage
from service.answering.extracts.coverage import Meetings, meetings, missing, most, share
from service.answering.extracts.pairs import pairs_met
from service.answering.extracts.spans.found import Span
from service.answering.extracts.spans.registry import find
from service.answering.extracts.terms import Term
from service.answering.extracts.units import Unit
from service.answering.extracts.wanted import Wanted
from service.answering.extracts.windows import MOST_WORDS, Window, windows_of
from service.answering.extracts.words import WORD, Word

NEIGHBOURS = 2
"""Units before and after that count as near."""

ENOUGH_NEWS = 8
"""New words beyond this many make a window no better."""

SURE_KINDS = frozenset(
    {Wanted.DATE, Wanted.CLOCK, Wanted.MONEY, Wanted.SHARE, Wanted.COUNT, Wanted.DURATION, Wanted.FREQUENCY, Wanted.CONTACT, Wanted.PERSON}
)
"""Kinds whose finder rarely takes other words for an answer."""

Spans = tuple[Span, ...] | None
"""Answering spans; None where any words may answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question reduced to what a window is compared with. `said` are all its words, in lower case."""

    terms: tuple[Term, ...]
    wanted: tuple[Wanted, ...]
    said: frozenset[str]

    @property
    def weights(self) -> list[float]:
        """The terms' weights in order."""
        return [term.weight for term in self.terms]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A window with the spans in it that answer (of the first wanted kind) and its features by name. `rank` is its passage's."""

    window: Window
    rank: int
    spans: tuple[Span, ...]
    features: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What is known of a passage's units before windows are made: per unit its meetings, those of its lead-in, spans by kind, and news."""

    asked: Asked
    weights: list[float]
    units: Sequence[Unit]
    own: list[Meetings]
    lead: list[Meetings]
    around: Meetings
    spans: list[list[Spans]]
    news: list[int]
    paired: list[float]
    shared: dict[str, float]
    rank: int


def evidence_of(asked: Asked, scored: ScoredPassage, units: Sequence[Unit], context: Sequence[Word], best_score: float) -> list[Evidence]:
    """The evidence of each window of a passage. `context` are the words of the title and headings it stands under."""
    weights = asked.weights
    around = meetings(asked.terms, context)
    own = [meetings(asked.terms, unit.words) for unit in units]
    whole = most([around, *own])
    read = _Read(
        asked=asked,
        weights=weights,
        units=units,
        own=own,
        lead=[meetings(asked.terms, unit.lead_words) for unit in units],
        around=around,
        spans=[[_spans(kind, asked, unit.text) for unit in units] for kind in asked.wanted],
        paired=[pairs_met(asked.terms, unit.words) for unit in units],
        news=[sum(len(word.text) > 2 and word.text.lower() not in asked.said for word in unit.words) for unit in units],
        shared={
            "whole": share(whole, weights),
            "named": min((met for met, term in zip(whole, asked.terms, strict=True) if term.is_name), default=1.0),
            "missing": missing(whole, weights),
            "retrieved": scored.score / best_score if best_score > 0 else 0.0,
            "first": 1.0 / scored.rank,
            "weight": scored.passage.weight,
        },
        rank=scored.rank,
    )
    return [_evidence(read, window) for window in windows_of(units)]


def _evidence(read: _Read, window: Window) -> Evidence:
    inside = range(window.first, window.last + 1)
    own = most([read.own[place] for place in inside])
    led = most([own, read.lead[window.first]])
    near = most([led, *read.own[max(0, window.first - NEIGHBOURS) : window.last + NEIGHBOURS + 1]])
    found = [_in_window(kind, window) for kind in read.spans]
    alone = [share(most([read.own[place], read.lead[place]]), read.weights) for place in inside]
    typed = [spans is None or bool(spans) for spans in (read.spans[0][place] for place in inside)]
    features = read.shared | {
        "own": share(own, read.weights),
        "led": share(most([led, read.around]), read.weights),
        "near": share(near, read.weights),
        "peak": max(alone),
        "peak_typed": max((each for each, fits in zip(alone, typed, strict=True) if fits), default=0.0),
        "paired": max(read.paired[place] for place in inside),
        "own_missing": missing(own, read.weights),
        "typed": 1.0 if found[0] is None else float(bool(found[0])),
        "sure_typed": float(bool(found[0])) if read.asked.wanted[0] in SURE_KINDS else 0.5,
        "also_typed": sum(spans is None or bool(spans) for spans in found[1:]) / len(found[1:]) if found[1:] else 1.0,
        "news": min(sum(read.news[place] for place in inside), ENOUGH_NEWS) / ENOUGH_NEWS,
        "long": window.word_count / MOST_WORDS,
        "many": float(window.last - window.first) / 5,
        "asks": float(window.text.rstrip().endswith("?")),
        "colon": float(window.text.rstrip().endswith(":")),
        "item": float(window.units[window.first].is_item),
        "list_asked": float(Wanted.LIST in read.asked.wanted and window.units[window.last].is_item),
    }
    return Evidence(window=window, rank=read.rank, spans=found[0] or (), features=features)


def _spans(kind: Wanted, asked: Asked, text: str) -> Spans:
    """The spans of a kind in a text that say more than the question itself does; None when any words may answer."""
    spans = find(kind, text)
    if spans is None:
        return None
    return tuple(span for span in spans if _is_news(asked, span.of(text)))


def _is_news(asked: Asked, words: str) -> bool:
    said = [word.lower() for word in WORD.findall(words)]
    return not said or any(word not in asked.said for word in said)


def _in_window(per_unit: Sequence[Spans], window: Window) -> Spans:
    """The spans of the window's units with offsets into the window's text; None when any words may answer."""
    shifted: list[Span] = []
    for place in range(window.first, window.last + 1):
        spans = per_unit[place]
        if spans is None:
            return None
        offset = window.units[place].start - window.start
        shifted += [Span(start=span.start + offset, end=span.end + offset) for span in spans]
    return tuple(shifted)
