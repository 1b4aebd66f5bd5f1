"""What a number in a sentence counts: its own noun right behind it, or, standing bare, what the words before it speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.answering.extracts.spans.found import Span
from service.answering.extracts.words import Word

MOST_OWN_WORDS = 5
"""The noun of a number stands among this many words after it: "31 af kommunens 36 akutsygeplejersker"."""

_LINKS = frozenset({"af", "of", "ud", "out", "de", "den", "det", "the", "these", "disse", "alle", "all"})
"""Words that may stand between a number and what it counts."""

_PERCENT = re.compile(r"\s?%")
_BREAK = re.compile(r"[,;:()\n]|\.\s|\s[-–]\s")
_SHORT_UNIT = re.compile(r"^(?:mio|mia|kr|pct|mdr|t)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A number in a unit: its place, the words right behind it that it counts (() for a bare one), whether it is a rate."""

    span: Span
    own: tuple[Word, ...]
    is_rate: bool = False


def value_at(span: Span, text: str, words: Sequence[Word]) -> Value:
    """The number of a span in a unit's text, with what it counts. `words` are the unit's, in order."""
    percent = _PERCENT.match(text, span.end)
    if percent:
        sign = Word(text="%", start=percent.start(), end=percent.end(), term="pct", parts=())
        return Value(span=span, own=(sign,))
    own: list[Word] = []
    end = span.end
    for word in [word for word in words if word.start >= span.end][:MOST_OWN_WORDS]:
        lowered = word.text.lower()
        if _breaks(text[end : word.start], own):
            break
        if lowered in {"pr", "per"}:
            return Value(span=span, own=tuple(own), is_rate=bool(own))
        half = lowered in {"og", "eller", "and", "or"} and text[end : end + 1] in {"-", "‐"}
        if not word.term and lowered not in _LINKS and not half:
            break
        if word.term and not word.text[0].isdigit():
            own.append(word)
        end = word.end
    return Value(span=span, own=tuple(own))


def _breaks(between: str, own: Sequence[Word]) -> bool:
    """Whether what lies between two words ends the phrase; the full stop of a short unit ("mio. kr.") does not."""
    if between.startswith(".") and own and _SHORT_UNIT.match(own[-1].text):
        between = between[1:]
    return bool(_BREAK.search(between))
