"""Numbers as office programs print them in small Roman letters."""

from __future__ import annotations

_VALUES = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST = 399


def roman(number: int) -> str:
    """The number in Roman letters; in digits below 1 and above 399, which no list or note of a document reaches."""
    if not 0 < number <= _MOST:
        return str(number)
    printed = ""
    for value, letters in _VALUES:
        while number >= value:
            printed, number = printed + letters, number - value
    return printed
