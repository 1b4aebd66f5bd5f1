"""Printed lines of a PDF page with their boxes, font sizes and weight, through PDFium's text page.

The whole text is fetched in one call and geometry per text object, not per character: PDFium's own C functions cost
0.6–1.9 µs a call from Python, and a page has thousands of characters but only some hundred text objects.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterable, Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ingest.readers.pdf_geometry import PageFrame
from ingest.records import Line

BOLD_NAME = re.compile(rb"bold|black|heavy|demi|[-,]bd|fet\b", re.IGNORECASE)
BOLD_WEIGHT = 600
FORCE_BOLD_FLAG = 1 << 18  # PDF 32000-1:2008, table 123
NAME_BYTES = 128
LINE_END_HYPHEN = "\ufffe"  # PDFium's mark for a hyphen at the end of a line; it leaves out the line break after it
PRINTED_LINE = re.compile(rf"[^\r\n{LINE_END_HYPHEN}]+{LINE_END_HYPHEN}?")


class TextOfPage:
    """The text page of one PDF page; close it by leaving the `with`. Character indices are PDFium's."""

    def __init__(self, page: pdfium.PdfPage, frame: PageFrame, page_number: int) -> None:
        self._textpage = page.get_textpage()
        self._raw = self._textpage.raw
        self._frame = frame
        self._number = page_number
        self._rect = [ctypes.c_double() for _ in range(4)]
        self._rect_refs = [ctypes.byref(value) for value in self._rect]
        self._centres: dict[int, tuple[float, float]] | None = None
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

    def lines(self, without: frozenset[int] = frozenset()) -> list[tuple[int, Line]]:
        """The printed lines with their first character, in the order in which the file draws them, less some characters."""
        found = (self._line(start, stop) for start, stop in self._stretches(without))
        return [placed for placed in found if placed is not None]

    def _stretches(self, without: frozenset[int]) -> Iterator[tuple[int, int]]:
        for match in PRINTED_LINE.finditer(self.text):
            if without.isdisjoint(range(match.start(), match.end())):
                yield match.start(), match.end()
            else:
                kept = (index for index in range(match.start(), match.end()) if index not in without)
                yield from _runs(kept)

    def centres(self) -> dict[int, tuple[float, float]]:
        """The middle of every visible character on the displayed page, by index."""
        if self._centres is None:
            self._centres = {index: self._centre(index) for index, char in enumerate(self.text) if not char.isspace()}
        return self._centres

    def _centre(self, index: int) -> tuple[float, float]:
        left, right, bottom, top = self._rect
        pdfium_c.FPDFText_GetCharBox(self._raw, index, *self._rect_refs)
        return self._frame.displayed((left.value + right.value) / 2, (bottom.value + top.value) / 2)

    def text_at(self, indices: Sequence[int]) -> str:
        """The text of visible characters, ascending, with the blanks and line breaks between neighbours."""
        parts = []
        for start, stop in _runs(indices, through=self.text):
            parts.append(re.sub(r"[\r\n]+", "\n", self.text[start:stop]).replace(LINE_END_HYPHEN, "-\n"))
        return "\n".join(parts).strip()

    def _line(self, start: int, stop: int) -> tuple[int, Line] | None:
        text = self.text[start:stop].replace(LINE_END_HYPHEN, "-")
        if not text.strip():
            return None
        rects = self._rects(start, stop - start)
        first = start + len(text) - len(text.lstrip())
        size = self._font_size(first)
        loose = self._loose(first)
        if loose is not None:
            rects.append(loose)
        if not rects:
            return start, Line(text=text, font_size=size, bold=self.is_bold(first))
        box = self._frame.box(
            self._number,
            min(r[0] for r in rects),
            min(r[1] for r in rects),
            max(r[2] for r in rects),
            max(r[3] for r in rects),
        )
        return start, Line(text=text, box=box, font_size=size, bold=self.is_bold(first))

    def _rects(self, start: int, count: int) -> list[tuple[float, float, float, float]]:
        """(left, bottom, right, top) of each text object among the characters, in user space."""
        left, top, right, bottom = self._rect
        return [
            (left.value, bottom.value, right.value, top.value)
            for index in range(pdfium_c.FPDFText_CountRects(self._raw, start, count))
            if pdfium_c.FPDFText_GetRect(self._raw, index, *self._rect_refs)
        ]

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

    def is_bold(self, index: int) -> bool:
        """Whether the character is printed in a bold font, by the font's name, flag or weight."""
        name = ctypes.create_string_buffer(NAME_BYTES)
        flags = ctypes.c_int()
        pdfium_c.FPDFText_GetFontInfo(self._raw, index, name, NAME_BYTES, ctypes.byref(flags))
        if BOLD_NAME.search(name.value) or flags.value & FORCE_BOLD_FLAG:
            return True
        return bool(pdfium_c.FPDFText_GetFontWeight(self._raw, index) >= BOLD_WEIGHT)


def _runs(indices: Iterable[int], through: str = "") -> Iterator[tuple[int, int]]:
    """Neighbours among ascending indices as half-open ranges; those with only blanks of `through` between are neighbours too."""
    start = stop = -1
    for index in indices:
        if start < 0:
            start = index
        elif index != stop and (not through or through[stop:index].strip()):
            yield start, stop
            start = index
        stop = index + 1
    if start >= 0:
        yield start, stop
