"""What was filled in on a PDF page: values of form fields and texts typed over it. PDFium's text page does not hold them.

Subtypes and flags of annotations: PDF 32000-1:2008, 12.5.2, 12.5.3 and 12.7.4. Sticky notes are remarks and not read.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ingest.readers.pdf_geometry import PageFrame
from ingest.records import Line

MOST = 2_000  # annotations of a page; links are among them
LONGEST_BYTES = 40_000  # of one value, in UTF-16
UNSEEN = pdfium_c.FPDF_ANNOT_FLAG_HIDDEN | pdfium_c.FPDF_ANNOT_FLAG_NOVIEW
WRITTEN = frozenset({pdfium_c.FPDF_FORMFIELD_TEXTFIELD, pdfium_c.FPDF_FORMFIELD_COMBOBOX, pdfium_c.FPDF_FORMFIELD_LISTBOX})
TICKED = frozenset({pdfium_c.FPDF_FORMFIELD_CHECKBOX, pdfium_c.FPDF_FORMFIELD_RADIOBUTTON})
TICK = "☒"


def filled_in(document: pdfium.PdfDocument, page: pdfium.PdfPage, frame: PageFrame, page_number: int) -> list[Line]:
    """The values and typed texts as lines at their places; a ticked box as a ticked box."""
    count = min(int(pdfium_c.FPDFPage_GetAnnotCount(page.raw)), MOST)
    if not count:
        return []
    found: list[Line] = []
    for index in range(count):
        annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            found.extend(_lines(document, annotation, frame, page_number))
        finally:
            pdfium_c.FPDFPage_CloseAnnot(annotation)
    return found


def _lines(document: pdfium.PdfDocument, annotation: Any, frame: PageFrame, page_number: int) -> Iterator[Line]:
    """A line for each line of the text; their heights share that of the annotation."""
    texts = [line.strip() for line in _text(document, annotation).splitlines() if line.strip()]
    rect = pdfium_c.FS_RECTF()
    if not texts or not pdfium_c.FPDFAnnot_GetRect(annotation, ctypes.byref(rect)):
        return
    box = frame.box(page_number, rect.left, min(rect.bottom, rect.top), rect.right, max(rect.bottom, rect.top))
    step = (box.bottom - box.top) / len(texts)
    for number, text in enumerate(texts):
        yield Line(text=text, box=replace(box, top=box.top + number * step, bottom=box.top + (number + 1) * step))


def _text(document: pdfium.PdfDocument, annotation: Any) -> str:
    if pdfium_c.FPDFAnnot_GetFlags(annotation) & UNSEEN:
        return ""
    subtype = pdfium_c.FPDFAnnot_GetSubtype(annotation)
    if subtype == pdfium_c.FPDF_ANNOT_FREETEXT:
        return _string(lambda buffer, size: pdfium_c.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size))
    if subtype != pdfium_c.FPDF_ANNOT_WIDGET or document.formenv is None:
        return ""
    form = document.formenv.raw
    kind = pdfium_c.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in TICKED:
        return TICK if pdfium_c.FPDFAnnot_IsChecked(form, annotation) else ""
    if kind not in WRITTEN:
        return ""
    return _string(lambda buffer, size: pdfium_c.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, size))


def _string(get: Callable[[Any, int], int]) -> str:
    """What a function of PDFium writes into a buffer as UTF-16, "" when it is longer than `LONGEST_BYTES`."""
    size = int(get(None, 0))
    if not 2 < size <= LONGEST_BYTES:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    get(buffer, size)
    return bytes(buffer)[:size].decode("utf-16-le", "replace").split("\x00")[0].replace("\r", "\n")
