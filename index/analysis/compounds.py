"""Splits Danish compounds by the corpus' own vocabulary: "akutsygeplejen" → akut + sygeplejen."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from index.analysis.stems import stem
from index.analysis.stopwords import STOP_WORDS
from index.analysis.words import SUSPENDED, is_number

MIN_WORD = 7
MIN_FIRST = 3
MIN_LAST = 4
MOST_KEPT = 100_000  # splits remembered; then all are forgotten: questions bring new words without end
_LINKS = ("", "s", "e", "er")  # linking letters that the stem of the first part does not take off by itself
_PREFIXES_WORDS = """
af an be bi efter er for fore fra frem gen hen ind inde med mod ned om op over paa samt sam til ud uden under und
ved van mis re de pre pro inter
"""
_PREFIXES = frozenset(_PREFIXES_WORDS.split())
_ENDINGS_WORDS = """
erne ende erende heden heder hedens ningen ninger ningerne ernes ets else elsen elser elserne isk iske lig lige
ling ering eringen
"""
_ENDINGS = frozenset(_ENDINGS_WORDS.split())


class Splitter:
    """Splits words into words of a vocabulary. `counts` gives each folded word and how often the corpus has it.

    `stem_of` may be a `stem` that remembers; `last_stems_of` a `last_stems` that does.
    """

    def __init__(
        self,
        counts: Mapping[str, int],
        stem_of: Callable[[str], str] = stem,
        last_stems_of: Callable[[str], Sequence[str]] | None = None,
    ) -> None:
        self._stem = stem_of
        self._last_stems = last_stems_of or last_stems
        self._counts: dict[str, int] = {}
        for word, count in counts.items():
            if len(word) >= MIN_FIRST and not is_number(word) and "-" not in word:
                known = stem_of(word)
                self._counts[known] = self._counts.get(known, 0) + count
        self._cache: dict[str, tuple[str, str] | None] = {}
        self._modifiers: dict[str, int] = {}

    def split(self, word: str) -> tuple[str, str] | None:
        """The best two parts of a folded word, or None. Both parts are words the corpus has by themselves."""
        if word in self._cache:
            return self._cache[word]
        if len(self._cache) >= MOST_KEPT:
            self._cache.clear()
            self._modifiers.clear()
        pair = self._cache[word] = self._best(word)
        return pair

    def parts(self, word: str) -> list[str]:
        """All parts at every depth, outer first: "akutsygeplejen" → akut, sygeplejen, syge, plejen."""
        found: list[str] = []
        waiting = [word]
        while waiting:
            pair = self.split(waiting.pop(0))
            if pair:
                found += pair
                waiting += pair
        return found

    def complete(self, suspended: str) -> str:
        """The whole of a suspended word: `sundheds-~omsorgspladser` → sundhedspladser; else the first word alone."""
        first, _, last = suspended.partition(SUSPENDED)
        pair = self.split(last)
        return first + pair[1] if pair else first

    def _best(self, word: str) -> tuple[str, str] | None:
        if len(word) < MIN_WORD or is_number(word) or "-" in word:
            return None
        best, best_score = None, -math.inf
        count_of = self._counts.get
        for cut, last in enumerate(self._last_stems(word), MIN_FIRST):
            head = count_of(last)
            if head:  # for most cuts the corpus has no such last part
                score = self._score(word[:cut], word[cut:], head)
                if score > best_score:
                    best, best_score = (word[:cut], word[cut:]), score
        return best

    def _score(self, first: str, last: str, head: int) -> float:
        """How likely the cut is: both parts frequent, neither a mere prefix or ending; -inf when the first is unknown.

        `head` is how often the corpus has the last.
        """
        if last in _ENDINGS or last in STOP_WORDS or first in _PREFIXES or first in STOP_WORDS:
            return -math.inf
        modifier = self._modifiers.get(first)
        if modifier is None:
            modifier = self._modifiers[first] = max((self._counts.get(self._stem(base), 0) for base in _bases(first)), default=0)
        if modifier == 0 or (len(first) == MIN_FIRST and modifier < 3):
            return -math.inf
        return math.log(head + 1) + math.log(modifier + 1) + 0.5 * min(len(first), len(last))


def last_stems(word: str, stem_of: Callable[[str], str] = stem) -> list[str]:
    """The stems of all last parts that a word could have, the longest first."""
    return [stem_of(word[cut:]) for cut in range(MIN_FIRST, len(word) - MIN_LAST + 1)]


def _bases(first: str) -> list[str]:
    """The words the first part may stand for, without its linking letters."""
    bases = [first.removesuffix(link) for link in _LINKS if first.endswith(link)]
    return [base for base in bases if len(base) >= MIN_FIRST and base not in _PREFIXES and base not in STOP_WORDS]
