"""Printed lines of a PDF page with their boxes, font sizes and weight, through PDFium's text page.

The whole text is fetched in one call and geometry per text object, not per character: PDFium's own C functions cost
0.6–1.9 µs a call from Python, and a page has thousands of characters but only some hundred text objects.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ingest.boxes import around
from ingest.layout.markers import BARE_NUMBER, stands_alone
from ingest.readers.pdf_geometry import PageFrame
from ingest.readers.pdf_marks import set_apart
from ingest.readers.pdf_pieces import WORD, after_gaps, holds, put_together, touches
from ingest.readers.pdf_spacing import closed_up, is_letter_spaced
from ingest.records import Box, Line

BOLD_NAME = re.compile(rb"bold|black|heavy|demi|[-,]bd|fet\b", re.IGNORECASE)
BOLD_WEIGHT = 600
FORCE_BOLD_FLAG = 1 << 18  # PDF 32000-1:2008, table 123
NAME_BYTES = 128
SAME_LINE_POINTS = 3.0  # between the baselines of pieces of a line in a cell
WORD_AFTER_BLANK = re.compile(r"(?<=\S)[ \xa0]+(?=\w)")
MOST_LABELS = 16  # words of a line that may be the labels over a table
WIDEST_BLANK = 0.55  # font sizes between two words of one label
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
        self.text = set_apart(self._characters(), self._raw)

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
        found: list[tuple[int, Line]] = []
        for start, stop in self._stretches(without):
            for first, line in self._segments(start, stop):
                if first == start and found and touches(found[-1][1], line):
                    found[-1] = found[-1][0], put_together(found[-1][1], line)
                else:
                    found.append((first, line))
        return found

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

    def _origin(self, index: int) -> tuple[float, float]:
        """Where the character's baseline begins on the displayed page."""
        x, y = self._rect[:2]
        pdfium_c.FPDFText_GetCharOrigin(self._raw, index, *self._rect_refs[:2])
        return self._frame.displayed(x.value, y.value)

    def text_at(self, indices: Sequence[int]) -> str:
        """The text of visible characters, ascending, in reading order, with the blanks and line breaks between neighbours."""
        pieces = [
            (run + match.start(), match.group().replace(LINE_END_HYPHEN, "-"))
            for run, stop in _runs(indices, through=self.text)
            for match in PRINTED_LINE.finditer(self.text[run:stop])
            if match.group().strip()
        ]
        return "\n".join(text.strip() for text in self._from_the_top(pieces))

    def _from_the_top(self, pieces: list[tuple[int, str]]) -> list[str]:
        """Pieces of lines (first character, text) as lines by position: bullets are often drawn after the text beside them."""
        lines: list[tuple[float, list[tuple[float, str]]]] = []
        for start, text in pieces:
            x, y = self._origin(start + len(text) - len(text.lstrip()))
            line = next((line for line in lines if abs(line[0] - y) < SAME_LINE_POINTS), None)
            if line is None:
                lines.append((y, [(x, text)]))
            else:
                line[1].append((x, text))
        return [
            " ".join(text.strip() for _, text in sorted(line, key=itemgetter(0))) for _, line in sorted(lines, key=itemgetter(0))
        ]

    def _segments(self, start: int, stop: int) -> Iterator[tuple[int, Line]]:
        """The line in [start, stop), cut where the space between two text objects is wide: cells and columns side by side."""
        boxes = self.object_boxes(start, stop)
        between = self._cuts(start, stop, boxes) if len(boxes) > 1 else []
        cuts = sorted({*between, *self._label_cuts(start, stop)})
        for first, last in pairwise((start, *cuts, stop)):
            line = self._line(first, last, self.object_boxes(first, last) if cuts else boxes)
            if line is not None:
                yield first, line

    def _line(self, start: int, stop: int, boxes: list[Box]) -> Line | None:
        text = self.text[start:stop].replace(LINE_END_HYPHEN, "-")
        if not text.strip():
            return None
        if is_letter_spaced(text):
            text = closed_up(text, self._raw, start)
        word = WORD.search(text)  # not the bullet, which often has a font of its own
        first = start + (word.start() if word else len(text) - len(text.lstrip()))
        size = self._font_size(first)
        bold = self.is_bold(first) and self.is_bold(start + len(text.rstrip()) - 1)
        boxes = [*boxes, *self._loose_box(first)]
        return Line(text=text, box=around(boxes) if boxes else None, font_size=size, bold=bold)

    def object_boxes(self, start: int, stop: int) -> list[Box]:
        """The box of each text object among the characters [start, stop), as tight as their glyphs."""
        left, top, right, bottom = self._rect
        return [
            self._frame.box(self._number, left.value, bottom.value, right.value, top.value)
            for index in range(pdfium_c.FPDFText_CountRects(self._raw, start, stop - start))
            if pdfium_c.FPDFText_GetRect(self._raw, index, *self._rect_refs)
        ]

    def _cuts(self, start: int, stop: int, boxes: Sequence[Box]) -> list[int]:
        """The characters with which text objects begin after a wide gap; a list marker stays with the text after it."""
        wanted = after_gaps(boxes)
        cuts: list[int] = []
        current = 0
        for index in range(start, stop) if wanted else ():
            if wanted[-1] <= current:
                break
            if self.text[index].isspace() or holds(boxes[current], *(centre := self._centre(index))):
                continue
            following = next((n for n in range(current + 1, len(boxes)) if holds(boxes[n], *centre)), current)
            if any(current < n <= following for n in wanted):
                cuts.append(index)
            current = following
        marker = self.text[start : cuts[0]] if cuts else ""
        return cuts[1:] if stands_alone(marker) and not BARE_NUMBER.fullmatch(marker.strip()) else cuts

    def _label_cuts(self, start: int, stop: int) -> list[int]:
        """Where words of a short bold line stand apart: browsers write the labels over a table as one text object."""
        words = list(WORD_AFTER_BLANK.finditer(self.text, start, stop))
        if not 0 < len(words) < MOST_LABELS or not self.is_bold(words[0].end()):
            return []
        left, right, bottom, top = self._rect
        widest = WIDEST_BLANK * (self._font_size(words[0].end()) or math.inf)
        cuts = []
        for word in words:
            pdfium_c.FPDFText_GetCharBox(self._raw, word.start() - 1, *self._rect_refs)
            before = self._frame.displayed(right.value, top.value)[0]
            pdfium_c.FPDFText_GetCharBox(self._raw, word.end(), *self._rect_refs)
            if self._frame.displayed(left.value, bottom.value)[0] - before > widest:
                cuts.append(word.end())
        return cuts

    def _loose_box(self, index: int) -> list[Box]:
        """The box of a character as high as its font, so that a line's box holds ascenders and descenders it happens to lack."""
        rect = pdfium_c.FS_RECTF()
        if not pdfium_c.FPDFText_GetLooseCharBox(self._raw, index, ctypes.byref(rect)):
            return []
        return [self._frame.box(self._number, rect.left, rect.bottom, rect.right, rect.top)]

    def _font_size(self, index: int) -> float | None:
        """The size in points as displayed: the text matrix scales what the font operator says. None for a broken one (NaN)."""
        matrix = pdfium_c.FS_MATRIX()
        size = float(pdfium_c.FPDFText_GetFontSize(self._raw, index))
        if pdfium_c.FPDFText_GetMatrix(self._raw, index, ctypes.byref(matrix)):
            size *= math.hypot(matrix.c, matrix.d)
        return round(size, 1) if math.isfinite(size) else None

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
