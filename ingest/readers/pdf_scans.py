"""Pages of a PDF that are pictures of text: found by what is drawn on them, read by OCR where it is installed."""

from __future__ import annotations

import io
import logging
import time
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ingest.limits import Limits
from ingest.page_ranges import page_ranges
from ingest.readers import ocr
from ingest.records import Line

log = logging.getLogger(__name__)

LITTLE_TEXT = 40  # characters: a page with fewer may be a scan with a stamp on it
COVERING = 0.5  # of the page's area that the picture of such a page covers
OUTLINES = 300  # drawn objects of a page without text or picture: letters as outlines
PAGE_SECONDS = 60.0
MOST_PIXELS = 30_000_000
MOST_PAGES = 300
SHARE_OF_TIME = 0.6  # of a file's time limit that OCR may take


@dataclass(slots=True, kw_only=True)
class Scans:
    """The scanned pages of one file: which were read, which were not and why."""

    limits: Limits
    started: float = field(default_factory=time.monotonic)
    recognised: list[int] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)
    late: list[int] = field(default_factory=list)

    def lines(self, page: pdfium.PdfPage, page_number: int, characters: int) -> tuple[Line, ...]:
        """What OCR reads on a page with hardly any text; nothing for blank pages and pages with text."""
        if characters >= LITTLE_TEXT or not _is_picture(page, characters):
            return ()
        if not ocr.is_installed():
            self.missing.append(page_number)
            return ()
        left = self.limits.timeout_seconds * SHARE_OF_TIME - (time.monotonic() - self.started)
        if left <= 0 or len(self.recognised) >= MOST_PAGES:
            self.late.append(page_number)
            return ()
        return self._read(page, page_number, left)

    def _read(self, page: pdfium.PdfPage, page_number: int, seconds: float) -> tuple[Line, ...]:
        try:
            lines = ocr.recognised_lines(_picture(page), page_number, timeout_seconds=min(seconds, PAGE_SECONDS))
        except (TimeoutError, OSError, pdfium.PdfiumError) as error:
            log.debug("OCR failed", extra={"page": page_number, "error": type(error).__name__})
            self.late.append(page_number)
            return ()
        (self.recognised if lines else self.missing).append(page_number)
        return lines

    def unread(self) -> list[int]:
        """The pictures of which nothing was read."""
        return [*self.missing, *self.late]

    def warnings(self) -> list[str]:
        """A sentence for each way in which pages were read or not."""
        found = []
        if self.recognised:
            found.append(f"{named(self.recognised)}: recognised from a picture (OCR); words may be wrong.")
        if self.late:
            found.append(f"{named(self.late)}: a picture; there was no time left to recognise its text.")
        if self.missing and ocr.is_installed():
            found.append(f"{named(self.missing)}: a picture in which no text was recognised.")
        elif self.missing:
            found.append(f"{named(self.missing)}: a picture; install Tesseract with Danish (tesseract-ocr-dan) to read its text.")
        return found


def _is_picture(page: pdfium.PdfPage, characters: int) -> bool:
    """Whether a page without text holds a picture (or letters drawn as outlines), or a picture covers most of one with little."""
    width, height = page.get_size()
    covered = [_area(item) for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3)]
    if characters == 0:
        return bool(covered) or int(pdfium_c.FPDFPage_CountObjects(page.raw)) >= OUTLINES
    return max(covered, default=0.0) > COVERING * float(width * height)


def _area(item: pdfium.PdfObject) -> float:
    left, bottom, right, top = item.get_bounds()
    return float((right - left) * (top - bottom))


def _picture(page: pdfium.PdfPage) -> bytes:
    """The page as a grey PNG at OCR's resolution, smaller where it would have too many pixels."""
    width, height = page.get_size()
    scale = ocr.DOTS_PER_INCH / 72
    scale = min(scale, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    file = io.BytesIO()
    page.render(scale=scale, grayscale=True).to_pil().save(file, format="PNG", compress_level=1)
    return file.getvalue()


def named(numbers: list[int]) -> str:
    """Pages in words: `page 3` or `pages 1–3, 7`."""
    text = page_ranges(numbers)
    return f"page {text}" if len(numbers) == 1 else f"pages {text}"
