"""Names the corpus itself treats as one: abbreviations it explains, and renamings ("X, der fremover betegnes som Y")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from index.analysis.stems import stem
from index.analysis.stopwords import STOP_WORDS
from index.analysis.words import SUSPENDED, words_of

_NAME = r"([^\W\d_][\w\-–/ ]{2,60}?)"
_RENAMED = (
    re.compile(
        rf"{_NAME},?\s+(?:der|som)\s+(?:frem(?:over|adrettet)|nu|herefter|i\s+(?:fremtiden|stedet)|efterfølgende)\s+"
        rf"(?:vil\s+)?(?:blive?r?\s+)?(?:kald(?:e[st]?|t)|betegne[st]?|benævne[st]?|omtale[st]?|hedde[r]?)(?:\s+(?:for|som))?\s+{_NAME}(?=[.,;:)\n]|$)",
        re.IGNORECASE,
    ),
    re.compile(rf"{_NAME}\s+(?:skifter|ændrer|har\s+skiftet|har\s+ændret)\s+navn\s+til\s+{_NAME}(?=[.,;:)\n]|$)", re.IGNORECASE),
    re.compile(rf"{_NAME}\s+(?:bliver|er\s+blevet)\s+(?:om)?døbt\s+(?:om\s+)?til\s+{_NAME}(?=[.,;:)\n]|$)", re.IGNORECASE),
    re.compile(rf"{_NAME}\s+\((?:nu|fremover|herefter)\s+(?:kaldet\s+)?[\"”»']?{_NAME}[\"”»']?\)", re.IGNORECASE),
)
_HINT = re.compile(r"kald|betegn|benævn|omtale|hedde|navn til|døbt|\((?:nu|tidligere|før|hed|fremover|herefter) ", re.IGNORECASE)
_TIDLIGERE = re.compile(rf"{_NAME}\s+\((?:tidligere|før|hed\s+før)\s+(?:kaldet\s+)?{_NAME}\)", re.IGNORECASE)
_BREAK_WORDS = (
    "og samt at er som der den det de med for til på i af om hvor under vil skal kan bliver dermed oprettes etableres driver"
)
_BREAKS = frozenset(_BREAK_WORDS.split())
MAX_NAME_WORDS = 4


def renamings_in(text: str) -> list[tuple[str, str]]:
    """The renamings a text states, as (old name, new name), in the order they stand."""
    if not _HINT.search(text):
        return []
    flat = " ".join(text.split())
    pairs = [(old, new) for pattern in _RENAMED for old, new in pattern.findall(flat)]
    pairs += [(old, new) for new, old in _TIDLIGERE.findall(flat)]
    trimmed = [(_last_words(old), _first_words(new)) for old, new in pairs]
    return [(old, new) for old, new in dict.fromkeys(trimmed) if old and new and old.lower() != new.lower()]


def _last_words(name: str) -> str:
    """The name at the end of a stretch: back to the nearest word that cannot be inside it ("om de midlertidige pladser")."""
    words = name.split()
    kept: list[str] = []
    for word in reversed(words):
        if len(kept) == MAX_NAME_WORDS or (
            word.lower() in _BREAKS and not (kept and word.lower() == "og" and words[words.index(word) - 1].endswith("-"))
        ):
            break
        kept.insert(0, word)
    return " ".join(kept)


def _first_words(name: str) -> str:
    words = name.split()
    for place, word in enumerate(words):
        suspended = word.lower() in ("og", "eller") and place and words[place - 1].endswith("-")
        if (word.lower() in _BREAKS and not suspended) or place == MAX_NAME_WORDS:
            return " ".join(words[:place])
    return " ".join(words)


class NameTable:
    """Names that stand for each other, found in a query by their stems."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._others: dict[tuple[str, ...], list[str]] = {}
        for one, other in names:
            for name, instead in ((one, other), (other, one)):
                key = name_key(name)
                if key and instead not in self._others.setdefault(key, []):
                    self._others[key].append(instead)
        self._longest = max((len(key) for key in self._others), default=0)

    def found(self, words: Sequence[str]) -> list[tuple[int, int, tuple[str, ...]]]:
        """Names among folded words: (start, end, the other names), longest first at each place, none overlapping."""
        keys = [stem(word) for word in words]
        hits, start = [], 0
        while start < len(keys):
            for end in range(min(len(keys), start + self._longest), start, -1):
                others = self._others.get(tuple(keys[start:end]))
                if others:
                    hits.append((start, end, tuple(others)))
                    start = end - 1
                    break
            start += 1
        return hits


def name_key(name: str) -> tuple[str, ...]:
    """The stems a name is recognised by; empty for one that says nothing by itself."""
    words = [word for word in words_of(name) if SUSPENDED not in word]
    return tuple(stem(word) for word in words) if any(word not in STOP_WORDS for word in words) else ()


def names_of(abbreviations: Mapping[str, Sequence[str]], renamings: Iterable[tuple[str, str, str]]) -> NameTable:
    """The table of a corpus."""
    pairs = [(short, long) for short, longs in abbreviations.items() for long in longs]
    return NameTable([*pairs, *((old, new) for old, new, _ in renamings)])
