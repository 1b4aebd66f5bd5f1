"""Turns of several words ("træde i kraft", "skrive under") and where they stand in a sentence, their verb apart from the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.analysis.stems import stem
from index.analysis.stopwords import STOP_WORDS
from index.analysis.verbs import is_verb, verb_form
from index.analysis.words import words_of

FARTHEST = 6
"""Words that may stand between a turn's verb and the rest of it: "træder den nye aftale i kraft"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A turn by the stems of its words, and the number of the one it is looked up by: its longest."""

    stems: tuple[str, ...]
    anchor: int

    @property
    def key(self) -> str:
        """How the turn is named among terms: its stems with blanks between."""
        return " ".join(self.stems)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTurn:
    """A turn at the places of its words, in the order of its words; `anchor` is the place of the longest."""

    key: str
    places: tuple[int, ...]
    anchor: int


class Turns:
    """Finds turns among stems."""

    def __init__(self, turns: Iterable[Sequence[str]]) -> None:
        self._by_anchor: dict[str, list[Turn]] = {}
        for stems in turns:
            anchor = max(range(len(stems)), key=lambda number, stems=stems: (len(stems[number]), number))  # type: ignore[misc]
            self._by_anchor.setdefault(stems[anchor], []).append(Turn(stems=tuple(stems), anchor=anchor))

    def found(self, stems: Sequence[str]) -> Iterator[FoundTurn]:
        """The turns in a sentence, given by the stems of all its words, in order of their longest words."""
        for place, each in enumerate(stems):
            for turn in self._by_anchor.get(each, ()):
                places = _places(turn, stems, place)
                if places is not None:
                    yield FoundTurn(key=turn.key, places=places, anchor=place)


@lru_cache(maxsize=50_000)
def turn_stem(word: str) -> str:
    """The stem of a folded word inside a turn, where short forms of verbs ("tog", "var") are told too."""
    return verb_form(word) or stem(word)


def turn_key(text: str) -> tuple[str, ...]:
    """The stems of a turn as it stands in a list."""
    return tuple(turn_stem(word) for word in words_of(text))


def _places(turn: Turn, stems: Sequence[str], place: int) -> tuple[int, ...] | None:
    """Where the words of a turn stand, given the place of its longest."""
    lead, tail = turn.stems[0], turn.stems[1:]
    if turn.anchor > 0:
        start = place - turn.anchor + 1
        if start < 0 or tuple(stems[start : start + len(tail)]) != tail:
            return None
        at = _nearest(lead, stems, start, start + len(tail))
        return None if at is None else (at, *range(start, start + len(tail)))
    starts = [*range(place + 1, place + FARTHEST + 2), *range(place - len(tail), place - len(tail) - FARTHEST - 1, -1)]
    for start in starts if _moves(lead) else starts[:1]:
        if start >= 0 and tuple(stems[start : start + len(tail)]) == tail:
            return (place, *range(start, start + len(tail)))
    return None


def _nearest(lead: str, stems: Sequence[str], start: int, end: int) -> int | None:
    """The place of a turn's first word, before the rest of it or behind."""
    farthest = FARTHEST if _moves(lead) else 0
    before = range(start - 1, max(-1, start - farthest - 2), -1)
    behind = range(end, min(len(stems), end + farthest)) if farthest else ()
    return next((at for at in (*before, *behind) if stems[at] == lead), None)


def _moves(lead: str) -> bool:
    """Whether other words may stand behind a turn's first word: not behind "fra" (og med)."""
    return lead not in STOP_WORDS or is_verb(lead)
