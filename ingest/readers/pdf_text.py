"""Printed lines of a PDF page with their boxes, font sizes and weight, through PDFium's text page.

The whole text is fetched in one call and geometry per text object, not per character: PDFium's own C functions cost
0.6–1.9 µs a call from Python, and a page has thousands of characters but only some hundred text objects.
"""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ingest.readers.pdf_geometry import PageFrame
from ingest.records import Line

BOLD_NAME = re.compile(rb"bold|black|heavy|demi|[-,]bd|fet\b", re.IGNORECASE)
BOLD_WEIGHT = 600
FORCE_BOLD_FLAG = 1 << 18  # PDF 32000-1:2008, table 123
NAME_BYTES = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Characters [start, stop) of a text page that stand on one line."""

    start: int
    stop: int


class TextOfPage:
    """The text page of one PDF page; close it by leaving the `with`. Character indices are PDFium's."""

    def __init__(self, page: pdfium.PdfPage, frame: PageFrame, page_number: int) -> None:
        self._textpage = page.get_textpage()
        self._raw = self._textpage.raw
        self._frame = frame
        self._number = page_number
        self._rect = [ctypes.c_double() for _ in range(4)]
        self._rect_refs = [ctypes.byref(value) for value in self._rect]
        self.text = self._characters()

    def __enter__(self) -> TextOfPage:
        return self

    def __exit__(self, *_: object) -> None:
        self._textpage.close()

    def _characters(self) -> str:
        """One character per PDFium index, so that positions in the string are indices."""
        count = pdfium_c.FPDFText_CountChars(self._raw)
        text = str(self._textpage.get_text_range(0, count)) if count > 0 else ""
        if len(text) == count:
            return text
        codes = (pdfium_c.FPDFText_GetUnicode(self._raw, index) for index in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "�" for code in codes)

    def lines(self) -> list[Line]:
        """The printed lines in the order in which the file draws them."""
        found = (self._line(match.start(), match.end()) for match in re.finditer(r"[^\r\n]+", self.text))
        return [line for line in found if line is not None]

    def _line(self, start: int, stop: int) -> Line | None:
        text = self.text[start:stop]
        if not text.strip():
            return None
        rects = self._rects(start, stop - start)
        first = start + len(text) - len(text.lstrip())
        size = self._font_size(first)
        loose = self._loose(first)
        if loose is not None:
            rects.append(loose)
        if not rects:
            return Line(text=text, font_size=size, bold=self._is_bold(first))
        box = self._frame.box(
            self._number,
            min(r[0] for r in rects),
            min(r[1] for r in rects),
            max(r[2] for r in rects),
            max(r[3] for r in rects),
        )
        return Line(text=text, box=box, font_size=size, bold=self._is_bold(first))

    def _rects(self, start: int, count: int) -> list[tuple[float, float, float, float]]:
        """(left, bottom, right, top) of each text object among the characters, in user space."""
        found = []
        left, top, right, bottom = self._rect
        for index in range(pdfium_c.FPDFText_CountRects(self._raw, start, count)):
            if pdfium_c.FPDFText_GetRect(self._raw, index, *self._rect_refs):
                found.append((left.value, bottom.value, right.value, top.value))
        return found

    def _loose(self, index: int) -> tuple[float, float, float, float] | None:
        rect = pdfium_c.FS_RECTF()
        if not pdfium_c.FPDFText_GetLooseCharBox(self._raw, index, ctypes.byref(rect)):
            return None
        return rect.left, rect.bottom, rect.right, rect.top

    def _font_size(self, index: int) -> float:
        """The size in points as displayed: the text matrix scales what the font operator says."""
        matrix = pdfium_c.FS_MATRIX()
        size = pdfium_c.FPDFText_GetFontSize(self._raw, index)
        if pdfium_c.FPDFText_GetMatrix(self._raw, index, ctypes.byref(matrix)):
            size *= math.hypot(matrix.c, matrix.d)
        return round(size, 1)

    def _is_bold(self, index: int) -> bool:
        name = ctypes.create_string_buffer(NAME_BYTES)
        flags = ctypes.c_int()
        pdfium_c.FPDFText_GetFontInfo(self._raw, index, name, NAME_BYTES, ctypes.byref(flags))
        if BOLD_NAME.search(name.value) or flags.value & FORCE_BOLD_FLAG:
            return True
        return bool(pdfium_c.FPDFText_GetFontWeight(self._raw, index) >= BOLD_WEIGHT)
