"""Guesses the parts of a compound that a corpus does not have, from words it has: "lænderygprogram" from "lænderyglidelser"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

SHORTEST_FIRST, SHORTEST_LAST = 5, 4
_LINKS = ("", "s", "e")


class Unwritten:
    """The beginnings of the terms of a corpus, ready to be looked up."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._sorted = sorted(term for term in terms if term.isalpha())

    def parts(self, term: str, head_of: Callable[[str], str]) -> tuple[str, ...]:
        """The first part and the head of a term: a term begins with the one, the other is one; () where none fit.

        `head_of` gives the corpus' term for the end of a word, "" for none.
        """
        for cut in range(SHORTEST_FIRST, len(term) - SHORTEST_LAST + 1):
            head = head_of(term[cut:])
            if head and (first := self._first(term[:cut])):
                return (first, head)
        return ()

    def _first(self, words: str) -> str:
        bases = (words.removesuffix(link) for link in _LINKS if words.endswith(link))
        return next((base for base in bases if len(base) >= SHORTEST_FIRST and self._begins_one(base)), "")

    def _begins_one(self, base: str) -> bool:
        at = bisect_left(self._sorted, base)
        return at < len(self._sorted) and self._sorted[at].startswith(base)
