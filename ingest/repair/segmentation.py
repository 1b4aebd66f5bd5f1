"""Where the words begin in letter-spaced text: the cheapest way to put its pieces together into words."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from ingest.repair.danish import bits_of_word
from ingest.repair.vocabulary import Vocabulary, everyday_words

_LONGEST_PIECES = 30
_UNKNOWN_BITS = 14.0  # what a word costs beside its letters when nobody knows it
_ENDING_BITS = 4.0
_COMPOUND_BITS = 4.0
_NEW_WORD_BITS = 12.0  # for a new word at a single space in a line that shows its words by double spaces
_ENDINGS = ("ernes", "erne", "ene", "ens", "ets", "ers", "er", "en", "et", "es", "ne", "e", "n", "r", "s", "t")
_NO_STEM = ("e", "er", "en", "et", "is")  # "kræver en", "udvalget en": what has an ending takes no second one with "e"
_MIN_PART = 3
_GAP = re.compile(r"\s{2,}")
_LETTERS_ONLY = re.compile(r"[^\W\d_]+$")
_OPENERS = "([{„“”\"'"
_LOOSE_MARK = re.compile(r"(?<=\w) (?=[,.?!;:](?:\s|$))")


def segmented(text: str, words: Vocabulary) -> str:
    """The text with its pieces put together. Double spaces, digits and punctuation are certain ends of words."""
    groups = _GAP.split(text.strip())
    with_letters = sum(1 for group in groups if any(map(str.isalpha, group)))
    shows_words = with_letters > 1 and with_letters * 6 >= len(text.split())
    bits = _NEW_WORD_BITS if shows_words else 0.0
    indent = text[: len(text) - len(text.lstrip())]
    return indent + _LOOSE_MARK.sub("", " ".join(_group(group.split(), words, bits) for group in groups))


def _group(pieces: Sequence[str], words: Vocabulary, new_word_bits: float) -> str:
    """The cheapest division of the pieces into words (Viterbi)."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(pieces) + 1):
        costs = [
            (best[start][0] + (new_word_bits if start else 0.0) + word_bits("".join(pieces[start:end]), words), start)
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


def _may_join(pieces: Sequence[str]) -> bool:
    """Only the last piece may end in punctuation; a capital begins a word, except among capitals."""
    if not all(map(_LETTERS_ONLY.match, pieces[:-1])) and pieces[0][0] not in _OPENERS:
        return False
    if not pieces[-1][0].isalpha() or any(not piece[0].isalpha() for piece in pieces[1:]):
        return False
    if any(not _LETTERS_ONLY.match(piece) for piece in pieces[1:-1]):
        return False
    if any(first == second == third for first, second, third in zip(pieces, pieces[1:], pieces[2:], strict=False)):
        return False  # crosses in a table: "x x x"
    return not any(piece[0].isupper() and before[-1].islower() for before, piece in zip(pieces, pieces[1:], strict=False))


def word_bits(piece: str, words: Vocabulary) -> float:
    """What a word costs in bits: known ones by their count, others by their letters."""
    word = re.sub(r"[\W\d_]+", "", piece).lower()
    if not word:
        return 0.0
    if len(word) == 1:
        return 6.0 if word in "iå" else _UNKNOWN_BITS + 4
    return min(
        _known_bits(word, words), _inflected_bits(word, words), _compound_bits(word, words), _UNKNOWN_BITS + bits_of_word(word)
    )


def _known_bits(word: str, words: Vocabulary) -> float:
    count = words.count(word) + (2 if word in everyday_words() else 0)
    # Rare short "words" of a file are mostly scraps and abbreviations.
    if not count or (len(word) == 2 and word not in everyday_words()):
        return math.inf
    return max(6.0, 14.0 - math.log2(count))


def _inflected_bits(word: str, words: Vocabulary) -> float:
    stems = [(word[: -len(ending)], ending) for ending in _ENDINGS if word.endswith(ending)]
    fitting = [
        stem for stem, ending in stems if len(stem) > _MIN_PART and not stem.endswith(_NO_STEM if ending[0] == "e" else ())
    ]
    return min((_known_bits(stem, words) for stem in fitting), default=math.inf) + _ENDING_BITS


def _compound_bits(word: str, words: Vocabulary, depth: int = 2) -> float:
    """The cheapest division into a first part and the rest, which may be a compound itself."""
    best = math.inf
    for cut in range(_MIN_PART, len(word) - _MIN_PART + 1):
        left = _first_part_bits(word[:cut], words)
        if math.isfinite(left):
            rest = word[cut:]
            right = min(_known_bits(rest, words), _inflected_bits(rest, words))
            best = min(best, left + (right if depth == 0 else min(right, _compound_bits(rest, words, depth - 1))))
    return best + _COMPOUND_BITS


def _first_part_bits(part: str, words: Vocabulary) -> float:
    """What the first part of a compound costs: a word, a word with the linking s, or the beginning of other words of the file."""
    known = min(_known_bits(part, words), _known_bits(part.removesuffix("s"), words))
    beginnings = words.longer_than(part) if len(part) > _MIN_PART else 0
    return min(known, 14.0 - math.log2(beginnings)) if beginnings else known
