"""The demo's PDF files, with the fonts every PDF viewer has: no font file is needed, and the same bytes come out every time."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, Table, TableStyle

from eval.demo.markup import Element

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=5)
TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=16, leading=20, spaceAfter=10)
ITEM = ParagraphStyle("item", fontName="Helvetica-Bold", fontSize=13, leading=16, spaceBefore=8, spaceAfter=6)
SECTION = ParagraphStyle("section", fontName="Helvetica-Bold", fontSize=11, leading=14, spaceBefore=8, spaceAfter=3)
LISTED = ParagraphStyle("listed", parent=BODY, leftIndent=16, bulletIndent=4)
CONTENTS_WIDTH = 92  # characters of a line of the table of contents


def markup(text: str) -> str:
    """Escape the text for reportlab; `^2^` becomes a small raised footnote mark."""
    return re.sub(r"\^(\d)\^", r'<super size="6">\1</super>', html.escape(text, quote=False))


def numbered(head: str, page_of: str) -> Callable[..., Canvas]:
    """Give a canvas that prints a running head and, once the number of pages is known, the page number on every page."""

    class Numbered(Canvas):  # type: ignore[misc]
        def __init__(self, *args: Any, **keywords: Any) -> None:
            super().__init__(*args, **{**keywords, "invariant": 1})
            self.kept: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802 - the name is reportlab's
            self.kept.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for page in self.kept:
                self.__dict__.update(page)
                self.setFont("Helvetica", 8)
                self.drawString(20 * mm, self._pagesize[1] - 12 * mm, head)
                self.drawRightString(self._pagesize[0] - 20 * mm, 10 * mm, page_of.format(self._pageNumber, len(self.kept)))
                super().showPage()
            super().save()

    return Numbered


def write_pdf(path: Path, story: list[Flowable], *, size: tuple[float, float], head: str, page_of: str) -> None:
    """Lay the story out on pages with a margin of 20 mm."""
    document = BaseDocTemplate(
        str(path),
        pagesize=size,
        leftMargin=20 * mm,
        rightMargin=20 * mm,
        topMargin=20 * mm,
        bottomMargin=18 * mm,
        title="",
        author="",
    )
    frame = Frame(document.leftMargin, document.bottomMargin, document.width, document.height)
    document.addPageTemplates(PageTemplate(frames=[frame]))
    document.build(story, canvasmaker=numbered(head, page_of))


def write_minutes(path: Path, source: Sequence[Element]) -> None:
    """Write minutes as a case system prints them: contents first, every agenda item on a page of its own."""
    items = [element.text.split(": ", 1)[-1] for element in source if element.kind == "item"]
    story: list[Flowable] = []
    for element in source:
        story += _contents(items) if element.kind == "contents" else _flow(element)
    head = next(element.text for element in source if element.kind == "title")
    write_pdf(path, story, size=A4, head=head, page_of="Side {} af {}")


def _contents(titles: Sequence[str]) -> list[Flowable]:
    lines: list[Flowable] = [Paragraph("Indholdsfortegnelse", SECTION)]
    for number, title in enumerate(titles, start=2):
        cut = title[:72]  # such systems cut long titles off in the contents
        lines.append(Paragraph(markup(f"{cut}{'.' * max(5, CONTENTS_WIDTH - len(cut))}{number}"), BODY))
    return lines


def _flow(element: Element) -> list[Flowable]:
    text = markup(element.text)
    match element.kind:
        case "title":
            return [Paragraph(text, TITLE)]
        case "item":
            return [PageBreak(), Paragraph(text, ITEM)]
        case "section":
            return [Paragraph(text, SECTION)]
        case "bullet":
            return [Paragraph(text, LISTED, bulletText="•")]
        case "number":
            number, rest = text.split(". ", 1)
            return [Paragraph(rest, LISTED, bulletText=f"{number}.")]
        case "row":
            return [
                Table([[Paragraph(markup(cell), BODY) for cell in element.cells]], colWidths=[60 * mm, 45 * mm, 35 * mm, 20 * mm])
            ]
        case _:
            return [Paragraph(text, BODY)]


SLIDE_HEADING = ParagraphStyle("slide", fontName="Helvetica-Bold", fontSize=24, leading=30, spaceAfter=14)
SLIDE_TEXT = ParagraphStyle("slide-text", fontName="Helvetica", fontSize=15, leading=21, spaceAfter=6)
SMALL = ParagraphStyle("small", fontName="Helvetica", fontSize=7.4, leading=8.8)
GRID = [
    ("GRID", (0, 0), (-1, -1), 0.4, colors.grey),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
]


def write_slides(path: Path, deck: dict[str, Any]) -> None:
    """Write a slide deck printed as PDF; its ruled table runs over two pages, with the region's cell merged over its rows."""
    story: list[Flowable] = []
    for slide in deck["slides"]:
        story += [PageBreak()] * bool(story) + [Paragraph(markup(slide["heading"]), SLIDE_HEADING)]
        story += [_slide_line(line) for line in slide.get("lines", [])]
        if "table" in slide:
            story += [_matrix(slide["table"]), _legend(slide["legend"])]
    write_pdf(path, story, size=landscape(A4), head=deck["footer"], page_of="{}/{}")


def _slide_line(line: str) -> Flowable:
    if not line.lstrip().startswith("- "):
        return Paragraph(markup(line), SLIDE_TEXT)
    depth = len(line) - len(line.lstrip())
    style = ParagraphStyle("slide-bullet", parent=SLIDE_TEXT, leftIndent=18 + 18 * depth, bulletIndent=18 * depth)
    return Paragraph(markup(line.strip()[2:]), style, bulletText="•")


def _matrix(table: dict[str, Any]) -> Flowable:
    columns, rows = table["columns"], table["rows"]
    header = [[*columns[:3], table["group"], "", "", ""], ["", "", "", *columns[3:]]]
    starts = [number for number, row in enumerate(rows, start=2) if row[0]] + [len(rows) + 2]
    spans = [("SPAN", (3, 0), (6, 0)), *(("SPAN", (column, 0), (column, 1)) for column in range(3))]
    spans += [("SPAN", (0, first), (0, after - 1)) for first, after in pairwise(starts)]
    cells = [[Paragraph(markup(cell), SMALL) for cell in row] for row in header + rows]
    return Table(cells, colWidths=[21 * mm, 26 * mm, 46 * mm, *[40 * mm] * 4], style=TableStyle(GRID + spans))


def _legend(rows: Sequence[Sequence[str]]) -> Flowable:
    return Table(
        [[Paragraph(markup(cell), SMALL) for cell in row] for row in rows], colWidths=[60 * mm, 193 * mm], style=TableStyle(GRID)
    )
