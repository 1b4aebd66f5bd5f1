"""Whether two words are forms of one, or parts of one compound."""

from __future__ import annotations

import re

from service.understanding.words import same_word, stem

PART_LETTERS = 5
"""A stem of fewer letters is no part of a compound."""

_ELIDED = re.compile(r"(?<=[^aeiouyæøå])e([lnr])$")
"""The vowel that a Danish word gives up before an ending: "forespørgsel", "forespørgslen"."""


def form_of(word: str, own: str) -> bool:
    """Whether two folded words have one stem, or one's stem is the beginning or end of the other's."""
    shorter, longer = sorted((_ELIDED.sub(r"\1", stem(word)), _ELIDED.sub(r"\1", stem(own))), key=len)
    return shorter == longer or (len(shorter) >= PART_LETTERS and (longer.startswith(shorter) or longer.endswith(shorter)))


def means(word: str, own: str) -> bool:
    """Whether two words are forms of one, or one is the other's beginning or end: parts of one compound."""
    if word[:2] == own[:2] and same_word(word, own):
        return True
    shorter, longer = sorted((stem(word), stem(own)), key=len)
    return len(shorter) >= PART_LETTERS and (longer.startswith(shorter) or longer.endswith(shorter))
