"""Which windows are quoted: the best one, the one that holds the second thing asked, and a close rival from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ingest.records import Passage
from service.answering.extracts.asked import Asked, answering_spans
from service.answering.extracts.excerpt import Excerpt, cut, draws_conclusion, excerpt_of, leans_back
from service.answering.extracts.listing import asked_list, continued_list
from service.answering.extracts.ranking import Ranked
from service.answering.extracts.rows import one_row
from service.answering.extracts.units import Unit
from service.answering.extracts.wanted import Wanted
from service.answering.extracts.windows import Window
from service.answering.frames import folded

RIVAL_SHARE = 0.88
"""A window elsewhere with at least this share of the best score is quoted too."""

MUTE_SHARE = 0.95
"""The same for a window that holds no words of a wanted kind: it only adds to what must be read."""

MOST_WORDS_TOGETHER = 90

Following = Callable[[Passage], Sequence[Unit]]
"""Gives the units of the passage that follows a passage in its document, () after the last."""


def excerpts_of(asked: Asked, order: Sequence[Ranked], following: Following) -> list[Excerpt]:
    """What is quoted, the best first. `order` are the windows, best first, at least one."""
    best = order[0]
    listed = asked_list(asked, best.window)
    if listed is not None:
        return [listed]
    chosen = [_excerpt(best, asked)]
    if Wanted.LIST in asked.wanted:
        continued = continued_list(best.window, following(chosen[0].passage))
        if continued is not None:
            return [*chosen, continued]
    for other in order[1:]:
        if other.score < RIVAL_SHARE * best.score or len(chosen) > 1:
            break
        excerpt = _excerpt(other, asked)
        if other.score < MUTE_SHARE * best.score and not _has_wanted(excerpt, asked):
            continue
        if not _overlap(chosen[0], excerpt) and chosen[0].word_count + excerpt.word_count <= MOST_WORDS_TOGETHER:
            chosen.append(excerpt)
    return chosen


def _has_wanted(excerpt: Excerpt, asked: Asked) -> bool:
    return any(answering_spans(kind, asked, excerpt.text) for kind in asked.wanted)


def _excerpt(chosen: Ranked, asked: Asked) -> Excerpt:
    window = one_row(chosen.window, asked)
    if window is not chosen.window:
        return cut(Excerpt(passage=window.units[0].passage, start=window.start, end=window.end), kept(window, asked))
    window = without_idle_lead(window, asked)
    reasoned = with_its_reason(window, asked)
    if reasoned is not window:
        return Excerpt(passage=window.units[0].passage, start=reasoned.start, end=reasoned.end)
    return cut(excerpt_of(window, idle=lambda unit: is_idle(unit, asked)), kept(window, asked))


def with_its_reason(window: Window, asked: Asked) -> Window:
    """The window with the sentence before it when a reason is asked for and the window only draws the conclusion."""
    first = window.units[window.first]
    if Wanted.REASON not in asked.wanted or not first.follows or not draws_conclusion(first.text):
        return window
    longer = Window(units=window.units, first=window.first - 1, last=window.last)
    return longer if len(longer.text.split()) <= MOST_WORDS_TOGETHER else window


def without_idle_lead(window: Window, asked: Asked) -> Window:
    """The window without the sentences before the first that says anything of the question or of the wanted kind."""
    first = window.first
    while first < window.last and is_idle(window.units[first], asked) and not leans_back(window.units[first + 1].text):
        first += 1
    return window if first == window.first else Window(units=window.units, first=first, last=window.last)


def is_idle(unit: Unit, asked: Asked) -> bool:
    """Whether a unit is a whole sentence that says nothing of the question, nor anything of the wanted kind."""
    if (
        unit.is_title
        or unit.is_item
        or unit.text.endswith(":")
        or any(answering_spans(kind, asked, unit.text) for kind in asked.wanted)
    ):
        return False
    return not any(asked.meetings.of_word(word) for word in unit.words)


def _overlap(first: Excerpt, second: Excerpt) -> bool:
    """Whether two excerpts share words of one passage, or say the same in two places."""
    if first.passage.id == second.passage.id:
        return first.start < second.end and second.start < first.end
    return folded(first.text) == folded(second.text)


def kept(window: Window, asked: Asked) -> list[tuple[int, int]]:
    """Ranges of the passage that a cut must keep: the first answering span, the words asked about, the other spans."""
    found = [span for kind in asked.wanted for span in answering_spans(kind, asked, window.text) or ()]
    spans = [(window.start + span.start, window.start + span.end) for span in found]
    words = [
        (unit.start + word.start, unit.start + word.end)
        for unit in window.inside
        for word in unit.words
        if asked.meetings.of_word(word)
    ]
    return spans[:1] + words + spans[1:]
