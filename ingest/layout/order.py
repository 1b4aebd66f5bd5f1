"""Reading order of a page by position: rows from the top, text columns one after the other, unruled tables as blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.layout.rows import merged, rows_of
from ingest.records import Block, Line, Page
from ingest.tables.aligned import aligned_tables

LEAST_COLUMN_LINES = 5  # on each side of a gutter
GUTTER_POINTS = 6.0
MOST_CROSSING = 0.5  # share of lines that run across the gutter (titles, introductions)


def in_reading_order(page: Page) -> Page:
    """The page with its content as a person reads it; pages without positions and recognised ones stay as they are."""
    lines = [item for item in page.content if isinstance(item, Line) and item.text.strip()]
    if not lines or page.by_ocr or any(line.box is None for line in lines):
        return page
    blocks = [item for item in page.content if isinstance(item, Block)]
    upright = [line for line in lines if not _is_sideways(line)]
    gutter = _gutter(upright, page.width)
    number = page.number or 0
    ordered = _placed(upright, number) if gutter is None else _by_columns(upright, gutter, number)
    content = [*_with_blocks(ordered, blocks, in_columns=gutter is not None), *(line for line in lines if _is_sideways(line))]
    return replace(page, content=tuple(content))


def _is_sideways(line: Line) -> bool:
    """Whether the line is printed along the side of the page: much taller than wide."""
    return line.box is not None and len(line.text) > 3 and (line.box.bottom - line.box.top) > 2 * (line.box.x1 - line.box.x0)


def _placed(lines: Sequence[Line], page_number: int) -> list[Line | Block]:
    """Rows from the top as lines, unruled tables as blocks."""
    rows = rows_of(lines)
    tables = {table.start: table for table in aligned_tables(rows, page_number)}
    content: list[Line | Block] = []
    index = 0
    while index < len(rows):
        table = tables.get(index)
        content.append(table.block if table else merged(rows[index]))
        index = table.stop if table else index + 1
    return content


def _gutter(lines: Sequence[Line], width: float) -> float | None:
    """The x of a free vertical strip with running text on both sides, None where the page has one column."""
    boxes = [line.box for line in lines if line.box]
    starts = sorted({round(box.x0) for box in boxes if width * 0.25 < box.x0 < width * 0.75})
    best: tuple[int, float] | None = None
    for x in starts:
        left = [box for box in boxes if box.x1 <= x - GUTTER_POINTS]
        right = [box for box in boxes if box.x0 >= x - 1]
        crossing = len(boxes) - len(left) - len(right)
        if min(len(left), len(right)) < LEAST_COLUMN_LINES or crossing > MOST_CROSSING * len(boxes):
            continue
        shared = min(max(b.bottom for b in left), max(b.bottom for b in right)) - max(
            min(b.top for b in left), min(b.top for b in right)
        )
        extent = min(max(b.bottom for b in side) - min(b.top for b in side) for side in (left, right))
        if shared > 0.5 * extent and _is_running(lines, x) and (best is None or crossing < best[0]):
            best = (crossing, x - GUTTER_POINTS / 2)
    return best[1] if best else None


def _is_running(lines: Sequence[Line], x: float) -> bool:
    """Whether both sides hold running text: most lines of each are full (all but the last of a paragraph)."""
    for side in (
        [line for line in lines if line.box and line.box.x1 < x],
        [line for line in lines if line.box and line.box.x0 >= x - 1],
    ):
        widths = sorted(line.box.x1 - line.box.x0 for line in side if line.box)
        usual = widths[int(len(widths) * 0.9)]
        if sum(width > 0.7 * usual for width in widths) * 2 < len(widths) or usual < 90:
            return False
    return True


def _by_columns(lines: Sequence[Line], gutter: float, page_number: int) -> list[Line | Block]:
    """Bands between lines that cross the gutter; in each band the left column, then the right."""
    content: list[Line | Block] = []
    left: list[Line] = []
    right: list[Line] = []
    for row in rows_of(lines):
        crossing = [line for line in row.segments if line.box and line.box.x0 < gutter < line.box.x1]
        if crossing:
            content += [*_placed(left, page_number), *_placed(right, page_number), merged(row)]
            left, right = [], []
            continue
        left += [line for line in row.segments if line.box and line.box.x1 <= gutter]
        right += [line for line in row.segments if line.box and line.box.x1 > gutter]
    return [*content, *_placed(left, page_number), *_placed(right, page_number)]


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
