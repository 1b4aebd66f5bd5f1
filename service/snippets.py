"""The part of a passage to show for a search, and which of its words were asked for."""

from __future__ import annotations

import re

WORD = re.compile(r"\w+")
SNIPPET_CHARACTERS = 320
SHORTEST_STEM = 4  # characters two words must share to count as the same word in another form
MOST_TERMS = 20


def snippet(text: str, query: str) -> tuple[str, tuple[str, ...]]:
    """Give the stretch of about 320 characters with the most of the query's words, cut at words, and these words as they stand.

    The earliest of equally good stretches wins.
    """
    wanted = {word.lower() for word in WORD.findall(query)}
    found = [match for match in WORD.finditer(text) if _asked_for(match.group().lower(), wanted)]
    start = _best_start([match.start() for match in found], len(text))
    cut = _at_words(text, start)
    terms = {match.group() for match in found if start <= match.start() < start + SNIPPET_CHARACTERS}
    return cut, tuple(sorted(terms)[:MOST_TERMS])


def _asked_for(word: str, wanted: set[str]) -> bool:
    """Whether a word was asked for, in this form or another (`sygepleje`, `sygeplejen`); short words only as they are."""
    if word in wanted:
        return len(word) > 2
    if len(word) < SHORTEST_STEM:
        return False
    return any(len(other) >= SHORTEST_STEM and (word.startswith(other) or other.startswith(word)) for other in wanted)


def _best_start(places: list[int], length: int) -> int:
    """Give where the stretch with most places begins, a little before its first place."""
    best, most = 0, 0
    for place in places:
        start = max(0, min(place - 60, length - SNIPPET_CHARACTERS))
        count = sum(start <= other < start + SNIPPET_CHARACTERS for other in places)
        if count > most:
            best, most = start, count
    return best


def _at_words(text: str, start: int) -> str:
    """Cut at the next word's beginning and the last word's end, with an ellipsis where something is left out."""
    end = min(len(text), start + SNIPPET_CHARACTERS)
    if start > 0:
        start = text.find(" ", start) + 1 or start
    if end < len(text):
        end = text.rfind(" ", start, end) if text.rfind(" ", start, end) > start else end
    return ("… " if start > 0 else "") + text[start:end].strip() + (" …" if end < len(text) else "")
