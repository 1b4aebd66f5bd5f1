"""Finds municipalities and regions in text: inflected, misspelt, without æ, ø, å, and not those inside other names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.places.distance import allowed_slips, slips
from ingest.places.folding import fold, spellings
from ingest.places.municipalities import COMMON_WORDS, MUNICIPALITIES, OTHER_NAMES, REGIONS

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_MUNICIPAL = re.compile(r"\s*(?:regions)?(?:kommun\w*|komun\w*|municipalit\w*)\b", re.IGNORECASE)
_PLACE_BEFORE = re.compile(
    r"(?:^|[\s(])(?:i|in|på|paa|for|fra|from|til|to|hos|og|and|eller|or|ved|of|kommunerne|,)\s*$", re.IGNORECASE
)
_JUST_BEFORE = 40
"""Characters before a word in which a place word is looked for."""
_UNDERWAY = re.compile(r"\b(?:på|paa|til) vejen$")  # the road, not the municipality
_INSTITUTION = re.compile(
    r"[\s-]*(?:universitets?\w*|universitet\w*|sygehus\w*|hospital\w*|klyngen?\b|bolig\w*|museum|spildevand|vandværk|havn\b|by\b|bugt\b|strand\w*|university)",
    re.IGNORECASE,
)
_COUNCIL_BEFORE = re.compile(
    r"(?:sundhedsr[åa]+d\w*|health council|council|region|klyngen?|hospital\w*|sygehus\w*)\s+(?:for\s+)?$", re.IGNORECASE
)
_CAPITAL_BEFORE = re.compile(r"(\b[A-ZÆØÅ][\w.]*)\s+$")
_NO_PART_OF_A_NAME = """
i på og for fra til af hos ved kommune kommunes hvordan hvad hvem hvor hvorfor hvilken hvilket skal er kan har får kommer bliver
who what does is will has in and
"""
_SAFE_BEFORE = frozenset(_NO_PART_OF_A_NAME.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place in a text: its canonical name and the half-open span of the words. `exact` is False when slips were forgiven."""

    name: str
    start: int
    end: int
    exact: bool = True


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    """Folded spelling → canonical name, exact names before other names."""
    known: dict[str, str] = {}
    for name in (*MUNICIPALITIES, *OTHER_NAMES):
        for spelling in spellings(name):
            known.setdefault(spelling, OTHER_NAMES.get(name, name))
    return known


def municipality_named(words: str) -> str | None:
    """The municipality that `words` name ("Københavns", "aarhus", "Guldborgssund"), or None; long names may have slips."""
    folded = fold(words).strip(" .,;:?!'’\"")
    for form in _forms(folded):
        if form in _known():
            return _known()[form]
    return _nearest(folded)


def _forms(folded: str) -> tuple[str, ...]:
    """The word itself and without an ending of the genitive ("kobenhavns", "odder's", "thys'")."""
    bare = folded.replace("'", "").replace("’", "")
    return (folded, bare, bare.removesuffix("s"), bare.removesuffix("es"))


@lru_cache(maxsize=4096)
def _nearest(folded: str) -> str | None:
    """The one municipality within the allowed slips of a folded word; None when there is none or several."""
    limit = allowed_slips(len(folded))
    lengths = range(len(folded) - limit, len(folded) + limit + 1) if limit else ()
    near = (spelling for length in lengths for spelling in _by_shape().get((folded[0], length), ()))
    found = {_known()[spelling] for spelling in near if slips(spelling, folded, limit) <= limit}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=1)
def _by_shape() -> dict[tuple[str, int], list[str]]:
    """The known spellings by their first letter and length: few of them are worth comparing with a word."""
    shapes: dict[tuple[str, int], list[str]] = {}
    for spelling in _known():
        shapes.setdefault((spelling[0], len(spelling)), []).append(spelling)
    return shapes


def municipalities_in(text: str, *, slips_allowed: bool = True) -> tuple[Mention, ...]:
    """The municipalities a text names, in order. Names inside those of persons, hospitals and health councils do not count."""
    words = list(_WORD.finditer(text))
    found: list[Mention] = []
    taken = 0
    for i, word in enumerate(words):
        if word.start() < taken:
            continue
        for last in (i + 1, i):
            mention = _mention(text, word.start(), words[last].end(), slips_allowed) if last < len(words) else None
            if mention:
                found.append(mention)
                taken = mention.end
                break
    return tuple(found)


def _mention(text: str, start: int, end: int, slips_allowed: bool) -> Mention | None:
    """The mention that the words of `text[start:end]` make, or None."""
    words = text[start:end]
    if words.count(" ") and "," in words:
        return None
    folded = fold(words)
    name = next((_known()[form] for form in _forms(folded) if form in _known()), None)
    exact = name is not None
    if name is None and slips_allowed and allowed_slips(len(folded)) and _looks_like_name(text, start, end):
        name = _nearest(folded) or _nearest(folded.removesuffix("s"))
    if name is None or _within_another_name(text, start, end):
        return None
    if _UNDERWAY.search(text[:end]):
        return None
    if folded in COMMON_WORDS and not _is_place(text, start, end):
        return None
    return Mention(name=name, start=start, end=end, exact=exact)


def _looks_like_name(text: str, start: int, end: int) -> bool:
    """Whether slips may be forgiven: a capital inside the sentence, a place word before, or "Kommune" after."""
    return (start > 0 and text[start].isupper()) or _is_place(text, start, end)


def _is_place(text: str, start: int, end: int) -> bool:
    """Whether the words around say that a place is meant."""
    capital = start > 0 and text[start].isupper()
    return capital or bool(_MUNICIPAL.match(text, end)) or bool(_PLACE_BEFORE.search(text, max(0, start - _JUST_BEFORE), start))


def _within_another_name(text: str, start: int, end: int) -> bool:
    """Whether the words are part of the name of a person, hospital or council."""
    if _MUNICIPAL.match(text, end):
        return False
    if _INSTITUTION.match(text, end) or _COUNCIL_BEFORE.search(text[:start]):
        return True
    before = _CAPITAL_BEFORE.search(text[:start])
    if before is None or not text[start].isupper():
        return False
    inside = text[: before.start()].strip() != ""
    return inside and fold(before.group(1)) not in _SAFE_BEFORE and municipality_named(before.group(1)) is None


def regions_in(text: str) -> tuple[str, ...]:
    """The regions a text names, canonical, in the order of `REGIONS`; "i Nordjylland" counts as the region."""
    folded = f" {fold(text)} "
    return tuple(region for region in REGIONS if any(f"{form}" in folded for form in _region_forms(region)))


@lru_cache(maxsize=16)
def _region_forms(region: str) -> frozenset[str]:
    """Folded ways to write a region, each with the space before it."""
    bare = region.removeprefix("Region ")
    forms = {f" region {spelling}" for spelling in spellings(bare)}
    if bare not in {"Hovedstaden", "Sjælland"}:  # the capital and the island are named for other reasons too
        forms |= {f" i {spelling}" for spelling in spellings(bare)} | {f" in {spelling}" for spelling in spellings(bare)}
    return frozenset(forms)
