"""Which of a row of things is meant: "tredje etape", "3. etape", "etape 3" and the cell "Etape: 3" are one and the same."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORDS = {
    "første": 1, "anden": 2, "andet": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "syvende": 7, "ottende": 8,
    "niende": 9, "tiende": 10, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
}  # fmt: skip
_STEPS = (
    r"(?:bølge|etape|fase|trin|runde|kvartal|halvår|rate|del|hold|spor|model|pulje|zone|klasse|gruppe|afsnit|kapitel|møde|"
    r"wave|stage|phase|step|round|quarter|instalment|part|track|zone|group)"
)
"""Things that come one after the other and bear a number."""

_BEFORE = re.compile(rf"\b(?P<which>{'|'.join(_WORDS)}|\d{{1,2}}\.)\s+(?P<step>{_STEPS})", re.IGNORECASE)
_AFTER = re.compile(rf"\b(?P<step>(?i:{_STEPS}))\w{{0,3}}:?\s+(?P<which>\d{{1,2}}|[A-Z])\b(?![.,:]\d)")
_LETTERED = re.compile(r"\b[^\W\d_]{3,}:?\s+(?P<which>[A-HJ-Z])\b(?!\s?[./&-]\w|\s+[A-ZÆØÅ][a-zæøå])")
"""A thing that bears a letter: "kørsel A", "model B"."""
_ASKS_MEANING = re.compile(r"\b(?:betyde\w*|står\b.*\bfor|means?|stands? for)\b", re.IGNORECASE)
_SAME = {
    "wave": "bølge", "stage": "etape", "phase": "fase", "step": "trin", "round": "runde", "quarter": "kvartal",
    "instalment": "rate", "part": "del", "track": "spor", "group": "gruppe",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinal:
    """A step and its number or letter, in Danish and lower case."""

    step: str
    which: str


def ordinals_of(text: str) -> tuple[Ordinal, ...]:
    """The numbered things a text speaks of, in printed order within each way of saying them."""
    found = [*_BEFORE.finditer(text), *_AFTER.finditer(text)]
    return tuple(Ordinal(step=_step(match.group("step")), which=_which(match.group("which"))) for match in found)


def says_other(asked: tuple[Ordinal, ...], text: str) -> bool:
    """Whether a text speaks of other ones of the asked kind of steps, and not of the one asked about."""
    said = ordinals_of(text)
    return any(
        ordinal not in said and any(other.step == ordinal.step or _akin(other, ordinal) for other in said) for ordinal in asked
    )


def letters_of(text: str) -> frozenset[str]:
    """The single letters that things in a text bear."""
    return frozenset(match.group("which") for match in _LETTERED.finditer(text))


def is_of_other(question: str, text: str, above: str) -> bool:
    """Whether a text speaks of another numbered or lettered one ("kørsel A") than the question ("kørsel B").

    `above` is what the text stands under, which may say the letter for it.
    """
    asked, said = frozenset() if _ASKS_MEANING.search(question) else letters_of(question), letters_of(text)
    if asked and said and not asked & said:
        return not asked & letters_of(above)
    return says_other(ordinals_of(question), text)


def _akin(first: Ordinal, second: Ordinal) -> bool:
    """Stages, phases and waves are words for each other."""
    same = {"bølge", "etape", "fase", "trin", "runde", "rate", "del"}
    return {first.step, second.step} <= same


def _step(word: str) -> str:
    return _SAME.get(word.lower(), word.lower())


def _which(word: str) -> str:
    return str(_WORDS.get(word.lower(), word.lower().rstrip(".")))
