"""Tables as passages: a passage for a row with its headers, or for several short rows together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.passages.draft import Draft
from ingest.passages.sentences import text_pieces
from ingest.passages.stretch import Stretch
from ingest.passages.table_reading import ReadTable, Row, read_table, row_header_columns
from ingest.records import Block, BlockKind, Box

FEWEST_WORDS = 20  # shorter rows are put together
FULL_WORDS = 90
MOST_WORDS = 200
SMALL_TABLE_WORDS = 150  # a table of two columns within this is one passage
BETWEEN_ROWS = "\n\n"


def table_drafts(block: Block, stretch: Stretch, lead: Block | None = None) -> Iterator[Draft]:
    """Cut a table into drafts; the text of every cell stands in one line of its row's draft.

    `lead` is the line above the table that introduces it: text of the first draft, context of the others.
    """
    for place, draft in enumerate(_drafts(block, stretch)):
        if lead is None:
            yield draft
        elif place > 0:
            yield replace(draft, lead=(lead.text,))
        else:
            yield replace(draft, text=f"{lead.text}\n{draft.text}", boxes=(*lead.boxes, *draft.boxes))


def _drafts(block: Block, stretch: Stretch) -> Iterator[Draft]:
    if block.table is None:
        return
    read = read_table(block.table)
    if not read.rows:
        yield _draft(block, stretch, read, [block.text], ())
    elif _is_small_list(read):
        yield _draft(block, stretch, read, [_pair_lines(read)], read.rows)
    else:
        yield from _row_drafts(block, stretch, read)


def _is_small_list(read: ReadTable) -> bool:
    words = sum(len(row.text(0).split()) + len(row.text(1).split()) for row in read.rows) if len(read.headers) == 2 else 0
    return 0 < words <= SMALL_TABLE_WORDS


def _pair_lines(read: ReadTable) -> str:
    pairs = [(read.header(0), read.header(1))] if any(read.headers) else []
    pairs += [(row.text(0), row.text(1)) for row in read.rows]
    return "\n".join(_labelled(*pair) for pair in pairs)


def _row_drafts(block: Block, stretch: Stretch, read: ReadTable) -> Iterator[Draft]:
    waiting: list[str] = []
    rows: list[Row] = []
    for row in read.rows:
        for text in _row_texts(read, row):
            words = len(text.split())
            have = sum(len(each.split()) for each in waiting)
            if waiting and (words >= FEWEST_WORDS or have + words > FULL_WORDS or _turns_page(read, rows[-1], row)):
                yield _draft(block, stretch, read, waiting, rows)
                waiting, rows = [], []
            waiting.append(text)
            rows.append(row)
            if words >= FEWEST_WORDS:
                yield _draft(block, stretch, read, waiting, rows)
                waiting, rows = [], []
    if waiting:
        yield _draft(block, stretch, read, waiting, rows)


def _turns_page(read: ReadTable, above: Row, row: Row) -> bool:
    """A row is shown on its own page; only the short rows of a list without headers may share a passage over two pages."""
    return any(read.headers) and _page(above) != _page(row)


def _page(row: Row) -> int | None:
    return min((box.page_number for box in _boxes((row,))), default=None)


def _row_texts(read: ReadTable, row: Row) -> Iterator[str]:
    """Write a row as "header: cell" lines; a very long row in several texts, each beginning with the row's own headers."""
    lines = [(column, _line(read, row, column)) for column in range(len(read.headers)) if row.text(column)]
    merged_once = [
        line for place, line in enumerate(lines) if place == 0 or row.cells[line[0]] is not row.cells[lines[place - 1][0]]
    ]
    if sum(len(line.split()) for _, line in merged_once) <= MOST_WORDS:
        yield ("\n" if any(read.headers) else ", ").join(line for _, line in merged_once)
        return
    head_columns = row_header_columns(read)
    head = [line for column, line in merged_once if column in head_columns]
    part: list[str] = []
    room = max(MOST_WORDS - sum(len(each.split()) for each in head), FULL_WORDS)
    values = (line for column, line in merged_once if column not in head_columns)
    for line in (piece for value in values for piece in text_pieces(value, room)):
        if part and sum(len(each.split()) for each in (*head, *part, line)) > MOST_WORDS:
            yield "\n".join((*head, *part))
            part = []
        part.append(line)
    if part:
        yield "\n".join((*head, *part))


def _line(read: ReadTable, row: Row, column: int) -> str:
    return _labelled(read.header(column), row.text(column))


def _labelled(label: str, text: str) -> str:
    """Give "label: text", also where the label itself ends in a colon; one of them alone as it is."""
    return f"{label.rstrip(' :')}: {text}" if label and text else label or text


def _draft(block: Block, stretch: Stretch, read: ReadTable, texts: Sequence[str], rows: Sequence[Row]) -> Draft:
    boxes = _boxes(rows) or block.boxes
    pages = {box.page_number for box in boxes} or ({block.page_number} if block.page_number is not None else set())
    return Draft(
        text=(BETWEEN_ROWS if any("\n" in text for text in texts) else "\n").join(texts),
        stretch=stretch,
        boxes=boxes,
        pages=tuple(sorted(pages)),
        kind=BlockKind.TABLE,
        table=read,
        rows=tuple(dict.fromkeys(rows)),
    )


def _boxes(rows: Sequence[Row]) -> tuple[Box, ...]:
    """Give the boxes of the cells that begin in these rows, each once."""
    cells = [cell for row in rows for cell in row.cells if cell is not None and cell.row == row.number]
    return tuple(dict.fromkeys(cell.box for cell in cells if cell.box is not None))
