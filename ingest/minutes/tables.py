"""Minutes kept in a table, a row for an item: "Punkt | Emne | Referat | Ansvarlig". Rows become the blocks of items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.passages.table_reading import ReadTable, Row, read_with_header
from ingest.records import Block, BlockKind

_COLUMNS = {
    "number": r"nr\.?|punkt|pkt\.?|#|no\.?",
    "title": r"emne|punkt|dagsorden|dagsordenspunkt|sag|titel|overskrift|topic|item",
    "decision": r"referat|beslutning(?:er)?|konklusion|afgørelse|decision|minutes",
    "case": r"beskrivelse|sagsfremstilling|indhold|baggrund|background",
    "recommendation": r"indstilling|forslag|anbefaling|recommendation",
}
_SECTIONS = ("case", "recommendation", "decision")  # their printed headers are headings of sections


def rows_as_items(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Replace tables of items by the blocks of their items; other blocks stay as they are."""
    return tuple(each for block in blocks for each in (_items(block) or (block,)))


def _items(block: Block) -> tuple[Block, ...]:
    if block.table is None or block.table.column_count < 2:
        return ()
    read = read_with_header(block.table)
    columns = _columns(read)
    if "title" not in columns or "decision" not in columns:
        return ()
    return tuple(each for place, row in enumerate(read.rows, start=1) for each in _item(row, place, columns, read, block))


def _columns(read: ReadTable) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, words in _COLUMNS.items():
        for column in range(len(read.headers)):
            if column not in found.values() and re.fullmatch(words, read.header(column).strip(" :").lower()):
                found[name] = column
                break
    if "title" not in found and "number" in found and len(read.headers) > 1:
        # "Punkt" heads the titles where no other column does.
        found["title"] = found.pop("number")
    return found


def _item(row: Row, place: int, columns: dict[str, int], read: ReadTable, block: Block) -> Iterator[Block]:
    title = row.text(columns["title"])
    printed = re.match(r"\d+[a-z]?", row.text(columns["number"])) if "number" in columns else None
    numbered = title if re.match(r"\d+[.: ]", title) else f"{printed[0] if printed else place}. {title}"
    if not title:
        return
    yield _block(BlockKind.HEADING, numbered, row, columns["title"], block)
    for column in (columns[name] for name in _SECTIONS if name in columns):
        yield _block(BlockKind.HEADING, read.header(column), row, column, block)
        if row.text(column):
            yield _block(BlockKind.PARAGRAPH, row.text(column), row, column, block)
    others = (column for column in range(len(read.headers)) if column not in columns.values() and row.text(column))
    for column in others:
        yield _block(BlockKind.PARAGRAPH, ": ".join(filter(None, (read.header(column), row.text(column)))), row, column, block)


def _block(kind: BlockKind, text: str, row: Row, column: int, block: Block) -> Block:
    cell = row.cells[column]
    boxes = (cell.box,) if cell is not None and cell.box is not None else ()
    page = boxes[0].page_number if boxes else block.page_number
    return Block(kind=kind, text=text, page_number=page, level=2 if kind is BlockKind.HEADING else 0, boxes=boxes)
