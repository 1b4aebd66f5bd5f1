"""What is drawn on a PDF page: ruling lines (strokes, sides of rectangles, thin bars), dots and boxes, through PDFium's objects.

Cheap enough to ask of every page (some 5 µs a segment), so that the search for tables runs only where there are lines.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ingest.readers.pdf_geometry import PageFrame

THIN_POINTS = 2.0  # a filled bar up to this thickness is a ruling
STRAIGHT_POINTS = 1.0  # how far a stroke may lean and still be horizontal or vertical
SHORTEST_POINTS = 4.0
MAX_PATHS = 6_000  # a page with more is a drawing or a map, not a table
MAX_SEGMENTS = 64  # of one path: more is an icon; browsers draw a ring with 49
MAX_FORM_DEPTH = 4
DOT_POINTS = (1.5, 7.0)  # how small and how large a bullet may be
MAX_DOTS = 400  # of a page: more are a diagram
AREA_POINTS = (60.0, 24.0)  # the least width and height of a box that text stands in
MAX_AREAS = 100  # of a page: more are the cells of a shaded table
WHITE = 250  # of 255 in every colour: such a fill is not seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A horizontal (top == bottom) or vertical (x0 == x1) line on the displayed page, in points from the top left."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def is_horizontal(self) -> bool:
        """Whether it runs from left to right."""
        return self.top == self.bottom


Matrix = tuple[float, float, float, float, float, float]
Outline = tuple[float, float, float, float]  # x0, top, x1, bottom on the displayed page
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A small round or square mark on the displayed page; `is_filled` is False for a ring."""

    x0: float
    top: float
    x1: float
    bottom: float
    is_filled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawings:
    """What is drawn on a page besides text, as far as it means something for its layout.

    Lines, dots that may be bullets, and framed or shaded boxes (x0, top, x1, bottom) in which text may stand apart.
    """

    rulings: tuple[Ruling, ...] = ()
    dots: tuple[Dot, ...] = ()
    areas: tuple[Outline, ...] = ()


def drawings_of(page: pdfium.PdfPage, frame: PageFrame) -> Drawings:
    """What is drawn on the page in drawing order; nothing for a page with more than `MAX_PATHS` paths."""
    rulings: list[Ruling] = []
    dots: list[Dot] = []
    areas: list[Outline] = []
    for number, (path, matrix) in enumerate(_paths(page.raw, IDENTITY, 0)):
        if number == MAX_PATHS:
            return Drawings()
        is_stroked = _is_stroked(path)
        points = [frame.displayed(*_applied(matrix, point)) for point in _points(path)]
        if not points:
            continue
        outline = _outline(points)
        is_closed = len(points) >= 4 and points[0] == points[-1]
        if len(points) >= 4 and _is_dot(outline):
            x0, top, x1, bottom = outline
            dots.append(Dot(x0=x0, top=top, x1=x1, bottom=bottom, is_filled=not is_stroked))
            continue
        if is_closed and _holds_text(outline) and (is_stroked or _is_shaded(path)):
            areas.append(outline)
        if not _is_curved(path):
            rulings.extend(_rulings(points, outline, is_stroked=is_stroked))
    return Drawings(
        rulings=tuple(rulings),
        dots=tuple(dots) if len(dots) <= MAX_DOTS else (),
        areas=tuple(areas) if len(areas) <= MAX_AREAS else (),
    )


def _outline(points: list[tuple[float, float]]) -> Outline:
    """The box around a path; control points of its curves lie on it."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _holds_text(outline: Outline) -> bool:
    """Whether a closed path is a box that can hold text; the corners may be rounded."""
    x0, top, x1, bottom = outline
    return x1 - x0 >= AREA_POINTS[0] and bottom - top >= AREA_POINTS[1]


def _is_shaded(path: object) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium_c.FPDFPageObj_GetFillColor(path, red, green, blue, alpha):
        return False
    return alpha.value > 0 and min(red.value, green.value, blue.value) < WHITE


def _is_dot(outline: Outline) -> bool:
    """Whether the path is as wide as high and as small as a bullet."""
    width, height = outline[2] - outline[0], outline[3] - outline[1]
    return DOT_POINTS[0] <= min(width, height) and max(width, height) <= DOT_POINTS[1] and abs(width - height) <= STRAIGHT_POINTS


def _is_curved(path: object) -> bool:
    segments = (pdfium_c.FPDFPath_GetPathSegment(path, index) for index in range(pdfium_c.FPDFPath_CountSegments(path)))
    return any(pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_BEZIERTO for segment in segments)


def _paths(container: object, matrix: Matrix, depth: int) -> Iterator[tuple[object, Matrix]]:
    """The path objects of a page or form, with the matrix from their own space to the page's."""
    in_form = depth > 0
    count = pdfium_c.FPDFFormObj_CountObjects(container) if in_form else pdfium_c.FPDFPage_CountObjects(container)
    for index in range(count):
        item = pdfium_c.FPDFFormObj_GetObject(container, index) if in_form else pdfium_c.FPDFPage_GetObject(container, index)
        kind = pdfium_c.FPDFPageObj_GetType(item)
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            yield item, _product(_matrix(item), matrix)
        elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < MAX_FORM_DEPTH:
            yield from _paths(item, _product(_matrix(item), matrix), depth + 1)


def _matrix(item: object) -> Matrix:
    found = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(item, ctypes.byref(found)):
        return IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def _product(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies `first`, then `then` (PDF 32000-1:2008, 8.3.4)."""
    if then == IDENTITY:
        return first
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _applied(matrix: Matrix, point: tuple[float, float]) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def _points(path: object) -> list[tuple[float, float]]:
    """The corners (and control points of curves) of a path, in its own space; none where it has too many segments."""
    count = pdfium_c.FPDFPath_CountSegments(path)
    if not 2 <= count <= MAX_SEGMENTS:
        return []
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, index)
        pdfium_c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        points.append((x.value, y.value))
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    return points


def _is_stroked(path: object) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return not pdfium_c.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke)) or bool(stroke.value)


def _rulings(points: list[tuple[float, float]], outline: Outline, *, is_stroked: bool) -> Iterator[Ruling]:
    """Thin bars and strokes, and the sides of stroked rectangles; the edges of a shaded area are no lines."""
    left, top, right, bottom = outline
    if bottom - top <= THIN_POINTS and right - left >= SHORTEST_POINTS:
        middle = (top + bottom) / 2
        yield Ruling(x0=left, top=middle, x1=right, bottom=middle)
    elif right - left <= THIN_POINTS and bottom - top >= SHORTEST_POINTS:
        middle = (left + right) / 2
        yield Ruling(x0=middle, top=top, x1=middle, bottom=bottom)
    elif is_stroked:
        for start, stop in pairwise(points):
            yield from _side(start, stop)


def _side(start: tuple[float, float], stop: tuple[float, float]) -> Iterator[Ruling]:
    width, height = abs(start[0] - stop[0]), abs(start[1] - stop[1])
    if height <= STRAIGHT_POINTS and width >= SHORTEST_POINTS:
        yield Ruling(x0=min(start[0], stop[0]), top=start[1], x1=max(start[0], stop[0]), bottom=start[1])
    elif width <= STRAIGHT_POINTS and height >= SHORTEST_POINTS:
        yield Ruling(x0=start[0], top=min(start[1], stop[1]), x1=start[0], bottom=max(start[1], stop[1]))
