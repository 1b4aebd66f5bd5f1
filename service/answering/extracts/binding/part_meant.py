"""Which part of the counted ones a question means: "hvor mange af svarene om lokalplanen kom fra lægerne"."""

from __future__ import annotations

import re
from collections.abc import Collection

from index.analysis.folding import fold
from service.answering.extracts.binding.asked_phrases import counted_phrase
from service.answering.extracts.words import WORD

_PART_OF = re.compile(r"^(?:af|of)\s+", re.IGNORECASE)
"""Behind "how many": only a part of them is counted."""

_CLAUSE = re.compile(r",\s+(?:at|som|der|hvis|når|før|that|which|if|when|before)\b", re.IGNORECASE)
"""Behind it another clause says what it is about."""
_OF_THE_NOUN = re.compile(r"^(?:om|til|for|på|i|ved|about|on|in|to|for)\s+(?:(?:den|det|de|the)\s+)?\S+", re.IGNORECASE)
"""What stands right behind a noun and a preposition says which things they are, and not which part of them."""


def without_part_of(phrase: str) -> str:
    """What stands behind "how many" from its noun on."""
    return _PART_OF.sub("", phrase)


def words_of_part(question: str, nouns: Collection[str]) -> list[str]:
    """The words that tell which part is meant, behind the noun and what says which things they are; [] where all are counted.

    `nouns` are the folded words of what is counted.
    """
    phrase = counted_phrase(question) or ""
    if not _PART_OF.match(phrase):
        return []
    words = WORD.findall(phrase)
    noun = next((place for place, word in enumerate(words) if fold(word) in nouns), -1)
    return WORD.findall(_OF_THE_NOUN.sub("", " ".join(words[noun + 1 :])))
