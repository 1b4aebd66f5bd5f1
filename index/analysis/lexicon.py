"""The Danish–English lexicon: finds English words and phrases in a question and gives the Danish ones the corpus may use."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from itertools import chain

from index.analysis.english import english_stem
from index.analysis.stems import stem
from index.analysis.words import is_number, words_of

LEXICON = "lexicon_da_en.txt"
"""The words of the field, a Danish idea a line."""
EVERYDAY = "lexicon_everyday.txt"
"""What questions are made of besides, an English idea a line, its senses with semicolons between."""
MAX_PHRASE = 5
_BEFORE_MONTHS = re.compile(r"in|of|by|since|until|till|from|during|to|last|next|this|early|late|before|after|and|or")
_PARTICLES = re.compile(r"up|out|off|over|down|back|away|forward|aside|together")
FARTHEST_PARTICLE = 4
"""Words behind a verb, the last of which may be its particle: "carry the money left over"."""
Key = tuple[str, ...]
Entry = tuple[Sequence[str], Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """The words `start` to `end` (half-open) of a question and what they may be in the other language, best first."""

    start: int
    end: int
    renderings: tuple[str, ...]


class Lexicon:
    """A two-way word list. Entries are (Danish words, English words), each by its base form; inflection is matched by stems.

    A Danish word is the better rendering of an English one the nearer to the front that stands among its English words.
    What is listed `apart` is all equally good, and its Danish words do not stand for each other: what stands for one
    English word need not in Danish.
    """

    def __init__(self, entries: Iterable[Entry], apart: Iterable[Entry] = ()) -> None:
        ranks: dict[Key, dict[str, int]] = {}
        self._to_english: dict[Key, dict[str, None]] = {}
        self._synonyms: dict[Key, dict[str, None]] = {}
        self._exact: dict[str, set[str]] = {}
        self._count = 0
        for entry in entries:
            self._add(entry, ranks, alike=True)
        for entry in apart:
            self._add(entry, ranks, alike=False)
        self._to_danish = {key: tuple(sorted(ranked, key=ranked.__getitem__)) for key, ranked in ranks.items()}

    def __len__(self) -> int:
        return self._count

    def translate(self, words: Sequence[str]) -> list[Rendering]:
        """What the English words and phrases among folded `words` are in Danish; the longest phrase wins, none overlap.

        What is listed under the very form, singular or plural, comes first: "training" is no "train".
        """
        keys = [_english_key([word]) for word in words]
        found = [each for each in _matches(keys, self._to_danish) if not _is_modal(words, each)]
        exact = [replace(each, renderings=self._exact_first(words[each.start : each.end], each.renderings)) for each in found]
        return [self._with_particle(each, words, keys) for each in exact]

    def _with_particle(self, found: Rendering, words: Sequence[str], keys: Sequence[Key]) -> Rendering:
        """A verb whose particle stands behind its object ("put the item off") with what both are together first."""
        behind = range(found.end + 1, min(len(words), found.end + FARTHEST_PARTICLE)) if found.end - found.start == 1 else ()
        for place in behind:
            if _PARTICLES.fullmatch(words[place]):
                together = self._to_danish.get((*keys[found.start], *keys[place]), ())
                return replace(found, renderings=tuple(dict.fromkeys((*together, *found.renderings))))
        return found

    def _exact_first(self, words: Sequence[str], renderings: Sequence[str]) -> tuple[str, ...]:
        exact = self._exact.get(_form(words), ())
        return (*(each for each in renderings if each in exact), *(each for each in renderings if each not in exact))

    def translate_danish(self, words: Sequence[str]) -> list[Rendering]:
        """What the Danish words and phrases among folded `words` are in English; the longest phrase wins, none overlap."""
        return _matches([(stem(word),) for word in words], self._to_english)

    def expand(self, word: str) -> list[str]:
        """Danish words that mean the same as a Danish word, best first; without the word itself."""
        return list(self._synonyms.get((stem(word),), ()))

    def akin(self, word: str) -> list[str]:
        """Other Danish words that share an English rendering with a Danish word, those that share the most first."""
        found: dict[str, int] = {}
        for english in self._to_english.get((stem(word),), ()):
            for danish in self._to_danish.get(_english_key(words_of(english)), ()):
                if stem(words_of(danish)[0]) != stem(word) or " " in danish:
                    found[danish] = found.get(danish, 0) + 1
        return sorted(found, key=lambda danish: -found[danish])

    def knows_english(self, word: str) -> bool:
        """Whether a single English word stands in the lexicon."""
        return _english_key([word]) in self._to_danish

    def knows_danish(self, word: str) -> bool:
        """Whether a single Danish word stands in the lexicon."""
        return (stem(word),) in self._to_english

    def english_words(self) -> list[tuple[str, tuple[str, ...]]]:
        """Every single English stem with its Danish renderings."""
        return [(key[0], danish) for key, danish in self._to_danish.items() if len(key) == 1]

    def _add(self, entry: Entry, ranks: dict[Key, dict[str, int]], *, alike: bool) -> None:
        """Enter a line, each phrase of it taken apart once: all lines are entered at every start."""
        self._count += 1
        danish, english = entry
        for place, phrase in enumerate(english):
            words = words_of(phrase)
            self._exact.setdefault(_form(words), set()).update(danish)
            ranked = ranks.setdefault(_english_key(words), {})
            rank = place if alike else 0
            for word in danish:
                ranked[word] = min(rank, ranked.get(word, rank))
        for phrase in danish:
            stems = tuple(stem(word) for word in words_of(phrase))
            self._to_english.setdefault(stems, {}).update(dict.fromkeys(english))
            if alike and len(stems) == 1:
                self._synonyms.setdefault(stems, {}).update(dict.fromkeys(other for other in danish if other != phrase))


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon that comes with the package."""
    of_the_field = ((_words(danish), _words(english)) for danish, english in _lines(LEXICON))
    everyday = ((_words(senses.replace(";", ",")), _words(english)) for english, senses in _lines(EVERYDAY))
    return Lexicon(of_the_field, apart=everyday)


def _lines(name: str) -> Iterator[tuple[str, str]]:
    """The two sides of every line of a list of the package."""
    for line in files("index.analysis").joinpath(name).read_text(encoding="utf-8").splitlines():
        left, found, right = line.partition(" = ")
        if found and not line.startswith("#"):
            yield left, right


def _words(listed: str) -> list[str]:
    return [word.strip() for word in listed.split(",")]


def _english_key(words: Sequence[str]) -> Key:
    """The stems an English phrase is known by, hyphenated words taken apart: "set-up costs" and "set up costs" are one."""
    return tuple(english_stem(part) for word in words for part in word.split("-") if part)


def _form(words: Sequence[str]) -> str:
    """A phrase as it is written, but for the s of a plural."""
    return " ".join(word.removesuffix("s") for word in words)


def _is_modal(words: Sequence[str], found: Rendering) -> bool:
    """Whether a word is the verb "may": the month stands beside a number or behind one of some little words."""
    if words[found.start : found.end] != ["may"]:
        return False
    before, after = words[max(0, found.start - 1) : found.start], words[found.end : found.end + 1]
    return not (any(map(is_number, (*before, *after))) or (before and _BEFORE_MONTHS.fullmatch(before[0])))


def _matches(keys: Sequence[Key], table: Mapping[Key, Collection[str]]) -> list[Rendering]:
    """The longest phrases of a table among words, each word given by its key."""
    found = []
    start = 0
    while start < len(keys):
        for end in range(min(len(keys), start + MAX_PHRASE), start, -1):
            renderings = table.get(tuple(chain.from_iterable(keys[start:end])))
            if renderings:
                found.append(Rendering(start=start, end=end, renderings=tuple(renderings)))
                start = end - 1
                break
        start += 1
    return found
