"""Which words a set of stems says: the words themselves, inflections of them, or compounds of the same parts."""

from __future__ import annotations

from functools import cached_property, lru_cache

from service.answering.minutes.roots import root

PREFIX_LETTERS = 7
"""Words that begin with this many same letters speak of the same thing, at a little less ("rygprogram", "rygbesvær")."""
LEAST_LETTERS = 6
"""Stems of so many letters that differ by a last letter are one."""
LAST_PART_LETTERS = 7
"""A title's word of so many letters is meant by a compound that ends with it."""
LEAST_COMPOUND, LEAST_PART = 8, 3
"""A compound of so many letters is said by its parts, each of so many."""


class Said:
    """A set of stems that many words are looked up in; beginnings are sorted out once, when the first word needs them."""

    def __init__(self, stems: frozenset[str]) -> None:
        self._stems = stems

    def surely(self, word: str) -> float:
        """How surely one of the stems says the word, 0 to 1."""
        stems = self._stems
        if word in stems or self._differs_by_a_letter(word):
            return 1.0
        if len(word) >= PREFIX_LETTERS and word[:PREFIX_LETTERS] in self._beginnings:
            return 0.8
        if any(word[at:] in stems for at in range(1, len(word) - LAST_PART_LETTERS + 1)):
            return 0.8  # "skolesammenlægning" of "Sammenlægning af skoler"
        if len(word) >= LEAST_COMPOUND and any(first in stems and last in stems for first, last in _halves(word)):
            return 0.8  # "vejklasserne" of "Nye klasser for veje"
        return 0.0

    def _differs_by_a_letter(self, word: str) -> bool:
        """Whether a stem is the word with or without a last letter, as "natcafé", "natcaféen" for the stemmer."""
        if len(word) < LEAST_LETTERS:
            return False
        return word in self._all_but_last or (len(word) > LEAST_LETTERS and word[:-1] in self._stems)

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(stem[:PREFIX_LETTERS] for stem in self._stems if len(stem) >= PREFIX_LETTERS)

    @cached_property
    def _all_but_last(self) -> frozenset[str]:
        return frozenset(stem[:-1] for stem in self._stems if len(stem) >= LEAST_LETTERS)


@lru_cache(maxsize=4_096)
def _halves(word: str) -> tuple[tuple[str, str], ...]:
    """The roots of both halves of a word, wherever it may be parted."""
    return tuple((root(word[:at]), root(word[at:])) for at in range(LEAST_PART, len(word) - LEAST_PART + 1))
