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


def set_apart(text: str, textpage: Any) -> str:
    """The text with raised small digits as Unicode superscripts; character i of `text` is character i of `textpage`."""
    marks: list[int] = []
    for match in DIGIT.finditer(text):
        index = match.start()
        if marks and marks[-1] == index - 1:
            neighbour = _neighbour(text, marks, index)
        else:
            neighbour = index - 1 if index and not text[index - 1].isspace() else _next_letter(text, index)
        if neighbour is not None and _is_raised(textpage, index, neighbour):
            marks.append(index)
    if not marks:
        return text
    characters = list(text)
    for index in marks:
        characters[index] = characters[index].translate(SUPERSCRIPTS)
    return "".join(characters)


def _neighbour(text: str, marks: list[int], index: int) -> int | None:
    """The character before the run of marks that ends before `index`."""
    first = index
    while first - 1 in marks:
        first -= 1
    return first - 1 if first and not text[first - 1].isspace() else _next_letter(text, index)


def _next_letter(text: str, index: int) -> int | None:
    """The next letter of the line: what a mark at its beginning is compared with."""
    found = re.compile(r"[^\W\d_]|[\r\n]").search(text, index)
    return found.start() if found and found.group() not in "\r\n" else None


def _is_raised(textpage: Any, index: int, neighbour: int) -> bool:
    size = pdfium_c.FPDFText_GetFontSize(textpage, neighbour)
    if pdfium_c.FPDFText_GetFontSize(textpage, index) >= size * SMALLER:
        return False
    x, y, base = ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDFText_GetCharOrigin(textpage, index, ctypes.byref(x), ctypes.byref(y))
    pdfium_c.FPDFText_GetCharOrigin(textpage, neighbour, ctypes.byref(x), ctypes.byref(base))
    return bool(y.value - base.value > RAISED * size)
