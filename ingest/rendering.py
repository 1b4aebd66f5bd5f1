"""Pages of a PDF as pictures, with highlights and masks, and the place of a quote on a page.

PDFium is not safe for threads, so one lock guards every call from here.
"""

from __future__ import annotations

import io
import math
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageDraw

from ingest.errors import UnreadableDocument
from ingest.limits import Limits
from ingest.quotes import located_boxes
from ingest.readers.pdf_open import frame_of, opened_pdf
from ingest.readers.pdf_text import TextOfPage
from ingest.records import Box

SMALLEST_SCALE = 0.1
LARGEST_SCALE = 6.0
MOST_PIXELS = 24_000_000
YELLOW = (255, 236, 92)
BLACK = (0, 0, 0)
PADDING_POINTS = 1.5

_pdfium = threading.Lock()


def render_page(
    path: Path, page_number: int, *, scale: float = 1.5, highlights: Sequence[Box] = (), masks: Sequence[Box] = ()
) -> bytes:
    """The page (1-based) as PNG, `scale` pixels a point, bounded to `MOST_PIXELS`.

    Highlights lie translucent yellow over their boxes, masks opaque black; boxes of other pages are left out.
    Raises `UnreadableDocument` when the file or the page cannot be read.
    """
    with _pdfium, _page(path, page_number) as page:
        width, height = page.get_size()
        bounded = min(max(scale, SMALLEST_SCALE), LARGEST_SCALE, math.sqrt(MOST_PIXELS / max(width * height, 1.0)))
        picture = page.render(scale=bounded).to_pil().convert("RGB")
    for box in _on(page_number, highlights):
        _highlight(picture, _pixels(box, bounded, picture))
    for box in _on(page_number, masks):
        ImageDraw.Draw(picture).rectangle(_pixels(box, bounded, picture), fill=BLACK)
    file = io.BytesIO()
    picture.save(file, format="PNG", compress_level=3)
    return file.getvalue()


def locate(path: Path, page_number: int, quote: str) -> tuple[Box, ...]:
    """The boxes of a quote on a page (1-based), one a line from the top; empty when less than half of its words are found there.

    Raises `UnreadableDocument` when the file or the page cannot be read.
    """
    with _pdfium, _page(path, page_number) as page, TextOfPage(page, frame_of(page), page_number) as text:
        return located_boxes(text, quote)


@contextmanager
def _page(path: Path, page_number: int) -> Iterator[pdfium.PdfPage]:
    with opened_pdf(path, Limits()) as document:
        if not 1 <= page_number <= len(document):
            raise UnreadableDocument(path, f"there is no page {page_number}; the file has {len(document)} pages.")
        try:
            page = document[page_number - 1]
        except pdfium.PdfiumError as error:
            raise UnreadableDocument(path, f"page {page_number} is damaged and cannot be shown.") from error
        try:
            yield page
        finally:
            page.close()


def _on(page_number: int, boxes: Sequence[Box]) -> list[Box]:
    return [box for box in boxes if box.page_number == page_number]


def _pixels(box: Box, scale: float, picture: Image.Image) -> tuple[int, int, int, int]:
    """The box in pixels with some padding, within the picture."""
    x0 = max(math.floor((box.x0 - PADDING_POINTS) * scale), 0)
    top = max(math.floor((box.top - PADDING_POINTS) * scale), 0)
    x1 = min(math.ceil((box.x1 + PADDING_POINTS) * scale), picture.width)
    bottom = min(math.ceil((box.bottom + PADDING_POINTS) * scale), picture.height)
    return x0, top, max(x1, x0), max(bottom, top)


def _highlight(picture: Image.Image, pixels: tuple[int, int, int, int]) -> None:
    """Multiplies with yellow, as a marker does: white turns yellow, black stays black."""
    x0, top, x1, bottom = pixels
    if x1 <= x0 or bottom <= top:
        return
    region = picture.crop(pixels)
    picture.paste(ImageChops.multiply(region, Image.new("RGB", region.size, YELLOW)), (x0, top))
