"""Small words of lists and numbers, in Danish and English."""

from __future__ import annotations

from collections.abc import Sequence

from service.records import Language

_DANISH = "nul en to tre fire fem seks syv otte ni ti elleve tolv"
_ENGLISH = "no one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {Language.DANISH: _DANISH.split(), Language.ENGLISH: _ENGLISH.split()}


def joined(names: Sequence[str], language: Language) -> str:
    """Names as a list in a sentence: "a, b og c", "a, b and c"."""
    word = "og" if language is Language.DANISH else "and"
    return f"{', '.join(names[:-1])} {word} {names[-1]}" if len(names) > 1 else "".join(names)


def number_word(count: int, language: Language) -> str:
    """A number as people write it in a sentence: in letters up to twelve, else in digits."""
    words = _NUMBERS[language]
    return words[count] if 0 <= count < len(words) else str(count)


def capital(text: str) -> str:
    """The text with a capital first letter, the rest as it stands."""
    return text[:1].upper() + text[1:]
