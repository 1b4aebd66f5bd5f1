"""The document a question names by its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingest.dates.find import find_dates
from ingest.places.folding import fold
from ingest.records import Document
from service.understanding.words import same_word, stem, words_of

_GENERAL = """
oversigt oversigten side siden webside
holdt holder holdes afholdt afholdes afholdte blev dato dag dateret udgivet opdateret offentliggjort hvornaar mødet møde
notat notatet dokument dokumentet bilag bilaget oplæg oplægget udarbejdet skrevet forfattet lavet skrev forfatter
afsender vedkommendes telefonnummer telefon mail email mailadresse held dated written author wrote prepared meeting
document note about regarding vedrørende vedr brev brevet letter memo
"""
_KNOWN = frozenset(stem(fold(word)) for word in _GENERAL.split())
FEWEST_WORDS = 2
LONG_WORD = 12
"""A single word of so many letters names a title as well as two do: "udskrivningskoordinatorer"."""


def topic_of_title(text: str) -> tuple[str, ...]:
    """The words of a question that may belong to a title: no dates, no words of asking."""
    for found in reversed(find_dates(text)):
        text = f"{text[: found.char_start]} {text[found.char_end :]}"
    return tuple(word for word in words_of(text) if len(word) > 2 and not word.isdigit() and stem(word) not in _KNOWN)


def titled(text: str, documents: Iterable[Document], least_share: float) -> Document | None:
    """The one document whose title holds this share of the question's words, two or more; None when none or several do."""
    topic = topic_of_title(text)
    scored = [(_share(topic, document.title), document) for document in documents]
    best = max((score for score, _ in scored), default=0.0)
    found = [document for score, document in scored if score == best]
    return found[0] if best >= least_share and len(found) == 1 else None


def _share(topic: Sequence[str], title: str) -> float:
    own = words_of(re.sub(r"\d+", " ", title))
    held = [word for word in topic if any(same_word(word, other) for other in own)]
    enough = len(held) >= FEWEST_WORDS or any(len(word) >= LONG_WORD for word in held)
    return len(held) / len(topic) if topic and enough else 0.0
