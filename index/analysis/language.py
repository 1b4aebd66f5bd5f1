"""Which language a question is in, by its words."""

from __future__ import annotations

from collections.abc import Sequence

from index.analysis.lexicon import lexicon
from index.analysis.stopwords import DANISH_MARKERS, ENGLISH_MARKERS


def is_english(words: Sequence[str]) -> bool:
    """Whether folded words read as English: more English than Danish little words, else more words of English alone."""
    english, danish = sum(word in ENGLISH_MARKERS for word in words), sum(word in DANISH_MARKERS for word in words)
    if english == danish:
        both = lexicon()
        in_english, in_danish = [both.knows_english(word) for word in words], [both.knows_danish(word) for word in words]
        english = sum(one and not other for one, other in zip(in_english, in_danish, strict=True))
        danish = sum(other and not one for one, other in zip(in_english, in_danish, strict=True))
    return english > danish
