"""PowerPoint slides (.pptx): one page a slide, with its title as heading, its text, tables, charts, diagrams and notes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ingest.errors import EmptyDocument
from ingest.limits import Limits
from ingest.readers.grid import Grid
from ingest.readers.package import opened_package
from ingest.readers.pptx_graphics import chart_blocks, diagram_blocks
from ingest.readers.pptx_headings import labels, loose_title, stands_outside
from ingest.readers.pptx_order import in_reading_order
from ingest.records import Block, BlockKind, Box, Page, ReadFile

_EMU_A_POINT = 12_700  # ECMA-376 part 1, 20.1.2.1
_DEEPEST_GROUP = 20
_FURNITURE = frozenset({"DATE", "FOOTER", "SLIDE_NUMBER", "HEADER"})


class PptxReader:
    """Reads `.pptx`."""

    suffixes: frozenset[str] = frozenset({".pptx"})

    def read(self, path: Path, limits: Limits) -> ReadFile:
        """The slides in order. Raises the kinds of `UnreadableDocument`."""
        import pptx  # a third of a second to import

        with opened_package(path, limits, "PowerPoint") as file:
            show = pptx.Presentation(file)
            width, height = (show.slide_width or 0) / _EMU_A_POINT, (show.slide_height or 0) / _EMU_A_POINT
            pages = tuple(
                Page(number=number, content=tuple(_slide(slide, number, limits)), width=width, height=height)
                for number, slide in enumerate(show.slides, start=1)
            )
            properties = show.core_properties
            metadata = {"title": properties.title, "author": properties.author}
        if not any(page.content for page in pages):
            raise EmptyDocument(path, "the slides hold no text.")
        return ReadFile(pages=pages, metadata={name: value for name, value in metadata.items() if value})


def _slide(slide: Any, number: int, limits: Limits) -> Iterator[Block]:
    title = slide.shapes.title
    # Shapes stand in drawing order in the file; people read from the top, and what stands together together.
    shapes = list(_shapes([shape for shape in slide.shapes if title is None or shape.shape_id != title.shape_id], 0))
    if title is None or not title.has_text_frame or not title.text_frame.text.strip():
        title = loose_title([shape for shape in shapes if not _is_furniture(shape)])
    heading = _heading(title, number, level=1) if title is not None else None
    if heading is not None:
        yield heading
    parts = labels([shape for shape in shapes if shape is not title])
    label: Any = None
    for shape in shapes:
        if shape is title:
            continue
        if shape.shape_id in parts:
            label = shape
            yield _heading(shape, number, level=2)
            continue
        if label is not None and heading is not None and stands_outside(shape, label):
            label = None
            yield heading
        yield from _blocks(shape, number, limits)
    yield from _notes(slide, number)


def _heading(shape: Any, number: int, *, level: int) -> Block:
    text = _folded(shape.text_frame.text)
    return Block(kind=BlockKind.HEADING, text=text, page_number=number, level=level, boxes=_boxes(shape, number))


def _blocks(shape: Any, number: int, limits: Limits) -> Iterator[Block]:
    if getattr(shape, "has_table", False) and shape.has_table:
        yield from _table(shape, number, limits)
    elif getattr(shape, "has_chart", False) and shape.has_chart:
        yield from chart_blocks(shape.chart, number, limits)
    elif shape._element.tag.endswith("}graphicFrame"):
        yield from diagram_blocks(shape, number)
    elif shape.has_text_frame and not _is_furniture(shape):
        yield from _paragraphs(shape, number)


def _notes(slide: Any, number: int) -> Iterator[Block]:
    """The speaker's notes, each paragraph on a line."""
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        lines = [_folded(line) for line in slide.notes_slide.notes_text_frame.text.split("\n")]
        if text := "\n".join(filter(None, lines)):
            yield Block(kind=BlockKind.PARAGRAPH, text=f"Noter: {text}", page_number=number)


def _shapes(shapes: Any, depth: int) -> Iterator[Any]:
    """The shapes in reading order, those of a group where the group stands."""
    for shape in in_reading_order(list(shapes)):
        if shape._element.tag.endswith("}grpSp") and depth < _DEEPEST_GROUP:
            yield from _shapes(shape.shapes, depth + 1)
        else:
            yield shape


def _is_furniture(shape: Any) -> bool:
    return shape.is_placeholder and shape.placeholder_format.type is not None and shape.placeholder_format.type.name in _FURNITURE


def _paragraphs(shape: Any, number: int) -> Iterator[Block]:
    paragraphs = [(paragraph.level, _folded(paragraph.text)) for paragraph in shape.text_frame.paragraphs]
    paragraphs = [(level, text) for level, text in paragraphs if text]
    # Bullets come from the layout and are not in the text: several paragraphs of a placeholder are its points.
    is_list = shape.is_placeholder and len(paragraphs) > 1
    for level, text in paragraphs:
        kind = BlockKind.LIST_ITEM if is_list or level else BlockKind.PARAGRAPH
        depth = level + 1 if kind is BlockKind.LIST_ITEM else 0
        yield Block(kind=kind, text=text, page_number=number, level=depth, boxes=_boxes(shape, number))


def _table(shape: Any, number: int, limits: Limits) -> Iterator[Block]:
    grid = Grid(limits.max_table_cells)
    for row, cells in enumerate(shape.table.rows):
        for column, cell in enumerate(cells.cells):
            if grid.full or cell.is_spanned:
                continue
            grid.put(row, column, cell.text.strip().replace("\v", "\n"), cell.span_height, cell.span_width)
    block = grid.block(header_rows=int(bool(shape.table.first_row)), kind=BlockKind.TABLE, page_number=number)
    if block is not None:
        yield block


def _boxes(shape: Any, number: int) -> tuple[Box, ...]:
    if shape.left is None or shape.top is None or not shape.width or not shape.height:
        return ()
    left, top = shape.left / _EMU_A_POINT, shape.top / _EMU_A_POINT
    right, bottom = left + shape.width / _EMU_A_POINT, top + shape.height / _EMU_A_POINT
    return (Box(page_number=number, x0=left, top=top, x1=right, bottom=bottom),)


def _folded(text: str) -> str:
    return " ".join(text.split())
