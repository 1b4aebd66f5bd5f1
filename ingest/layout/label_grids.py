"""Heads of letters and minutes set as tables: "Til: | Skoleudvalget | Dato: | 7. maj 2026" is a line for each field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.records import Block, BlockKind, Cell, Table

FEWEST_LABELS = 2
LONGEST_LABEL = 4  # words
LONGEST_VALUE = 40  # words
FRONT_BLOCKS = 8  # of a file: a table of labels and values further down is one


def with_fields(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with each grid of labels, every one ending in a colon, and values as lines "label: value"."""
    return tuple(each for place, block in enumerate(blocks) for each in (_fields(block, place) or (block,)))


def _fields(block: Block, place: int) -> tuple[Block, ...]:
    if block.table is None or (block.table.column_count == 2 and place >= FRONT_BLOCKS):
        return ()
    rows = [list(_pairs(row)) for row in _rows(block.table)]
    pairs = [pair for row in rows for pair in row]
    if len(pairs) < FEWEST_LABELS or not all(rows) or not all(map(_is_field, pairs)):
        return ()
    return tuple(_line(label, value, block) for label, value in pairs)


def _rows(table: Table) -> Iterator[list[Cell]]:
    """The cells with text of each row that has any."""
    for number in range(table.row_count):
        cells = sorted((cell for cell in table.cells if cell.row == number and cell.text.strip()), key=lambda cell: cell.column)
        if cells:
            yield cells


def _pairs(cells: Sequence[Cell]) -> Iterator[tuple[Cell, Cell | None]]:
    """The labels of a row, each with the value right of it, None where the next cell is a label again."""
    place = 0
    while place < len(cells):
        following = cells[place + 1] if place + 1 < len(cells) else None
        value = None if following is None or following.text.strip().endswith(":") else following
        yield cells[place], value
        place += 1 if value is None else 2


def _is_field(pair: tuple[Cell, Cell | None]) -> bool:
    label, value = pair
    text = label.text.strip()
    short = value is None or len(value.text.split()) <= LONGEST_VALUE
    return text.endswith(":") and len(text.split()) <= LONGEST_LABEL and "\n" not in text and short


def _line(label: Cell, value: Cell | None, block: Block) -> Block:
    cells = [label] if value is None else [label, value]
    boxes = tuple(cell.box for cell in cells if cell.box is not None) or block.boxes
    text = " ".join(cell.text.strip() for cell in cells)
    return Block(kind=BlockKind.PARAGRAPH, text=text, page_number=block.page_number, boxes=boxes)
