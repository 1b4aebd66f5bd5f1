"""The words of one file, counted, beside a list of everyday Danish words: what decides where a word ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from functools import cache, cached_property
from importlib.resources import files

# A word may hold hyphens inside ("it-system"); a part cut off by a line break is no word.
_WORD = re.compile(r"(?<![\w\-/.@�])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w\-/@�])")
_FIRST_WORD = re.compile(r"\s*\w+")


@cache
def everyday_words() -> frozenset[str]:
    """Everyday Danish words, lower case."""
    return frozenset(files("ingest.repair").joinpath("words_da.txt").read_text(encoding="utf-8").split())


class Vocabulary:
    """How often each word stands in the lines of a file, not counting halves of words at line breaks."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._counts: Counter[str] = Counter()
        broken = False
        for line in lines:
            text = line.rstrip().replace("‐", "-").lower()
            if not text:
                continue
            self._counts.update(_WORD.findall(_FIRST_WORD.sub("", text, count=1) if broken else text))
            broken = text[-1] in "-\u00ad\ufffe�"

    def count(self, word: str) -> int:
        """How often the word stands in the file."""
        return self._counts[word.lower()]

    def knows(self, word: str) -> bool:
        """Whether the word stands in the file or is an everyday word."""
        lower = word.lower()
        return lower in self._counts or lower in everyday_words()

    def with_hyphen_after(self, start: str) -> int:
        """How many different words of the file are `start`, a hyphen, and something."""
        return self._beginning_with(f"{start.lower()}-")

    def longer_than(self, start: str) -> int:
        """How many different words of the file begin with `start` and go on with a letter."""
        return self._beginning_with(start.lower()) - self._beginning_with(f"{start.lower()}-") - (start.lower() in self._counts)

    def _beginning_with(self, start: str) -> int:
        words = self._sorted
        return bisect_left(words, f"{start}\U0010ffff") - bisect_left(words, start)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._counts)
