"""Faults that real files carry, made on purpose: a broken font's glyph numbers, and a blank line after every line."""

from __future__ import annotations

LOST = "\ufffd"
GLYPH_OFFSET = 29  # in the Macintosh standard glyph order, "A" (65) is glyph 36
GLYPHS = {"æ": "\u00a0", "ø": "\u00a1", "å": "n"}


def as_glyph_numbers(text: str) -> str:
    """Give the text as a font without a ToUnicode map leaves it: letters shifted, everything else lost."""
    return "".join(_glyph(character) for character in text)


def _glyph(character: str) -> str:
    if character in GLYPHS:
        return GLYPHS[character]
    if character.isascii() and character.isalpha():
        return chr(ord(character) - GLYPH_OFFSET)
    return LOST


def with_blank_lines(lines: list[str]) -> list[str]:
    """Put a blank line after every line, as some exports do."""
    return [part for line in lines for part in (line, "")]
