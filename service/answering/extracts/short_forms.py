"""The short forms that the names of bodies give by their initials: "Fælles Forretningsudvalg" is FFU, "Økonomiudvalget" ØU.

Staff ask with the short form, documents often write the long one only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from index.analysis.folding import fold
from index.analysis.stopwords import STOP_WORDS
from service.answering.extracts.words import WORD

MOST_WORDS_OF_NAME = 4
LONGEST_SHORT = 6
"""Letters of a short form at most."""

_BODY = re.compile(
    r"(?P<noun>udvalg|forum|råd|gruppe|bestyrelse|forvaltning|styrelse|nævn|kreds|partnerskab|organisation)"
    r"(?P<definite>met|et|en|n)?s?$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"-,?\s+(?:og\s+)?|,?\s+og\s+")
"""Between the parts of "Børne- og Ungdomsudvalget"."""


def short_form(place: int, matches: Sequence[re.Match[str]], text: str, parts: Callable[[str], tuple[str, ...]]) -> str:
    """The folded initials of the body's name that ends with the word at a place, "" when none does.

    `matches` are the words of the text in order; `parts` gives the folded parts of a compound.
    """
    last = matches[place].group()
    noun = _BODY.search(last) if last[0].isupper() else None
    if noun is None or not noun.start():
        return ""
    before = _before(place, matches, text, definite=noun.group("definite") is not None)
    return "".join((*(fold(word[0]) for word in before), *_initials(last, noun, parts(last))))


def is_said_short(name: str, said: Iterable[str]) -> bool:
    """Whether words in lower case, those of a question, say a body's name, or the end of it, by its initials ("ffu")."""
    matches = tuple(WORD.finditer(name))
    short = short_form(len(matches) - 1, matches, name, lambda _: ()) if matches else ""
    return bool(short) and any(
        fold(form).endswith(short) for word in said if len(form := word.partition("-")[0]) <= LONGEST_SHORT
    )


def _before(place: int, matches: Sequence[re.Match[str]], text: str, *, definite: bool) -> list[str]:
    """The capitalised words of the name before its last, in order: adjectives, or the others that the last is joined with."""
    words: list[str] = []
    coming = matches[place]
    for match in reversed(matches[max(0, place - 2 * MOST_WORDS_OF_NAME) : place]):
        if fold(match.group()) == "og":
            continue
        between = text[match.end() : coming.start()]
        joined = bool(_JOINED.fullmatch(between)) and "-" in between
        beside = not definite and between == " " and fold(match.group()) not in STOP_WORDS
        if not match.group()[0].isupper() or not (joined or beside) or len(words) + 1 == MOST_WORDS_OF_NAME:
            break
        words.insert(0, match.group())
        coming = match
    return words


def _initials(word: str, noun: re.Match[str], parts: Sequence[str]) -> list[str]:
    """The initials of a compound's smallest parts, the body's noun last."""
    folded, head = fold(word[: noun.start()]), fold(noun.group("noun"))
    smallest = [part for part in parts if not any(part != other and part.startswith(other) for other in parts)]
    starts = sorted({folded.find(part) for part in smallest if not head.startswith(part)} - {-1, 0})
    return [fold(word[0]), *(folded[start] for start in starts), head[0]]
