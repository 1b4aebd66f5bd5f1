"""Reading order of a page by position: rows from the top, text columns one after the other, unruled tables as blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.layout.columns import sides, widest_band
from ingest.layout.rows import Row, merged, rows_of
from ingest.records import Block, Line, Page
from ingest.tables.aligned import aligned_tables


def in_reading_order(page: Page) -> Page:
    """The page with its content as a person reads it; pages without positions and recognised ones stay as they are."""
    lines = [item for item in page.content if isinstance(item, Line) and item.text.strip()]
    if not lines or page.by_ocr or any(line.box is None for line in lines):
        return page
    blocks = [item for item in page.content if isinstance(item, Block)]
    upright = [line for line in lines if not _is_sideways(line)]
    ordered, in_columns = _ordered(rows_of(upright), page.number or 0)
    content = [*_with_blocks(ordered, blocks, in_columns=in_columns), *(line for line in lines if _is_sideways(line))]
    return replace(page, content=tuple(content))


def _is_sideways(line: Line) -> bool:
    """Whether the line is printed along the side of the page: much taller than wide."""
    return line.box is not None and len(line.text) > 3 and (line.box.bottom - line.box.top) > 2 * (line.box.x1 - line.box.x0)


def _ordered(rows: Sequence[Row], page_number: int) -> tuple[list[Line | Block], bool]:
    """The rows as lines and unruled tables, and whether some of them are set in columns; columns may hold columns."""
    band = widest_band(rows)
    if band is None:
        return _placed(rows, page_number), False
    left, right = sides(rows, band)
    parts = (rows[: band.start], rows_of(left), rows_of(right), rows[band.stop :])
    return [item for part in parts for item in _ordered(part, page_number)[0]], True


def _placed(rows: Sequence[Row], page_number: int) -> list[Line | Block]:
    """Rows from the top as lines, unruled tables as blocks."""
    tables = {table.start: table for table in aligned_tables(rows, page_number)}
    content: list[Line | Block] = []
    index = 0
    while index < len(rows):
        table = tables.get(index)
        content.append(table.block if table else merged(rows[index]))
        index = table.stop if table else index + 1
    return content


def _with_blocks(content: Sequence[Line | Block], blocks: Sequence[Block], *, in_columns: bool) -> list[Line | Block]:
    """Ready blocks go in before the first line that stands below their top edge (in columns: in the block's own column)."""
    ordered = list(content)
    for block in sorted(blocks, key=_top):
        below = (n for n, item in enumerate(ordered) if _top(item) >= _top(block) and (not in_columns or _overlaps(item, block)))
        ordered.insert(next(below, len(ordered)), block)
    return ordered


def _top(item: Line | Block) -> float:
    if isinstance(item, Block):
        return min((box.top for box in item.boxes), default=0.0)
    return item.box.top if item.box else 0.0


def _overlaps(item: Line | Block, block: Block) -> bool:
    boxes = item.boxes if isinstance(item, Block) else (item.box,)
    return any(box and other and box.x0 < other.x1 and box.x1 > other.x0 for box in boxes for other in block.boxes)
