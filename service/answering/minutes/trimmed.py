"""Cuts a quotation to a number of words at the end of a sentence."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ(»”\"\d–-])|\n+")

LEAST_FILLED = 0.8
"""When whole sentences fill less than this share of the room, the text is cut inside a sentence."""


def trimmed(text: str, most_words: int) -> str:
    """The text with white space folded; when it is longer, as many of its whole sentences as fit, followed by " …"."""
    folded = re.sub(r"[ \t]*\n+[ \t]*", "\n", text.strip())
    if len(folded.split()) <= most_words:
        return re.sub(r"\s+", " ", folded)
    kept: list[str] = []
    for sentence in _SENTENCE_END.split(folded):
        if kept and len(" ".join([*kept, sentence]).split()) > most_words:
            break
        kept.append(sentence)
    words = " ".join(kept).split()
    if len(words) < LEAST_FILLED * most_words:
        words = folded.split()
    return " ".join(words[:most_words]) + " …"
