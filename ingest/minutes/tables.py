"""Minutes kept in a table, a row for an item: "Punkt | Emne | Referat | Ansvarlig". Rows become the blocks of items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.minutes.section_heads import section_head
from ingest.passages.table_reading import ReadTable, Row, read_with_header
from ingest.records import Block, BlockKind, Cell, Table
from ingest.tables.text import table_text

_COLUMNS = {
    "number": r"nr\.?|punkt|pkt\.?|#|no\.?|(?:punkt|pkt\.?|sag) ?nr\.?",
    "title": r"emne|punkt|dagsorden|dagsordenspunkt|sag|titel|overskrift|tema|topic|item|agenda item|punkt/emne|emne/punkt",
    "decision": r"(?:referat|beslutning(?:er)?|konklusion(?:er)?|afgørelse|aftaler?|besluttet|aftalt"
    r"|decisions?|agreed|outcome|minutes)"
    r"(?: ?(?:/|og|eller|and|or) ?(?:referat|beslutning(?:er)?|konklusion(?:er)?|aftaler?|opfølgning"
    r"|handling(?:er)?|decisions?|actions?))?",
    "case": r"beskrivelse|sagsfremstilling|indhold|baggrund|drøftelser?|bemærkninger|noter|background|discussion|notes",
    "recommendation": r"indstilling|forslag|anbefaling|recommendation",
}
_OWNER = re.compile(r"ansvarlig\w*|hvem|tovholder\w*|udføres af|owner|responsible|who", re.IGNORECASE)
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
        yield _section_heading(read.header(column), row, column, block)
        if row.text(column):
            yield _block(BlockKind.PARAGRAPH, row.text(column), row, column, block)
    owners = [column for column in range(len(read.headers)) if _OWNER.fullmatch(read.header(column).strip(" :"))]
    if owners and any(row.text(column) for column in owners):
        yield Block(kind=BlockKind.HEADING, text="Opfølgning", page_number=block.page_number, level=3)
        yield _as_table(row, read, columns, block)
        return
    others = (column for column in range(len(read.headers)) if column not in columns.values() and row.text(column))
    for column in others:
        yield _block(BlockKind.PARAGRAPH, ": ".join(filter(None, (read.header(column), row.text(column)))), row, column, block)


def _section_heading(header: str, row: Row, column: int, block: Block) -> Block:
    """The column's header as the heading of a section; the standard name where it says two things at once ("Referat/aftale")."""
    heading = _block(BlockKind.HEADING, header, row, column, block)
    decides = re.fullmatch(_COLUMNS["decision"], header.strip(" :").lower()) is not None
    return replace(heading, text="Beslutning") if decides and section_head(heading) is None else heading


def _as_table(row: Row, read: ReadTable, columns: dict[str, int], block: Block) -> Block:
    """The row by itself, without what was discussed: who is to do what by when is read from it as from any table."""
    kept = [column for column in range(len(read.headers)) if column not in (columns.get("case"), columns.get("recommendation"))]
    rows = ([read.header(column) for column in kept], [row.text(column) for column in kept])
    cells = tuple(Cell(text=text, row=at, column=to) for at, texts in enumerate(rows) for to, text in enumerate(texts))
    table = Table(cells=cells, header_rows=1, row_count=2, column_count=len(kept))
    first = next((cell for cell in row.cells if cell is not None and cell.box is not None), None)
    boxes = (first.box,) if first is not None and first.box is not None else block.boxes
    page = boxes[0].page_number if boxes else block.page_number
    return Block(kind=BlockKind.TABLE, text=table_text(table), page_number=page, boxes=boxes, table=table)


def _block(kind: BlockKind, text: str, row: Row, column: int, block: Block) -> Block:
    cell = row.cells[column]
    boxes = (cell.box,) if cell is not None and cell.box is not None else ()
    page = boxes[0].page_number if boxes else block.page_number
    return Block(kind=kind, text=text, page_number=page, level=2 if kind is BlockKind.HEADING else 0, boxes=boxes)
