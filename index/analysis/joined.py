"""What English says in two words and Danish in one: "patient transport", "transport of patients" → patienttransport."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.analysis.lexicon import Rendering
from index.analysis.stopwords import STOP_WORDS
from index.analysis.words import SUSPENDED, is_number, words_of

LINKS = ("", "s", "e", "er")
"""What Danish puts between the words of a compound."""
MOST_EACH = 8
"""Renderings of a word that are tried."""
SHORTEST = 2
_OF = ("of", "for", "on")
_ARTICLES = ("the", "a", "an")


def compounds(words: Sequence[str], renderings: Sequence[Rendering]) -> list[Rendering]:
    """Every two neighbours among folded `words` of an English question with the compounds they may be in Danish.

    `renderings` are those of `Lexicon.translate`. A word may also stand in the compound as it is: many look alike in both
    languages ("supplement"), and some are Danish. Most of the compounds are no words at all: the corpus tells.
    """
    units = _units(words, renderings)
    found = []
    for place, unit in enumerate(units[:-1]):
        after, of = _next(units, words, place)
        if after is not None:
            first, last = (after, unit) if of else (unit, after)
            joined = tuple(_joined(first.renderings, last.renderings))
            found += [Rendering(start=unit.start, end=after.end, renderings=joined)] if joined else []
    return found


def _units(words: Sequence[str], renderings: Sequence[Rendering]) -> list[Rendering]:
    """The question as phrases with their renderings, and words by themselves, in order."""
    starts = {each.start: each for each in renderings}
    units = []
    place = 0
    while place < len(words):
        found = starts.get(place)
        end = found.end if found else place + 1
        itself = words[place:end] if end - place == 1 else ()
        units.append(Rendering(start=place, end=end, renderings=(*(found.renderings if found else ()), *itself)))
        place = end
    return units


def _next(units: Sequence[Rendering], words: Sequence[str], place: int) -> tuple[Rendering | None, bool]:
    """The unit that may make a compound with the one at `place`, and whether an "of" stands between them."""
    after = place + 1
    of = _is(units[after], words, _OF)
    while after < len(units) - 1 and (_is(units[after], words, _OF) or (of and _is(units[after], words, _ARTICLES))):
        after += 1
    usable = _is_telling(units[place], words) and _is_telling(units[after], words)
    return (units[after] if usable else None), of


def _is(unit: Rendering, words: Sequence[str], some: Sequence[str]) -> bool:
    return unit.end - unit.start == 1 and words[unit.start] in some


def _is_telling(unit: Rendering, words: Sequence[str]) -> bool:
    only = words[unit.start] if unit.end - unit.start == 1 else ""
    return not (only in STOP_WORDS or is_number(only) or SUSPENDED in only)


def _joined(firsts: Sequence[str], lasts: Sequence[str]) -> Iterator[str]:
    for first in _single(firsts):
        for last in _single(lasts):
            yield from dict.fromkeys(first + link + last for link in LINKS)


def _single(renderings: Sequence[str]) -> list[str]:
    """The renderings of one word, folded, each once."""
    words = [each[0] for each in map(words_of, renderings[:MOST_EACH]) if len(each) == 1 and len(each[0]) > SHORTEST]
    return list(dict.fromkeys(words))
