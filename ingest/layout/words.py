"""The words of a file, and how two lines of a paragraph become one text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ingest.layout.lines import PrintedLine

WORD = re.compile(r"[^\W\d_]+")
LAST_WORD = re.compile(r"(?:^|(?<=[\s(”\"])|(?<=\d\.))[^\W\d_]+$")
FIRST_WORD = re.compile(r"^[^\W\d_]+")
FULL = 0.02  # of a line's width: less is free at the end of a line that was broken by its width alone
VOWEL = re.compile(r"[aeiouyæøå]", re.IGNORECASE)
SHORTEST_PART = 4  # letters of a part of a compound
COMMON = 3  # times a word stands in the file
ENDINGS = frozenset(["et", "en", "er", "ne", "erne"])  # Danish words that are the ends of others as well
ONE_LETTER_WORDS = frozenset("iåIÅ")


class Vocabulary:
    """The words that stand inside the lines of a file, where no line break can have cut them, and how often."""

    def __init__(self, lines: Iterable[PrintedLine]) -> None:
        self._counts = Counter(word.lower() for line in lines for word in WORD.findall(line.text)[1:-1])

    def count(self, word: str) -> int:
        """How often the word stands in the file; single letters count only where Danish has such a word."""
        return 0 if len(word) == 1 and word not in ONE_LETTER_WORDS else self._counts[word.lower()]

    def is_cut(self, left: str, right: str) -> bool:
        """Whether `left` and `right` are the parts of a word that was cut.

        One of them is no word of the file, and together they are a common one; a word seen once or twice is enough where
        neither part is a word (in print, words run together too); none where a single letter or no vowel is left over, or where
        the whole is made of two words of the file. A noun and its ending may both be words: the whole is more usual by far then.
        """
        unknown = [part for part in (left, right) if not self.count(part)]
        if not unknown:
            return right in ENDINGS and self.count(left + right) >= COMMON * max(self.count(left), 1)
        whole = self.count(left + right)
        if len(unknown) < 2:
            return whole >= COMMON
        if not right[:1].islower():
            return whole > 0
        scrap = min(len(left), len(right)) == 1 or not all(map(VOWEL.search, (left, right)))
        return whole > 0 or scrap or self._is_compound(left + right)

    def _is_compound(self, word: str) -> bool:
        """Whether a word is two words of the file set together."""
        ends = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
        return any(self.count(word[:end]) and self.count(word[end:]) for end in ends)


def glued(above: str, line: PrintedLine, last: PrintedLine, vocabulary: Vocabulary) -> str:
    """The text of a paragraph with one more line, `last` being the line before it.

    A hyphen that repair left at the end of a line belongs to the word. Some programs break lines anywhere: a word that
    is cut at the full end of a line is put together where the file's own words say so.
    """
    below = " ".join(line.text.split())
    if re.search(r"\w[-‐]$", above) and not re.match(r"(?:og|eller|samt)\b", below):
        return above + below
    left, right = LAST_WORD.search(above), FIRST_WORD.match(below)
    if left and right and line.box and last.room < FULL and vocabulary.is_cut(left.group(), right.group()):
        return above + below
    return f"{above} {below}"
