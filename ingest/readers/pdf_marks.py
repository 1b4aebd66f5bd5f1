"""Footnote marks: small raised digits, set apart as superscripts so that 2700 with note 5 does not become 27005."""

from __future__ import annotations

import ctypes
import re
from typing import Any

import pypdfium2.raw as pdfium_c

SMALLER = 0.82  # times the font size of the neighbour
RAISED = 0.12  # font sizes above the neighbour's baseline; lowered digits (CO2) stay as they are
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
DIGIT = re.compile(r"[0-9]")
LETTER_OR_END = re.compile(r"[^\W\d_]|[\r\n]")


def set_apart(text: str, textpage: Any) -> str:
    """The text with raised small digits as Unicode superscripts; character i of `text` is character i of `textpage`."""
    marks: list[int] = []
    first = 0  # of the run of marks that ends with the last
    letter = -1  # the last letter or line end that was looked up: a line of digits alone would look for it at each of them
    for match in DIGIT.finditer(text):
        index = match.start()
        goes_on = bool(marks) and marks[-1] == index - 1
        opening = first if goes_on else index
        if opening and not text[opening - 1].isspace():
            neighbour = opening - 1
        else:
            neighbour = letter = letter if letter > index else _next_letter(text, index)
        if neighbour < len(text) and text[neighbour] not in "\r\n" and _is_raised(textpage, index, neighbour):
            marks.append(index)
            first = opening
    if not marks:
        return text
    characters = list(text)
    for index in marks:
        characters[index] = characters[index].translate(SUPERSCRIPTS)
    return "".join(characters)


def _next_letter(text: str, index: int) -> int:
    """The next letter of the line, what a mark at its beginning is compared with; else the line's end."""
    found = LETTER_OR_END.search(text, index)
    return found.start() if found else len(text)


def _is_raised(textpage: Any, index: int, neighbour: int) -> bool:
    size = pdfium_c.FPDFText_GetFontSize(textpage, neighbour)
    if pdfium_c.FPDFText_GetFontSize(textpage, index) >= size * SMALLER:
        return False
    x, y, base = ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDFText_GetCharOrigin(textpage, index, ctypes.byref(x), ctypes.byref(y))
    pdfium_c.FPDFText_GetCharOrigin(textpage, neighbour, ctypes.byref(x), ctypes.byref(base))
    return bool(y.value - base.value > RAISED * size)
