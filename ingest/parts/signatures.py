"""Who signed: the farewell with name and office at the end of a letter or note, the parties below an agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.records import Block, BlockKind, Cell, Table

MOST_BLOCKS = 24  # below the last text of a document
LONGEST_LINE = 14  # words
FEWEST_PARTIES = 2
_FAREWELL = re.compile(
    r"^\W*(?:(?:med\s)?(?:venlig|kærlig|mange|de bedste|bedste)\s?(?:venlige\s)?hilsen(?:er)?|hilsen|mvh\.?"
    r"|på (?:udvalgets|bestyrelsens|rådets) vegne"
    r"|(?:yours|kind(?:est)? regards|best regards|sincerely)\b.*)\W*$",
    re.IGNORECASE,
)
_FAREWELL_FIRST = re.compile(r"^\W*(?:med\s)?(?:venlig|kærlig)\shilsen\W*\n", re.IGNORECASE)
_PARTY = re.compile(r"^(?:for|på vegne af|on behalf of)\s+(?:the\s)?[A-ZÆØÅ][\w .&/-]{2,60}\W*$", re.IGNORECASE)
_RULE = re.compile(r"(?:_{4,}|\.{8,}|…{4,})")
_ONLY_RULE = re.compile(r"^[\s_.…]+$")
_PERSON = re.compile(r"^[A-ZÆØÅ][\w'’.-]*(?:\s(?:[A-ZÆØÅ][\w'’.-]*|af|von|van|de)){1,4}$")
_OFFICE = re.compile(
    r"^(?:\w+\s){0,2}\w*(?:chef|direktør|konsulent|fuldmægtig|leder|formand|forperson|borgmester|sekretær|koordinator|rektor|inspektør"
    r"|specialist|jurist|planlægger|rådgiver|medarbejder|manager|director|officer|head of \w+)(?:,?\s.{2,40})?$",
    re.IGNORECASE,
)


def without_signature(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Part the blocks of a document from the signature at its end, none of which is a table then; () where nothing says so."""
    first = _first_of_tail(blocks)
    signs = (place for place in range(first, len(blocks)) if _signs(blocks, place))
    start = next(signs, None)
    if not start:
        return tuple(blocks), ()
    return tuple(blocks[:start]), tuple(line for block in blocks[start:] for line in _lines(block))


def _first_of_tail(blocks: Sequence[Block]) -> int:
    """The place of the first of the short blocks and tables of signatures that a document ends with."""
    place = len(blocks)
    while place > max(1, len(blocks) - MOST_BLOCKS) and _may_be_of_tail(blocks[place - 1]):
        place -= 1
    return place


def _may_be_of_tail(block: Block) -> bool:
    if block.table is not None:
        return _holds_signatures(block.table)
    return all(len(line.split()) <= LONGEST_LINE for line in block.text.split("\n")) and block.kind is not BlockKind.CONTENTS


def _signs(blocks: Sequence[Block], place: int) -> bool:
    """Whether the signature begins here: a farewell, a party, a line to sign on, or a name above an office at the very end."""
    block = blocks[place]
    if block.table is not None:
        return True
    text = block.text.strip()
    if _FAREWELL.match(text) or _FAREWELL_FIRST.match(text):
        return place + 1 < len(blocks) or "\n" in text
    if _PARTY.match(text) or _ONLY_RULE.match(text):
        rest = blocks[place:]
        parties = sum(_PARTY.match(each.text.strip()) is not None for each in rest if each.table is None)
        return parties >= FEWEST_PARTIES or any(_RULE.search(each.text) for each in rest)
    lines = [line for each in blocks[place:] for line in each.text.split("\n")]
    return len(lines) == len(_NAME_AND_OFFICE) and all(
        pattern.match(line.strip()) for pattern, line in zip(_NAME_AND_OFFICE, lines, strict=True)
    )


_NAME_AND_OFFICE = (_PERSON, _OFFICE)


def _holds_signatures(table: Table) -> bool:
    """Whether a table has a column for each party: lines to sign on, or their names on top."""
    if table.column_count < FEWEST_PARTIES:
        return False
    top = [cell.text.strip() for cell in table.cells if cell.row == 0 and cell.text.strip()]
    named = len(top) >= FEWEST_PARTIES and all(_PARTY.match(text.split("\n")[0]) for text in top)
    return named or any(_RULE.search(cell.text) for cell in table.cells)


def _lines(block: Block) -> Iterator[Block]:
    """The block as text; a table column by column, a party after the other, without the lines to sign on."""
    if block.table is None:
        text = "\n".join(line for line in block.text.split("\n") if not _ONLY_RULE.match(line))
        if text:
            yield replace(block, kind=BlockKind.PARAGRAPH, text=text)
        return
    for column in range(block.table.column_count):
        cells = [cell for cell in block.table.cells if cell.column == column and _says(cell)]
        if cells:
            boxes = tuple(cell.box for cell in cells if cell.box is not None) or block.boxes
            text = "\n".join(cell.text.strip() for cell in cells)
            yield Block(kind=BlockKind.PARAGRAPH, text=text, page_number=block.page_number, boxes=boxes)


def _says(cell: Cell) -> bool:
    return bool(cell.text.strip()) and not _ONLY_RULE.match(cell.text)
