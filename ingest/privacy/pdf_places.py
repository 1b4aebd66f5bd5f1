"""Where civil registration numbers stand on the pages of a PDF, to the character."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ingest.errors import UnreadableDocument
from ingest.limits import Limits
from ingest.privacy.cpr import find_numbers
from ingest.records import Box

_MARGIN_POINTS = 1.0
_LINE_END_HYPHEN = "\ufffe"  # what PDFium gives for a hyphen at the end of a line


def exact_boxes(path: Path, boxes: Sequence[Box], limits: Limits) -> tuple[Box, ...]:
    """The boxes to paint over, for the boxes of the lines and cells in which numbers were masked.

    On a page where PDFium's own text holds as many numbers as there are boxes, the digits alone are painted over;
    elsewhere (scans, numbers broken over two lines) the whole lines are, and what was found besides.
    """
    import pypdfium2 as pdfium

    from ingest.readers.pdf_open import opened_pdf

    per_page = Counter(box.page_number for box in boxes)
    found: list[Box] = []
    try:
        with opened_pdf(path, limits) as document:
            for number, count in sorted(per_page.items()):
                exact = _on_page(document[number - 1], number)
                found.extend(exact)
                if len(exact) < count:
                    found.extend(box for box in boxes if box.page_number == number)
    except (UnreadableDocument, pdfium.PdfiumError):
        return tuple(boxes)
    return tuple(found)


def _on_page(page: Any, page_number: int) -> list[Box]:
    from ingest.readers.pdf_open import frame_of

    frame, text_page = frame_of(page), page.get_textpage()
    text = text_page.get_text_range().replace(_LINE_END_HYPHEN, "-")
    if len(text) != text_page.count_chars():
        return []  # positions in the text are no indices of characters
    found = []
    for number in find_numbers(text):
        characters = [text_page.get_charbox(index, loose=True) for index in range(number.start, number.end)]
        lefts, bottoms, rights, tops = zip(*characters, strict=True)
        box = frame.box(page_number, min(lefts), min(bottoms), max(rights), max(tops))
        found.append(_widened(box))
    return found


def _widened(box: Box) -> Box:
    return replace(
        box,
        x0=box.x0 - _MARGIN_POINTS,
        top=box.top - _MARGIN_POINTS,
        x1=box.x1 + _MARGIN_POINTS,
        bottom=box.bottom + _MARGIN_POINTS,
    )
