"""Danish words that stand for each other: the list of the package, and the Danish sides of the lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files

from index.analysis.lexicon import lexicon
from index.analysis.stems import stem
from index.analysis.words import words_of

SYNONYMS = "synonyms_da.txt"


class Synonyms:
    """Groups of words; a word may stand in several."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        self._others: dict[str, list[str]] = {}
        for group in groups:
            for word in group:
                folded = words_of(word)
                if len(folded) == 1:
                    listed = self._others.setdefault(stem(folded[0]), [])
                    listed += [other for other in group if other != word and other not in listed]

    def of(self, word: str) -> list[str]:
        """The words that may stand for a folded word, in the order of the lists."""
        return [*self._others.get(stem(word), []), *lexicon().expand(word)]


@lru_cache(maxsize=1)
def synonyms() -> Synonyms:
    """The list that comes with the package."""
    lines = files("index.analysis").joinpath(SYNONYMS).read_text(encoding="utf-8").splitlines()
    return Synonyms([[word.strip() for word in line.split(",")] for line in lines if line and not line.startswith("#")])
