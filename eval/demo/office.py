"""The demo's Word and PowerPoint files, with the date of the archive fixed so that the same bytes come out every time."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path

from docx import Document
from pptx import Presentation
from pptx.util import Cm

from eval.demo.markup import Element

STAMP = (2026, 1, 1, 0, 0, 0)


def write_word(path: Path, source: Sequence[Element]) -> None:
    """Write a Word file with real heading styles, lists and a table."""
    document = Document()
    document.core_properties.created = document.core_properties.modified = datetime(*STAMP)
    styles = {"title": "Title", "item": "Heading 1", "section": "Heading 2", "bullet": "List Bullet", "number": "List Number"}
    for kind, group in groupby(source, key=lambda element: element.kind):
        if kind == "row":
            _add_word_table(document, list(group))
            continue
        for element in group:
            document.add_paragraph(element.text, style=styles.get(kind, "Normal"))
    document.save(str(path))
    fix_archive(path)


def _add_word_table(document: object, rows: Sequence[Element]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0].cells), style="Table Grid")  # type: ignore[attr-defined]
    for row, element in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, element.cells, strict=True):
            cell.text = text


def write_powerpoint(path: Path, source: Sequence[Element]) -> None:
    """Write a PowerPoint file: a title slide, slides with bullets or a table, and speaker's notes."""
    deck = Presentation()
    deck.core_properties.created = deck.core_properties.modified = datetime(*STAMP)
    for number, group in enumerate(slides(source)):
        slide = deck.slides.add_slide(deck.slide_layouts[_layout(number, group)])
        slide.shapes.title.text = group[0].text
        lines = [element.text for element in group[1:] if element.kind in {"bullet", "paragraph"}]
        if lines:
            slide.placeholders[1].text = "\n".join(lines)
        rows = [element for element in group if element.kind == "row"]
        if rows:
            _add_slide_table(slide, rows)
        for note in (element for element in group if element.kind == "note"):
            slide.notes_slide.notes_text_frame.text = note.text
    deck.save(str(path))
    fix_archive(path)


def _layout(number: int, group: Sequence[Element]) -> int:
    if number == 0:
        return 0  # title slide
    return 5 if any(element.kind == "row" for element in group) else 1  # title only, or title and content


def slides(source: Iterable[Element]) -> list[list[Element]]:
    """Split a source at its titles."""
    groups: list[list[Element]] = []
    for element in source:
        if element.kind in {"title", "item"}:
            groups.append([])
        groups[-1].append(element)
    return groups


def _add_slide_table(slide: object, rows: Sequence[Element]) -> None:
    shape = slide.shapes.add_table(len(rows), len(rows[0].cells), Cm(1.5), Cm(5), Cm(22), Cm(6))  # type: ignore[attr-defined]
    for row_number, element in enumerate(rows):
        for column_number, text in enumerate(element.cells):
            shape.table.cell(row_number, column_number).text = text


def fix_archive(path: Path) -> None:
    """Write the zip archive again with fixed dates."""
    with zipfile.ZipFile(path) as archive:
        members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name, date_time=STAMP), content, zipfile.ZIP_DEFLATED)
