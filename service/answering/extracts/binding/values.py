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

_OF = frozenset({"af", "of"})
_OF_WHAT = re.compile(
    r"%|pct|procent|percent|mio|mia|kr|kroner|par|slags|typer|types|former|forms|kinds|hold|grupper|groups|liter|kg|timer|dele|"
    r"ture|sæt|stk|styk|km|hektar|ha|m2|del|andel",
    re.IGNORECASE,
)
"""Words behind which "of" goes on to what is counted: "tre slags aftaler", but not "11.840 udskrivninger af borgere"."""
_OR_MORE = frozenset(
    {"eller", "og", "or", "and", "derover", "derunder", "opefter", "flere", "mere", "mindre", "more", "over", "above"}
)
"""Words that go on a bare number: "20 eller derover nye tilfælde"."""

_PERCENT = re.compile(r"\s?%")
_BREAK = re.compile(r"[,;:()\n]|\.\s|\s[-–]\s")
_SHORT_UNIT = re.compile(r"^(?:mio|mia|kr|pct|mdr|t)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A number in a unit: its place, the words right behind it that it counts (() for a bare one), whether it is a rate.

    `of` are those behind an "of", which it does not count: "11.840 udskrivninger af borgere".
    """

    span: Span
    own: tuple[Word, ...]
    of: tuple[Word, ...] = ()
    is_rate: bool = False


def value_at(span: Span, text: str, words: Sequence[Word]) -> Value:
    """The number of a span in a unit's text, with what it counts. `words` are the unit's, in order."""
    percent = _PERCENT.match(text, span.end)
    if percent:
        sign = Word(text="%", start=percent.start(), end=percent.end(), term="pct", parts=())
        return Value(span=span, own=(sign,))
    own: list[Word] = []
    head, end = 0, span.end
    for word in [word for word in words if word.start >= span.end][:MOST_OWN_WORDS]:
        lowered = word.text.lower()
        if _breaks(text[end : word.start], own):
            break
        if lowered in {"pr", "per"}:
            return _value(span, own, head, is_rate=bool(own))
        if not own and lowered in _OR_MORE:
            end = word.end
            continue
        if lowered in _OF and own and not _OF_WHAT.fullmatch(own[-1].text):
            head = head or len(own)
        half = lowered in {"og", "eller", "and", "or"} and text[end : end + 1] in {"-", "‐"}
        if not word.term and lowered not in _LINKS and not half:
            break
        if word.term and not word.text[0].isdigit():
            own.append(word)
        end = word.end
    return _value(span, own, head)


def _value(span: Span, own: Sequence[Word], head: int, *, is_rate: bool = False) -> Value:
    """The number with its words, of which the first `head` are its own where that is not 0."""
    place = head or len(own)
    return Value(span=span, own=tuple(own[:place]), of=tuple(own[place:]), is_rate=is_rate)


def _breaks(between: str, own: Sequence[Word]) -> bool:
    """Whether what lies between two words ends the phrase; the full stop of a short unit ("mio. kr.") does not."""
    if between.startswith(".") and own and _SHORT_UNIT.match(own[-1].text):
        between = between[1:]
    return bool(_BREAK.search(between))
