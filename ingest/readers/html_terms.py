"""Lists of terms (`<dl>`): "term: what it means" on a line of its own, where that is short."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import Tag

LONGEST_MEANING = 60  # words: a longer text stands under its term as under a heading
LONGEST_TERM = 12  # words


def terms_of(tag: Tag) -> Iterator[str]:
    """The terms of a list with what they mean; nothing where one is a question, or a meaning is long or has parts of its own."""
    pairs: list[tuple[list[str], list[str]]] = []
    for part in tag.find_all(["dt", "dd"]):
        text = " ".join(part.get_text(" ").split())
        if part.find(["dl", "ul", "ol", "table", "h2", "h3", "h4"]) or not _is_short(part, text):
            return
        if part.name == "dt" and (not pairs or pairs[-1][1]):
            pairs.append(([], []))
        if not pairs:
            return
        pairs[-1][part.name == "dd"].append(text)
    for terms, meanings in pairs:
        yield ": ".join(filter(None, (" / ".join(terms).rstrip(" :"), " ".join(meanings))))


def _is_short(part: Tag, text: str) -> bool:
    if part.name == "dd":
        return len(text.split()) <= LONGEST_MEANING
    return len(text.split()) <= LONGEST_TERM and not text.endswith("?")
