"""Spellings made equal: case, æ/ø/å and their stand-ins, hyphens."""

from __future__ import annotations

import unicodedata
from itertools import product

_TRANSCRIBED = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ö": "oe", "ä": "ae", "é": "e", "ü": "y", "-": " ", "‐": " ", "‑": " ", "–": " "}
)
_CHOICES = {"æ": ("ae", "a", "e"), "ø": ("oe", "o"), "å": ("aa", "a")}


def fold(text: str) -> str:
    """`text` in lower case with æ, ø, å written ae, oe, aa and hyphens as spaces: "Tårnby" and "Taarnby" become equal."""
    return unicodedata.normalize("NFC", text).lower().translate(_TRANSCRIBED)


def spellings(name: str) -> frozenset[str]:
    """All folded spellings of a name, also those of people whose keyboard has no æ, ø and å: "Ærø" → aeroe, aero, aro."""
    letters = [_CHOICES.get(letter, (letter,)) for letter in name.lower().replace("-", " ").replace("aa", "å")]
    return frozenset("".join(chosen) for chosen in product(*letters))
