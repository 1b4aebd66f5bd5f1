"""Danish words and turns that stand for each other: the lists of the package, and the Danish sides of the lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from index.analysis.lexicon import lexicon
from index.analysis.stems import stem
from index.analysis.turns import Turns, turn_key
from index.analysis.words import words_of

FOLDER = "paraphrases"
COLLOQUIAL = "colloquial.txt"
"""How people ask. Read last, as the first list to hold two words says how near they are: that is for the lists of subjects."""
LOOSELY, BROADER_THAN, OPPOSITE = " | ", " > ", " <> "


class Closeness(StrEnum):
    """How near another way to say a word is to the word itself."""

    NEAR = "near"
    LOOSE = "loose"
    NARROWER = "narrower"
    BROADER = "broader"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Another way to say a word or turn: its text as listed, and how near it is."""

    text: str
    closeness: Closeness


class Synonyms:
    """The ways to say words and turns. A word may stand in several lines; what stands beside it in one does not reach another.

    Two that stand together in several lines are as near as the first of these says.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._ways: dict[str, dict[str, Closeness]] = {}
        self._opposites: dict[str, set[str]] = {}
        turns: dict[tuple[str, ...], None] = {}
        for line in lines:
            for one, other, closeness in _pairs(line):
                self._ways.setdefault(key_of(one), {}).setdefault(other, closeness)
            for one, other in _opposed(line):
                self._opposites.setdefault(key_of(one), set()).add(key_of(other))
            turns.update((turn_key(text), None) for text in members(line) if " " in text)
        self.turns = Turns(turns)

    def of(self, word: str) -> tuple[Way, ...]:
        """The ways to say a folded word, in the order of the lists, then the lexicon's."""
        listed = self.of_key(stem(word))
        return (*listed, *(Way(text=other, closeness=Closeness.LOOSE) for other in lexicon().expand(word)))

    def of_key(self, key: str) -> tuple[Way, ...]:
        """The ways to say a word or turn, given by its stems with blanks between."""
        return tuple(Way(text=text, closeness=closeness) for text, closeness in self._ways.get(key, {}).items())

    def opposed(self, one: str, other: str) -> bool:
        """Whether one stem means the opposite of another."""
        return other in self._opposites.get(one, ()) or one in self._opposites.get(other, ())


@lru_cache(maxsize=20_000)
def key_of(text: str) -> str:
    """A listed word or turn as it is looked up: its stems with blanks between."""
    words = words_of(text)
    return stem(words[0]) if len(words) == 1 else " ".join(turn_key(text))


def members(line: str) -> list[str]:
    """All words and turns of a line of a list."""
    for sign in (LOOSELY, BROADER_THAN, OPPOSITE):
        line = line.replace(sign, ", ")
    return _words(line)


@lru_cache(maxsize=1)
def synonyms() -> Synonyms:
    """The lists that come with the package."""
    return Synonyms(listed_lines())


def listed_lines() -> Iterator[str]:
    """The lines of the lists in the order of their names, the colloquial one last; those of comments left out."""
    for path in sorted(files("index.analysis").joinpath(FOLDER).iterdir(), key=lambda path: (path.name == COLLOQUIAL, path.name)):
        if path.name.endswith(".txt"):
            lines = path.read_text(encoding="utf-8").splitlines()
            yield from (line for line in lines if line and not line.startswith("#"))


def _pairs(line: str) -> Iterator[tuple[str, str, Closeness]]:
    """Every word of a line with each other that may stand for it."""
    if OPPOSITE in line:
        return
    if BROADER_THAN in line:
        broad, narrow = (_words(side) for side in line.split(BROADER_THAN))
        for one in broad:
            for other in narrow:
                yield one, other, Closeness.NARROWER
                yield other, one, Closeness.BROADER
        yield from _each(broad)
        return
    near, _, loose = line.partition(LOOSELY)
    yield from _each(_words(near))
    for one in _words(near):
        for other in _words(loose):
            yield one, other, Closeness.LOOSE
            yield other, one, Closeness.LOOSE


def _each(words: Sequence[str]) -> Iterator[tuple[str, str, Closeness]]:
    for one in words:
        for other in words:
            if one != other:
                yield one, other, Closeness.NEAR


def _opposed(line: str) -> Iterator[tuple[str, str]]:
    if OPPOSITE in line:
        one_side, other_side = (_words(side) for side in line.split(OPPOSITE))
        yield from ((one, other) for one in one_side for other in other_side)


def _words(listed: str) -> list[str]:
    return [word for word in (each.strip() for each in listed.split(",")) if word]
