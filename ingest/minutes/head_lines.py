"""The lines of a meeting's head in an order in which every label stands before its values, whatever table they were set in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.minutes.labels import is_label, labelled, parted
from ingest.records import Block, Table

_BETWEEN = "\t"


def head_lines(blocks: Sequence[Block]) -> Iterator[str]:
    """Give the lines of a head; cells of tables become "label<tab>value", also where the labels stand above the values."""
    for block in _labels_first(blocks):
        if block.table is not None:
            yield from _of_table(block.table)
            continue
        for line in block.text.split("\n"):
            if line.strip():
                yield from parted(line)


def _of_table(table: Table) -> Iterator[str]:
    rows: list[dict[int, str]] = [{} for _ in range(table.row_count)]
    for cell in table.cells:
        if cell.text.strip() and cell.row < table.row_count:
            rows[cell.row][cell.column] = cell.text.strip()
    place = 0
    while place < len(rows):
        row = rows[place]
        below = rows[place + 1] if place + 1 < len(rows) else {}
        if _heads(row, below):
            for column, label in row.items():
                yield f"{label.strip(' :')}{_BETWEEN}{below.get(column, '')}"
            place += 2
            continue
        yield from _of_row(list(row.values()))
        place += 1


def _heads(row: dict[int, str], below: dict[int, str]) -> bool:
    """Tell a row of labels above a row of their values."""
    return len(row) > 1 and all(map(is_label, row.values())) and bool(below) and not any(map(is_label, below.values()))


def _of_row(cells: list[str]) -> Iterator[str]:
    """A row holds pairs of label and value, or labels with their values in one cell, or anything else."""
    if len(cells) > 2 and len(cells) % 2 == 0 and all(map(is_label, cells[::2])):
        yield from (f"{label}{_BETWEEN}{value}" for label, value in zip(cells[::2], cells[1::2], strict=True))
    elif len(cells) > 1 and all(labelled(cell) is not None for cell in cells):
        for cell in cells:
            yield from (line for line in cell.split("\n") if line.strip())
    elif len(cells) == 1:
        yield from (each for line in cells[0].split("\n") if line.strip() for each in parted(line))
    else:
        yield _BETWEEN.join(cells)


def _labels_first(blocks: Sequence[Block]) -> list[Block]:
    """Where labels are centred beside their values, put each before the first of its lines.

    The lines of a row lie evenly around its label: from the first line not taken yet, the row reaches as far below the
    label's middle as that line is above it.
    """
    order = list(blocks)
    if not any(_is_centred(order, place) for place in range(1, len(order))):
        return order
    result: list[Block] = []
    waiting: list[Block] = []
    for block in order:
        if not block.boxes or block.table is not None or labelled(block.text.split("\n")[0]) is None:
            waiting.append(block)
            continue
        above = [each for each in _reaching(waiting, block) if not _taken(each, result)]
        result += [each for each in waiting if not any(each is other for other in above)]
        result += [block, *above]
        waiting = []
    return result + waiting


def _is_centred(blocks: Sequence[Block], place: int) -> bool:
    block, above = blocks[place], blocks[place - 1]
    if not (block.boxes and above.boxes) or not is_label(block.text):
        return False
    return _is_beside(above, block) and above.boxes[-1].bottom > block.boxes[0].top + 1.0


def _reaching(lines: Sequence[Block], label: Block) -> list[Block]:
    """The lines beside a label that reach down to it without a gap."""
    near: list[Block] = []
    top = label.boxes[0].top
    for line in reversed(lines):
        if not _is_beside(line, label) or line.boxes[-1].bottom < top - 0.5 * (line.boxes[-1].bottom - line.boxes[-1].top):
            break
        near.insert(0, line)
        top = line.boxes[0].top
    return near


def _is_beside(value: Block, label: Block) -> bool:
    if not value.boxes or not label.boxes or value.table is not None:
        return False
    left = label.boxes[0]
    return value.boxes[0].page_number == left.page_number and value.boxes[0].x0 > left.x0 + 20.0


def _taken(value: Block, before: Sequence[Block]) -> bool:
    """Tell whether a line lies within the row of the label before: no farther below that label than its first line is above."""
    labels = [place for place, each in enumerate(before) if each.boxes and labelled(each.text.split("\n")[0]) is not None]
    if not labels:
        return False
    label, rows = before[labels[-1]], before[labels[-1] + 1 :]
    tops = [each.boxes[0].top for each in rows if each.boxes and _is_beside(each, label)]
    middle = (label.boxes[0].top + label.boxes[0].bottom) / 2
    reach = max((middle - top for top in tops), default=0.0)
    return (value.boxes[-1].top + value.boxes[-1].bottom) / 2 - middle <= reach
