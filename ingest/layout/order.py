"""Reading order of a page by position: boxes as wholes, rows from the top, text columns one after the other, unruled tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from ingest.layout.areas import set_apart
from ingest.layout.columns import Drawn, sides, widest_band
from ingest.layout.gutters import rejoined
from ingest.layout.rows import Row, merged, rows_of
from ingest.layout.side_labels import SideBand, side_bands
from ingest.records import Block, Box, Line, Page
from ingest.tables.aligned import aligned_tables

PARAGRAPH_GAP = 0.5  # line heights of blank space above a line that opens a paragraph


def in_reading_order(page: Page) -> Page:
    """The page with its content as a person reads it; pages without positions and recognised ones stay as they are."""
    lines = [item for item in page.content if isinstance(item, Line) and item.text.strip()]
    if not lines or page.by_ocr or any(line.box is None for line in lines):
        return page
    blocks = [item for item in page.content if isinstance(item, Block)]
    upright = rejoined([line for line in lines if not _is_sideways(line)])
    ordered, in_columns = _with_boxes(upright, page)
    content = [*_with_blocks(ordered, blocks, in_columns=in_columns), *(line for line in lines if _is_sideways(line))]
    return replace(page, content=tuple(content))


def _is_sideways(line: Line) -> bool:
    """Whether the line is printed along the side of the page: much taller than wide."""
    return line.box is not None and len(line.text) > 3 and (line.box.bottom - line.box.top) > 2 * (line.box.x1 - line.box.x0)


def _with_boxes(lines: Sequence[Line], page: Page) -> tuple[list[Line | Block], bool]:
    """The lines in order, those of each framed box together, and whether some are set beside others."""
    drawn = {line.box: number for number, line in enumerate(lines) if line.box}
    number = page.number or 0
    free, boxes = set_apart(lines, page.areas, page.width * page.height) if page.areas else (list(lines), [])
    ordered, in_columns = _ordered(rows_of(free), number, drawn)
    placed = sorted(((_place(ordered, box.area), box.area.top, box.area.x0, box.lines) for box in boxes), key=itemgetter(0, 1, 2))
    for place, _, _, inside in reversed(placed):
        ordered[place:place] = _ordered(rows_of(inside), number, drawn)[0]
    return ordered, in_columns or bool(boxes)


def _place(ordered: Sequence[Line | Block], area: Box) -> int:
    """Where a box goes in: before the first paragraph, no heading, that begins beside or below its top edge."""
    for number, item in enumerate(ordered):
        if _top(item) >= area.top - 1 and _opens_paragraph(ordered, number) and not _is_heading(ordered, number):
            return number
    return len(ordered)


def _opens_paragraph(ordered: Sequence[Line | Block], number: int) -> bool:
    item, above = ordered[number], ordered[number - 1] if number else None
    if not isinstance(item, Line) or not isinstance(above, Line) or not item.box or not above.box:
        return True
    height = item.box.bottom - item.box.top
    return not -height < item.box.top - above.box.bottom < PARAGRAPH_GAP * height


def _is_heading(ordered: Sequence[Line | Block], number: int) -> bool:
    item, below = ordered[number], ordered[number + 1] if number + 1 < len(ordered) else None
    if not isinstance(item, Line) or not isinstance(below, Line):
        return False
    return (item.bold and not below.bold) or (item.font_size or 0.0) > (below.font_size or 0.0) + 0.5


def _ordered(rows: Sequence[Row], page_number: int, drawn: Drawn) -> tuple[list[Line | Block], bool]:
    """The rows as lines and unruled tables, and whether some of them are set in columns; columns may hold columns."""
    beside = side_bands(rows, page_number)
    if beside:
        return list(_around(rows, beside, page_number, drawn)), True
    band = widest_band(rows, drawn)
    if band is None:
        return _placed(rows, page_number), False
    first, second = sides(rows, band)
    parts = (rows[: band.start], rows_of(first), rows_of(second), rows[band.stop :])
    return [item for part in parts for item in _ordered(part, page_number, drawn)[0]], True


def _around(rows: Sequence[Row], beside: Sequence[SideBand], page_number: int, drawn: Drawn) -> Iterator[Line | Block]:
    """What stands above, in, between and below the stretches with labels in the margin."""
    end = 0
    for band in beside:
        yield from _ordered(rows[end : band.start], page_number, drawn)[0]
        yield from band.content
        end = band.stop
    yield from _ordered(rows[end:], page_number, drawn)[0]


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
