"""Where the words begin in letter-spaced text: the cheapest way to put its pieces together into words."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.repair.danish import bits_of_word
from ingest.repair.vocabulary import Vocabulary, everyday_words

_LONGEST_PIECES = 30
_LONGEST_WORDS = 6  # pieces to a word where double spaces show the words
_LONGEST_COMPOUND = 40
_UNKNOWN_BITS = 14.0  # what a word costs beside its letters when nobody knows it
_COMMONEST_BITS = 6.0
_SHORT_WORD_BITS = 8.0  # "og", "det": every text is full of them
_EVERYDAY_BITS = 11.0
_ENDING_BITS = 4.0
_COMPOUND_BITS = 4.0
_NEW_WORD_BITS = 12.0  # for a new word at a single space in a line that shows its words by double spaces
_ENDINGS = ("ernes", "erne", "ene", "ens", "ets", "ers", "er", "en", "et", "es", "ne", "e", "n", "r", "s", "t")
_NO_STEM = ("e", "er", "en", "et", "is")  # "kræver en", "udvalget en": what has an ending takes no second one with "e"
_MIN_PART = 3
_GAP = re.compile(r"\s{2,}")
_NO_LETTER = re.compile(r"[\W\d_]+")
_LETTERS_ONLY = re.compile(r"[^\W\d_]+$")
_OPENERS = "([{„“”\"'"
_LOOSE_MARK = re.compile(r"(?<=\w) (?=[,.?!;:](?:\s|$))")


class Segmenter:
    """Divides letter-spaced text into words by the words of one file; remembers what words cost."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._known: dict[str, float] = {}
        self._parts: dict[str, float] = {}
        self._whole: dict[str, float] = {}

    def segmented(self, text: str) -> str:
        """The text with its pieces put together. Double spaces, digits and punctuation are certain ends of words."""
        groups = _GAP.split(text.strip())
        with_letters = sum(1 for group in groups if any(map(str.isalpha, group)))
        shows_words = with_letters > 1 and with_letters * _LONGEST_WORDS >= len(text.split())
        bits = _NEW_WORD_BITS if shows_words else 0.0
        indent = text[: len(text) - len(text.lstrip())]
        return indent + _LOOSE_MARK.sub("", " ".join(self._group(group.split(), bits) for group in groups))

    def _group(self, pieces: Sequence[str], new_word_bits: float) -> str:
        """The cheapest division of the pieces into words (Viterbi)."""
        best: list[tuple[float, int]] = [(0.0, 0)]
        for end in range(1, len(pieces) + 1):
            costs = [
                (best[start][0] + (new_word_bits if start else 0.0) + self.word_bits("".join(pieces[start:end])), start)
                for start in range(max(0, end - _LONGEST_PIECES), end)
                if end - start == 1 or _may_join(pieces[start:end])
            ]
            best.append(min(costs))
        found: list[str] = []
        end = len(pieces)
        while end:
            start = best[end][1]
            found.append("".join(pieces[start:end]))
            end = start
        return " ".join(reversed(found))

    def word_bits(self, piece: str) -> float:
        """What a word costs in bits: known ones by their count, others by their letters."""
        word = _NO_LETTER.sub("", piece).lower()
        if word not in self._whole:
            self._whole[word] = self._word_bits(word)
        return self._whole[word]

    def _word_bits(self, word: str) -> float:
        if not word:
            return 0.0
        if len(word) == 1:
            return 4.0 if word in "iå" else _UNKNOWN_BITS + 4
        by_letters = _UNKNOWN_BITS + bits_of_word(word)
        return min(self._known_bits(word), self._inflected_bits(word), self._compound_bits(word), by_letters)

    def _known_bits(self, word: str) -> float:
        if word not in self._known:
            count, everyday = self._words.count(word), word in everyday_words()
            # Rare short "words" of a file are mostly scraps and abbreviations.
            rare = 14.0 - math.log2(count) if count and (len(word) > 2 or everyday) else math.inf
            usual = (_SHORT_WORD_BITS if len(word) <= 3 else _EVERYDAY_BITS) if everyday else math.inf
            self._known[word] = max(_COMMONEST_BITS, min(rare, usual))
        return self._known[word]

    def _inflected_bits(self, word: str) -> float:
        stems = [(word[: -len(ending)], ending) for ending in _ENDINGS if word.endswith(ending)]
        fitting = [
            stem for stem, ending in stems if len(stem) > _MIN_PART and not stem.endswith(_NO_STEM if ending[0] == "e" else ())
        ]
        return min((self._known_bits(stem) for stem in fitting), default=math.inf) + _ENDING_BITS

    def _compound_bits(self, word: str, depth: int = 2) -> float:
        """The cheapest division into a first part and the rest, which may be a compound itself."""
        best = math.inf
        for cut in range(_MIN_PART, min(len(word), _LONGEST_COMPOUND) - _MIN_PART + 1):
            left = self._first_part_bits(word[:cut])
            if math.isfinite(left):
                rest = word[cut:]
                right = min(self._known_bits(rest), self._inflected_bits(rest))
                best = min(best, left + (right if depth == 0 else min(right, self._compound_bits(rest, depth - 1))))
        return best + _COMPOUND_BITS

    def _first_part_bits(self, part: str) -> float:
        """What the first part of a compound costs: a word, one with the linking s, or what begins other words of the file."""
        if part not in self._parts:
            known = min(self._known_bits(part), self._known_bits(part.removesuffix("s")))
            beginnings = self._words.longer_than(part) if len(part) > _MIN_PART else 0
            self._parts[part] = min(known, 14.0 - math.log2(beginnings)) if beginnings else known
        return self._parts[part]


def _may_join(pieces: Sequence[str]) -> bool:
    """Whether pieces may be one word: only the last may end in punctuation; a capital begins a word, except among capitals."""
    if not all(map(_LETTERS_ONLY.match, pieces[:-1])) and pieces[0][0] not in _OPENERS:
        return False
    if not pieces[-1][0].isalpha() or any(not piece[0].isalpha() for piece in pieces[1:]):
        return False
    if any(not _LETTERS_ONLY.match(piece) for piece in pieces[1:-1]):
        return False
    if any(first == second == third for first, second, third in zip(pieces, pieces[1:], pieces[2:], strict=False)):
        return False  # crosses in a table: "x x x"
    return not any(piece[0].isupper() and before[-1].islower() for before, piece in pairwise(pieces))
